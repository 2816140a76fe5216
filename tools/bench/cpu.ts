/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, not inside n8n */
/** CPU seconds of this process, which unlike the time on the wall do not depend on what else the machine does. */

export interface Timed<Result> {
	result: Result;
	seconds: number;
}

export function cpuTimed<Result>(work: () => Result): Timed<Result> {
	const before = process.cpuUsage();
	const result = work();
	const { user, system } = process.cpuUsage(before);
	return { result, seconds: (user + system) / 1e6 };
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
