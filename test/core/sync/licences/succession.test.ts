import { aCustomer, aKeyedRow, aLine, aSavedRow, codesOf, entriesFor, plansFor } from '../records';

/** A line ends and another starts: one row, one item, never an end beside a creation. */

const VENDOR = { vendorSubscriptionId: 'ms-1' };
const over = aLine({ ...VENDOR, state: 'expired', status: 'Expire', endDate: '2026-11-20' });
const next = aLine({
	...VENDOR,
	subscriptionId: '500000_1',
	startDate: '2026-11-21',
	endDate: '2027-11-20',
});
const row = aKeyedRow({ endDate: '2026-11-20T00:00:00' });

describe('lines with the same vendor id', () => {
	it('become one succession that gives the row the new key, and the new dates', () => {
		const plans = plansFor({ lines: [over, next], rows: [row] });
		expect(plans.map(({ action, haloId }) => [action, haloId])).toEqual([
			['succeed', 501],
			['update', 501],
		]);
		expect(plans[0]).toMatchObject({
			key: 'us/500000_1',
			before: { snowid: 'us/411833_1' },
			after: { snowid: 'us/500000_1' },
		});
		expect(plans[1].after).toEqual({ end_date: expect.stringContaining('2027-11-20') });
	});

	it('are paired also when the row was ended on an earlier night: it is live again', () => {
		const plans = plansFor({ lines: [over, next], rows: [aKeyedRow({ active: false })] });
		expect(plans.map(({ action }) => action)).toEqual(['succeed', 'update']);
		// In one write with the key: a run that dies before the second one leaves the new line on a live row.
		expect(plans[0].after).toMatchObject({ snowid: plans[0].key, is_active: true });
		expect(plans[1].after).not.toHaveProperty('is_active');
	});

	it('are paired also when Stellr no longer names the old one', () => {
		const named = aKeyedRow({ notes: 'ms-1', endDate: '2026-11-20T00:00:00' });
		expect(plansFor({ lines: [next], rows: [named] }).map(({ action }) => action)).toEqual([
			'succeed',
			'update',
		]);
	});

	it('wait for a person when only the list of the whole reseller no longer names the old one', () => {
		const named = aKeyedRow({ notes: 'ms-1', endDate: '2026-11-20T00:00:00' });
		const customers = [aCustomer([next], { fromResellerList: true })];
		const plans = plansFor({ customers, rows: [named] });
		expect(plans).toMatchObject([{ action: 'held', wouldBe: 'succeed', haloId: 501 }]);
		expect(codesOf(plans[0])).toEqual(['succeedsUnproven']);
	});

	it('carry a changed count as an item of its own', () => {
		const plans = plansFor({ lines: [over, { ...next, quantity: 43 }], rows: [row] });
		expect(plans[1]).toMatchObject({
			action: 'update',
			before: { count: 42 },
			after: { count: 43 },
		});
	});

	it('keep the mark of a difference that still waits', () => {
		const marked = aKeyedRow({ snowid: 'us/411833_1 (adopted at 50)', count: 50 });
		const plans = plansFor({ lines: [over, next], rows: [marked] });
		expect(plans[0].after).toEqual({ snowid: 'us/500000_1 (adopted at 50)' });
	});

	it('are never an end beside a creation when more than one row fits', () => {
		const other = aLine({
			...VENDOR,
			subscriptionId: '400000_1',
			state: 'expired',
			status: 'Expire',
			endDate: '2026-11-20',
		});
		const plans = plansFor({
			lines: [over, other, next],
			rows: [row, aKeyedRow({ id: 502, snowid: 'us/400000_1' })],
		});
		expect(plans.map(({ action }) => action)).toEqual(['held', 'held', 'held']);
		expect(plans.flatMap(codesOf)).toContain('successionUnclear');
	});
});

describe('lines with the same part number', () => {
	const guess = { vendorSubscriptionId: null };
	const oldLine = { ...over, ...guess };

	it.each([
		['2026-11-21', 'held'],
		['2026-12-25', 'held'],
		['2026-10-16', 'held'],
		['2026-12-26', 'end,create'],
	])('and a start on %s after an end on 2026-11-20: %s', (startDate, actions) => {
		const plans = plansFor({ lines: [oldLine, { ...next, ...guess, startDate }], rows: [row] });
		expect(plans.map(({ action }) => action).join()).toBe(actions);
	});

	it('wait for a person, who approves the succession', () => {
		const world = { lines: [oldLine, { ...next, ...guess }], rows: [row] };
		const [held] = plansFor(world);
		expect(held).toMatchObject({ action: 'held', wouldBe: 'succeed', haloId: 501 });
		const [approved] = plansFor({ ...world, policy: { approved: new Set([held.hash]) } });
		expect(approved).toMatchObject({
			action: 'succeed',
			haloId: 501,
			after: { snowid: 'us/500000_1' },
		});
	});

	it('leave a new purchase alone once the vendor id has settled the old line', () => {
		const bought = aLine({
			subscriptionId: '600000_1',
			vendorSubscriptionId: 'ms-2',
			startDate: '2026-11-21',
		});
		const plans = plansFor({ lines: [over, next, bought], rows: [row] });
		expect(plans.map(({ action }) => action)).toEqual(['succeed', 'update', 'create']);
	});
});

it('a pair that only the saved licence map knows is handed on in the map', () => {
	const foreign = aKeyedRow({ snowid: 'pax8-77', endDate: '2026-11-20T00:00:00' });
	const plans = plansFor({
		lines: [over, next],
		rows: [foreign],
		saved: [aSavedRow({ lastCount: 42 })],
	});
	expect(plans[0]).toMatchObject({ action: 'succeed', after: {}, link: 'map' });
});

it("a row that the table names under both keys is the newer line's", () => {
	const foreign = aKeyedRow({ snowid: 'pax8-77', endDate: '2027-11-20T00:00:00' });
	const entries = entriesFor({
		lines: [over, next],
		rows: [foreign],
		saved: [
			aSavedRow({ changedAt: '2026-11-01T00:00:00Z' }),
			aSavedRow({ key: 'us/500000_1', changedAt: '2026-11-22T00:00:00Z' }),
		],
	});
	expect(entries.map(({ plan }) => [plan.key, plan.action])).toEqual([
		['us/411833_1', 'skipped'],
		['us/500000_1', 'unchanged'],
	]);
});
