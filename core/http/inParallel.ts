/**
 * Works through a list with a few at a time, in order of the list. `goOn` is asked before each start, so that a trouble
 * common to all need not be met by all; what was not started has no result.
 */
export async function inParallel<T, R>(
	tasks: readonly T[],
	concurrency: number,
	work: (task: T, index: number) => Promise<R>,
	goOn: () => boolean = () => true,
): Promise<Array<R | undefined>> {
	const results = new Array<R | undefined>(tasks.length).fill(undefined);
	let next = 0;
	const worker = async () => {
		while (next < tasks.length && goOn()) {
			const index = next++;
			results[index] = await work(tasks[index], index);
		}
	};
	await Promise.all(Array.from({ length: Math.min(concurrency, tasks.length) }, worker));
	return results;
}
