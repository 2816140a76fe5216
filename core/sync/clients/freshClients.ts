import type { Result } from '../../http/failure';
import type { Runtime } from '../../http/types';
import { issueOfFailure } from '../../words/failures';
import { stopsWriting, writeInBatches, type BatchPorts, type WriteRun } from '../batchWrite';
import { FreshRows } from '../freshRows';
import type { PlanItem } from '../planItem';
import {
	notFollowing,
	notWritten,
	resultsOf,
	type AppliedClient,
	type ClientApplyOptions,
	type ClientRow,
} from './apply';

/** One kind of change to something that is there: how it is read once more, judged and written. */
export interface FreshChange<Read> {
	read: (id: number) => Promise<Result<Read>>;
	/** What was read says of the plan, unless it is to be written. */
	settledBefore: (plan: PlanForExisting, read: Read) => AppliedClient | null;
	bodyOf: (plan: PlanForExisting, read: Read) => Record<string, unknown>;
	post: BatchPorts<ClientRow>['post'];
	look: BatchPorts<ClientRow>['look'];
}

export type PlanForExisting = PlanItem & { haloId: number };

/** Writes array by array, each as soon as it was read; what was changed since the plan is left alone. */
export async function writeFresh<Read>(
	runtime: Runtime,
	plans: PlanItem[],
	change: FreshChange<Read>,
	options: ClientApplyOptions,
	run: WriteRun,
): Promise<AppliedClient[]> {
	const results: AppliedClient[] = [];
	const fresh = new FreshRows(plans.filter(isForExisting), {
		read: async ({ haloId }) => stopsRun(await change.read(haloId), run),
		rowOf: (plan, read): ClientRow | null => {
			const settled = read.ok
				? change.settledBefore(plan, read.value)
				: notWritten(plan, issueOfFailure(read.failure, options.nameOf(plan)));
			if (settled !== null) results.push(settled);
			return settled === null && read.ok
				? { plans: [plan], body: change.bodyOf(plan, read.value) }
				: null;
		},
		goOn: () => mayGoOn(runtime, run),
	});
	const { rowsPerRequest: size } = options;
	const stopped = () => runtime.signal?.aborted === true;
	const ports = { size, post: change.post, look: change.look, stopped, run };
	for (let rows = await fresh.take(size); rows.length > 0; rows = await fresh.take(size)) {
		const outcomes = await writeInBatches(rows, ports);
		results.push(...rows.flatMap((row) => resultsOf(row, outcomes.get(row), options)));
	}
	return [...results, ...unreadResults(fresh.unread, run, options)];
}

function isForExisting(plan: PlanItem): plan is PlanForExisting {
	return plan.haloId !== null;
}

/** The answer as it is; a failure that meets every client ends the run. */
export function stopsRun<Read>(answer: Result<Read>, run: WriteRun): Result<Read> {
	if (!answer.ok && stopsWriting(answer.failure)) run.stop ??= answer.failure;
	return answer;
}

export function mayGoOn(runtime: Runtime, run: WriteRun): boolean {
	return run.stop === null && runtime.signal?.aborted !== true;
}

/** What was not even read, since what stopped another would have stopped it; a stopped run says so of itself. */
export function unreadResults(
	plans: readonly PlanItem[],
	run: WriteRun,
	options: ClientApplyOptions,
): AppliedClient[] {
	if (run.stop === null) return [];
	return plans.map((plan) => notFollowing(plan, run, options));
}
