import type { Result } from '../http/failure';
import type { Runtime } from '../http/types';
import { pageQuery } from './listQuery';
import {
	readList,
	readOne,
	readPage,
	unexpectedShape,
	writeRows,
	type ListReading,
	type PagedRecords,
	type WrittenRow,
} from './lists';
import { rawLicenceSchema } from './rawLicence';
import { readRecord, recordReader } from './rejected';
import type { HaloLicence } from './schemas';

const LICENCES = { path: '/SoftwareLicence', key: 'licences' };
const LICENCE_LIST = { ...LICENCES, doing: 'List Licences' };
const parseLicence = recordReader<HaloLicence>(rawLicenceSchema, 'licence');

/**
 * All licences, or those of one client; always the inactive ones too. A snapshot that hides a row would make the next
 * run create it again.
 */
export async function readLicences(
	runtime: Runtime,
	options: { clientId?: number } & Omit<ListReading<HaloLicence>, 'parse'> = {},
): Promise<PagedRecords<HaloLicence>> {
	const { clientId, ...reading } = options;
	return await readList<HaloLicence>(
		runtime,
		LICENCE_LIST,
		{ includeinactive: true, ...(clientId === undefined ? {} : { client_id: clientId }) },
		{ ...reading, parse: parseLicence },
	);
}

/** One page of the list of all licences; rows on it that cannot be understood are left out. */
export async function readLicencePage(
	runtime: Runtime,
	pageNo: number,
): Promise<Result<HaloLicence[]>> {
	const query = { includeinactive: true, ...pageQuery(pageNo) };
	const page = await readPage(runtime, LICENCE_LIST, query);
	if (!page.ok) return page;
	const records = page.value.rows.map((raw) => parseLicence(raw, page.requestId));
	return { ...page, value: records.flatMap((record) => (record.ok ? [record.value] : [])) };
}

/** One licence with its details. */
export async function getLicence(runtime: Runtime, id: number): Promise<Result<HaloLicence>> {
	const doing = 'Get Licence';
	const answer = await readOne(runtime, { ...LICENCES, doing }, id, { includedetails: true });
	if (!answer.ok) return answer;
	const read = readRecord<HaloLicence>(rawLicenceSchema, answer.value, 'licence', answer.requestId);
	if (!read.ok) {
		return { ok: false, failure: unexpectedShape(doing, answer.requestId, read.rejected.issue) };
	}
	return { ok: true, value: read.value, requestId: answer.requestId };
}

/** Creates licences (no `id`) or changes the fields sent (with `id`); both may stand in one array. */
export async function postLicences(
	runtime: Runtime,
	rows: Array<Record<string, unknown>>,
): Promise<Result<WrittenRow[]>> {
	return await writeRows(runtime, { ...LICENCES, doing: 'Save Licences' }, rows);
}
