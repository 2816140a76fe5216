import { getClient, type ClientDetails } from '../../halo/clients';
import { mergedCustomFields, postClients } from '../../halo/clientWrites';
import type { KeyField } from '../../halo/keyField';
import type { Runtime } from '../../http/types';
import { applyIssues } from '../../words/applyIssues';
import { issueOfFailure } from '../../words/failures';
import { writeInBatches, type Seen } from '../batchWrite';
import type { PlanItem } from '../planItem';
import { foldKey } from '../stellrKeys';
import {
	alreadySo,
	notWritten,
	resultsOf,
	type AppliedClient,
	type ClientApplyOptions,
	type ClientRow,
} from './apply';
import { keyFieldName, keyFieldText } from './keyFieldText';

/**
 * Writes Stellr keys into the key field of existing clients. Each client is read with its details first: custom fields
 * are merged, since Halo may empty those that are not sent, and a key list that changed since the plan is left alone.
 */
export async function linkClients(
	runtime: Runtime,
	plans: PlanItem[],
	options: ClientApplyOptions,
): Promise<AppliedClient[]> {
	const { keyField } = options;
	if (keyField === null) return [];
	const results: AppliedClient[] = [];
	const rows: ClientRow[] = [];
	for (const sharing of byClient(plans)) {
		const id = sharing[0].haloId ?? 0;
		if (runtime.signal?.aborted === true) break;
		const details = await getClient(runtime, id, keyField);
		if (!details.ok) {
			results.push(
				...sharing.map((plan) =>
					notWritten(plan, issueOfFailure(details.failure, options.nameOf(plan))),
				),
			);
			continue;
		}
		const open = sharing.filter((plan) => !holdsKey(details.value, plan.key));
		results.push(
			...sharing.filter((plan) => !open.includes(plan)).map((plan) => alreadySo(plan, id)),
		);
		if (open.length === 0) continue;
		const moved = movedSince(open[0], details.value, keyField, options);
		if (moved === null) rows.push(rowOf(open, details.value, keyField));
		else results.push(...open.map((plan) => notWritten(plan, moved)));
	}
	const outcomes = await writeInBatches<ClientRow>(rows, {
		size: options.rowsPerRequest,
		post: async (bodies) => await postClients(runtime, bodies),
		look: async (looked) => await lookForLinks(runtime, looked, keyField),
		stopped: () => runtime.signal?.aborted === true,
	});
	return [...results, ...rows.flatMap((row) => resultsOf(row, outcomes.get(row), options))];
}

function byClient(plans: PlanItem[]): PlanItem[][] {
	const groups = new Map<number, PlanItem[]>();
	for (const plan of plans) {
		if (plan.haloId !== null) groups.set(plan.haloId, [...(groups.get(plan.haloId) ?? []), plan]);
	}
	return [...groups.values()];
}

function holdsKey(details: ClientDetails, key: string): boolean {
	return details.client.stellrKeys.some((stored) => foldKey(stored) === foldKey(key));
}

function movedSince(
	plan: PlanItem,
	details: ClientDetails,
	keyField: KeyField,
	options: ClientApplyOptions,
) {
	const field = keyFieldName(keyField);
	const planned = String(plan.before?.[field] ?? '');
	const now = keyFieldText(details.client);
	if (planned.trim().toLowerCase() === now.trim().toLowerCase()) return null;
	return applyIssues.movedSince(options.nameOf(plan), field, planned, now);
}

/** Of several customers that join one client, the last plan holds the keys of all. */
function rowOf(plans: PlanItem[], details: ClientDetails, keyField: KeyField): ClientRow {
	const field = keyFieldName(keyField);
	const text = String(plans[plans.length - 1].after?.[field] ?? '');
	const id = details.client.id;
	if (keyField.kind !== 'customField') return { plans, body: { id, [field]: text } };
	return {
		plans,
		body: { id, customfields: mergedCustomFields(details.customFields, keyField.name, text) },
	};
}

async function lookForLinks(
	runtime: Runtime,
	rows: ClientRow[],
	keyField: KeyField,
): Promise<Map<ClientRow, Seen>> {
	const seen = new Map<ClientRow, Seen>();
	for (const row of rows) {
		const id = row.plans[0].haloId ?? 0;
		const now = await getClient(runtime, id, keyField);
		if (!now.ok) seen.set(row, { kind: 'cannotTell' });
		else if (row.plans.every((plan) => holdsKey(now.value, plan.key)))
			seen.set(row, { kind: 'there', id });
		else seen.set(row, { kind: 'notThere' });
	}
	return seen;
}
