import type { HttpOutcome, Runtime } from './types';

/** Long waits are cut into slices so that a cancelled execution stops within half a second. */
export const SLICE_MS = 500;

/** Waits; answers false as soon as the execution was cancelled. */
export async function waitUnlessCancelled(
	runtime: Pick<Runtime, 'sleep' | 'signal'>,
	milliseconds: number,
): Promise<boolean> {
	let left = milliseconds;
	while (left > 0) {
		if (runtime.signal?.aborted) return false;
		const slice = Math.min(SLICE_MS, left);
		await runtime.sleep(slice);
		left -= slice;
	}
	return !runtime.signal?.aborted;
}

/**
 * The outcome, or "cancelled" as soon as the execution is: whoever stops a run does not wait for a slow answer. What was
 * under way may still be carried out, so for a write the outcome is unknown.
 */
export async function unlessCancelled(
	outcome: Promise<HttpOutcome>,
	signal: AbortSignal | undefined,
): Promise<HttpOutcome> {
	if (signal === undefined) return await outcome;
	return await new Promise<HttpOutcome>((resolve, reject) => {
		const giveUp = () =>
			resolve({ kind: 'lost', cause: 'cancelled', detail: 'cancelled before the answer came' });
		if (signal.aborted) giveUp();
		signal.addEventListener('abort', giveUp, { once: true });
		outcome.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
	});
}
