import type { ApiFailure, Result } from '../../../core/http/failure';
import { readAllPages } from '../../../core/http/paging';
import type { FirstPage, Page, PagingOptions } from '../../../core/http/paging';

const about = { api: 'halo' as const, doing: 'List Clients' };
const ids = (from: number, count: number) =>
	Array.from({ length: count }, (_, index) => String(from + index));

type Script = (pageNo: number, request: number) => Page<string> | ApiFailure;

async function read(
	script: Script,
	options: Partial<PagingOptions> = {},
	first?: FirstPage<string>,
) {
	const asked: number[] = [];
	const list = await readAllPages<string>(
		{ now: () => 1000 },
		{
			about,
			idOf: (row) => row,
			read: async (pageNo): Promise<Result<Page<string>>> => {
				asked.push(pageNo);
				const page = script(pageNo, asked.length);
				return 'code' in page
					? { ok: false, failure: page }
					: { ok: true, value: page, requestId: `r${asked.length}` };
			},
		},
		{ pageSize: 100, ...options },
		first,
	);
	return { list, asked };
}

/** A server that gives `size` rows a page of `all`, whatever is asked. */
const server =
	(all: string[], size: number, total: number | null = all.length): Script =>
	(pageNo) => ({ rows: all.slice((pageNo - 1) * size, pageNo * size), total });

const failure: ApiFailure = {
	code: 'serverTrouble',
	...about,
	status: 500,
	vendorText: null,
	requestId: null,
	uncertain: false,
};

describe('reading all pages', () => {
	it.each([
		[0, 100, 1],
		[1, 100, 1],
		[100, 100, 1],
		[101, 100, 2],
		[717, 100, 8],
		[717, 50, 15],
	])('reads %i rows at %i a page in %i requests', async (count, size, requests) => {
		const { list, asked } = await read(server(ids(1, count), size));
		expect(list).toMatchObject({
			complete: true,
			failure: null,
			total: count,
			requests,
			readAt: 1000,
		});
		expect(list.rows).toEqual(ids(1, count));
		expect(asked).toHaveLength(requests);
	});

	it('goes on when the server gives smaller pages than asked for and no total', async () => {
		const { list } = await read(server(ids(1, 130), 50, null));
		expect(list).toMatchObject({ complete: true, total: null, requests: 3 });
		expect(list.rows).toHaveLength(130);
	});

	it('puts a row that comes twice out once', async () => {
		const pages = [ids(1, 3), ['3', '4']];
		const { list } = await read((pageNo) => ({ rows: pages[pageNo - 1] ?? [], total: 4 }));
		expect(list.rows).toEqual(['1', '2', '3', '4']);
		expect(list.complete).toBe(true);
	});

	it('stops at a page that repeats the one before, and says that the list is not complete', async () => {
		const { list, asked } = await read(() => ({ rows: ids(1, 100), total: 250 }));
		expect(list.complete).toBe(false);
		expect(list.failure).toMatchObject({ code: 'listIncomplete', vendorText: '100 of 250 came' });
		// Page 3 was under way when page 2 turned out to bring nothing.
		expect(asked).toEqual([1, 2, 3, 1, 2, 3]);
	});

	it('reads a list that moved once more, and takes the quiet second reading', async () => {
		// The first reading loses row 101, which moved to page 1 when row 1 went away.
		const { list, asked } = await read((pageNo, request) => {
			if (request === 1) return { rows: ids(1, 100), total: 200 };
			if (request === 2) return { rows: ids(102, 99), total: 199 };
			return { rows: pageNo === 1 ? ids(2, 100) : ids(102, 99), total: 199 };
		});
		expect(asked).toEqual([1, 2, 1, 2]);
		expect(list).toMatchObject({ complete: true, total: 199, requests: 4 });
		expect(list.rows).toEqual(ids(2, 199));
	});

	it('is incomplete when the list does not come to rest', async () => {
		const { list } = await read((pageNo, request) => ({
			rows: ids((pageNo - 1) * 100 + 1, 100),
			total: 200 + request,
		}));
		expect(list.complete).toBe(false);
		expect(list.failure?.code).toBe('listIncomplete');
	});

	it('keeps what came and the reason when a page fails', async () => {
		const { list } = await read((pageNo) =>
			pageNo === 2 ? failure : { rows: ids(1, 100), total: 250 },
		);
		expect(list.rows).toHaveLength(100);
		expect(list).toMatchObject({ complete: false, failure: { code: 'serverTrouble' } });
	});

	it('stops at the limit and does not call that complete', async () => {
		const { list, asked } = await read(server(ids(1, 717), 100), { limit: 150 });
		expect(list).toMatchObject({ complete: false, failure: null, total: 717 });
		expect(list.rows).toEqual(ids(1, 150));
		expect(asked).toEqual([1, 2]);
	});

	it('is complete when the limit is not reached before the end', async () => {
		const { list } = await read(server(ids(1, 30), 100), { limit: 30 });
		expect(list).toMatchObject({ complete: true, total: 30 });
	});

	it('does not read for ever from a server that never ends', async () => {
		const { list } = await read((pageNo) => ({ rows: [String(pageNo)], total: null }), {
			hardCap: 5,
		});
		expect(list).toMatchObject({
			complete: false,
			requests: 5,
			failure: { code: 'listIncomplete' },
		});
	});

	it('leaves a list after its first page when it is longer than it may be, and goes on from there', async () => {
		const script = server(ids(1, 717), 100);
		const { list, asked } = await read(script, { pagesAtMost: 7 });
		expect(list).toMatchObject({ complete: false, failure: null, pagesTooMany: 8, requests: 1 });
		expect(asked).toEqual([1]);
		const { list: short } = await read(script, { pagesAtMost: 8 });
		expect(short).toMatchObject({ complete: true, requests: 8 });
		const first = { rows: list.rows, total: 717, requestId: 'r1', readAt: 5 };
		const { list: rest, asked: then } = await read(script, {}, first);
		expect(then).toEqual([2, 3, 4, 5, 6, 7, 8]);
		expect(rest).toMatchObject({ complete: true, requests: 7, readAt: 5 });
		expect(rest.rows).toEqual(ids(1, 717));
	});

	it('never leaves a list that does not say how long it is', async () => {
		const { list } = await read(server(ids(1, 250), 100, null), { pagesAtMost: 1 });
		expect(list).toMatchObject({ complete: true, requests: 3 });
	});

	it('reads more than a thousand pages of a list that says how long it is', async () => {
		const { list } = await read(server(ids(1, 100_050), 100));
		expect(list).toMatchObject({ complete: true, requests: 1001 });
	});

	it('does not trust a total that is smaller than what came', async () => {
		const { list } = await read(server(ids(1, 100), 100, 40));
		expect(list.complete).toBe(false);
	});
});
