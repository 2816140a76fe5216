/** The bench of the core measures the nights that it says. */
import { clientNight, licenceNight, type Night } from '../../tools/bench/coreWorld';
import { coreSteps } from '../../tools/bench/coreSteps';
import { growthExponent } from '../../tools/bench/growth';

function cameOut(step: string): Record<string, number> {
	const found = coreSteps.find(({ name }) => name === step);
	return found === undefined ? {} : found.prepare(1_000)();
}

describe('the nights that the core is measured on', () => {
	it.each<Night>(['first', 'unchanged', 'changed'])('have ten lines a customer: %s', (night) => {
		const { customers, licences } = licenceNight(night, 1_000);
		expect(customers).toHaveLength(100);
		expect(customers.every(({ subscriptions }) => subscriptions.length === 10)).toBe(true);
		expect(licences.length).toBeGreaterThan(night === 'first' ? 400 : 999);
	});

	it('create and adopt about half each on the first', () => {
		const { create = 0, adopt = 0 } = cameOut('plan licences, first, saved state');
		expect(create).toBeGreaterThan(400);
		expect(adopt).toBeGreaterThan(400);
	});

	it('change nothing on the second, and three lines in a hundred on the third', () => {
		expect(cameOut('plan licences, unchanged, saved state')).toEqual({ unchanged: 1_000 });
		const { unchanged } = cameOut('plan licences, changed, saved state');
		expect(unchanged).toBeGreaterThan(950);
		expect(unchanged).toBeLessThan(990);
	});

	it('know every customer by its key after the first', () => {
		const { customers, clients } = clientNight('unchanged', 1_000);
		expect(customers).toHaveLength(100);
		expect(clients.every(({ stellrKeys }) => stellrKeys.length === 1)).toBe(true);
	});
});

describe('the growth exponent', () => {
	it('is 1 where time doubles with n and 2 where it grows fourfold', () => {
		expect(growthExponent({ n: 10, work: 1 }, { n: 20, work: 2 })).toBeCloseTo(1);
		expect(growthExponent({ n: 10, work: 1 }, { n: 20, work: 4 })).toBeCloseTo(2);
	});
});
