/** A whole number within bounds; what is absent or no number is the default. */
export function wholeNumber(
	value: unknown,
	lowest: number,
	highest: number,
	otherwise: number,
): number {
	const given = Math.floor(Number(value));
	return Number.isFinite(given) && given >= lowest ? Math.min(given, highest) : otherwise;
}

/** One process's part of a budget that several share; never nothing, or it would stand still. */
export function shareOf(budget: number, workers: number): number {
	return Math.max(1, Math.floor(budget / workers));
}
