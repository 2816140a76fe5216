import { leastSecondsAtOnce, windowUse } from '../../tools/bench/limitFigures';

describe('what a run did against the limit', () => {
	it('is a full use when each budget goes out at once and a window lies between', () => {
		const times = [0, 0, 5000, 5000, 10_000].map((since) => 1_000_000 + since);
		expect(windowUse(times, 2, 5)).toEqual({ seconds: 10, leastSeconds: 10, used: 1 });
	});

	it('is less where time passed that the limit did not ask for', () => {
		expect(windowUse([0, 0, 6000, 6000, 12_500], 2, 5)).toEqual({
			seconds: 12.5,
			leastSeconds: 10,
			used: 0.8,
		});
	});

	it('says nothing of the use where the limit never bound', () => {
		expect(windowUse([300, 0, 100], 3, 5)).toEqual({ seconds: 0.3, leastSeconds: 0, used: null });
	});

	it('knows what requests side by side take at least', () => {
		expect(leastSecondsAtOnce(1000, 6, 200)).toBeCloseTo(33.4);
	});
});
