import { getLicence, postLicences, readLicences } from '../../halo/licences';
import type { HaloLicence } from '../../halo/schemas';
import type { Runtime } from '../../http/types';
import { applyIssues } from '../../words/applyIssues';
import { writeInBatches, type RowToWrite, type Seen } from '../batchWrite';
import { foldKey, parseLicenceKey } from '../stellrKeys';
import { keyPartOf } from './keyText';
import type { LicenceKeyField } from './policy';
import type { AppliedLicence, LicenceApplyOptions } from './write';

/** Rows on a page of Halo's lists: what reading the whole list costs. */
const PAGE = 100;

/**
 * Halo has no unique keys: two runs at one moment may each create the row that the other creates. So what was created
 * is read back by key; of several rows with one key the lowest id stays, and every run makes the others inactive.
 * Completes ids that Halo's answer left out.
 */
export async function withoutDuplicates(
	runtime: Runtime,
	created: AppliedLicence[],
	/** The whole list before anything was written; tells what reading it again costs. */
	listed: number,
	options: LicenceApplyOptions,
): Promise<AppliedLicence[]> {
	if (created.length === 0) return [];
	const rows = await rowsOfCreated(runtime, created, listed);
	if (rows === null) return created.map((result) => notReadBack(result, options));
	const live = rows.filter((row) => !row.deleted);
	const superfluous: HaloLicence[] = [];
	const settled = created.map((result) => {
		const holders = holdersOf(result.plan.key, live, options.keyField);
		const [kept, ...others] = holders.filter((row) => row.active);
		if (holders.length === 0) return keyUnseen(result, options);
		if (kept === undefined) return withId(result, holders[0].id, options);
		superfluous.push(...others);
		const inactive = holders.filter((row) => row !== kept).map((row) => row.id);
		if (inactive.length === 0) return withId(result, kept.id, options);
		const name = options.nameOf(result.plan);
		return { ...result, haloId: kept.id, issue: applyIssues.madeTwice(name, kept.id, inactive) };
	});
	if (superfluous.length === 0) return settled;
	const open = await makeInactive(runtime, superfluous, options);
	return settled.map((result) => {
		const still = holdersOf(result.plan.key, open, options.keyField).map((row) => row.id);
		if (still.length === 0 || result.haloId === null) return result;
		const name = options.nameOf(result.plan);
		return { ...result, issue: applyIssues.stillTwice(name, result.haloId, still) };
	});
}

interface SuperfluousRow extends RowToWrite {
	row: HaloLicence;
}

/** Rows of which Halo did not confirm that they are inactive now. */
async function makeInactive(
	runtime: Runtime,
	superfluous: HaloLicence[],
	options: LicenceApplyOptions,
): Promise<HaloLicence[]> {
	const rows = [...new Set(superfluous)].map((row): SuperfluousRow => {
		return { row, body: { id: row.id, is_active: false } };
	});
	const outcomes = await writeInBatches<SuperfluousRow>(rows, {
		size: options.rowsPerRequest,
		post: async (bodies) => await postLicences(runtime, bodies),
		look: async (looked) => await lookWhetherInactive(runtime, looked),
		stopped: () => runtime.signal?.aborted === true,
	});
	return rows.filter((row) => outcomes.get(row)?.kind !== 'written').map(({ row }) => row);
}

async function lookWhetherInactive(
	runtime: Runtime,
	rows: SuperfluousRow[],
): Promise<Map<SuperfluousRow, Seen>> {
	const seen = new Map<SuperfluousRow, Seen>();
	for (const row of rows) {
		const now = await getLicence(runtime, row.row.id);
		if (!now.ok) seen.set(row, { kind: 'cannotTell' });
		else if (now.value.active) seen.set(row, { kind: 'notThere' });
		else seen.set(row, { kind: 'there', id: row.row.id });
	}
	return seen;
}

/** The whole list, or the lists of the clients in question when these are fewer requests. Null when one came short. */
async function rowsOfCreated(
	runtime: Runtime,
	created: AppliedLicence[],
	listed: number,
): Promise<HaloLicence[] | null> {
	const clients = new Set(created.map(({ plan }) => Number(plan.after?.client_id)));
	const pages = Math.ceil((listed + created.length) / PAGE);
	const queries = clients.size < pages ? [...clients].map((clientId) => ({ clientId })) : [{}];
	const rows: HaloLicence[] = [];
	for (const query of queries) {
		const { list } = await readLicences(runtime, query);
		if (!list.complete) return null;
		rows.push(...list.rows);
	}
	return rows;
}

function holdersOf(key: string, rows: HaloLicence[], keyField: LicenceKeyField): HaloLicence[] {
	const folded = foldKey(key);
	return rows
		.filter((row) => {
			const text = keyPartOf(keyField, row.texts[keyField] ?? null);
			return parseLicenceKey(text)?.key === folded;
		})
		.sort((a, b) => a.id - b.id);
}

/** Older rows may show keys that Halo keeps no longer: then only the saved map can remember the pair. */
function keyUnseen(result: AppliedLicence, options: LicenceApplyOptions): AppliedLicence {
	if (result.haloId === null || result.issue !== null) return withId(result, null, options);
	if (options.hasSavedState) return { ...result, link: 'map' };
	const name = options.nameOf(result.plan);
	return { ...result, issue: applyIssues.ownKeyNotVisible(name, options.keyField) };
}

function withId(
	result: AppliedLicence,
	haloId: number | null,
	options: LicenceApplyOptions,
): AppliedLicence {
	if (result.haloId !== null) return result;
	const name = options.nameOf(result.plan);
	const issue = haloId === null ? applyIssues.writtenWithoutId(name, result.requestId) : null;
	return { ...result, haloId, issue };
}

function notReadBack(result: AppliedLicence, options: LicenceApplyOptions): AppliedLicence {
	if (result.issue !== null) return result;
	return { ...result, issue: applyIssues.notReadBack(options.nameOf(result.plan), result.haloId) };
}
