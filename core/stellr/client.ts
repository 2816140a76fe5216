import { call } from '../http/call';
import type { ApiFailure, ListRead, Result } from '../http/failure';
import { readAllPages } from '../http/paging';
import type { Runtime } from '../http/types';
import { pageOf, singleOf } from './answerShape';
import type { RecordRead, RejectedRecord } from './rejected';
import type { StellrSettings } from './settings';

/** One Stellr account, as core needs it. */
export interface StellrAccount {
	runtime: Runtime;
	/** Label that namespaces every id. */
	account: string;
	settings: StellrSettings;
}

export interface ReadOptions {
	limit?: number;
	includeRaw?: boolean;
	/** Leave the list after its first page when the whole has more pages than this. */
	pagesAtMost?: number;
}

/** A list as canonical records, and beside it the records that could not be understood. */
export interface RecordsRead<T> {
	list: ListRead<T>;
	rejected: RejectedRecord[];
}

interface ListSource<T> {
	doing: string;
	path: string;
	idOf(raw: unknown): string | null;
	parse(raw: unknown, requestId: string | null): RecordRead<T>;
}

/**
 * Reads a list to its end, each page's records at once, so that of a long list no more than one page is held as Stellr
 * sent it. Page number and size are always sent: without them Stellr answers 200 with no records. Records that are not
 * understood count as read, for `complete` and for `total`.
 */
export async function readList<T>(
	{ runtime, settings }: StellrAccount,
	source: ListSource<T>,
	options: ReadOptions,
): Promise<RecordsRead<T>> {
	const about = { api: 'stellr' as const, doing: source.doing };
	const read = async (pageNo: number) => {
		const answer = await call(runtime, about, {
			method: 'GET',
			path: source.path,
			query: { pageNo, pageSize: settings.pageSize },
		});
		if (!answer.ok) return answer;
		const page = pageOf(answer.value, settings);
		if (page === null) return unexpected(source.doing, answer.requestId);
		const { requestId } = answer;
		const rows = page.rows.map((raw) => ({
			// A record without an id is told apart by what it holds, so that it still reaches Needs Attention.
			id: source.idOf(raw) ?? JSON.stringify(raw),
			// A rejected record names the request that brought it.
			record: source.parse(raw, requestId),
		}));
		return { ok: true as const, value: { rows, total: page.total }, requestId };
	};
	const list = await readAllPages(
		runtime,
		{ about, read, idOf: ({ id }) => id },
		{
			pageSize: settings.pageSize,
			limit: options.limit,
			...(options.pagesAtMost === undefined ? {} : { pagesAtMost: options.pagesAtMost }),
		},
	);
	const rows: T[] = [];
	const rejected: RejectedRecord[] = [];
	for (const { record } of list.rows) {
		if (record.ok) rows.push(record.value);
		else rejected.push(record.rejected);
	}
	return { list: { ...list, rows }, rejected };
}

/** Reads one record; a record that is not understood is a value too. */
export async function readOne<T>(
	{ runtime }: StellrAccount,
	source: Pick<ListSource<T>, 'doing' | 'path' | 'parse'>,
): Promise<Result<RecordRead<T>>> {
	const answer = await call(
		runtime,
		{ api: 'stellr', doing: source.doing },
		{ method: 'GET', path: source.path },
	);
	if (!answer.ok) return answer;
	const raw = singleOf(answer.value);
	// An unknown number may be answered with 200 and nothing.
	if (raw === null || Object.keys(raw).length === 0)
		return notThere(source.doing, answer.requestId);
	return { ...answer, value: source.parse(raw, answer.requestId) };
}

function failure(code: ApiFailure['code'], doing: string, requestId: string | null) {
	return {
		ok: false as const,
		failure: {
			code,
			api: 'stellr' as const,
			doing,
			status: 200,
			vendorText: null,
			requestId,
			uncertain: false,
		},
	};
}

const unexpected = (doing: string, requestId: string | null) =>
	failure('unexpectedShape', doing, requestId);
const notThere = (doing: string, requestId: string | null) => failure('notFound', doing, requestId);
