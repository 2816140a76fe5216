import type { Result } from '../http/failure';
import type { Runtime } from '../http/types';
import { readList, readOne, unexpectedShape, writeRows, type WrittenRow } from './lists';
import { rawLicenceSchema } from './rawLicence';
import { readRecord, readRecords, type RecordsRead } from './rejected';
import type { HaloLicence } from './schemas';

const LICENCES = { path: '/SoftwareLicence', key: 'licences' };

/**
 * All licences, or those of one client; always the inactive ones too. A snapshot that hides a row would make the next
 * run create it again.
 */
export async function readLicences(
	runtime: Runtime,
	options: { clientId?: number } = {},
): Promise<RecordsRead<HaloLicence>> {
	const list = await readList(
		runtime,
		{ ...LICENCES, doing: 'List Licences' },
		{
			includeinactive: true,
			...(options.clientId === undefined ? {} : { client_id: options.clientId }),
		},
	);
	return readRecords<HaloLicence>(rawLicenceSchema, list, 'licence');
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
