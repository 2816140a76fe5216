import { renewalsOf, type RenewalPolicy } from '../../../core/reconcile/renewals';
import type { StellrSubscription } from '../../../core/stellr/schemas';
import { aCustomer, aLine } from '../sync/records';

const renewals = (lines: StellrSubscription[], policy: Partial<RenewalPolicy> = {}) =>
	renewalsOf([aCustomer(lines)], {
		kinds: ['seat'],
		includeProducts: [],
		excludeProducts: [],
		today: '2026-11-25',
		days: 90,
		includeMonthly: false,
		notice: [],
		...policy,
	});
const ofOne = (line: Partial<StellrSubscription> = {}, policy: Partial<RenewalPolicy> = {}) =>
	renewals([aLine(line)], policy).customers[0].renewals[0];

describe('the window', () => {
	it.each([
		['today is in it', '2026-11-25', 1],
		['its last day is in it', '2027-02-23', 1],
		['the day after is not', '2027-02-24', 0],
		['yesterday is not', '2026-11-24', 0],
	])('%s', (_what, endDate, found) => {
		expect(renewals([aLine({ endDate })]).customers).toHaveLength(found);
	});

	it('counts lines whose end is not known, but not those of a month', () => {
		const lines = [
			aLine({ endDate: null }),
			aLine({ subscriptionId: '2_1', endDate: null, term: 'P1M' }),
		];
		expect(renewals(lines)).toMatchObject({ customers: [], endUnknown: 1 });
	});

	it('counts lines of which it is not known whether they are counted in seats', () => {
		const result = renewals([aLine({ kind: 'unknown' })]);
		expect(result).toMatchObject({ customers: [], kindUnknown: 1 });
	});

	it('leaves out lines that nobody pays for: over, without seats, or of another kind', () => {
		const lines = [
			aLine({ state: 'cancelled' }),
			aLine({ subscriptionId: '2_1', quantity: 0 }),
			aLine({ subscriptionId: '3_1', kind: 'usage' }),
		];
		expect(renewals(lines).customers).toEqual([]);
	});

	it('leaves out terms of less than a year and counts them, unless they are wanted', () => {
		const lines = [aLine({ term: 'P1M' })];
		expect(renewals(lines)).toMatchObject({ customers: [], monthly: 1 });
		expect(renewals(lines, { includeMonthly: true })).toMatchObject({
			customers: [{ renewals: [{ key: 'us/411833_1' }] }],
			monthly: 0,
		});
	});
});

describe('the last day to reduce', () => {
	it.each<[string, Partial<StellrSubscription>, string | null]>([
		['Microsoft: the day before the end', {}, '2026-11-29'],
		['Microsoft by the product, where no vendor is named', { vendor: null }, '2026-11-29'],
		[
			"another vendor's product for Microsoft 365: not known",
			{ vendor: 'Veeam', productName: 'Veeam Backup for Microsoft 365' },
			null,
		],
		[
			'the same where no vendor is named: not known',
			{ vendor: null, productName: 'Veeam Backup for Microsoft 365' },
			null,
		],
		['nobody knows what the line is committed to: not known', { term: null }, null],
	])('%s', (_what, line, day) => {
		expect(ofOne(line).lastDayToReduce).toBe(day);
	});

	it('goes by the first notice that fits, and by no empty word', () => {
		const notice = [
			{ word: ' ', days: 90 },
			{ word: 'premium', days: 4 },
			{ word: 'Microsoft', days: 9 },
		];
		expect(ofOne({}, { notice })).toMatchObject({
			lastDayToReduce: '2026-11-25',
			reduceWhy: 'your notice of 4 days for "premium"',
		});
	});
});

it('a line names the others that end with it under one contract, and what it costs a month', () => {
	const addOn = aLine({ subscriptionId: '411833_2', billingFrequency: 'annual', unitCost: 120 });
	const { customers } = renewals([aLine(), addOn, aLine({ subscriptionId: '9_1' })]);
	expect(
		customers[0].renewals.map(({ key, endsWith, cost }) => [key, endsWith, cost?.minor]),
	).toEqual([
		['us/411833_1', ['us/411833_2'], 101_220],
		['us/411833_2', ['us/411833_1'], 42_000],
		['us/9_1', [], 101_220],
	]);
});

it('a line that several customers list is told once', () => {
	const { customers } = renewalsOf(
		[aCustomer(), aCustomer([aLine()], { customerNo: '100999', name: 'Acorn too' })],
		{
			kinds: ['seat'],
			includeProducts: [],
			excludeProducts: [],
			today: '2026-11-25',
			days: 90,
			includeMonthly: false,
			notice: [],
		},
	);
	expect(customers.flatMap((customer) => customer.renewals)).toHaveLength(1);
});
