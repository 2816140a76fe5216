import { getClient, type ClientDetails } from '../../halo/clients';
import { postClients } from '../../halo/clientWrites';
import type { HaloClient } from '../../halo/schemas';
import type { Runtime } from '../../http/types';
import { applyIssues } from '../../words/applyIssues';
import type { Seen, WriteRun } from '../batchWrite';
import type { PlanItem } from '../planItem';
import {
	alreadySo,
	notWritten,
	type AppliedClient,
	type ClientApplyOptions,
	type ClientRow,
} from './apply';
import { writeFresh, type PlanForExisting } from './freshClients';

/** Brings a linked client's own fields in step; a client that was changed since the plan is left alone. */
export async function updateClientFields(
	runtime: Runtime,
	plans: PlanItem[],
	options: ClientApplyOptions,
	run: WriteRun,
): Promise<AppliedClient[]> {
	const { keyField } = options;
	return await writeFresh<ClientDetails>(
		runtime,
		plans,
		{
			read: async (id) => await getClient(runtime, id, keyField),
			settledBefore: (plan, { client }) => settledBefore(plan, client, options),
			bodyOf: ({ haloId, after }) => ({ id: haloId, ...after }),
			post: async (bodies) => await postClients(runtime, bodies),
			look: async (rows) => await lookForFields(runtime, rows, options),
		},
		options,
		run,
	);
}

/** What the client says of the plan, unless it is to be written. */
function settledBefore(
	plan: PlanForExisting,
	client: HaloClient,
	options: ClientApplyOptions,
): AppliedClient | null {
	if (fieldMoved(client, plan.after) === null) return alreadySo(plan, plan.haloId);
	const moved = fieldMoved(client, plan.before);
	if (moved === null) return null;
	const { field, planned, now } = moved;
	return notWritten(plan, applyIssues.movedSince(options.nameOf(plan), field, planned, now));
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
