import fc from 'fast-check';
import { defaultGuardrails, inFreeze } from '../../../../core/sync/licences/guardrailPolicy';
import { rowsWrittenByApply } from '../../../../core/sync/licences/savedRows';
import type { PlanItem } from '../../../../core/sync/planItem';
import {
	aCustomer,
	aKeyedRow,
	aLine,
	aRow,
	aSavedRow,
	codesOf,
	entriesFor,
	licencePolicy,
} from '../records';

/** How far a run may go by itself, at the stated defaults. */

const guarded = { guardrails: defaultGuardrails };
/** Committed, and long since its start. */
const committed = { term: 'P1Y', startDate: '2026-06-01', endDate: '2027-05-31' };
const uncommitted = {
	term: null,
	startDate: '2026-06-01',
	endDate: '2027-05-31',
	productName: 'Seats',
};

/** Another line of the same client in step, so large that the run's limits stay far. */
const bigLine = aLine({ subscriptionId: '900000_1', quantity: 100_000, ...uncommitted });
const bigRow = aKeyedRow({
	id: 900,
	snowid: 'us/900000_1',
	count: 100_000,
	name: 'Seats',
	endDate: '2027-05-31T00:00:00',
});

function planOf(
	before: number,
	after: number,
	line = {},
	policy = {},
	saved?: Parameters<typeof aSavedRow>[0],
): PlanItem {
	const entries = entriesFor({
		lines: [aLine({ quantity: after, ...uncommitted, ...line }), bigLine],
		rows: [aKeyedRow({ count: before, name: 'Seats', endDate: '2027-05-31T00:00:00' }), bigRow],
		saved:
			saved === undefined ? undefined : [aSavedRow({ lastCount: before, link: 'key', ...saved })],
		policy: { ...guarded, ...policy },
	});
	const found = entries.find(({ plan }) => plan.key === 'us/411833_1');
	if (found === undefined) throw new Error('no item for the line');
	return found.plan;
}

describe('a decrease', () => {
	it.each([
		[42, 40, 'update'],
		[4, 2, 'update'],
		[100, 75, 'update'],
		[100, 74, 'held'],
		[42, 8, 'held'],
		[10, 7, 'held'],
		[67, 50, 'held'],
	])('from %i to %i is %s', (before, after, action) => {
		expect(planOf(before, after).action).toBe(action);
	});

	it('says what drops and what approving does', () => {
		const plan = planOf(42, 8);
		expect(plan.reasons[0].text).toBe(
			'Stellr 8 seats, Halo bills 42: the drop is 81 %. Approve to bill 8, and check for credits.',
		);
		expect(plan).toMatchObject({
			wouldBe: 'update',
			before: { count: 42 },
			after: { count: 8 },
			moneyPerMonth: -1017.62,
		});
	});

	it('inside a commitment waits, however small', () => {
		expect(codesOf(planOf(42, 41, committed))).toContain('insideCommitment');
	});

	it.each<[string, { today?: string } & Parameters<typeof aLine>[0], object | undefined, string]>([
		['8 days after the start', { startDate: '2026-11-15' }, undefined, 'update'],
		['9 days after the start', { startDate: '2026-11-14' }, undefined, 'held'],
		['8 days after a renewal', { endDate: '2027-11-14' }, undefined, 'update'],
		['9 days after a renewal', { endDate: '2027-11-13' }, undefined, 'held'],
		[
			'8 days into a month that is a term of its own',
			{ term: 'P1M', startDate: '2026-01-01', endDate: '2026-11-30', today: '2026-11-09' },
			undefined,
			'update',
		],
		[
			'9 days into a month that is a term of its own',
			{ term: 'P1M', startDate: '2026-01-01', endDate: '2026-11-30', today: '2026-11-10' },
			undefined,
			'held',
		],
		[
			'5 days after as many seats were added',
			{},
			{ increaseSeats: 1, increasedAt: '2026-11-18T04:00:00Z' },
			'update',
		],
		[
			'5 days after fewer seats were added',
			{},
			{ increaseSeats: 0, increasedAt: '2026-11-18T04:00:00Z' },
			'held',
		],
	])('%s %#', (_when, { today, ...line }, saved, action) => {
		const policy = today === undefined ? {} : { today };
		expect(planOf(42, 41, { ...committed, ...line }, policy, saved).action).toBe(action);
	});

	it('says so when the commitment is unknown', () => {
		expect(codesOf(planOf(42, 8))).toContain('commitmentUnknown');
	});

	it('waits in the billing freeze, by default from the last day of the month to the 2nd', () => {
		expect(planOf(42, 41, {}, { today: '2026-11-30' }).reasons[0].code).toBe('billingFreeze');
		expect(planOf(42, 41, {}, { today: '2026-11-29' }).action).toBe('update');
		const days = [
			'2026-02-27',
			'2026-02-28',
			'2026-03-01',
			'2026-03-02',
			'2026-03-03',
			'2028-02-28',
			'2028-02-29',
		];
		expect(days.filter((day) => inFreeze(defaultGuardrails.freeze, day))).toEqual([
			'2026-02-28',
			'2026-03-01',
			'2026-03-02',
			'2028-02-29',
		]);
	});
});

describe('an increase', () => {
	it.each([
		[40, 50, 'update'],
		[40, 60, 'update'],
		[40, 61, 'held'],
		[10, 20, 'update'],
		[10, 21, 'held'],
		[0, 40, 'held'],
		[0, 10, 'update'],
	])('from %i to %i is %s', (before, after, action) => {
		expect(planOf(before, after).action).toBe(action);
	});

	it('passes in the billing freeze', () => {
		expect(planOf(42, 43, {}, { today: '2026-11-30' }).action).toBe('update');
	});
});

describe('an end', () => {
	const over = aLine({ state: 'cancelled', status: 'Cancelled', endDate: '2026-11-01' });

	it('of the last live row of a client waits', () => {
		const [{ plan }] = entriesFor({ lines: [over], rows: [aKeyedRow()], policy: guarded });
		expect(plan).toMatchObject({ action: 'held', wouldBe: 'end', after: { is_active: false } });
		expect(codesOf(plan)).toContain('lastLiveRow');
	});

	it('of one of several goes through', () => {
		const entries = entriesFor({
			lines: [over, bigLine],
			rows: [aKeyedRow(), bigRow],
			policy: guarded,
		});
		expect(entries.map(({ plan }) => plan.action).sort()).toEqual(['end', 'unchanged']);
	});
});

describe('a run', () => {
	function endsAmong(ends: number, all: number): string[] {
		const customers = Array.from({ length: all }, (_, at) =>
			aCustomer(
				[
					aLine({
						...uncommitted,
						subscriptionId: `${500000 + at}_1`,
						customerNo: String(at),
						...(at < ends
							? { state: 'cancelled', status: 'Cancelled', endDate: '2026-11-01' }
							: {}),
						suggestedPrice: at < ends ? 0.01 : 29.93,
					}),
				],
				{ customerNo: String(at), haloClientId: 12, clientKeys: [] },
			),
		);
		const rows = customers.map((customer, at) =>
			aKeyedRow({
				id: 600 + at,
				name: 'Seats',
				snowid: `us/${customer.subscriptions[0].subscriptionId}`,
				endDate: '2027-05-31T00:00:00',
			}),
		);
		return entriesFor({ customers, rows, policy: guarded })
			.map(({ plan }) => plan.action)
			.filter((action) => action !== 'unchanged' && action !== 'update');
	}

	it.each([
		[5, 20, 'end'],
		[6, 20, 'held'],
		[10, 200, 'end'],
		[11, 200, 'held'],
	])('that ends %i of %i rows: %s', (ends, all, action) => {
		expect(endsAmong(ends, all)).toEqual(Array.from({ length: ends }, () => action));
	});

	it('that takes more than a tenth off the monthly value waits, increases go on', () => {
		const lines = [
			aLine({ ...uncommitted, subscriptionId: '1_1', quantity: 98 }),
			aLine({ ...uncommitted, subscriptionId: '2_1', quantity: 3 }),
		];
		const rows = [
			aKeyedRow({
				id: 1,
				snowid: 'us/1_1',
				count: 112,
				name: 'Seats',
				endDate: '2027-05-31T00:00:00',
			}),
			aKeyedRow({
				id: 2,
				snowid: 'us/2_1',
				count: 2,
				name: 'Seats',
				endDate: '2027-05-31T00:00:00',
			}),
		];
		const plans = entriesFor({ lines, rows, policy: guarded }).map(({ plan }) => plan);
		expect(plans.map(({ action }) => action)).toEqual(['held', 'update']);
		expect(codesOf(plans[0])).toContain('muchValue');
	});
});

it('what was ended earlier is no part of the value that a run may take a tenth of', () => {
	const gone = { state: 'cancelled' as const, status: 'Cancelled', endDate: '2026-11-01' };
	const row = { name: 'Seats', endDate: '2027-05-31T00:00:00' };
	const plans = entriesFor({
		lines: [
			aLine({ ...uncommitted, subscriptionId: '1_1', quantity: 98 }),
			aLine({ ...uncommitted, subscriptionId: '2_1', quantity: 500, ...gone }),
		],
		rows: [
			aKeyedRow({ ...row, id: 1, snowid: 'us/1_1', count: 112 }),
			aKeyedRow({ ...row, id: 2, snowid: 'us/2_1', count: 500, active: false }),
		],
		policy: guarded,
	}).map(({ plan }) => plan);
	expect(plans.map(({ action }) => action)).toEqual(['held', 'unchanged']);
	expect(codesOf(plans[0])).toContain('muchValue');
});

describe('a list that came short', () => {
	const endedLine = { state: 'cancelled' as const, status: 'Cancelled', endDate: '2026-11-01' };
	const planned = (line: Parameters<typeof aLine>[0], rows: number[], short: object) =>
		entriesFor({
			customers: [
				aCustomer([aLine({ ...uncommitted, ...line }), bigLine], { complete: false, ...short }),
			],
			rows: [
				...rows.map((count) => aKeyedRow({ count, name: 'Seats', endDate: '2027-05-31T00:00:00' })),
				bigRow,
			],
			policy: guarded,
		}).find(({ plan }) => plan.key === 'us/411833_1')?.plan;

	it.each([
		['lowers nothing', { quantity: 41 }, [42], 'update'],
		['ends nothing', endedLine, [42], 'end'],
		['creates nothing, since it may lack the line whose row is taken over', {}, [], 'create'],
	] as const)('%s', (_what, line, rows, wouldBe) => {
		const plan = planned(line, [...rows], { cameShort: true });
		expect(plan).toMatchObject({ action: 'held', wouldBe });
		expect(plan?.reasons[0].code).toBe('listCameShort');
		// One line alone is no list: it is planned as it is.
		expect(planned(line, [...rows], {})?.action).toBe(wouldBe);
	});

	it('gives no row to the only line with its number, since that need not be the only one', () => {
		const saved = (entries?: []) => ({
			customers: [aCustomer([aLine({ quantity: 5 })], { complete: false, cameShort: true })],
			rows: [aRow({ name: 'Seats', productSku: '7654321', count: 42, status: null })],
			saved: entries,
			policy: guarded,
		});
		const foreign = saved([]);
		foreign.rows = [aRow({ ...foreign.rows[0], snowid: 'sherweb-9' })];
		for (const world of [saved(), foreign]) {
			const plans = entriesFor(world).map(({ plan }) => plan);
			expect(new Set(plans.map(({ action }) => action))).toEqual(new Set(['held']));
			expect(codesOf(plans[0])).toEqual(expect.arrayContaining(['listCameShort', 'adoptBySku']));
		}
		const unread = aCustomer([aLine({ quantity: 42 })], { unreadable: ['1_1'] });
		const [beside] = entriesFor({ ...saved(), customers: [unread] });
		expect(codesOf(beside.plan)).toEqual(['listCameShort', 'adoptBySku']);
		// The line's own id is no guess.
		const [own] = entriesFor({ ...saved(), rows: [aRow({ notes: '411833_1', count: 5 })] });
		expect(own.plan.action).toBe('adopt');
	});

	it('still raises', () => {
		expect(planned({ quantity: 44 }, [42], { cameShort: true })?.action).toBe('update');
	});

	it('holds for every customer of the client', () => {
		const other = aCustomer([aLine({ ...uncommitted, customerNo: '9' })], { customerNo: '9' });
		const short = aCustomer([], { complete: false, cameShort: true });
		const [entry] = entriesFor({ customers: [other, short], policy: guarded });
		expect(codesOf(entry.plan)).toContain('listCameShort');
	});
});

describe('a count that a person changed in Halo', () => {
	const edited = (policy = {}, quantity = 42) =>
		entriesFor({
			lines: [aLine({ ...uncommitted, quantity }), bigLine],
			rows: [aKeyedRow({ count: 45, name: 'Seats', endDate: '2027-05-31T00:00:00' }), bigRow],
			saved: [aSavedRow({ lastCount: 42, link: 'key' })],
			policy: { ...guarded, ...policy },
		})[0].plan;

	it('is held by default', () => {
		expect(edited()).toMatchObject({ action: 'held', wouldBe: 'update' });
		expect(codesOf(edited())).toContain('editedByHand');
	});

	it('is held too when a renewal gives the row another key, in that night and after it', () => {
		const vendor = { vendorSubscriptionId: 'ms-1', ...uncommitted };
		const over = aLine({ ...vendor, state: 'expired', status: 'Expire', endDate: '2026-11-22' });
		const next = aLine({ ...vendor, subscriptionId: '500000_1' });
		const before = aKeyedRow({ count: 45, name: 'Seats', endDate: '2027-05-31T00:00:00' });
		const saved = [aSavedRow({ lastCount: 42, link: 'key' })];
		const night = entriesFor({ lines: [over, next], rows: [before], saved, policy: guarded });
		expect(night.map(({ plan }) => plan.action)).toEqual(['succeed', 'held']);
		expect(codesOf(night[1].plan)).toEqual(['editedByHand']);

		const rekeyed = { plan: night[0].plan, haloId: 501, requestId: null };
		const written = rowsWrittenByApply(
			[{ applied: { ...rekeyed, outcome: 'written', issue: null, link: 'key' }, haloClientId: 12 }],
			'snowid',
			'2026-11-23',
			saved,
		);
		expect(written).toMatchObject([{ key: 'us/500000_1', lastCount: 42 }]);
		const after = entriesFor({
			lines: [over, next],
			rows: [
				{ ...before, snowid: 'us/500000_1', texts: { ...before.texts, snowid: 'us/500000_1' } },
			],
			saved: [...saved, ...written],
			policy: guarded,
		}).find(({ plan }) => plan.key === 'us/500000_1');
		expect(codesOf(after?.plan ?? night[0].plan)).toEqual(['editedByHand']);
	});

	it('is overwritten where Stellr wins', () => {
		expect(edited({ handEdits: 'stellr' })).toMatchObject({
			action: 'update',
			after: { count: 42 },
		});
	});

	it('is kept until Stellr changes where that is chosen', () => {
		expect(edited({ handEdits: 'keepHalo' }).action).toBe('unchanged');
		expect(edited({ handEdits: 'keepHalo' }, 43)).toMatchObject({
			action: 'update',
			after: { count: 43 },
		});
	});
});

describe('an approval', () => {
	it('releases exactly the item whose hash it names', () => {
		const held = planOf(42, 8);
		const approved = planOf(42, 8, {}, { approved: new Set([held.hash]) });
		expect(approved).toMatchObject({ action: 'update', after: { count: 8 }, hash: held.hash });
		expect(planOf(42, 8, {}, { approved: new Set(['0000000000000000']) }).action).toBe('held');
	});

	it('lapses when either side moved', () => {
		const { hash } = planOf(42, 8);
		expect(planOf(42, 7, {}, { approved: new Set([hash]) }).action).toBe('held');
		expect(planOf(43, 8, {}, { approved: new Set([hash]) }).action).toBe('held');
	});
});

it('no decrease beyond the bounds is ever written unapproved', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 900 }),
			fc.integer({ min: 1, max: 900 }),
			(before, after) => {
				const plan = planOf(before, after);
				const drop = before - after;
				if (drop > 2 && drop * 4 > before) expect(plan.action).toBe('held');
				const rise = after - before;
				if (rise > 10 && rise * 2 > before) expect(plan.action).toBe('held');
			},
		),
		{ numRuns: 300 },
	);
});

it('the defaults are the documented ones', () => {
	expect(licencePolicy({ guardrails: defaultGuardrails }).guardrails).toEqual({
		decreaseSeats: 2,
		decreasePercent: 25,
		increaseSeats: 10,
		increasePercent: 50,
		holdLastLiveRow: true,
		runRows: 5,
		runPercentOfRows: 5,
		runPercentOfValue: 10,
		commitmentGraceDays: 8,
		freeze: { daysBeforeMonthEnd: 1, untilDay: 2 },
	});
});
