import { getLicence, readLicences } from '../../halo/licences';
import { HALO_PAGE_SIZE } from '../../halo/listQuery';
import type { HaloLicence } from '../../halo/schemas';
import type { Runtime } from '../../http/types';
import type { Seen } from '../batchWrite';
import { keyPartOf } from './keyText';
import { fieldOf, holds, sameField } from './compare';
import type { LicenceKeyField } from './policy';
import type { LicenceRow } from './write';
import { foldKey, parseLicenceKey } from '../stellrKeys';

/**
 * Whether rows are in Halo as written, after an answer that did not tell: existing rows by their content, new ones by
 * their key among the client's rows. Where keys cannot be seen, a new row cannot be told from an old one.
 */
export async function lookForLicences(
	runtime: Runtime,
	rows: LicenceRow[],
	keyField: LicenceKeyField,
	link: 'key' | 'map',
): Promise<Map<LicenceRow, Seen>> {
	const lists = new ListsOfClients(runtime, link === 'key' ? rows : []);
	const seen = new Map<LicenceRow, Seen>();
	for (const row of rows) {
		seen.set(
			row,
			row.plan.haloId === null
				? await lookForNew(row, lists, keyField, link)
				: await lookForExisting(runtime, row.plan.haloId, row, lists),
		);
	}
	return seen;
}

async function lookForExisting(
	runtime: Runtime,
	id: number,
	{ plan, clientId }: LicenceRow,
	lists: ListsOfClients,
): Promise<Seen> {
	let row = clientId === null ? undefined : await lists.rowAmongSeveral(clientId, id);
	if (row === undefined || mayHide(row, plan.after)) {
		const now = await getLicence(runtime, id);
		if (!now.ok) return { kind: 'cannotTell' };
		row = now.value;
	}
	return holds(row, plan.after) ? { kind: 'there', id } : { kind: 'notThere' };
}

/** Whether all that speaks against the row being as written is what its list does not show, and may leave out. */
function mayHide(row: HaloLicence, fields: Record<string, unknown> | null): boolean {
	const others = Object.entries(fields ?? {}).filter(
		([field, value]) => !sameField(row, field, value),
	);
	return others.length > 0 && others.every(([field]) => fieldOf(row, field) === null);
}

async function lookForNew(
	{ plan }: LicenceRow,
	lists: ListsOfClients,
	keyField: LicenceKeyField,
	link: 'key' | 'map',
): Promise<Seen> {
	const clientId = Number(plan.after?.client_id);
	if (link === 'map' || !Number.isInteger(clientId)) return { kind: 'cannotTell' };
	const known = await lists.of(clientId);
	if (known === null) return { kind: 'cannotTell' };
	const found = known.find(
		(entry) =>
			parseLicenceKey(keyPartOf(keyField, entry.texts[keyField] ?? null))?.key ===
			foldKey(plan.key),
	);
	return found === undefined ? { kind: 'notThere' } : { kind: 'there', id: found.id };
}

/** The lists of clients, each read once at the most. */
class ListsOfClients {
	private readonly whole = new Map<number, HaloLicence[] | null>();

	/** Lists that are read only while they cost fewer requests than their rows one by one. */
	private readonly short = new Map<number, HaloLicence[]>();

	constructor(
		private readonly runtime: Runtime,
		/** Rows that were there before and of which a list says as much as the row itself. */
		private readonly wanted: LicenceRow[],
	) {}

	/** The client's rows; null when they could not all be read. */
	async of(clientId: number): Promise<HaloLicence[] | null> {
		const known = this.whole.get(clientId);
		if (known !== undefined) return known;
		const { list } = await readLicences(this.runtime, { clientId });
		const rows = list.complete ? list.rows : null;
		this.whole.set(clientId, rows);
		return rows;
	}

	/** A row by its number where several of its client are looked for, so that one request stands for all of them. */
	async rowAmongSeveral(clientId: number, id: number): Promise<HaloLicence | undefined> {
		let rows = this.short.get(clientId);
		if (rows === undefined) {
			const count = this.wanted.filter((row) => row.clientId === clientId).length;
			if (count < 2) return undefined;
			const pagesAtMost = count - 1;
			// A list that tells no total would else be read to its end, and may hold the rows of everybody.
			const limit = pagesAtMost * HALO_PAGE_SIZE;
			const { list } = await readLicences(this.runtime, { clientId, pagesAtMost, limit });
			rows = list.rows;
			this.short.set(clientId, rows);
		}
		return rows.find((row) => row.id === id);
	}
}
