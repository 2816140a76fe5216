/** Counting helpers: what share of things is so. */
export function share<T>(items: readonly T[], fits: (item: T) => boolean): number {
	return items.filter(fits).length / items.length;
}

export function percentile(values: readonly number[], part: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(part * (sorted.length - 1))];
}

export function countBy<T>(
	items: readonly T[],
	keyOf: (item: T) => string,
): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
	return counts;
}
