import { getClient, type ClientDetails } from '../../halo/clients';
import { mergedCustomFields, postClients } from '../../halo/clientWrites';
import { joinStoredKeys, type KeyField } from '../../halo/keyField';
import type { HaloClient } from '../../halo/schemas';
import type { ApiFailure, Result } from '../../http/failure';
import type { Runtime } from '../../http/types';
import { applyIssues } from '../../words/applyIssues';
import { issueOfFailure } from '../../words/failures';
import { sizeAfterProof } from '../batchSize';
import { writeInBatches, type Seen, type WriteOutcome, type WriteRun } from '../batchWrite';
import { FreshRows } from '../freshRows';
import type { PlanItem } from '../planItem';
import { foldKey } from '../stellrKeys';
import {
	alreadySo,
	notFollowing,
	notWritten,
	resultsOf,
	type AppliedClient,
	type ClientApplyOptions,
	type ClientRow,
} from './apply';
import { fieldMoved } from './applyFields';
import { mayGoOn, stopsRun, unreadResults } from './freshClients';
import { keyFieldName, keyFieldText } from './keyFieldText';
import { showKeysKept } from './keysKept';

/**
 * Writes Stellr keys into the key field of existing clients. Each client is read with its details just before: custom fields
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
	const read: HaloClient[] = [];
	const fresh: FreshLinks = new FreshRows(byClient(plans), {
		read: async ([{ haloId }]) => stopsRun(await getClient(runtime, haloId ?? 0, keyField), run),
		rowOf: (sharing, details) => {
			if (details.ok) read.push(details.value.client);
			const { settled, row } = details.ok
				? judged(sharing, details.value, keyField, options)
				: { settled: unreadable(sharing, details.failure, options), row: null };
			results.push(...settled);
			return row;
		},
		goOn: () => mayGoOn(runtime, run),
	});
	const keys = plans.map(({ key }) => key);
	const proven = () => showKeysKept(read, keys);
	results.push(...(await writeLinks(runtime, fresh, { keyField, proven }, options, run)));
	return results;
}

/** Clients to link, read as they are written; several customers may join one. */
type FreshLinks = FreshRows<PlanItem[], Result<ClientDetails>, ClientRow>;

function unreadable(
	sharing: PlanItem[],
	failure: ApiFailure,
	options: ClientApplyOptions,
): AppliedClient[] {
	return sharing.map((plan) => notWritten(plan, issueOfFailure(failure, options.nameOf(plan))));
}

/** What a client's details say of the customers that join it: settled, or one row for all that are open. */
function judged(
	sharing: PlanItem[],
	details: ClientDetails,
	keyField: KeyField,
	options: ClientApplyOptions,
): { settled: AppliedClient[]; row: ClientRow | null } {
	const open = sharing.filter((plan) => !holdsKey(details, plan.key));
	const settled = sharing
		.filter((plan) => !open.includes(plan))
		.map((plan) => alreadySo(plan, details.client.id));
	if (open.length === 0) return { settled, row: null };
	open.sort((a, b) => textBefore(a, keyField).length - textBefore(b, keyField).length);
	const edited = open
		.map((plan) => fieldMoved(details.client, plan.before))
		.find((found) => found !== null);
	if (edited != null) {
		const { field, planned, now } = edited;
		const left = open.map((plan) =>
			notWritten(plan, applyIssues.movedSince(options.nameOf(plan), field, planned, now)),
		);
		return { settled: [...settled, ...left], row: null };
	}
	const moved = movedSince(open[0], details, keyField, options);
	if (moved === null) return { settled, row: rowOf(open, details, keyField) };
	return { settled: [...settled, ...open.map((plan) => notWritten(plan, moved))], row: null };
}

/**
 * Halo swallows a custom field it does not know, and may cut a text that is too long. So the first client is written
 * alone and must show its key before others follow, unless one of the clients read shows that keys are kept; and a list
 * of several keys is read back.
 */
async function writeLinks(
	runtime: Runtime,
	fresh: FreshLinks,
	{ keyField, proven }: { keyField: KeyField; proven: () => boolean },
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
	await fresh.gather(size);
	const needsProof = !proven();
	while (needsProof && (await fresh.gather(1))) {
		const [first] = await fresh.take(1);
		const outcome = (await write([first], 1)).get(first);
		const lost = outcome?.kind === 'written' && (await keysLost(runtime, first, keyField));
		results.push(...linkResults(first, outcome, lost, keyField, options));
		if (outcome?.kind === 'refused' && run.stop === null) continue;
		const name = options.nameOf(first.plans[0]);
		const left = [...fresh.rows.flatMap(({ plans }) => plans), ...fresh.unread.flat()];
		if (outcome?.kind !== 'written') {
			// Until it is known what became of the first client, no other may follow it.
			return [...results, ...left.map((plan) => notFollowing(plan, run, options))];
		}
		if (lost) {
			const field = keyFieldName(keyField);
			const says = (plan: PlanItem) =>
				applyIssues.keyOfOtherNotStored(options.nameOf(plan), name, field);
			return [...results, ...left.map((plan) => notWritten(plan, says(plan)))];
		}
		size = sizeAfterProof(fresh.rows.length + fresh.unread.length, options);
		break;
	}
	for (let rows = await fresh.take(size); rows.length > 0; rows = await fresh.take(size)) {
		const outcomes = await write(rows, size);
		for (const row of rows) {
			const outcome = outcomes.get(row);
			const lost =
				outcome?.kind === 'written' &&
				(row.plans.length > 1 || textAfter(row.plans[0], keyField).includes(';')) &&
				(await keysLost(runtime, row, keyField));
			results.push(...linkResults(row, outcome, lost, keyField, options));
		}
	}
	return [...results, ...unreadResults(fresh.unread.flat(), run, options)];
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

function textAfter(plan: PlanItem, keyField: KeyField): string {
	return String(plan.after?.[keyFieldName(keyField)] ?? '');
}

function rowOf(plans: PlanItem[], details: ClientDetails, keyField: KeyField): ClientRow {
	const field = keyFieldName(keyField);
	// The plans of those that join one client need not tell of each other, and may tell of one that is not to be written.
	const text = joinStoredKeys([...details.client.stellrKeys, ...plans.map(({ key }) => key)]);
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
