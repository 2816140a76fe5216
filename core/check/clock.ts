import type { WatchedAnswer } from './probe';

/** Answers carry whole seconds, and take their time; less than this is no skew that anything depends on. */
export const TOLERATED_SKEW_MS = 2 * 60_000;

/**
 * How far this machine's clock is ahead of the server's, in milliseconds, by the `Date` of its answers; below 0 it is
 * behind. Null when no answer says the time. An answer may have waited on its way, so the smallest difference counts.
 */
export function clockAhead(answers: readonly WatchedAnswer[]): number | null {
	const differences = answers.flatMap(({ answer, sentAt, cameAt }) => {
		const serverTime = Date.parse(answer.headers.date ?? '');
		return Number.isNaN(serverTime) ? [] : [difference(serverTime, sentAt, cameAt)];
	});
	if (differences.length === 0) return null;
	return differences.reduce((least, next) => (Math.abs(next) < Math.abs(least) ? next : least));
}

/** 0 while the server's time, which has whole seconds only, falls between sending and receiving. */
function difference(serverTime: number, sentAt: number, cameAt: number): number {
	if (serverTime + 1000 < sentAt) return sentAt - serverTime;
	return serverTime > cameAt ? cameAt - serverTime : 0;
}
