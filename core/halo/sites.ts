import type { Result } from '../http/failure';
import type { Runtime } from '../http/types';
import {
	readList,
	readOne,
	unexpectedShape,
	writeRows,
	type ListReading,
	type PagedRecords,
	type WrittenRow,
} from './lists';
import { readRecord, recordReader } from './rejected';
import { rawSiteSchema, type HaloSite } from './siteSchemas';

const SITES = { path: '/Site', key: 'sites' };

/** All sites with their addresses, or those of one client; inactive ones included: ceil(sites ÷ 100) requests. */
export async function readSites(
	runtime: Runtime,
	options: { clientId?: number } & Pick<ListReading<HaloSite>, 'pagesAtMost' | 'begun'> = {},
): Promise<PagedRecords<HaloSite>> {
	const { clientId, ...reading } = options;
	return await readList<HaloSite>(
		runtime,
		{ ...SITES, doing: 'List Sites' },
		{
			includeaddress: true,
			includeactive: true,
			includeinactive: true,
			...(clientId === undefined ? {} : { client_id: clientId }),
		},
		{ ...reading, parse: recordReader<HaloSite>(rawSiteSchema, 'site') },
	);
}

/** One site with both addresses, country and region, which the list may leave out. */
export async function getSite(runtime: Runtime, id: number): Promise<Result<HaloSite>> {
	const doing = 'Get Site';
	const answer = await readOne(runtime, { ...SITES, doing }, id, { includedetails: true });
	if (!answer.ok) return answer;
	const read = readRecord<HaloSite>(rawSiteSchema, answer.value, 'site', answer.requestId);
	if (!read.ok) {
		return { ok: false, failure: unexpectedShape(doing, answer.requestId, read.rejected.issue) };
	}
	return { ok: true, value: read.value, requestId: answer.requestId };
}

/** Creates sites (no `id`) or changes the fields sent (with `id`). */
export async function postSites(
	runtime: Runtime,
	rows: Array<Record<string, unknown>>,
): Promise<Result<WrittenRow[]>> {
	return await writeRows(runtime, { ...SITES, doing: 'Update Site' }, rows);
}
