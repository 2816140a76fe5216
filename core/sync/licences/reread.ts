import { getLicence, readLicences } from '../../halo/licences';
import { HALO_PAGE_SIZE } from '../../halo/listQuery';
import { readEach } from '../../halo/rowsOfClients';
import type { HaloLicence } from '../../halo/schemas';
import type { Result } from '../../http/failure';
import type { Runtime } from '../../http/types';
import { incompleteList } from '../incompleteList';
import { keyPartOf } from './keyText';
import type { LicencesSeen } from './licencesSeen';
import type { LicenceKeyField } from './policy';
import type { PlanItem } from '../planItem';
import { foldKey, parseLicenceKey } from '../stellrKeys';

/** Halo's licences as they are just before writing. */
export interface FreshLicences {
	/** The whole list; null when single rows were enough. */
	list: HaloLicence[] | null;
	/** Everything that was read. */
	rows: HaloLicence[];
	/** How many licences there are, as far as known. */
	total: number;
	byId(id: number): HaloLicence | null;
	byKey(key: string, keyField: LicenceKeyField): HaloLicence[];
}

/** So many rows are read one by one without asking how long the list is. */
const SINGLE_READS = 5;

/**
 * For so long after it a reading of all licences still says that a key sits at no other client: that it does since would
 * take another run for the same subscription under another mapping, just now. Invoices are not touched by a row that is
 * made all the same: a new one is on none, and the next plan finds both.
 */
const YOUNG = 15 * 60_000;

type Reread = { ok: true; value: FreshLicences } | Extract<Result<never>, { ok: false }>;

/**
 * Reads what is about to be changed, and no more: rows that change by their number, and for new rows those of their
 * clients, where that costs fewer requests than the whole list. A new key needs the whole list unless the plan was made
 * from it just now and it is known to show keys in the same field.
 */
export async function readBeforeWriting(
	runtime: Runtime,
	plans: PlanItem[],
	{ keyField, seen = null }: { keyField: LicenceKeyField; seen?: LicencesSeen | null },
): Promise<Reread> {
	const ids = distinct(plans.map(({ haloId }) => haloId));
	const clientIds = distinct(
		plans.map(({ haloId, after }) => (haloId === null ? Number(after?.client_id) : null)),
	);
	const writesKeys = plans.some(({ action }) => action !== 'update' && action !== 'end');
	const showsKeys = seen !== null && seen.showsKeys && seen.keyField === keyField;
	if (writesKeys && !(showsKeys && isYoung(seen, runtime.now()))) return await readAll(runtime);
	const single = ids.length + clientIds.length;
	if (seen !== null) {
		const pages = Math.ceil(seen.total / HALO_PAGE_SIZE);
		// At the same price the whole list tells more about keys.
		return single < pages || (single === pages && !writesKeys)
			? await readSingly(runtime, ids, clientIds, seen.total)
			: await readAll(runtime);
	}
	if (single <= SINGLE_READS) return await readSingly(runtime, ids, clientIds, 0);
	const { list, rejected, begun } = await readLicences(runtime, { pagesAtMost: single });
	if (begun === undefined) return wholeOrFailure({ list, rejected });
	const known = new Map(list.rows.map((row) => [row.id, row]));
	const others = ids.filter((id) => !known.has(id));
	return await readSingly(runtime, others, clientIds, list.total ?? 0, list.rows);
}

function isYoung(seen: LicencesSeen | null, now: number): boolean {
	const age = seen === null ? Number.NaN : now - Date.parse(seen.readAt);
	return age >= 0 && age <= YOUNG;
}

async function readAll(runtime: Runtime): Promise<Reread> {
	return wholeOrFailure(await readLicences(runtime, {}));
}

function wholeOrFailure({
	list,
	rejected,
}: Pick<Awaited<ReturnType<typeof readLicences>>, 'list' | 'rejected'>): Reread {
	if (!list.complete) {
		return { ok: false, failure: list.failure ?? incompleteList('List Licences', rejected.length) };
	}
	return { ok: true, value: freshFrom(list.rows, { isWhole: true, total: list.rows.length }) };
}

async function readSingly(
	runtime: Runtime,
	ids: number[],
	clientIds: number[],
	total: number,
	known: HaloLicence[] = [],
): Promise<Reread> {
	const read = async (options: Parameters<typeof readLicences>[1]) =>
		await readLicences(runtime, options);
	const atClients = await readEach(clientIds, read);
	if (!atClients.list.complete) return wholeOrFailure(atClients);
	const rows = new Map([...known, ...atClients.list.rows].map((row) => [row.id, row]));
	for (const id of ids.filter((wanted) => !rows.has(wanted))) {
		const row = await getLicence(runtime, id);
		if (row.ok) rows.set(id, row.value);
		else if (row.failure.code !== 'notFound') return { ok: false, failure: row.failure };
	}
	return { ok: true, value: freshFrom([...rows.values()], { isWhole: false, total }) };
}

function freshFrom(
	rows: HaloLicence[],
	{ isWhole, total }: { isWhole: boolean; total: number },
): FreshLicences {
	const byId = new Map(rows.map((row) => [row.id, row]));
	const byKey = new Map<LicenceKeyField, Map<string, HaloLicence[]>>();
	return {
		list: isWhole ? rows : null,
		rows,
		total,
		byId: (id) => byId.get(id) ?? null,
		byKey: (key, keyField) => {
			const holders = byKey.get(keyField) ?? holdersByKey(rows, keyField);
			byKey.set(keyField, holders);
			return holders.get(foldKey(key)) ?? [];
		},
	};
}

function holdersByKey(rows: HaloLicence[], keyField: LicenceKeyField): Map<string, HaloLicence[]> {
	const holders = new Map<string, HaloLicence[]>();
	for (const row of rows) {
		const key = parseLicenceKey(keyPartOf(keyField, row.texts[keyField] ?? null))?.key;
		if (key !== undefined) holders.set(key, [...(holders.get(key) ?? []), row]);
	}
	return holders;
}

function distinct(ids: Array<number | null>): number[] {
	return [...new Set(ids.filter((id): id is number => id !== null && Number.isInteger(id)))];
}
