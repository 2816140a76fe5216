import type { HaloClient } from '../halo/schemas';
import type { MappingEntry } from '../matching';
import type { StellrCustomer } from '../stellr/schemas';
import { customerKey, foldKey } from '../sync/stellrKeys';
import { importWords, type LineWords } from '../words/mappingImport';

/** What both sides really show, as far as it was given. */
export interface Visible {
	/** Null when no customers were given. */
	customers: {
		byKey: ReadonlyMap<string, StellrCustomer>;
		/** Labels of the accounts they are of. */
		accounts: readonly string[];
		complete: boolean;
	} | null;
	clients: { byId: ReadonlyMap<number, HaloClient>; complete: boolean } | null;
}

export type Checked = { ok: true; entry: MappingEntry } | { ok: false; words: LineWords };

/**
 * Checks a new or changed line against what both sides show, and fills in empty names. A name beside an id that it does
 * not belong to is refused: that is what a spreadsheet looks like in which one column was sorted alone.
 */
export function checkVisible(
	entry: MappingEntry,
	known: MappingEntry | null,
	visible: Visible,
): Checked {
	const customer = customerOf(entry, visible);
	if (customer !== null && 'words' in customer) return { ok: false, words: customer.words };
	const client = clientOf(entry, visible);
	if (client !== null && 'words' in client) return { ok: false, words: client.words };
	const stellrName = customer?.found.name ?? null;
	if (!belongs(entry.stellrName, stellrName, known?.stellrName ?? null)) {
		const key = customerKey(entry);
		const words = importWords.otherCustomerName(key, entry.stellrName ?? '', stellrName ?? '');
		return { ok: false, words };
	}
	const haloName = client?.found.name ?? null;
	const sameClient = known !== null && known.haloClientId === entry.haloClientId;
	if (!belongs(entry.haloClientName, haloName, sameClient ? known.haloClientName : null)) {
		const id = entry.haloClientId ?? 0;
		const words = importWords.otherClientName(id, entry.haloClientName ?? '', haloName ?? '');
		return { ok: false, words };
	}
	return {
		ok: true,
		entry: {
			...entry,
			stellrName: entry.stellrName ?? stellrName,
			haloClientName: entry.haloClientName ?? haloName,
		},
	};
}

function customerOf(
	entry: MappingEntry,
	{ customers }: Visible,
): { found: StellrCustomer } | { words: LineWords } | null {
	if (customers === null) return null;
	const found = customers.byKey.get(foldKey(customerKey(entry)));
	if (found !== undefined) return { found };
	const { account, customerNo } = entry;
	const { accounts, complete } = customers;
	const shown = accounts.length === 0 ? 'no account' : accounts.join(', ');
	const isSeen = accounts.some((label) => foldKey(label) === foldKey(account));
	if (!isSeen && complete) return { words: importWords.noAccount(account, shown) };
	return { words: importWords.noCustomer(account, customerNo, shown, complete) };
}

function clientOf(
	{ haloClientId }: MappingEntry,
	{ clients }: Visible,
): { found: HaloClient } | { words: LineWords } | null {
	if (clients === null || haloClientId === null) return null;
	const found = clients.byId.get(haloClientId);
	return found === undefined
		? { words: importWords.noClient(haloClientId, clients.complete) }
		: { found };
}

/** An empty cell contradicts nothing, nor does a record without a name; a name may be the one that was saved. */
function belongs(written: string | null, real: string | null, saved: string | null): boolean {
	if (written === null || real === null) return true;
	return plain(written) === plain(real) || (saved !== null && plain(written) === plain(saved));
}

function plain(name: string): string {
	return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}
