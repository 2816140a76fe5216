import { aCustomer, aLine, aRow, aSavedRow, codesOf, onePlan, plansFor } from '../records';

/** Adoption: which row of the client belongs to a subscription that no key names, and who must look first. */

const NAMELESS = { name: 'Seats of the office', count: 42 };

describe('a row is taken over', () => {
	it.each([
		['the id of the line', { notes: '411833_1' }],
		['the vendor’s subscription id', { tenantId: 'VENDOR-411833_1' }],
		['the SKU', { productSku: '7654321' }],
		['the part number', { vendorProductSku: 'cfq7ttc0ldpb:0001' }],
	])('that holds %s in a text field', (_what, fields) => {
		const plan = onePlan({ rows: [aRow({ ...NAMELESS, ...fields })] });
		expect(plan).toMatchObject({ action: 'adopt', haloId: 501, after: { snowid: 'us/411833_1' } });
		expect(Object.keys(plan.after ?? {})).toEqual(['snowid']);
	});

	it('active or not, of type 0 or 1, and its type is not changed', () => {
		const plans = plansFor({ rows: [aRow({ type: 0, active: false, productSku: '7654321' })] });
		expect(plans[0]).toMatchObject({ action: 'adopt', haloId: 501 });
		expect(plans[1]).toMatchObject({ action: 'held', wouldBe: 'update' });
		expect(plans.some(({ after }) => 'type' in (after ?? {}))).toBe(false);
	});

	it('by its id before another that only has the SKU', () => {
		const rows = [aRow({ id: 1, productSku: '7654321' }), aRow({ id: 2, notes: '411833_1' })];
		expect(plansFor({ rows })[0]).toMatchObject({ action: 'adopt', haloId: 2 });
	});

	it('that an active recurring line hangs on, where several fit', () => {
		const rows = [aRow({ id: 1, productSku: '7654321' }), aRow({ id: 2, productSku: '7654321' })];
		const plan = plansFor({ rows, invoicedRowIds: new Set([2]) })[0];
		expect(plan).toMatchObject({ action: 'adopt', haloId: 2 });
		expect(codesOf(onePlan({ rows }))).toEqual(['severalRows']);
		expect(codesOf(onePlan({ rows, invoicedRowIds: new Set([1, 2]) }))).toEqual(['severalRows']);
	});

	it('for customers of two accounts that share a client, each its own', () => {
		const customers = [
			aCustomer([aLine({ subscriptionId: '1_1' })]),
			aCustomer([aLine({ account: 'ca', subscriptionId: '2_1' })], { account: 'ca' }),
		];
		const rows = [aRow({ id: 1, notes: '1_1' }), aRow({ id: 2, notes: '2_1' })];
		expect(plansFor({ customers, rows }).map(({ key, haloId }) => [key, haloId])).toEqual([
			['us/1_1', 1],
			['ca/2_1', 2],
		]);
	});
});

describe('the count at adoption', () => {
	it('that differs is an item of its own, held until an invoice run', () => {
		const plans = plansFor({ rows: [aRow({ count: 40, productSku: '7654321' })] });
		expect(plans.map(({ action }) => action)).toEqual(['adopt', 'held']);
		expect(plans[0].after).toEqual({ snowid: 'us/411833_1 (adopted at 40)' });
		expect(plans[1]).toMatchObject({ wouldBe: 'update', moneyPerMonth: 59.86 });
	});

	it.each([
		['is suspended', { state: 'suspended', status: 'Suspended', quantity: 8 } as const],
		['says no quantity yet', { quantity: null }],
	])('is remembered also where the line %s, so that it never falls unseen', (_what, fields) => {
		const plans = plansFor({ lines: [aLine(fields)], rows: [aRow({ productSku: '7654321' })] });
		expect(plans[0]).toMatchObject({
			action: 'adopt',
			after: { snowid: 'us/411833_1 (adopted at 42)' },
		});
	});

	it('that is the same leaves a plain key', () => {
		const plan = onePlan({ rows: [aRow({ productSku: '7654321' })] });
		expect(plan.after).toEqual({ snowid: 'us/411833_1' });
	});
});

describe('a person is asked first', () => {
	const doubt = (fields: Parameters<typeof aRow>[0]) => onePlan({ rows: [aRow(fields)] });

	it.each([
		['Halo’s Microsoft connection made', { azureConnectionId: 5 }, 'microsoftRow'],
		['another distributor supplies', { distributor: 'Pax8' }, 'otherDistributor'],
		['another supplier supplies', { supplierName: 'Ingram Micro' }, 'otherDistributor'],
	])('for a row that %s', (_what, fields, code) => {
		const plan = doubt({ productSku: '7654321', ...fields });
		expect([plan.action, plan.wouldBe, plan.haloId, codesOf(plan)]).toEqual([
			'held',
			'adopt',
			501,
			[code],
		]);
	});

	it('but not for one of this distributor’s own names', () => {
		const plan = doubt({ productSku: '7654321', distributor: 'TD SYNNEX Canada' });
		expect(plan.action).toBe('adopt');
	});

	it('for a row with the same name only', () => {
		const plan = doubt({ name: 'NCE Microsoft 365 Business Premium (annual)' });
		expect([plan.action, plan.wouldBe, codesOf(plan)]).toEqual(['held', 'adopt', ['adoptByName']]);
	});

	it.each([
		['a similar name', { name: 'M365 BP seats' }],
		['the same seats and no number', { name: 'Office of Dana', count: 42 }],
	])('for an unkeyed row with %s: nothing new is made while it is there', (_what, fields) => {
		const plan = doubt(fields);
		expect([plan.action, plan.wouldBe, plan.haloId]).toEqual(['held', 'create', null]);
		expect(codesOf(plan)).toEqual(['similarRow']);
	});

	it('when two subscriptions claim the only row, by one number or by two', () => {
		const lines = [
			aLine({ subscriptionId: '1_1', mfgPartNo: 'P-1' }),
			aLine({ subscriptionId: '2_1', skuNo: 'S-2' }),
		];
		const rows = [aRow({ productSku: '7654321', vendorProductSku: 'CFQ7TTC0LDPB:0001' })];
		const plans = plansFor({ lines, rows });
		expect(plans.map((plan) => [plan.action, plan.haloId])).toEqual([
			['held', null],
			['held', null],
		]);
		expect(codesOf(plans[0])).toEqual(['severalSubscriptions']);
	});

	it('when two lines that are both over name one row', () => {
		const over = { state: 'cancelled', status: 'Cancelled', vendorSubscriptionId: 'v-1' } as const;
		const lines = [
			aLine({ subscriptionId: '1_1', ...over }),
			aLine({ subscriptionId: '2_1', ...over }),
		];
		const plans = plansFor({ lines, rows: [aRow({ notes: 'v-1' })] });
		expect(plans.filter(({ action }) => action === 'adopt')).toEqual([]);
	});

	it('not when the older of two lines with one vendor id is over: the live one takes the row', () => {
		const lines = [
			aLine({ subscriptionId: '1_1', vendorSubscriptionId: 'v-1', state: 'expired' }),
			aLine({ subscriptionId: '2_1', vendorSubscriptionId: 'v-1' }),
		];
		const plans = plansFor({ lines, rows: [aRow({ notes: 'v-1' })] });
		const adopted = plans.filter(({ action }) => action === 'adopt');
		expect(adopted.map(({ key }) => key)).toEqual(['us/2_1']);
	});
});

describe('a row of another importer in the key field', () => {
	const foreign = aRow({ productSku: '7654321', snowid: 'sherweb-99', count: 40 });

	it('is left alone and held where no saved state is connected', () => {
		const [plan] = plansFor({ rows: [foreign] });
		expect([plan.action, plan.wouldBe, plan.after]).toEqual(['held', 'adopt', {}]);
		expect(codesOf(plan)).toContain('foreignKeyNoMap');
	});

	it('is remembered in the saved map, and its text never written over', () => {
		const plans = plansFor({ rows: [foreign], saved: [] });
		expect(plans.map(({ action }) => action)).toEqual(['unchanged', 'held']);
		for (const { after } of plans) expect(after).not.toHaveProperty('snowid');
	});

	it('is not written over either where a person approved a doubtful row: the map takes the pair', () => {
		const doubtful = aRow({ ...NAMELESS, snowid: 'sherweb-99', productSku: '7654321', azureConnectionId: 5 });
		const [alone] = plansFor({ rows: [doubtful] });
		expect([alone.action, alone.after]).toEqual(['held', {}]);
		const [held] = plansFor({ rows: [doubtful], saved: [] });
		expect(codesOf(held)).toEqual(['microsoftRow', 'foreignKey']);
		const policy = { approved: new Set([held.hash]) };
		const [approved] = plansFor({ rows: [doubtful], saved: [], policy });
		expect(approved).toMatchObject({ action: 'adopt', haloId: 501, after: {}, link: 'map' });
	});

	it('in notes is no obstacle: people write there, and their words stay', () => {
		const row = aRow({ productSku: '7654321', notes: 'Ask Dana first.\nCalls on Monday.' });
		const plan = onePlan({ rows: [row], policy: { keyField: 'notes' } });
		expect(plan.after).toEqual({
			notes: 'Ask Dana first.\nCalls on Monday.\nStellr key: us/411833_1',
		});
	});

	it('in the tenant field is the Microsoft tenant, and is not written over', () => {
		const row = aRow({ productSku: '7654321', tenantId: 'b7c0-aa' });
		const plans = plansFor({ rows: [row], policy: { keyField: 'tenant_id' } });
		expect(plans.map(({ action }) => action)).toEqual(['held']);
	});
});

describe('what never counts as evidence', () => {
	it.each([
		['a row of another client', { clientId: 77, productSku: '7654321' }],
		['a deleted row', { deleted: true, productSku: '7654321' }],
		['a row with another subscription’s key', { snowid: 'us/77_1', productSku: '7654321' }],
	])('%s', (_what, fields) => {
		const plans = plansFor({ rows: [aRow(fields)] });
		expect(plans.find(({ key }) => key === 'us/411833_1')?.action).toBe('create');
	});

	it('a row that the saved map gives to another subscription', () => {
		const rows = [aRow({ productSku: '7654321' })];
		const plans = plansFor({ rows, saved: [aSavedRow({ key: 'us/77_1' })] });
		expect(plans.find(({ key }) => key === 'us/411833_1')?.action).toBe('create');
	});
});

describe('an account label that was changed', () => {
	it('makes no second row beside the one that holds the id under the old label', () => {
		const plans = plansFor({ rows: [aRow({ snowid: 'us-old/411833_1' })] });
		expect(plans.map((plan) => [plan.action, plan.wouldBe, codesOf(plan)])).toEqual([
			['held', 'create', ['labelChanged']],
		]);
	});

	it('gives the line no other row either', () => {
		const rows = [aRow({ snowid: 'us-old/411833_1' }), aRow({ id: 502, productSku: '7654321' })];
		expect(codesOf(onePlan({ rows }))).toEqual(['labelChanged']);
	});

	it('is not suspected where another account lists the same number', () => {
		const customers = [
			aCustomer(),
			aCustomer([aLine({ account: 'ca', quantity: 3 })], { account: 'ca' }),
		];
		const rows = [aRow({ snowid: 'ca/411833_1', count: 3 })];
		expect(plansFor({ customers, rows }).map(({ key, action }) => [key, action])).toEqual([
			['us/411833_1', 'create'],
			['ca/411833_1', 'unchanged'],
		]);
	});
});

describe('what hides behind a row that cannot be read', () => {
	it.each(['us/411833_1', '411833_1', 'vendor-411833_1', 'US/411833_1 (adopted at 4)'])(
		'"%s" keeps its subscription from being created again',
		(text) => {
			const plan = onePlan({ unreadableTexts: [text] });
			expect([plan.action, codesOf(plan)]).toEqual(['held', ['rowUnreadable']]);
		},
	);

	it('and no other subscription', () => {
		expect(onePlan({ unreadableTexts: ['us/411833_2', 'Acorn'] }).action).toBe('create');
	});
});

describe('a key field that cuts', () => {
	it.each(['us/41183', 'us/411833_', 'us/411833_1 (adop'])(
		'shows "%s": no key is written anywhere',
		(snowid) => {
			const plans = plansFor({ rows: [aRow({ snowid })] });
			expect(plans.map((plan) => [plan.action, codesOf(plan)])).toEqual([['held', ['keyCut']]]);
		},
	);

	it('is not suspected because one line’s key is the beginning of another’s', () => {
		const lines = [aLine({ subscriptionId: '4118' }), aLine({ subscriptionId: '41183' })];
		const plans = plansFor({ lines, rows: [aRow({ snowid: 'us/4118' })] });
		expect(plans.flatMap(codesOf)).not.toContain('keyCut');
		const numbered = [aLine(), aLine({ subscriptionId: '411833_12', skuNo: 'x', mfgPartNo: 'y' })];
		const more = plansFor({ lines: numbered, rows: [aRow({ snowid: 'us/411833_1' })] });
		expect(more.flatMap(codesOf)).not.toContain('keyCut');
	});
});
