import { call } from '../http/call';
import type { ApiFailure, ListRead, Result } from '../http/failure';
import { readAllPages, type FirstPage } from '../http/paging';
import type { Runtime } from '../http/types';
import { isRecord, rowsOfList, rowsOfWrite } from './answers';
import { HALO_PAGE_SIZE, pageQuery, type HaloQuery } from './listQuery';
import { idOfRow, type RecordRead, type RecordsRead, type RejectedRecord } from './rejected';

/** The three ways in which everything at Halo is reached: a whole list, one row, and a write of rows. */
export interface HaloResource {
	/** Below the Resource Server, which ends in `/api`. */
	path: string;
	/** The list's name in its envelope. */
	key: string;
	/** What is being done, in Halo's words: "List Clients". */
	doing: string;
}

/** A row of a list, read as soon as its page was there. */
export interface ListRow<T> {
	/** Tells rows apart. A row without an id must still reach Needs Attention: it is told apart by what it holds. */
	id: string;
	record: RecordRead<T>;
}

export interface ListReading<T> {
	/** Reads one row as Halo sent it. */
	parse: (raw: unknown, requestId: string | null) => RecordRead<T>;
	limit?: number;
	/** Leave the list after its first page when the whole has more pages than this; `begun` then holds that page. */
	pagesAtMost?: number;
	/** The first page, where an earlier reading left the list after it. */
	begun?: FirstPage<ListRow<T>>;
}

export interface PagedRecords<T> extends RecordsRead<T> {
	/** The first page of a list that was left after it. */
	begun?: FirstPage<ListRow<T>>;
}

/**
 * A whole list as canonical records. Rows are read page by page, so that of a long list no more than one page is held as
 * Halo sent it. Rows that are not understood count as read, for `complete` and for `total`.
 */
export async function readList<T>(
	runtime: Runtime,
	resource: HaloResource,
	query: HaloQuery,
	reading: ListReading<T>,
): Promise<PagedRecords<T>> {
	const { parse, limit, pagesAtMost, begun } = reading;
	const list = await readAllPages<ListRow<T>>(
		runtime,
		{
			about: { api: 'halo', doing: resource.doing },
			read: async (pageNo) => {
				const page = await readPage(runtime, resource, { ...query, ...pageQuery(pageNo) });
				if (!page.ok) return page;
				const rows = page.value.rows.map((raw) => ({
					id: idOfRow(raw) ?? JSON.stringify(raw),
					record: parse(raw, page.requestId),
				}));
				return { ...page, value: { rows, total: page.value.total } };
			},
			idOf: ({ id }) => id,
		},
		{
			pageSize: HALO_PAGE_SIZE,
			...(limit === undefined ? {} : { limit }),
			...(pagesAtMost === undefined ? {} : { pagesAtMost }),
		},
		begun,
	);
	const { total, requestId, readAt } = list;
	return {
		...sorted(list),
		...(list.pagesTooMany === undefined
			? {}
			: { begun: { rows: list.rows, total, requestId, readAt } }),
	};
}

/** What was understood, and what was not. */
function sorted<T>(list: ListRead<ListRow<T>>): RecordsRead<T> {
	const rows: T[] = [];
	const rejected: RejectedRecord[] = [];
	const rowRequestIds: Array<string | null> = [];
	list.rows.forEach(({ record }, at) => {
		if (record.ok) {
			rows.push(record.value);
			rowRequestIds.push(list.rowRequestIds?.[at] ?? list.requestId);
		} else rejected.push(record.rejected);
	});
	return { list: { ...list, rows, rowRequestIds }, rejected };
}

/** One page, for search boxes. */
export async function readPage(
	runtime: Runtime,
	resource: HaloResource,
	query: HaloQuery,
): Promise<Result<{ rows: unknown[]; total: number | null }>> {
	const { path, key, doing } = resource;
	const answer = await call(runtime, { api: 'halo', doing }, { method: 'GET', path, query });
	if (!answer.ok) return answer;
	const page = rowsOfList(answer.value, key);
	if (page === null) return { ok: false, failure: unexpectedShape(doing, answer.requestId) };
	return { ok: true, value: page, requestId: answer.requestId };
}

/** One row by its id; the bare object and `{ clients: [ … ] }` have both been seen. */
export async function readOne(
	runtime: Runtime,
	resource: HaloResource,
	id: number,
	query: HaloQuery,
): Promise<Result<unknown>> {
	const { path, key, doing } = resource;
	const answer = await call(
		runtime,
		{ api: 'halo', doing },
		{ method: 'GET', path: `${path}/${id}`, query },
	);
	if (!answer.ok) return answer;
	const row = rowsOfWrite(answer.value, key)[0];
	if (row === undefined || (idOfRow(row) !== null && idOfRow(row) !== String(id))) {
		return { ok: false, failure: unexpectedShape(doing, answer.requestId) };
	}
	return { ok: true, value: row, requestId: answer.requestId };
}

/** A row that Halo says it wrote. */
export interface WrittenRow {
	id: number | null;
	name: string | null;
	clientId: number | null;
}

/**
 * Writes rows; Halo takes arrays only, for one row as well. What was written comes back in the order sent if the
 * answer allows, else as an empty array: then the caller looks the rows up by their key.
 */
export async function writeRows(
	runtime: Runtime,
	resource: HaloResource,
	rows: Array<Record<string, unknown>>,
): Promise<Result<WrittenRow[]>> {
	const { path, key, doing } = resource;
	const answer = await call(runtime, { api: 'halo', doing }, { method: 'POST', path, body: rows });
	if (!answer.ok) return answer;
	const answered = rowsOfWrite(answer.value, key);
	const value = answered.length === rows.length ? answered.map(writtenRow) : [];
	return { ...answer, value };
}

/** An answer that came but is not what was asked for; `words` when a record in it has its own. */
export function unexpectedShape(
	doing: string,
	requestId: string | null,
	words?: { message: string; remedy: string },
): ApiFailure {
	return {
		code: 'unexpectedShape',
		api: 'halo',
		doing,
		status: 200,
		vendorText: null,
		requestId,
		uncertain: false,
		...(words === undefined ? {} : { words: { message: words.message, remedy: words.remedy } }),
	};
}

function writtenRow(row: unknown): WrittenRow {
	const id = Number(idOfRow(row) ?? Number.NaN);
	const { name, client_id: clientId } = isRecord(row) ? row : {};
	return {
		id: Number.isInteger(id) ? id : null,
		name: typeof name === 'string' ? name : null,
		clientId: typeof clientId === 'number' ? clientId : null,
	};
}
