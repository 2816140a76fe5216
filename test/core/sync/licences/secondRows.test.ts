import type { SubscriptionOverride } from '../../../../core/sync/licences/overrides';
import { aCustomer, aKeyedRow, aLine, codesOf, plansFor, type LicenceWorld } from '../records';

/** A new line whose row may be there already: no second one is made beside it. */

const VENDOR = { vendorSubscriptionId: 'ms-1' };
const PART = { vendorSubscriptionId: null };
const OVER = { state: 'expired' as const, status: 'Expire', endDate: '2026-11-20' };
const NEXT = { subscriptionId: '500000_1', startDate: '2026-11-21', endDate: '2027-11-20' };
const next = (fields: Parameters<typeof aLine>[0] = VENDOR) => aLine({ ...NEXT, ...fields });
const row = (fields: Parameters<typeof aKeyedRow>[0] = {}) =>
	aKeyedRow({ endDate: '2026-11-20T00:00:00', ...fields });

/** Action, and for what waits what it would be, by key. */
const planned = (world: LicenceWorld) =>
	Object.fromEntries(
		plansFor(world).map(({ key, action, wouldBe }) => [
			key,
			wouldBe === undefined ? action : `${action} ${wouldBe}`,
		]),
	);
const codes = (world: LicenceWorld) =>
	plansFor(world)
		.filter(({ key }) => key === 'us/500000_1')
		.flatMap(codesOf);

/** The approval of what the new line waits for. */
function approvedOf(world: LicenceWorld): ReadonlySet<string> {
	const { hash = '' } = plansFor(world).find(({ key }) => key === 'us/500000_1') ?? {};
	return new Set([hash]);
}

describe('the renewal of a line that a person put at another client', () => {
	const at77 = (subscriptionId: string): SubscriptionOverride => ({
		account: 'us',
		subscriptionId,
		haloClientId: 77,
		siteId: null,
		ignore: false,
		reason: 'shared tenant',
		until: null,
	});
	const world = (fields: object): LicenceWorld => ({
		lines: [aLine({ ...OVER, ...fields }), next(fields)],
		rows: [row({ clientId: 77, clientName: 'Birch Dental', productSku: '7654321' })],
		overrides: [at77('411833_1')],
	});

	it.each([
		['the vendor’s id', VENDOR],
		['part number and dates', PART],
	])('waits with both halves when %s tells it', (_what, fields) => {
		expect(planned(world(fields))).toEqual({
			'us/411833_1': 'held end',
			'us/500000_1': 'held create',
		});
		const [reason] = plansFor(world(fields)).flatMap(({ reasons }) =>
			reasons.filter(({ code }) => code === 'continuesElsewhere'),
		);
		expect(reason.text).toContain('"Microsoft 365 Business Premium" (501)');
		expect(reason.text).toContain('"Birch Dental"');
	});

	it('takes the row over there once the same is decided for it', () => {
		const decided = { ...world(VENDOR), overrides: [at77('411833_1'), at77('500000_1')] };
		expect(plansFor(decided).map(({ action, haloId, key }) => [action, haloId, key])).toEqual([
			['succeed', 501, 'us/500000_1'],
			['update', 501, 'us/500000_1'],
		]);
	});

	it('is a row of its own once a person says so, and the old one ends a night later', () => {
		const asked = world(VENDOR);
		const approved = { ...asked, policy: { approved: approvedOf(asked) } };
		expect(planned(approved)).toEqual({ 'us/411833_1': 'held end', 'us/500000_1': 'create' });
		const rows = [...(asked.rows ?? []), row({ id: 502, snowid: 'us/500000_1' })];
		expect(planned({ ...asked, rows })).toMatchObject({ 'us/411833_1': 'end' });
	});

	it('waits also when Stellr no longer names the old line', () => {
		const gone = { ...world(PART), lines: [next(PART)] };
		expect(planned(gone)).toEqual({ 'us/500000_1': 'held create' });
		expect(codes(gone)).toEqual(['continuesElsewhere']);
	});

	it('is none when another customer’s line ends there', () => {
		const other = { customerNo: '9', ...PART };
		const customers = [
			aCustomer([aLine({ ...OVER, ...other })], { customerNo: '9', haloClientId: 77 }),
			aCustomer([next(PART)]),
		];
		expect(planned({ ...world(PART), customers })).toMatchObject({ 'us/500000_1': 'create' });
	});
});

describe('a line with the vendor’s id of another that has a row', () => {
	it.each(['unknown', 'active', 'suspended'] as const)(
		'waits while that one is %s: no second row is made',
		(state) => {
			const world = { lines: [aLine({ ...VENDOR, state, status: null }), next()], rows: [row()] };
			expect(planned(world)['us/500000_1']).toBe('held create');
			expect(codes(world)).toEqual(['vendorIdLives']);
		},
	);

	it('takes its row over once that one is over', () => {
		const world = { lines: [aLine({ ...VENDOR, ...OVER }), next()], rows: [row()] };
		expect(plansFor(world)[0]).toMatchObject({ action: 'succeed', haloId: 501 });
	});

	it('is created when a person approves it, or ended the other row', () => {
		const world = { lines: [aLine({ ...VENDOR, state: 'unknown' }), next()], rows: [row()] };
		const policy = { approved: approvedOf(world) };
		expect(planned({ ...world, policy })['us/500000_1']).toBe('create');
		expect(planned({ ...world, rows: [row({ active: false })] })['us/500000_1']).toBe('create');
	});

	it('is another’s where customers share neither number nor client', () => {
		const customers = [
			aCustomer([aLine({ ...VENDOR, customerNo: '9', state: 'unknown' })], {
				customerNo: '9',
				haloClientId: 13,
			}),
			aCustomer([next()]),
		];
		expect(planned({ customers, rows: [row({ clientId: 13 })] })['us/500000_1']).toBe('create');
	});

	it('gets the row alone when neither has one and the status of the other is not known', () => {
		const world = { lines: [aLine({ ...VENDOR, state: 'unknown', status: null }), next()] };
		expect(planned(world)).toEqual({ 'us/411833_1': 'held create', 'us/500000_1': 'create' });
		expect(plansFor(world).flatMap(codesOf)).toEqual(['vendorIdNewer', 'create']);
	});
});

describe('a line that fits a row whose own line came in no list', () => {
	const sharing = { clientKeys: ['us/100482', 'us/100501'] };
	const rows = [row({ snowid: 'us/400000_1', productSku: '7654321' })];

	it('waits while a customer of the client did not come', () => {
		const world = { customers: [aCustomer([next(PART)], sharing)], rows };
		expect(planned(world)).toEqual({ 'us/500000_1': 'held create' });
		expect(codes(world)).toEqual(['mayContinueRow']);
	});

	it('waits while the old line is one that could not be read', () => {
		const customers = [aCustomer([next(PART)], { unreadable: ['400000_1'] })];
		expect(codes({ customers, rows })).toEqual(['mayContinueRow']);
	});

	it.each([
		['has another number', row({ snowid: 'us/400000_1', productSku: '1' })],
		['is of another account', row({ snowid: 'ca/400000_1', productSku: '7654321' })],
		['is inactive', row({ snowid: 'us/400000_1', productSku: '7654321', active: false })],
		['ends at another time', row({ snowid: 'us/400000_1', productSku: '7654321', endDate: null })],
	])('is created when that row %s', (_what, other) => {
		const world = { customers: [aCustomer([next(PART)], sharing)], rows: [other] };
		expect(planned(world)).toEqual({ 'us/500000_1': 'create' });
	});
});
