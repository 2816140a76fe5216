import fc from 'fast-check';
import { RollingWindow } from '../../../core/http/rollingWindow';

/** Requests one after another, or `places` at a time, over a network of any slowness; each takes what it takes. */
function arrivals(
	options: { perWindow: number; windowMs: number },
	places: number,
	network: Array<{ there: number; back: number }>,
): number[] {
	const window = new RollingWindow();
	const arrived: number[] = [];
	const ends: number[] = [];
	let now = 0;
	for (const { there, back } of network) {
		for (;;) {
			// Ends that have come meanwhile, in order of time.
			ends.sort((a, b) => a - b);
			while (ends.length > 0 && ends[0] <= now) window.end(ends.shift() as number, options);
			const wait = ends.length < places ? window.wait(now, options) : Infinity;
			if (wait === 0) break;
			now = Math.min(now + wait, ends[0] ?? Infinity);
		}
		window.begin();
		arrived.push(now + there);
		ends.push(now + there + back);
	}
	return arrived.sort((a, b) => a - b);
}

const leg = fc.integer({ min: 0, max: 400 });
const network = fc.array(fc.record({ there: leg, back: leg }), { minLength: 1, maxLength: 60 });

describe('the rolling window', () => {
	it('keeps to the limit by the clock of the server, whatever the network does', () => {
		fc.assert(
			fc.property(
				network,
				fc.integer({ min: 1, max: 8 }),
				fc.integer({ min: 1, max: 2000 }),
				fc.integer({ min: 1, max: 4 }),
				(legs, perWindow, windowMs, places) => {
					const times = arrivals({ perWindow, windowMs }, places, legs);
					return times.every(
						(time, index) => index < perWindow || time - times[index - perWindow] >= windowMs,
					);
				},
			),
		);
	});

	it('uses more than 98 % of the budget where an answer takes a hundredth of the window', () => {
		const legs = Array.from({ length: 1501 }, () => ({ there: 30, back: 20 }));
		const times = arrivals({ perWindow: 100, windowMs: 5000 }, 2, legs);
		const ideal = (1500 / 100) * 5000;
		expect(ideal / (times[1500] - times[0])).toBeGreaterThan(0.98);
	});

	it('waits for the end of a request where too many are under way', () => {
		const window = new RollingWindow();
		const options = { perWindow: 1, windowMs: 1000 };
		window.begin();
		expect(window.wait(0, options)).toBe(Infinity);
		window.end(200, options);
		expect(window.wait(200, options)).toBe(1000);
		expect(window.wait(1200, options)).toBe(0);
	});
});
