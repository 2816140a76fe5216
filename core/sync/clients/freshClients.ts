import { getClient, type ClientDetails } from '../../halo/clients';
import type { KeyField } from '../../halo/keyField';
import type { Result } from '../../http/failure';
import type { Runtime } from '../../http/types';
import { stopsWriting, writeInBatches, type BatchPorts, type WriteRun } from '../batchWrite';
import type { FreshRows } from '../freshRows';
import { notSentIssue } from '../notSent';
import type { PlanItem } from '../planItem';
import {
	notWritten,
	resultsOf,
	type AppliedClient,
	type ClientApplyOptions,
	type ClientRow,
} from './apply';

/** Plans for something that is there. */
export function hasId(plan: PlanItem): plan is PlanItem & { haloId: number } {
	return plan.haloId !== null;
}

/** The client as it is just before it is written; a failure that meets every client ends the run. */
export async function readDetails(
	runtime: Runtime,
	id: number,
	keyField: KeyField | null,
	run: WriteRun,
): Promise<Result<ClientDetails>> {
	const details = await getClient(runtime, id, keyField);
	if (!details.ok && stopsWriting(details.failure)) run.stop ??= details.failure;
	return details;
}

/** Writes array by array, each as soon as it was read. */
export async function writeWhatIsFresh<Task, Read>(
	fresh: FreshRows<Task, Read, ClientRow>,
	ports: BatchPorts<ClientRow>,
	options: ClientApplyOptions,
): Promise<AppliedClient[]> {
	const results: AppliedClient[] = [];
	for (let rows = await fresh.take(ports.size); rows.length > 0; ) {
		const outcomes = await writeInBatches(rows, ports);
		results.push(...rows.flatMap((row) => resultsOf(row, outcomes.get(row), options)));
		rows = await fresh.take(ports.size);
	}
	return results;
}

/** What was not even read, since what stopped another would have stopped it; a stopped run says so of itself. */
export function unreadResults(
	plans: readonly PlanItem[],
	{ stop }: WriteRun,
	options: ClientApplyOptions,
): AppliedClient[] {
	if (stop === null) return [];
	return plans.map((plan) => notWritten(plan, notSentIssue(options.nameOf(plan), stop)));
}
