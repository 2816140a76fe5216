import { sleep } from 'n8n-workflow';

import type { Result } from '../../../core/http/failure';
import { readAllPages } from '../../../core/http/paging';
import type { Page, PagingOptions } from '../../../core/http/paging';

const about = { api: 'halo' as const, doing: 'List Clients' };

/** A list of `count` rows whose pages are answered by hand, in whatever order. */
function heldList(count: number, size = 100, options: Partial<PagingOptions> = {}) {
	const all = Array.from({ length: count }, (_, at) => String(at + 1));
	const open = new Map<number, (page: Result<Page<string>>) => void>();
	const asked: number[] = [];
	const read = readAllPages<string>(
		{ now: () => 1000 },
		{
			about,
			idOf: (row) => row,
			read: async (pageNo) => {
				asked.push(pageNo);
				return await new Promise((resolve) => open.set(pageNo, resolve));
			},
		},
		{ pageSize: size, ...options },
	);
	const reply = async (pageNo: number, answer: Result<Page<string>>) => {
		open.get(pageNo)?.(answer);
		open.delete(pageNo);
		await sleep(0);
	};
	return {
		read,
		asked,
		underWay: () => [...open.keys()],
		answer: async (pageNo: number) =>
			await reply(pageNo, {
				ok: true,
				value: { rows: all.slice((pageNo - 1) * size, pageNo * size), total: all.length },
				requestId: `r${pageNo}`,
			}),
		/** A row comes into the list in front of this place. */
		insertAt: (place: number) => all.splice(place, 0, 'new'),
		fail: async (pageNo: number) =>
			await reply(pageNo, {
				ok: false,
				failure: {
					code: 'serverTrouble',
					...about,
					status: 500,
					vendorText: null,
					requestId: `r${pageNo}`,
					uncertain: false,
				},
			}),
	};
}

describe('reading pages ahead', () => {
	it('asks for the first page alone, since only that says how many there are', () => {
		expect(heldList(300).underWay()).toEqual([1]);
	});

	it('has two pages under way, never more, and puts rows out in the order of the list', async () => {
		const list = heldList(350);
		await list.answer(1);
		expect(list.underWay()).toEqual([2, 3]);
		await list.answer(3);
		expect(list.underWay()).toEqual([2]);
		await list.answer(2);
		expect(list.underWay()).toEqual([4]);
		await list.answer(4);
		const { rows, rowRequestIds, requests, complete } = await list.read;
		expect(rows).toEqual(Array.from({ length: 350 }, (_, at) => String(at + 1)));
		expect([rowRequestIds?.[250], requests, complete]).toEqual(['r3', 4, true]);
	});

	it('reads no page that the limit does not need', async () => {
		const list = heldList(1000, 100, { limit: 150 });
		await list.answer(1);
		expect(list.underWay()).toEqual([2]);
		await list.answer(2);
		expect(await list.read).toMatchObject({ requests: 2, complete: false });
	});

	it('ends only when no request is under way, and keeps the rows before the page that failed', async () => {
		const list = heldList(500);
		let ended = false;
		void list.read.then(() => (ended = true));
		await list.answer(1);
		await list.fail(2);
		expect([ended, list.underWay()]).toEqual([false, [3]]);
		await list.answer(3);
		const read = await list.read;
		expect(read.rows).toHaveLength(100);
		expect(read).toMatchObject({ complete: false, requests: 3, requestId: 'r2' });
		expect(list.asked).toEqual([1, 2, 3]);
	});

	it('loses no row that moved to a page which was read before it: the list is read once more', async () => {
		const list = heldList(250);
		await list.answer(1);
		// The third page overtakes the second; a row comes between, so that row 200 stands on the third one now.
		await list.answer(3);
		list.insertAt(149);
		for (const pageNo of [2, 1, 2, 3]) await list.answer(pageNo);
		const read = await list.read;
		expect(read.rows).toContain('200');
		expect(read).toMatchObject({ complete: true, total: 251 });
		expect(read.rows).toHaveLength(251);
	});
});
