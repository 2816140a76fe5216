import { aCustomer, aKeyedRow, aLine, aRow, aSavedRow, codesOf, plansFor } from '../records';

/** Rows of ours whose subscription Stellr no longer names: reported, left alone, and only where all lists came whole. */

const GONE = aKeyedRow({ id: 700, snowid: 'us/99_1', name: 'Visio' });
const missingIn = (world: Parameters<typeof plansFor>[0]) =>
	plansFor(world).filter((plan) => codesOf(plan).includes('missingAtStellr'));
const second = (fields = {}) =>
	aCustomer([], { customerNo: '100501', clientKeys: ['us/100482', 'us/100501'], ...fields });
const first = (fields = {}) =>
	aCustomer([aLine()], { clientKeys: ['us/100482', 'us/100501'], ...fields });

it('a vanished subscription is held and nothing of its row is written', () => {
	const missing = missingIn({ rows: [aKeyedRow(), GONE] });
	expect(missing).toHaveLength(1);
	expect(missing[0]).toMatchObject({ action: 'held', key: 'us/99_1', haloId: 700, after: null });
	expect(missing[0].wouldBe).toBeUndefined();
});

it('an empty list that is whole reports every row and ends none', () => {
	const plans = plansFor({ lines: [], rows: [aKeyedRow(), GONE] });
	expect(plans.map(({ action, haloId }) => [action, haloId])).toEqual([
		['held', 501],
		['held', 700],
	]);
});

it.each([
	['the list is incomplete', { customers: [aCustomer([aLine()], { complete: false })] }],
	[
		'its record came but could not be read',
		{ customers: [aCustomer([aLine()], { unreadable: ['99_1'] })] },
	],
	['another customer of the client did not come', { customers: [first()] }],
	[
		'the list of another customer of the client is incomplete',
		{ customers: [first(), second({ complete: false })] },
	],
])('nothing is missing where %s', (_what, world) => {
	expect(missingIn({ ...world, rows: [aKeyedRow(), GONE] })).toEqual([]);
});

it('is judged once all customers that share the client came whole', () => {
	const missing = missingIn({ customers: [first(), second()], rows: [aKeyedRow(), GONE] });
	expect(missing.map(({ key }) => key)).toEqual(['us/99_1']);
});

describe('what only Stellr’s list of the whole reseller lacks', () => {
	const together = { customers: [aCustomer([aLine()], { fromResellerList: true })] };
	const unproven = (world: Parameters<typeof plansFor>[0]) =>
		plansFor(world).filter(({ haloId }) => haloId === 700);

	it('is held and never taken for missing, however often it is not named', () => {
		const [plan] = unproven({ ...together, rows: [aKeyedRow(), GONE] });
		expect(plan).toMatchObject({ action: 'held', after: null });
		expect(plan.wouldBe).toBeUndefined();
		expect(codesOf(plan)).toEqual(['notInResellerList']);
		const twice = [aSavedRow({ key: 'us/99_1', haloLicenceId: 700, missingTimes: 2 })];
		const again = unproven({ ...together, rows: [aKeyedRow(), GONE], saved: twice });
		expect(again.map(({ wouldBe }) => wouldBe)).toEqual([undefined]);
	});

	it('keeps an end that three lists of the customer’s own have proposed', () => {
		const thrice = [aSavedRow({ key: 'us/99_1', haloLicenceId: 700, missingTimes: 3 })];
		const [plan] = unproven({ ...together, rows: [aKeyedRow(), GONE], saved: thrice });
		expect(plan).toMatchObject({ action: 'held', wouldBe: 'end' });
	});

	it('holds also where one of two customers of the client was read so', () => {
		const customers = [first({ fromResellerList: true }), second()];
		const [plan] = unproven({ customers, rows: [aKeyedRow(), GONE] });
		expect(codesOf(plan)).toEqual(['notInResellerList']);
	});
});

it('is judged for each account by itself', () => {
	const keys = ['us/100482', 'ca/100482'];
	const us = aCustomer([aLine()], { clientKeys: keys });
	const ca = aCustomer([], { account: 'ca', clientKeys: keys, complete: false });
	const rows = [aKeyedRow(), GONE, aKeyedRow({ id: 701, snowid: 'ca/99_1' })];
	expect(missingIn({ customers: [us, ca], rows }).map(({ key }) => key)).toEqual(['us/99_1']);
	expect(missingIn({ customers: [us], rows }).map(({ key }) => key)).toEqual(['us/99_1']);
});

it('is not said of a line that another customer lists now: that one has moved', () => {
	const buyer = aCustomer([aLine({ subscriptionId: '99_1', customerNo: '100777' })], {
		customerNo: '100777',
		haloClientId: 77,
		clientKeys: ['us/100777'],
	});
	const plans = plansFor({ customers: [aCustomer(), buyer], rows: [aKeyedRow(), GONE] });
	const about = plans.filter(({ key }) => key === 'us/99_1');
	expect(about.map(({ action }) => action)).toEqual(['moved']);
});

it('is said of a pair that only the saved map knows', () => {
	const missing = missingIn({
		rows: [aKeyedRow(), aRow({ id: 700, snowid: 'sherweb-7', name: 'Visio' })],
		saved: [aSavedRow({ key: 'us/99_1', haloLicenceId: 700 })],
	});
	expect(missing.map(({ key, haloId }) => [key, haloId])).toEqual([['us/99_1', 700]]);
});

it.each([
	['inactive', aKeyedRow({ id: 700, snowid: 'us/99_1', active: false })],
	['deleted', aKeyedRow({ id: 700, snowid: 'us/99_1', deleted: true })],
	['unkeyed', aRow({ id: 700, name: 'Visio' })],
	['of another client', aKeyedRow({ id: 700, snowid: 'us/99_1', clientId: 77 })],
])('is not said of a row that is %s', (_what, row) => {
	expect(missingIn({ rows: [aKeyedRow(), row] })).toEqual([]);
});

it('is not said where the customer has no client', () => {
	const customers = [aCustomer([], { haloClientId: null })];
	expect(missingIn({ customers, rows: [GONE] })).toEqual([]);
});
