import type { Runtime } from './types';

/** Long waits are cut into slices so that a cancelled execution stops within half a second. */
const SLICE_MS = 500;

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
