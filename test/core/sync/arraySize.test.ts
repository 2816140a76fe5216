import { ArraySize } from '../../../core/sync/arraySize';

/** How many rows the next array may have, by what became of those before. */

const QUICK = 400;
const SLOW = 8001;

function sizesAfter(size: ArraySize, took: Array<number | null>): number[] {
	return took.map((tookMs) => {
		size.taken(tookMs);
		return size.rows;
	});
}

describe('arrays', () => {
	it('double while they are taken whole and quickly, up to the most', () => {
		expect(sizesAfter(new ArraySize(20, 100), [QUICK, QUICK, QUICK, QUICK])).toEqual([
			40, 80, 100, 100,
		]);
	});

	it('keep their size where no most is given, as when a person set it', () => {
		expect(sizesAfter(new ArraySize(20), [QUICK, QUICK])).toEqual([20, 20]);
	});

	it('keep their size where nobody knows how long Halo took, or the clock was set back', () => {
		expect(sizesAfter(new ArraySize(20, 100), [null, -5, null])).toEqual([20, 20, 20]);
	});

	it('go back for good to the first size once one took long: twice of it might never be answered', () => {
		expect(sizesAfter(new ArraySize(20, 100), [QUICK, SLOW, QUICK, QUICK])).toEqual([
			40, 20, 20, 20,
		]);
	});

	it('go back for good to the first size after any trouble', () => {
		const size = new ArraySize(20, 100);
		sizesAfter(size, [QUICK, QUICK]);
		size.troubled();
		expect(size.rows).toBe(20);
		expect(sizesAfter(size, [QUICK, QUICK])).toEqual([20, 20]);
	});

	it('never have fewer rows than the first, though that has more than the most', () => {
		expect(sizesAfter(new ArraySize(39, 30), [QUICK])).toEqual([39]);
	});
});
