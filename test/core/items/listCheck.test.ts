import { checkLists, type StampedId } from '../../../core/items/listCheck';

function list(
	id: string,
	total: number,
	ids: string[],
	complete = true,
	readAt = '2026-02-01T04:00:00Z',
) {
	const stamp = { id, total, complete, readAt };
	return ids.map((of): StampedId => ({ stamp, id: of }));
}

const missing = (items: StampedId[]) => checkLists(items, 'Halo clients', 'Halo Clients').missing;

describe('a list', () => {
	it('is whole when as many distinct records came as it had', () => {
		expect(missing(list('x', 2, ['1', '2', '2']))).toEqual([]);
	});

	it('is whole when it is empty and its stamp says so', () => {
		const stamp = { id: 'x', total: 0, complete: true, readAt: '2026-02-01T04:00:00Z' };
		expect(missing([{ stamp, id: null }])).toEqual([]);
	});

	it('that came in part says how much of it came, also when a record came twice', () => {
		expect(missing(list('x', 3, ['1', '2', '2']))).toEqual([
			'2 of 3 Halo clients came in: turn on Return All in Halo Clients, take out any limit or filter after it, and look at its Needs Attention.',
		]);
	});

	it('is checked beside others, each by itself', () => {
		const items = [...list('x', 2, ['1', '2']), ...list('y', 3, ['1', '2'])];
		expect(missing(items)).toHaveLength(1);
		expect(missing(items)[0]).toMatch(/^2 of 3 /);
	});

	it('that was not read to its end is not whole', () => {
		expect(missing(list('x', 2, ['1', '2'], false))).toEqual([
			'The list of Halo clients was not read to its end: look at what Halo Clients says.',
		]);
	});

	it('without stamps, or none at all, is not whole', () => {
		expect(missing([{ stamp: null, id: '1' }])[0]).toMatch(/^1 item came in without the mark/);
		expect(missing([])[0]).toMatch(/^No list of Halo clients came in/);
	});

	it('is as old as the oldest that came', () => {
		const items = [...list('x', 1, ['1'], true, '2026-02-02T04:00:00Z'), ...list('y', 1, ['2'])];
		expect(checkLists(items, 'a', 'b').asOf).toBe('2026-02-01T04:00:00Z');
		expect(checkLists([], 'a', 'b').asOf).toBeNull();
	});
});
