import { getClient, readClients } from '../../halo/clients';
import { postClients } from '../../halo/clientWrites';
import type { Runtime } from '../../http/types';
import type { Issue } from '../../items/issue';
import { applyIssues } from '../../words/applyIssues';
import { issueOfFailure } from '../../words/failures';
import { sizeAfterProof } from '../batchSize';
import { writeInBatches, type Seen, type WriteOutcome, type WriteRun } from '../batchWrite';
import type { PlanItem } from '../planItem';
import { incompleteList } from '../incompleteList';
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
import { clientsNow, withoutDuplicateClients, type ClientsBefore } from './duplicates';
import { showKeysKept } from './keysKept';
import { keyFieldName } from './keyFieldText';
import { guardAgainstDuplicates, nearButNotRejected, type NewClientGuard } from './newClient';

/**
 * Creates clients. All clients are read again first, inactive ones included, since a client that came since the plan
 * must be linked, not doubled. Unless that reading shows keys that this Halo has kept, one client is created alone and
 * must hold its key before others follow.
 */
export async function createClients(
	runtime: Runtime,
	plans: PlanItem[],
	options: ClientApplyOptions,
	run: WriteRun,
): Promise<AppliedClient[]> {
	if (plans.length === 0) return [];
	const { list, keyFieldIgnored } = await readClients(runtime, { keyField: options.keyField });
	if (!list.complete) {
		const failure = list.failure ?? incompleteList('List Clients');
		return plans.map((plan) => notWritten(plan, issueOfFailure(failure, options.nameOf(plan))));
	}
	const guard = guardAgainstDuplicates(list.rows, true);
	const newestId = list.rows.reduce((newest, { id }) => Math.max(newest, id), 0);
	const before: ClientsBefore = { newestId, keyFieldIgnored };
	const proven = showKeysKept(
		list.rows,
		plans.map(({ key }) => key),
	);
	const results = await createAll(runtime, plans, { guard, before, proven }, options, run);
	return await withoutDuplicateClients(runtime, results, before, options);
}

/** What reading all clients told. */
interface SeenBefore {
	guard: NewClientGuard;
	before: ClientsBefore;
	/** Some client shows that this Halo keeps such keys. */
	proven: boolean;
}

async function createAll(
	runtime: Runtime,
	plans: PlanItem[],
	{ guard, before, proven }: SeenBefore,
	options: ClientApplyOptions,
	run: WriteRun,
): Promise<AppliedClient[]> {
	const results: AppliedClient[] = [];
	const rows: ClientRow[] = [];
	for (const plan of plans) {
		const settled = settledBefore(plan, guard, options);
		if (settled === null) rows.push({ plans: [plan], body: { ...plan.after } });
		else results.push(settled);
	}
	const write = async (some: ClientRow[], size: number) =>
		await writeInBatches<ClientRow>(some, {
			size,
			post: async (bodies) => await postClients(runtime, bodies),
			look: async (looked) => await lookByKey(runtime, looked, before, options),
			stopped: () => runtime.signal?.aborted === true,
			run,
		});

	let left = rows;
	let size = options.rowsPerRequest;
	while (left.length > 0 && !proven) {
		const [first, ...next] = left;
		left = next;
		const written = await write([first], 1);
		await addMissingIds(runtime, written, before, options);
		const outcome = written.get(first);
		const [result] = resultsOf(first, outcome, options);
		results.push(result);
		if (outcome?.kind === 'refused' && run.stop === null) continue;
		if (outcome?.kind !== 'written') {
			// Until it is known what became of the first client, no other may follow it.
			return [...results, ...left.map((row) => notFollowing(row.plans[0], run, options))];
		}
		const stop = await keyMissing(runtime, result, options);
		if (stop === null) {
			size = sizeAfterProof(left.length, options);
			break;
		}
		result.issue = stop;
		const isLost = stop.code === 'clientKeyNotStored';
		const name = options.nameOf(result.plan);
		const others = left.map(({ plans: [plan] }) =>
			isLost ? withoutKeyField(plan, name, options) : notFollowing(plan, run, options),
		);
		return [...results, ...others];
	}
	const outcomes = await write(left, size);
	await addMissingIds(runtime, outcomes, before, options);
	for (const row of left) results.push(...resultsOf(row, outcomes.get(row), options));
	return results;
}

function withoutKeyField(
	plan: PlanItem,
	first: string,
	options: ClientApplyOptions,
): AppliedClient {
	const field = options.keyField === null ? 'the key field' : keyFieldName(options.keyField);
	return notWritten(plan, applyIssues.keyOfOtherNotStored(options.nameOf(plan), first, field));
}

function settledBefore(
	plan: PlanItem,
	guard: NewClientGuard,
	options: ClientApplyOptions,
): AppliedClient | null {
	const holders = guard.clientsByKey.get(foldKey(plan.key)) ?? [];
	if (holders.length > 0) {
		const [first] = [...holders].sort(
			(a, b) => Number(a.inactive) - Number(b.inactive) || a.id - b.id,
		);
		return alreadySo(plan, first.id);
	}
	const rejected = options.rejectedIdsOf?.(plan) ?? [];
	const near = nearButNotRejected(guard, String(plan.after?.name ?? ''), rejected);
	// Who approved a creation for another reason has not seen that client.
	const wasSeen = plan.reasons.some(({ code }) => ['similarClient', 'labelChanged'].includes(code));
	if (near.length === 0 || (wasSeen && options.approved?.has(plan.hash) === true)) return null;
	return notWritten(plan, applyIssues.clientAppeared(options.nameOf(plan), near[0].client.name));
}

async function keyMissing(
	runtime: Runtime,
	result: AppliedClient,
	options: ClientApplyOptions,
): Promise<Issue | null> {
	const { keyField } = options;
	if (keyField === null || result.haloId === null) return result.issue;
	const details = await getClient(runtime, result.haloId, keyField);
	const name = options.nameOf(result.plan);
	if (!details.ok) return issueOfFailure(details.failure, name);
	const { stellrKeys } = details.value.client;
	if (stellrKeys.some((key) => foldKey(key) === foldKey(result.plan.key))) return null;
	return applyIssues.clientKeyNotStored(name, keyFieldName(keyField));
}

/** Clients whose number the answer did not say are looked for by their key, all in one reading of the list. */
async function addMissingIds(
	runtime: Runtime,
	outcomes: Map<ClientRow, WriteOutcome>,
	before: ClientsBefore,
	options: ClientApplyOptions,
): Promise<void> {
	const nameless = [...outcomes].filter(
		([, outcome]) => outcome.kind === 'written' && outcome.id === null,
	);
	if (nameless.length === 0) return;
	const seen = await lookByKey(
		runtime,
		nameless.map(([row]) => row),
		before,
		options,
	);
	for (const [row, outcome] of nameless) {
		const state = seen.get(row);
		if (state?.kind === 'there' && outcome.kind === 'written')
			outcomes.set(row, { ...outcome, id: state.id });
	}
}

async function lookByKey(
	runtime: Runtime,
	rows: ClientRow[],
	before: ClientsBefore,
	options: ClientApplyOptions,
): Promise<Map<ClientRow, Seen>> {
	const clients = await clientsNow(runtime, before, options.keyField);
	const { clientsByKey } = guardAgainstDuplicates(clients.rows, clients.complete);
	const byName = new Map(
		clients.rows.map((client) => [client.name.trim().toLowerCase(), client.id]),
	);
	return new Map(
		rows.map((row): [ClientRow, Seen] => {
			const plan = row.plans[0];
			const id =
				options.keyField === null
					? byName.get(
							String(plan.after?.name ?? '')
								.trim()
								.toLowerCase(),
						)
					: clientsByKey.get(foldKey(plan.key))?.[0].id;
			if (id !== undefined) return [row, { kind: 'there', id }];
			return [row, clients.complete ? { kind: 'notThere' } : { kind: 'cannotTell' }];
		}),
	);
}
