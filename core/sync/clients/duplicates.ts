import { getClient, readClients } from '../../halo/clients';
import { postClients } from '../../halo/clientWrites';
import type { KeyField } from '../../halo/keyField';
import type { HaloClient } from '../../halo/schemas';
import type { Runtime } from '../../http/types';
import { applyIssues } from '../../words/applyIssues';
import { writeInBatches, type RowToWrite, type Seen } from '../batchWrite';
import { foldKey } from '../stellrKeys';
import { keyFieldName } from './keyFieldText';
import type { AppliedClient, ClientApplyOptions } from './apply';

/** What the list before the creation showed. */
export interface ClientsBefore {
	newestId: number;
	/** The list leaves the keys out, so that each client costs a request of its own. */
	keyFieldIgnored: boolean;
}

/**
 * Halo has no unique keys: two runs at one moment may each create the client that the other creates. So after creating
 * the clients are read again; of several with one key the lowest id stays, and every run makes the others inactive.
 */
export async function withoutDuplicateClients(
	runtime: Runtime,
	results: AppliedClient[],
	before: ClientsBefore,
	options: ClientApplyOptions,
): Promise<AppliedClient[]> {
	const { keyField } = options;
	if (keyField === null || !results.some(isCreated)) return results;
	const { rows: clients, complete } = await clientsNow(runtime, before, keyField);
	if (!complete) {
		return results.map((result) =>
			isCreated(result) && result.issue === null
				? { ...result, issue: applyIssues.notReadBack(options.nameOf(result.plan), result.haloId) }
				: result,
		);
	}
	const superfluous: HaloClient[] = [];
	const settled = results.map((result) => {
		if (!isCreated(result)) return result;
		const holders = holdersOf(result.plan.key, clients);
		if (holders.length === 0) return keyUnseen(result, keyField, options);
		const [kept, ...others] = holders.filter((client) => !client.inactive);
		if (kept === undefined || holders.length === 1) return result;
		superfluous.push(...others);
		const inactive = holders.filter((client) => client !== kept).map(({ id }) => id);
		const name = options.nameOf(result.plan);
		return { ...result, haloId: kept.id, issue: applyIssues.madeTwice(name, kept.id, inactive) };
	});
	if (superfluous.length === 0) return settled;
	const open = await makeInactive(runtime, superfluous, keyField, options);
	return settled.map((result) => {
		const still = holdersOf(result.plan.key, open).map(({ id }) => id);
		if (!isCreated(result) || still.length === 0 || result.haloId === null) return result;
		const name = options.nameOf(result.plan);
		return { ...result, issue: applyIssues.stillTwice(name, result.haloId, still) };
	});
}

function isCreated({ outcome }: AppliedClient): boolean {
	return outcome === 'written';
}

/** Older clients may show keys that Halo keeps no longer. */
function keyUnseen(
	result: AppliedClient,
	keyField: KeyField,
	options: ClientApplyOptions,
): AppliedClient {
	if (result.issue !== null) return result;
	const name = options.nameOf(result.plan);
	return { ...result, issue: applyIssues.ownKeyNotStored(name, keyFieldName(keyField)) };
}

function holdersOf(key: string, clients: HaloClient[]): HaloClient[] {
	const folded = foldKey(key);
	return clients
		.filter(({ stellrKeys }) => stellrKeys.some((stored) => foldKey(stored) === folded))
		.sort((a, b) => a.id - b.id);
}

/** Clients with their keys as they are after a write; where the list hides the keys, the ones that came since only. */
export async function clientsNow(
	runtime: Runtime,
	before: ClientsBefore,
	keyField: KeyField | null,
): Promise<{ rows: HaloClient[]; complete: boolean }> {
	const lean = { website: false, microsoftTenants: false };
	if (keyField === null || !before.keyFieldIgnored) {
		const { list } = await readClients(runtime, { ...lean, keyField });
		return { rows: list.rows, complete: list.complete };
	}
	const { list } = await readClients(runtime, { ...lean, keyField: null });
	const rows: HaloClient[] = [];
	for (const { id } of list.rows.filter((client) => client.id > before.newestId)) {
		const details = await getClient(runtime, id, keyField);
		if (!details.ok) return { rows, complete: false };
		rows.push(details.value.client);
	}
	return { rows, complete: list.complete };
}

interface SuperfluousClient extends RowToWrite {
	client: HaloClient;
}

/** Clients of which Halo did not confirm that they are inactive now. */
async function makeInactive(
	runtime: Runtime,
	superfluous: HaloClient[],
	keyField: KeyField,
	options: ClientApplyOptions,
): Promise<HaloClient[]> {
	const rows = [...new Set(superfluous)].map((client): SuperfluousClient => {
		return { client, body: { id: client.id, inactive: true } };
	});
	const look = async (looked: SuperfluousClient[]) => {
		const seen = new Map<SuperfluousClient, Seen>();
		for (const row of looked) {
			const { id } = row.client;
			const now = await getClient(runtime, id, keyField);
			if (!now.ok) seen.set(row, { kind: 'cannotTell' });
			else seen.set(row, now.value.client.inactive ? { kind: 'there', id } : { kind: 'notThere' });
		}
		return seen;
	};
	const outcomes = await writeInBatches<SuperfluousClient>(rows, {
		size: options.rowsPerRequest,
		post: async (bodies) => await postClients(runtime, bodies),
		look,
		stopped: () => runtime.signal?.aborted === true,
	});
	return rows.filter((row) => outcomes.get(row)?.kind !== 'written').map(({ client }) => client);
}
