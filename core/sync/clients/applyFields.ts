import { getClient } from '../../halo/clients';
import { postClients } from '../../halo/clientWrites';
import type { HaloClient } from '../../halo/schemas';
import type { Runtime } from '../../http/types';
import { applyIssues } from '../../words/applyIssues';
import { issueOfFailure } from '../../words/failures';
import { stopsWriting, writeInBatches, type Seen, type WriteRun } from '../batchWrite';
import { notSentIssue } from '../notSent';
import type { PlanItem } from '../planItem';
import {
	alreadySo,
	notWritten,
	resultsOf,
	type AppliedClient,
	type ClientApplyOptions,
	type ClientRow,
} from './apply';

/** Brings a linked client's own fields in step; a client that was changed since the plan is left alone. */
export async function updateClientFields(
	runtime: Runtime,
	plans: PlanItem[],
	options: ClientApplyOptions,
	run: WriteRun,
): Promise<AppliedClient[]> {
	const results: AppliedClient[] = [];
	const rows: ClientRow[] = [];
	for (const plan of plans) {
		if (plan.haloId === null || runtime.signal?.aborted === true) continue;
		const name = options.nameOf(plan);
		if (run.stop !== null) {
			results.push(notWritten(plan, notSentIssue(name, run.stop)));
			continue;
		}
		const details = await getClient(runtime, plan.haloId, options.keyField);
		if (!details.ok) {
			if (stopsWriting(details.failure)) run.stop = details.failure;
			results.push(notWritten(plan, issueOfFailure(details.failure, name)));
			continue;
		}
		const moved = fieldMoved(details.value.client, plan.before);
		if (fieldMoved(details.value.client, plan.after) === null) {
			results.push(alreadySo(plan, plan.haloId));
		} else if (moved !== null) {
			const { field, planned, now } = moved;
			results.push(notWritten(plan, applyIssues.movedSince(name, field, planned, now)));
		} else rows.push({ plans: [plan], body: { id: plan.haloId, ...plan.after } });
	}
	const outcomes = await writeInBatches<ClientRow>(rows, {
		size: options.rowsPerRequest,
		post: async (bodies) => await postClients(runtime, bodies),
		look: async (looked) => await lookForFields(runtime, looked, options),
		stopped: () => runtime.signal?.aborted === true,
		run,
	});
	return [...results, ...rows.flatMap((row) => resultsOf(row, outcomes.get(row), options))];
}

/** The first of the fields that the client holds differently; null when it holds them all. */
export function fieldMoved(
	client: HaloClient,
	fields: PlanItem['before'],
): { field: string; planned: unknown; now: string | null } | null {
	for (const field of ['name', 'website'] as const) {
		const planned = fields?.[field];
		if (planned === undefined) continue;
		const now = client[field];
		if (textOf(planned) !== textOf(now)) return { field, planned, now };
	}
	return null;
}

async function lookForFields(
	runtime: Runtime,
	rows: ClientRow[],
	options: ClientApplyOptions,
): Promise<Map<ClientRow, Seen>> {
	const seen = new Map<ClientRow, Seen>();
	for (const row of rows) {
		const [plan] = row.plans;
		const now = await getClient(runtime, plan.haloId ?? 0, options.keyField);
		if (!now.ok) seen.set(row, { kind: 'cannotTell' });
		else if (fieldMoved(now.value.client, plan.after) === null)
			seen.set(row, { kind: 'there', id: plan.haloId });
		else seen.set(row, { kind: 'notThere' });
	}
	return seen;
}

function textOf(value: unknown): string {
	return String(value ?? '').trim();
}
