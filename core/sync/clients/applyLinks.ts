import { getClient, type ClientDetails } from '../../halo/clients';
import { mergedCustomFields, postClients } from '../../halo/clientWrites';
import type { KeyField } from '../../halo/keyField';
import type { HaloClient } from '../../halo/schemas';
import type { Runtime } from '../../http/types';
import { applyIssues } from '../../words/applyIssues';
import { issueOfFailure } from '../../words/failures';
import { sizeAfterProof } from '../batchSize';
import {
	stopsWriting,
	writeInBatches,
	type Seen,
	type WriteOutcome,
	type WriteRun,
} from '../batchWrite';
import { notSentIssue } from '../notSent';
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
import { fieldMoved } from './applyFields';
import { keyFieldName, keyFieldText } from './keyFieldText';
import { showKeysKept } from './keysKept';

/**
 * Writes Stellr keys into the key field of existing clients. Each client is read with its details first: custom fields
 * are merged, since Halo may empty those that are not sent, and a key list that changed since the plan is left alone.
 */
export async function linkClients(
	runtime: Runtime,
	plans: PlanItem[],
	options: ClientApplyOptions,
	run: WriteRun,
): Promise<AppliedClient[]> {
	const { keyField } = options;
	if (keyField === null) return [];
	const results: AppliedClient[] = [];
	const rows: ClientRow[] = [];
	const read: HaloClient[] = [];
	for (const sharing of byClient(plans)) {
		const id = sharing[0].haloId ?? 0;
		if (runtime.signal?.aborted === true) break;
		if (run.stop !== null) {
			const { stop } = run;
			results.push(
				...sharing.map((plan) => notWritten(plan, notSentIssue(options.nameOf(plan), stop))),
			);
			continue;
		}
		const details = await getClient(runtime, id, keyField);
		if (!details.ok) {
			if (stopsWriting(details.failure)) run.stop = details.failure;
			results.push(
				...sharing.map((plan) =>
					notWritten(plan, issueOfFailure(details.failure, options.nameOf(plan))),
				),
			);
			continue;
		}
		read.push(details.value.client);
		const open = sharing.filter((plan) => !holdsKey(details.value, plan.key));
		results.push(
			...sharing.filter((plan) => !open.includes(plan)).map((plan) => alreadySo(plan, id)),
		);
		if (open.length === 0) continue;
		open.sort((a, b) => textBefore(a, keyField).length - textBefore(b, keyField).length);
		const moved = movedSince(open[0], details.value, keyField, options);
		const edited = open
			.map((plan) => fieldMoved(details.value.client, plan.before))
			.find((found) => found !== null);
		if (edited != null) {
			const { field, planned, now } = edited;
			results.push(
				...open.map((plan) =>
					notWritten(plan, applyIssues.movedSince(options.nameOf(plan), field, planned, now)),
				),
			);
		} else if (moved === null) rows.push(rowOf(open, details.value, keyField));
		else results.push(...open.map((plan) => notWritten(plan, moved)));
	}
	const proven = showKeysKept(
		read,
		plans.map(({ key }) => key),
	);
	return [...results, ...(await writeLinks(runtime, rows, { keyField, proven }, options, run))];
}

/**
 * Halo swallows a custom field it does not know, and may cut a text that is too long. So the first client is written
 * alone and must show its key before others follow, unless one of the clients read shows that keys are kept; and a list
 * of several keys is read back.
 */
async function writeLinks(
	runtime: Runtime,
	rows: ClientRow[],
	{ keyField, proven }: { keyField: KeyField; proven: boolean },
	options: ClientApplyOptions,
	run: WriteRun,
): Promise<AppliedClient[]> {
	const results: AppliedClient[] = [];
	let size = options.rowsPerRequest;
	const write = async (some: ClientRow[], size: number) =>
		await writeInBatches<ClientRow>(some, {
			size,
			post: async (bodies) => await postClients(runtime, bodies),
			look: async (looked) => await lookForLinks(runtime, looked, keyField),
			stopped: () => runtime.signal?.aborted === true,
			run,
		});
	let left = rows;
	while (left.length > 0 && !proven) {
		const [first, ...others] = left;
		left = others;
		const outcome = (await write([first], 1)).get(first);
		const lost = outcome?.kind === 'written' && (await keysLost(runtime, first, keyField));
		results.push(...linkResults(first, outcome, lost, keyField, options));
		if (outcome?.kind === 'refused' && run.stop === null) continue;
		if (!lost) {
			size = sizeAfterProof(left.length, options);
			break;
		}
		const name = options.nameOf(first.plans[0]);
		return [
			...results,
			...left.flatMap(({ plans }) =>
				plans.map((plan) => {
					const field = keyFieldName(keyField);
					return notWritten(
						plan,
						applyIssues.keyOfOtherNotStored(options.nameOf(plan), name, field),
					);
				}),
			),
		];
	}
	const outcomes = await write(left, size);
	for (const row of left) {
		const outcome = outcomes.get(row);
		const lost =
			outcome?.kind === 'written' &&
			textAfter(row.plans, keyField).includes(';') &&
			(await keysLost(runtime, row, keyField));
		results.push(...linkResults(row, outcome, lost, keyField, options));
	}
	return results;
}

function linkResults(
	row: ClientRow,
	outcome: WriteOutcome | undefined,
	lost: boolean,
	keyField: KeyField,
	options: ClientApplyOptions,
): AppliedClient[] {
	const results = resultsOf(row, outcome, options);
	if (!lost) return results;
	return results.map((result) => ({
		...result,
		outcome: 'notWritten',
		issue: applyIssues.linkNotStored(options.nameOf(result.plan), keyFieldName(keyField)),
	}));
}

/** Whether Halo, having said yes, does not show the keys. What cannot be read now is taken as said. */
async function keysLost(runtime: Runtime, row: ClientRow, keyField: KeyField): Promise<boolean> {
	const seen = (await lookForLinks(runtime, [row], keyField)).get(row);
	return seen?.kind === 'notThere';
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
	const planned = textBefore(plan, keyField);
	const now = keyFieldText(details.client);
	if (planned.trim().toLowerCase() === now.trim().toLowerCase()) return null;
	return applyIssues.movedSince(options.nameOf(plan), field, planned, now);
}

function textBefore(plan: PlanItem, keyField: KeyField): string {
	return String(plan.before?.[keyFieldName(keyField)] ?? '');
}

/** Of several customers that join one client, the last one planned holds the keys of all. */
function textAfter(plans: PlanItem[], keyField: KeyField): string {
	return String(plans[plans.length - 1].after?.[keyFieldName(keyField)] ?? '');
}

function rowOf(plans: PlanItem[], details: ClientDetails, keyField: KeyField): ClientRow {
	const field = keyFieldName(keyField);
	const text = textAfter(plans, keyField);
	const id = details.client.id;
	const own = ownFields(plans);
	if (keyField.kind !== 'customField') return { plans, body: { id, ...own, [field]: text } };
	return {
		plans,
		body: {
			id,
			...own,
			customfields: mergedCustomFields(details.customFields, keyField.name, text),
		},
	};
}

/** Name and website, where they change together with the key. */
function ownFields(plans: PlanItem[]): Record<string, unknown> {
	const fields = plans.flatMap((plan) => Object.entries(plan.after ?? {}));
	return Object.fromEntries(fields.filter(([field]) => field === 'name' || field === 'website'));
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
