import type { ListRead } from '../http/failure';
import { inParallel } from '../http/inParallel';
import type { PagedRecords } from './lists';
import { HALO_AT_ONCE } from './pace';
import type { RecordsRead, RejectedRecord } from './rejected';

/** Rows of some clients, by whichever way costs fewer requests. */
export interface RowsOfClients<T> extends RecordsRead<T> {
	/** `all`: the whole list was read, so that it holds the rows of everybody else too. */
	scope: 'all' | 'clients';
	/** What the whole list costs, where it was not read. */
	pagesOfAll: number | null;
	/** Its first page, where it was read and left. */
	begun?: PagedRecords<T>['begun'];
}

type ReadRows<T> = (
	options: { clientId?: number } & Pick<PagedRecords<T>, 'begun'> & { pagesAtMost?: number },
) => Promise<PagedRecords<T>>;

/**
 * The whole list, or the list of each of these clients. How long the whole list is only its first page tells, so that is
 * read first: it is lost where reading the clients one by one, one request each, is cheaper all the same.
 */
export async function readCheaper<T extends { id: number }>(
	clientIds: number[],
	read: ReadRows<T>,
): Promise<RowsOfClients<T>> {
	const all = await read({ pagesAtMost: clientIds.length + 1 });
	const pagesOfAll = all.list.pagesTooMany ?? null;
	if (pagesOfAll === null) return { ...all, scope: 'all', pagesOfAll };
	const some = await readEach(clientIds, read);
	const requests = some.list.requests + all.list.requests;
	return {
		...some,
		list: { ...some.list, requests },
		scope: 'clients',
		pagesOfAll,
		begun: all.begun,
	};
}

/**
 * The list of each of these clients as one, which is complete when each of them is. A row counts once: a Halo that does
 * not heed the client shows all rows every time.
 */
export async function readEach<T extends { id: number }>(
	clientIds: number[],
	read: ReadRows<T>,
): Promise<RecordsRead<T>> {
	const whole = { rows: [], total: 0, complete: true, failure: null, requestId: null };
	const list: ListRead<T> = { ...whole, requests: 0, readAt: 0 };
	const rows = new Map<number, { row: T; requestId: string | null }>();
	const rejected = new Map<string, RejectedRecord>();
	const lists = await inParallel(
		clientIds,
		HALO_AT_ONCE,
		async (clientId) => {
			const of = await read({ clientId });
			if (!of.list.complete) list.complete = false;
			return of;
		},
		() => list.complete,
	);
	for (const of of lists) {
		if (of === undefined) continue;
		list.requests += of.list.requests;
		list.failure ??= of.list.failure;
		list.requestId = of.list.requestId;
		if (list.readAt === 0) list.readAt = of.list.readAt;
		of.list.rows.forEach((row, at) =>
			rows.set(row.id, { row, requestId: of.list.rowRequestIds?.[at] ?? of.list.requestId }),
		);
		for (const record of of.rejected) rejected.set(record.id ?? record.issue.message, record);
	}
	const each = [...rows.values()];
	return {
		list: {
			...list,
			rows: each.map(({ row }) => row),
			rowRequestIds: each.map(({ requestId }) => requestId),
			total: rows.size + rejected.size,
		},
		rejected: [...rejected.values()],
	};
}
