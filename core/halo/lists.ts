import { call } from '../http/call';
import type { ApiFailure, ListRead, Result } from '../http/failure';
import { readAllPages } from '../http/paging';
import type { Runtime } from '../http/types';
import { rowsOfList, rowsOfWrite } from './answers';
import { HALO_PAGE_SIZE, pageQuery, type HaloQuery } from './listQuery';
import { idOfRow } from './rejected';

/** The three ways in which everything at Halo is reached: a whole list, one row, and a write of rows. */
export interface HaloResource {
	/** Below the Resource Server, which ends in `/api`. */
	path: string;
	/** The list's name in its envelope. */
	key: string;
	/** What is being done, in Halo's words: "List Clients". */
	doing: string;
}

export async function readList(
	runtime: Runtime,
	resource: HaloResource,
	query: HaloQuery,
	limit?: number,
): Promise<ListRead<unknown>> {
	return await readAllPages<unknown>(
		runtime,
		{
			about: { api: 'halo', doing: resource.doing },
			read: async (pageNo) => await readPage(runtime, resource, { ...query, ...pageQuery(pageNo) }),
			// A row without an id must still reach Needs Attention: it is told apart by what it holds.
			idOf: (row) => idOfRow(row) ?? JSON.stringify(row),
		},
		{ pageSize: HALO_PAGE_SIZE, ...(limit === undefined ? {} : { limit }) },
	);
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
	return { ok: true, value, requestId: answer.requestId };
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
	const name = typeof row === 'object' && row !== null && 'name' in row ? row.name : null;
	return {
		id: Number.isInteger(id) ? id : null,
		name: typeof name === 'string' ? name : null,
	};
}
