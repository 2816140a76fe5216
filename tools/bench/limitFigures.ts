/** What one run did at an API, against what its limit lets through. */
export interface WindowUse {
	/** Seconds from the first request to the last. */
	seconds: number;
	/** Seconds that nobody who keeps to the limit can stay below: a full window's pause after each full budget. */
	leastSeconds: number;
	/** Part of the budget that was used while more was still to come; null where it never bound. */
	used: number | null;
}

/** `times` are the arrivals in milliseconds, in any order, at an API that takes `budget` of them in a rolling window. */
export function windowUse(
	times: readonly number[],
	budget: number,
	windowSeconds: number,
): WindowUse {
	const sorted = [...times].sort((a, b) => a - b);
	const windows = Math.floor((sorted.length - 1) / budget);
	const spent = (at: number) => (sorted[at] - sorted[0]) / 1000;
	const leastSeconds = windows * windowSeconds;
	return {
		seconds: spent(sorted.length - 1),
		leastSeconds,
		used: windows === 0 ? null : leastSeconds / spent(windows * budget),
	};
}

/** Seconds for requests that go so many at a time and are answered after a while, if nothing else took any time. */
export function leastSecondsAtOnce(requests: number, atOnce: number, latencyMs: number): number {
	return (Math.ceil(requests / atOnce) * latencyMs) / 1000;
}
