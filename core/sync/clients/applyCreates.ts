import { getClient, readClients } from '../../halo/clients';
import { postClients } from '../../halo/clientWrites';
import type { Runtime } from '../../http/types';
import type { Issue } from '../../items/issue';
import { applyIssues } from '../../words/applyIssues';
import { issueOfFailure } from '../../words/failures';
import { writeInBatches, type Seen, type WriteOutcome } from '../batchWrite';
import type { PlanItem } from '../planItem';
import { incompleteList } from '../incompleteList';
import { foldKey } from '../stellrKeys';
import {
	alreadySo,
	notWritten,
	resultsOf,
	type AppliedClient,
	type ClientApplyOptions,
	type ClientRow,
} from './apply';
import { keyFieldName } from './keyFieldText';
import { guardAgainstDuplicates, type NewClientGuard } from './newClient';

/**
 * Creates clients. All clients are read again first, inactive ones included, since a client that came since the plan
 * must be linked, not doubled; one client is created alone and must hold its key before others follow.
 */
export async function createClients(
	runtime: Runtime,
	plans: PlanItem[],
	options: ClientApplyOptions,
): Promise<AppliedClient[]> {
	if (plans.length === 0) return [];
	const { list } = await readClients(runtime, { keyField: options.keyField });
	if (!list.complete) {
		const failure = list.failure ?? incompleteList('List Clients');
		return plans.map((plan) => notWritten(plan, issueOfFailure(failure, options.nameOf(plan))));
	}
	const guard = guardAgainstDuplicates(list.rows, true);
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
			look: async (looked) => await lookByKey(runtime, looked, options),
			stopped: () => runtime.signal?.aborted === true,
		});

	let left = rows;
	while (left.length > 0) {
		const [first, ...others] = left;
		left = others;
		const outcome = await idAdded(runtime, first, (await write([first], 1)).get(first), options);
		const [result] = resultsOf(first, outcome, options);
		results.push(result);
		if (outcome?.kind === 'refused') continue;
		const stop =
			outcome?.kind === 'written' ? await keyMissing(runtime, result, options) : result.issue;
		if (stop !== null) {
			result.issue = stop;
			return [...results, ...left.map((row) => notWritten(row.plans[0], stop))];
		}
		break;
	}
	const outcomes = await write(left, options.rowsPerRequest);
	for (const row of left) {
		results.push(
			...resultsOf(row, await idAdded(runtime, row, outcomes.get(row), options), options),
		);
	}
	return results;
}

function settledBefore(
	plan: PlanItem,
	guard: NewClientGuard,
	options: ClientApplyOptions,
): AppliedClient | null {
	const holders = guard.clientsByKey.get(foldKey(plan.key)) ?? [];
	if (holders.length > 0) return alreadySo(plan, holders[0].id);
	const near = guard.near(String(plan.after?.name ?? ''));
	if (near.length === 0) return null;
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

async function idAdded(
	runtime: Runtime,
	row: ClientRow,
	outcome: WriteOutcome | undefined,
	options: ClientApplyOptions,
): Promise<WriteOutcome | undefined> {
	if (outcome?.kind !== 'written' || outcome.id !== null) return outcome;
	const seen = (await lookByKey(runtime, [row], options)).get(row);
	return seen?.kind === 'there' ? { ...outcome, id: seen.id } : outcome;
}

async function lookByKey(
	runtime: Runtime,
	rows: ClientRow[],
	options: ClientApplyOptions,
): Promise<Map<ClientRow, Seen>> {
	const { list } = await readClients(runtime, { keyField: options.keyField });
	const { clientsByKey } = guardAgainstDuplicates(list.rows, list.complete);
	const byName = new Map(list.rows.map((client) => [client.name.trim().toLowerCase(), client.id]));
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
			return [row, list.complete ? { kind: 'notThere' } : { kind: 'cannotTell' }];
		}),
	);
}
