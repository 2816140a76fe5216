import { FreshRows } from '../../../core/sync/freshRows';

/** Reading what is about to be written: a few at a time, in order, and never far ahead. */

interface Reader {
	fresh: FreshRows<number, string, string>;
	begun: number[];
	mostAtOnce: () => number;
}

function readerOf(
	count: number,
	given: { settles?: (task: number) => boolean; goOn?: () => boolean } = {},
): Reader {
	const begun: number[] = [];
	let underWay = 0;
	let most = 0;
	const tasks = Array.from({ length: count }, (_, at) => at + 1);
	const fresh = new FreshRows<number, string, string>(tasks, {
		read: async (task) => {
			begun.push(task);
			underWay += 1;
			most = Math.max(most, underWay);
			// Odd ones answer later than the even ones that began after them.
			for (let turn = 0; turn < (task % 2) * 4 + 1; turn++) await Promise.resolve();
			underWay -= 1;
			return `read ${task}`;
		},
		rowOf: (task, read) => (given.settles?.(task) === true ? null : read),
		goOn: given.goOn ?? (() => true),
	});
	return { fresh, begun, mostAtOnce: () => most };
}

const named = (...tasks: number[]) => tasks.map((task) => `read ${task}`);

describe('rows that are read before they are written', () => {
	it('come in the order of the plan, whichever was answered first', async () => {
		const { fresh } = readerOf(7);
		expect(await fresh.take(4)).toEqual(named(1, 2, 3, 4));
		expect(await fresh.take(4)).toEqual(named(5, 6, 7));
		expect(await fresh.take(4)).toEqual([]);
	});

	it('are read two at a time, the first one alone', async () => {
		const { fresh, mostAtOnce } = readerOf(9);
		await fresh.take(1);
		expect(mostAtOnce()).toBe(1);
		await fresh.take(8);
		expect(mostAtOnce()).toBe(2);
	});

	it('are read no further than the array to be written', async () => {
		const { fresh, begun } = readerOf(100);
		await fresh.take(20);
		expect(begun).toHaveLength(20);
		expect(fresh.unread).toHaveLength(80);
	});

	it('fill an array though some of them need no write', async () => {
		const { fresh, begun } = readerOf(100, { settles: (task) => task % 2 === 0 });
		expect(await fresh.take(5)).toEqual(named(1, 3, 5, 7, 9));
		expect(begun.length).toBeLessThanOrEqual(10);
	});

	it('do not wait for an array to fill when hardly any is to be written', async () => {
		const { fresh, begun } = readerOf(900, { settles: (task) => task > 1 });
		expect(await fresh.take(20)).toEqual(named(1));
		expect(begun.length).toBeLessThanOrEqual(1 + 2 * 20);
		// With nothing waiting, nothing grows old.
		expect(await fresh.take(20)).toEqual([]);
		expect(begun).toHaveLength(900);
	});

	it('are no longer read once a reading says that no further one can succeed', async () => {
		let stopped = false;
		const reader = readerOf(50, { goOn: () => !stopped });
		await reader.fresh.take(3);
		stopped = true;
		expect(await reader.fresh.take(3)).toEqual([]);
		expect(reader.begun).toHaveLength(3);
		expect(reader.fresh.unread[0]).toBe(4);
	});

	it('keep what was read already when reading stops half way', async () => {
		const reader = readerOf(50, { goOn: () => reader.begun.length < 4 });
		expect(await reader.fresh.take(20)).toEqual(named(1, 2, 3, 4));
		expect(reader.fresh.unread).toHaveLength(46);
	});
});
