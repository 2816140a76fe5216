import {
	aCustomer,
	aKeyedRow,
	aLine,
	aRow,
	aSavedRow,
	codesOf,
	entriesFor,
	onePlan,
	plansFor,
} from '../records';

/** Rows that are known to be a subscription's, by their key or by the saved map: what follows from Stellr's state. */

const VENDOR = { vendorSubscriptionId: 'ms-1' };
const lineOf = (state: Parameters<typeof aLine>[0] = {}) => aLine(state);

describe('an active subscription', () => {
	it('in step with its row is unchanged', () => {
		expect(onePlan({ rows: [aKeyedRow()] })).toMatchObject({
			action: 'unchanged',
			haloId: 501,
			link: 'key',
		});
	});

	it('with another quantity changes the count and nothing else', () => {
		const plan = onePlan({ lines: [lineOf({ quantity: 45 })], rows: [aKeyedRow()] });
		expect(plan).toMatchObject({
			action: 'update',
			haloId: 501,
			before: { count: 42 },
			after: { count: 45 },
			moneyPerMonth: 89.79,
			currency: 'CAD',
		});
		expect(Object.keys(plan.after ?? {})).toEqual(['count']);
	});

	it('with a later end date changes the date and keeps the count', () => {
		const plan = onePlan({ lines: [lineOf({ endDate: '2027-11-30' })], rows: [aKeyedRow()] });
		expect(plan.after).toEqual({ end_date: '2027-11-30T00:00:00Z' });
		expect(plan.moneyPerMonth).toBeNull();
	});

	it.each(['2026-11-29T19:00:00', '2026-11-30T05:00:00', '2026-11-30T10:00:00', '2026-11-30'])(
		'an end date that comes back as %s is no change',
		(endDate) => {
			expect(onePlan({ rows: [aKeyedRow({ endDate })] }).action).toBe('unchanged');
		},
	);

	it('without an end date leaves the one in Halo alone', () => {
		expect(onePlan({ lines: [lineOf({ endDate: null })], rows: [aKeyedRow()] }).action).toBe(
			'unchanged',
		);
	});

	it.each(['Activated', 'active', 'Enabled'])('a row that says "%s" says so already', (status) => {
		expect(onePlan({ rows: [aKeyedRow({ status })] }).action).toBe('unchanged');
	});

	it('gives a row that still says Suspended its status back', () => {
		const plan = onePlan({ rows: [aKeyedRow({ status: 'Suspended' })] });
		expect(plan).toMatchObject({ action: 'update', after: { status: 'Active' } });
	});

	it('whose row somebody made inactive is held, not switched on', () => {
		const plan = onePlan({ rows: [aKeyedRow({ active: false })] });
		expect(plan).toMatchObject({ action: 'held', wouldBe: 'update', after: { is_active: true } });
		expect(codesOf(plan)).toContain('rowInactive');
		expect(plan.moneyPerMonth).toBe(1257.06);
	});

	it('says a rename by the vendor and never writes it', () => {
		const renamed = lineOf({
			quantity: 43,
			productName: 'Microsoft 365 Business Premium (Copilot)',
		});
		const plan = onePlan({ lines: [renamed], rows: [aKeyedRow()] });
		expect(codesOf(plan)).toEqual(['countChanged', 'renamed']);
		expect(plan.after).not.toHaveProperty('name');
		const quiet = lineOf({ productName: 'Something else' });
		expect(onePlan({ lines: [quiet], rows: [aKeyedRow()] }).action).toBe('unchanged');
	});

	it('never owns client, site, type, name, notes or prices of a row that exists', () => {
		const moved = lineOf({
			quantity: 50,
			endDate: '2027-11-30',
			suggestedPrice: 99,
			unitCost: 88,
			state: 'active',
			productName: 'Renamed',
		});
		const row = aKeyedRow({ status: 'Suspended', siteId: 4, type: 0, notes: 'call Dana' });
		const plan = onePlan({ lines: [moved], rows: [row], policy: { prices: 'both', siteId: 9 } });
		expect(Object.keys(plan.after ?? {}).sort()).toEqual(['count', 'end_date', 'status']);
	});
});

describe('the quantity', () => {
	it.each([
		[2.5, 'quantityNotWhole'],
		[-1, 'quantityNotWhole'],
		[null, 'quantityMissing'],
		[0, 'quantityZero'],
	])('%s of a live line is held and writes nothing', (quantity, code) => {
		const plan = onePlan({ lines: [lineOf({ quantity })], rows: [aKeyedRow()] });
		expect(plan).toMatchObject({ action: 'held', after: {} });
		expect(codesOf(plan)).toEqual([code]);
		const fresh = onePlan({ lines: [lineOf({ quantity })] });
		expect([fresh.action, codesOf(fresh)]).toEqual(['held', [code]]);
	});

	it('0 is no matter where the row has 0 too', () => {
		const plan = onePlan({ lines: [lineOf({ quantity: 0 })], rows: [aKeyedRow({ count: 0 })] });
		expect(plan.action).toBe('unchanged');
	});
});

describe('a suspended subscription', () => {
	const suspended = { state: 'suspended', status: 'Suspended' } as const;

	it('keeps its row active with its count, says so, and is still charged', () => {
		const plan = onePlan({ lines: [lineOf({ ...suspended, quantity: 7 })], rows: [aKeyedRow()] });
		expect(plan).toMatchObject({ action: 'update', after: { status: 'Suspended' } });
		expect(Object.keys(plan.after ?? {})).toEqual(['status']);
		expect(codesOf(plan)).toEqual(['stillCharged']);
	});

	it('is unchanged once the row says so', () => {
		const plan = onePlan({
			lines: [lineOf(suspended)],
			rows: [aKeyedRow({ status: 'suspended by admin' })],
		});
		expect([plan.action, codesOf(plan)]).toEqual(['unchanged', ['stillCharged']]);
	});

	it('whose row is inactive is held', () => {
		expect(
			onePlan({ lines: [lineOf(suspended)], rows: [aKeyedRow({ active: false })] }).action,
		).toBe('held');
	});
});

describe.each(['cancelled', 'expired'] as const)('a subscription that is %s', (state) => {
	const over = { state, status: state } as const;

	it('ends once its end date is past: inactive, count kept, not deleted', () => {
		const plan = onePlan({
			lines: [lineOf({ ...over, endDate: '2026-11-22' })],
			rows: [aKeyedRow()],
		});
		expect(plan).toMatchObject({ action: 'end', after: { is_active: false } });
		expect(plan.after).not.toHaveProperty('count');
		expect(plan.after).not.toHaveProperty('deleted');
		expect(plan.moneyPerMonth).toBe(-1257.06);
	});

	it.each(['2026-11-23', '2026-12-31', null])('with the end date %s is held', (endDate) => {
		const plan = onePlan({ lines: [lineOf({ ...over, endDate })], rows: [aKeyedRow()] });
		expect([plan.action, plan.wouldBe, codesOf(plan)]).toEqual(['held', 'end', ['endsLater']]);
	});

	it('is unchanged when the row is inactive already, or was deleted', () => {
		const lines = [lineOf({ ...over, endDate: '2026-01-01' })];
		for (const row of [aKeyedRow({ active: false }), aKeyedRow({ deleted: true })])
			expect(onePlan({ lines, rows: [row] }).action).toBe('unchanged');
	});

	it('gets no row', () => {
		expect(onePlan({ lines: [lineOf(over)] })).toMatchObject({ action: 'skipped', after: null });
	});
});

describe('a subscription of unknown state', () => {
	const unknown = { state: 'unknown', status: null } as const;

	it('follows the count of its row and leaves the status alone', () => {
		const plan = onePlan({
			lines: [lineOf({ ...unknown, quantity: 43 })],
			rows: [aKeyedRow({ status: 'PendingCancel' })],
		});
		expect(plan).toMatchObject({ action: 'update', after: { count: 43 } });
		expect(plan.after).not.toHaveProperty('status');
	});

	it.each([
		['2026-10-23', 'skipped'],
		['2026-10-24', 'create'],
		[null, 'create'],
	])('with the end date %s and no row is %s', (endDate, action) => {
		expect(onePlan({ lines: [lineOf({ ...unknown, endDate })] }).action).toBe(action);
	});
});

describe('which row it is', () => {
	it('is told by the key without regard to case or white space', () => {
		const plan = onePlan({ rows: [aRow({ snowid: ' US/411833_1 ' })] });
		expect(plan).toMatchObject({ action: 'unchanged', haloId: 501 });
	});

	it('under another client than the mapped one is moved: held, and nothing is created', () => {
		const plan = onePlan({ rows: [aKeyedRow({ clientId: 77, clientName: 'Birch Dental' })] });
		expect(plan).toMatchObject({ action: 'moved', haloId: 501, after: null });
		expect(plan.reasons[0].text).toContain('Birch Dental');
	});

	it('is nobody’s when two rows hold the key', () => {
		const plan = onePlan({ rows: [aKeyedRow(), aKeyedRow({ id: 502, clientId: 77 })] });
		expect([plan.action, plan.after]).toEqual(['conflict', null]);
		expect(plan.reasons[0].text).toContain('501, 502');
	});

	it('is the live one when the other was deleted', () => {
		const plan = onePlan({
			lines: [lineOf({ quantity: 43 })],
			rows: [aKeyedRow({ deleted: true }), aKeyedRow({ id: 502 })],
		});
		expect(plan).toMatchObject({ action: 'update', haloId: 502 });
	});

	it('of a deleted row is held while Stellr still sells', () => {
		const plan = onePlan({ rows: [aKeyedRow({ deleted: true })] });
		expect([plan.action, codesOf(plan)]).toEqual(['held', ['rowDeleted']]);
	});

	it('is told by the saved map where no key can be written', () => {
		const plan = onePlan({
			lines: [lineOf({ quantity: 43 })],
			rows: [aRow({ snowid: 'sherweb-99' })],
			saved: [aSavedRow()],
		});
		expect(plan).toMatchObject({
			action: 'update',
			haloId: 501,
			link: 'map',
			after: { count: 43 },
		});
	});

	it('is held when the saved map names a row that Halo no longer shows', () => {
		const plan = onePlan({ rows: [], saved: [aSavedRow({ haloLicenceId: 999 })] });
		expect([plan.action, codesOf(plan)]).toEqual(['held', ['savedRowGone']]);
	});

	it('by its own key comes before what the saved map says', () => {
		const plan = onePlan({
			rows: [aKeyedRow({ id: 600 }), aRow({ id: 501, name: 'Other' })],
			saved: [aSavedRow()],
		});
		expect(plan.haloId).toBe(600);
	});

	it('keeps a row that once got the key even if the vendor calls the line a trial today', () => {
		const plan = onePlan({
			lines: [lineOf({ kind: 'trial', quantity: 43 })],
			rows: [aKeyedRow()],
		});
		expect(plan.action).toBe('update');
	});
});

describe('the mark of a difference found at adoption', () => {
	const marked = (fields = {}) => aRow({ snowid: 'us/411833_1 (adopted at 42)', ...fields });

	it('keeps the difference held until somebody settles it', () => {
		const plan = onePlan({ lines: [lineOf({ quantity: 8 })], rows: [marked()] });
		expect(plan).toMatchObject({
			action: 'held',
			wouldBe: 'update',
			after: { count: 8, snowid: 'us/411833_1' },
		});
		expect(codesOf(plan)).toEqual(['countAtAdoption']);
	});

	it('is taken off when the numbers meet, on either side', () => {
		for (const world of [
			{ lines: [lineOf()], rows: [marked()] },
			{ lines: [lineOf({ quantity: 8 })], rows: [marked({ count: 8 })] },
		]) {
			const plan = onePlan(world);
			expect([plan.action, plan.after]).toEqual(['update', { snowid: 'us/411833_1' }]);
		}
	});

	const typed = (handEdits: 'hold' | 'stellr' | 'keepHalo', more = {}) =>
		onePlan({
			lines: [lineOf({ quantity: 8 })],
			rows: [marked({ count: 20 })],
			policy: { handEdits, ...more },
		});

	it.each(['hold', 'keepHalo'] as const)(
		'keeps a third number that somebody typed since from being overwritten (%s)',
		(handEdits) => {
			const plan = typed(handEdits);
			expect(plan).toMatchObject({
				action: 'held',
				wouldBe: 'update',
				before: { count: 20 },
				after: { count: 8, snowid: 'us/411833_1' },
			});
			expect(codesOf(plan)).toEqual(['editedSinceAdoption']);
			const approved = { approved: new Set([plan.hash]) };
			expect(typed(handEdits, approved)).toMatchObject({ action: 'update', after: { count: 8 } });
		},
	);

	it('goes with the next count over a third number where Stellr wins', () => {
		expect(typed('stellr')).toMatchObject({
			action: 'update',
			after: { count: 8, snowid: 'us/411833_1' },
		});
	});

	it('stays beside a third number while a line is suspended, and when a renewal gives it a new key', () => {
		const suspended = lineOf({ quantity: 8, state: 'suspended', status: 'Suspended' });
		const [plan] = plansFor({ lines: [suspended], rows: [marked({ count: 20 })] });
		expect(plan.after).toEqual({ status: 'Suspended' });
		const over = lineOf({ ...VENDOR, state: 'expired', status: 'Expire', endDate: '2026-11-20' });
		const next = lineOf({ ...VENDOR, subscriptionId: '500000_1', quantity: 8 });
		const renewed = plansFor({ lines: [over, next], rows: [marked({ count: 20 })] });
		expect(renewed.map(({ action }) => action)).toEqual(['succeed', 'held']);
		expect(renewed[0].after).toEqual({ snowid: 'us/500000_1 (adopted at 42)' });
		expect(codesOf(renewed[1])).toEqual(['editedSinceAdoption']);
	});

	it('kept in the saved map alone keeps a third number too', () => {
		const plan = onePlan({
			lines: [lineOf({ quantity: 8 })],
			rows: [aRow({ snowid: 'sherweb-99', count: 20 })],
			saved: [aSavedRow({ adoptedAt: 42, lastCount: null })],
		});
		expect([plan.action, codesOf(plan)]).toEqual(['held', ['editedSinceAdoption']]);
	});

	it('outlives a suspension, so that the count is not lowered unseen when it is over', () => {
		const suspended = lineOf({ quantity: 8, state: 'suspended', status: 'Suspended' });
		const plan = onePlan({ lines: [suspended], rows: [marked()] });
		expect(plan.after).toEqual({ status: 'Suspended' });
		const after = onePlan({
			lines: [lineOf({ quantity: 8 })],
			rows: [marked({ status: 'Suspended' })],
		});
		expect(after.action).toBe('held');
	});

	it('goes with the end of a row whose count somebody changed, not a night later', () => {
		const over = lineOf({ state: 'expired', status: 'Expire', endDate: '2026-01-31' });
		const plan = onePlan({ lines: [over], rows: [marked({ count: 20 })] });
		expect(plan).toMatchObject({
			action: 'end',
			after: { is_active: false, snowid: 'us/411833_1' },
		});
	});

	it('kept in the saved map holds the difference as well', () => {
		const plan = onePlan({
			lines: [lineOf({ quantity: 8 })],
			rows: [aRow({ snowid: 'sherweb-99' })],
			saved: [aSavedRow({ adoptedAt: 42, lastCount: null })],
		});
		expect([plan.action, plan.after]).toEqual(['held', { count: 8 }]);
	});

	it('holds an end that was found at adoption too', () => {
		const over = lineOf({ state: 'cancelled', status: 'Cancelled', endDate: '2026-01-31' });
		const plan = onePlan({ lines: [over], rows: [marked()] });
		expect([plan.action, plan.wouldBe]).toEqual(['held', 'end']);
	});
});

describe('lines that came twice', () => {
	it('in one list are one line', () => {
		expect(plansFor({ lines: [aLine(), aLine()] })).toHaveLength(1);
	});

	it('because their customer came in two items are one line', () => {
		const twice = [aCustomer([aLine()]), aCustomer([aLine()])];
		expect(plansFor({ customers: twice }).map(({ action }) => action)).toEqual(['create']);
	});

	it('under two customers belong to nobody', () => {
		const customers = [
			aCustomer(),
			aCustomer([aLine()], { customerNo: '100999', haloClientId: 99, name: 'Birch' }),
		];
		const plans = plansFor({ customers });
		expect(plans.map((plan) => [plan.action, codesOf(plan)])).toEqual([
			['conflict', ['severalCustomers']],
			['conflict', ['severalCustomers']],
		]);
	});

	it('give back the very record of the customer that came in', () => {
		const first = aCustomer();
		const entries = entriesFor({ customers: [first, aCustomer()], rows: [aKeyedRow()] });
		expect(entries[0].customer).toBe(first);
	});
});
