import { aCustomer, aLine, aRow, codesOf, onePlan, plansFor } from '../records';

/** Subscriptions to which no row belongs: what is created, under which name, and with which fields. */

describe('a new row', () => {
	it('holds what Stellr knows, for the right client, with its key in the same request', () => {
		const plan = onePlan({});
		expect(plan).toMatchObject({
			action: 'create',
			haloId: null,
			before: null,
			moneyPerMonth: 1257.06,
			currency: 'CAD',
		});
		expect(plan.after).toEqual({
			type: 1,
			name: 'Microsoft 365 Business Premium',
			count: 42,
			client_id: 12,
			start_date: '2025-12-01T00:00:00Z',
			end_date: '2026-11-30T00:00:00Z',
			billing_cycle: 'Monthly',
			term_duration: '1 Year',
			status: 'Active',
			is_active: true,
			vendor: 'Microsoft',
			product_sku: '7654321',
			vendor_product_sku: 'CFQ7TTC0LDPB:0001',
			snowid: 'us/411833_1',
		});
	});

	it('leaves out what Stellr does not say', () => {
		const bare = aLine({
			endDate: null,
			startDate: null,
			term: null,
			vendor: null,
			skuNo: null,
			mfgPartNo: null,
			billingFrequency: null,
			suggestedPrice: null,
		});
		const plan = onePlan({ lines: [bare] });
		expect(Object.values(plan.after ?? {})).not.toContain(null);
		for (const field of ['start_date', 'end_date', 'term_duration', 'billing_cycle', 'vendor'])
			expect(plan.after).not.toHaveProperty(field);
		expect(plan.moneyPerMonth).toBeNull();
	});

	it.each([
		['month', 'P1Y', 'Monthly', '1 Year'],
		['quarterly', 'P1M', 'Quarterly', '1 Month'],
		['annual', 'P3Y', 'Yearly', '3 Years'],
		['triennial', 'P3Y', '3 Years', '3 Years'],
		['one_time', 'P1Y', 'Yearly', '1 Year'],
		['fortnightly', 'P18M', 'fortnightly', '18 Months'],
	])('billed by %s for %s says %s and %s', (billingFrequency, term, cycle, duration) => {
		const plan = onePlan({ lines: [aLine({ billingFrequency, term })] });
		expect(plan.after).toMatchObject({ billing_cycle: cycle, term_duration: duration });
	});

	it.each([
		['none', {}],
		['cost', { purchase_price: 24.1 }],
		['both', { purchase_price: 24.1, price: 29.93 }],
	] as const)('with the price setting "%s" carries just that', (prices, wanted) => {
		const { purchase_price, price } = onePlan({ policy: { prices } }).after ?? {};
		expect(JSON.parse(JSON.stringify({ purchase_price, price }))).toEqual(wanted);
	});

	it('takes site, supplier, distributor and extra fields from the settings', () => {
		const plan = onePlan({
			policy: {
				siteId: -1,
				supplierId: 3,
				distributor: 'TD SYNNEX',
				extraFields: { autorenew: true, type: 0 },
			},
		});
		expect(plan.after).toMatchObject({
			site_id: -1,
			supplier_id: 3,
			distributor: 'TD SYNNEX',
			autorenew: true,
			type: 0,
		});
	});

	it('never takes its own number, client, count or key from extra fields', () => {
		const extraFields = { id: 501, client_id: 1, count: 9999, snowid: 'mine' };
		const { after } = onePlan({ policy: { extraFields } });
		expect(after).toMatchObject({ client_id: 12, count: 42, snowid: 'us/411833_1' });
		expect(after).not.toHaveProperty('id');
	});

	it.each([
		['tenant_id', 'us/411833_1'],
		['notes', 'Stellr key: us/411833_1'],
	] as const)('can keep its key in %s', (keyField, text) => {
		expect(onePlan({ policy: { keyField } }).after).toMatchObject({ [keyField]: text });
	});

	it('waits while its client is inactive, its customer has none, or the line is suspended', () => {
		const inactive = aCustomer([aLine()], { haloClientInactive: true });
		const without = aCustomer([aLine()], { haloClientId: null });
		expect(codesOf(onePlan({ customers: [inactive] }))).toEqual(['clientInactive']);
		expect(codesOf(onePlan({ customers: [without] }))).toEqual(['noClient']);
		const suspended = aLine({ state: 'suspended', status: 'Suspended' });
		const plan = onePlan({ lines: [suspended] });
		expect([plan.action, plan.wouldBe, codesOf(plan)]).toEqual([
			'held',
			'create',
			['suspendedWithoutRow'],
		]);
	});

	it('approved for one reason is not approved beside a row that nobody had seen', () => {
		const suspended = aLine({ state: 'suspended', status: 'Suspended' });
		const approved = new Set([onePlan({ lines: [suspended] }).hash]);
		const alike = [aRow({ name: 'M365 BP seats' })];
		const plan = onePlan({ lines: [suspended], rows: alike, policy: { approved } });
		expect([plan.action, codesOf(plan)]).toEqual(['held', ['similarRow']]);
		approved.add(plan.hash);
		const agreed = onePlan({ lines: [suspended], rows: alike, policy: { approved } });
		expect([agreed.action, agreed.hash]).toEqual(['create', plan.hash]);
	});

	it.each(['41 1833', '41/1833', '41;1833'])(
		'is not made for the id "%s", which would not be found again as a key',
		(subscriptionId) => {
			const plan = onePlan({ lines: [aLine({ subscriptionId })] });
			expect([plan.action, codesOf(plan)]).toEqual(['held', ['idUnusable']]);
		},
	);

	it('is found again under an account label that begins with a dash or a dot', () => {
		for (const account of ['-us', '.us', '_us']) {
			const line = aLine({ account });
			const first = onePlan({ customers: [aCustomer([line], { account })] });
			const row = aRow({ snowid: String(first.after?.snowid) });
			const second = onePlan({ customers: [aCustomer([line], { account })], rows: [row] });
			expect([first.action, second.action]).toEqual(['create', 'unchanged']);
		}
	});
});

describe('the name of a new row', () => {
	const named = (plans: ReturnType<typeof plansFor>) => plans.map(({ after }) => after?.name);
	const SUFFIXED = 'Microsoft 365 Business Premium · annual · 411833_1';
	// Another SKU, so that the row is no evidence; the name alone would hold the creation.
	const other = { productSku: 'X-1', snowid: 'us/999_1' };

	it('is the product name with term and line behind it where the client has an active row so named', () => {
		const plan = plansFor({
			rows: [aRow({ ...other, name: 'microsoft 365 business premium' })],
		})[0];
		expect(plan.after?.name).toBe(SUFFIXED);
	});

	it('is the plain product name where the row so named is inactive, deleted, or another client’s', () => {
		for (const fields of [{ active: false }, { deleted: true }, { clientId: 77 }]) {
			const plan = plansFor({ rows: [aRow({ ...other, ...fields })] })[0];
			expect(plan.after?.name).toBe('Microsoft 365 Business Premium');
		}
	});

	it('tells twins apart that are created in one run, the first keeping the plain name', () => {
		const lines = [
			aLine({ subscriptionId: '2_1', skuNo: 'b', mfgPartNo: null, term: 'P1M' }),
			aLine({ subscriptionId: '1_1', skuNo: 'a', mfgPartNo: null }),
		];
		expect(named(plansFor({ lines }))).toEqual([
			'Microsoft 365 Business Premium',
			'Microsoft 365 Business Premium · monthly · 2_1',
		]);
	});

	it('tells twins of two customers apart that share a client', () => {
		const customers = [
			aCustomer([aLine()]),
			aCustomer([aLine({ subscriptionId: '99_1', customerNo: '100501', term: null })], {
				customerNo: '100501',
			}),
		];
		expect(named(plansFor({ customers }))).toEqual([
			'Microsoft 365 Business Premium',
			'Microsoft 365 Business Premium · 99_1',
		]);
	});

	it('needs no suffix for a twin that is over or has its row already', () => {
		const over = aLine({ subscriptionId: '1_1', state: 'expired', status: 'Expire' });
		const kept = aLine({ subscriptionId: '2_1', skuNo: 'b', mfgPartNo: null });
		const plans = plansFor({
			lines: [over, kept, aLine()],
			rows: [aRow({ snowid: 'us/2_1', name: 'Premium seats' })],
		});
		expect(named(plans.filter(({ action }) => action === 'create'))).toEqual([
			'Microsoft 365 Business Premium',
		]);
	});

	it('is the SKU or the id where Stellr names no product', () => {
		expect(onePlan({ lines: [aLine({ productName: null })] }).after?.name).toBe('7654321');
		const bare = aLine({ productName: null, skuNo: null });
		expect(onePlan({ lines: [bare] }).after?.name).toBe('411833_1');
	});
});

describe('kinds and products', () => {
	it('seats are taken, free ones included', () => {
		const free = aLine({ suggestedPrice: 0, unitCost: 0 });
		expect(onePlan({ lines: [free] }).action).toBe('create');
	});

	it.each(['usage', 'oneTime', 'trial'] as const)('%s lines are left out and counted', (kind) => {
		const plan = onePlan({ lines: [aLine({ kind, kindReason: 'name says so' })] });
		expect([plan.action, codesOf(plan)]).toEqual(['skipped', ['kindLeftOut']]);
		expect(onePlan({ lines: [aLine({ kind })], policy: { kinds: [kind] } }).action).toBe('create');
	});

	it('a line of unknown kind is held', () => {
		const plan = onePlan({ lines: [aLine({ kind: 'unknown', kindReason: 'no quantity' })] });
		expect([plan.action, codesOf(plan)]).toEqual(['held', ['kindUnknown']]);
	});

	it.each([
		[{ includeProducts: ['microsoft'] }, 'create'],
		[{ includeProducts: ['Acronis'] }, 'skipped'],
		[{ includeProducts: ['7654321'] }, 'create'],
		[{ excludeProducts: ['business premium'] }, 'skipped'],
		[{ excludeProducts: ['Acronis'] }, 'create'],
		[{ includeProducts: ['microsoft'], excludeProducts: ['premium'] }, 'skipped'],
	])('the filter %j makes it %s', (policy, action) => {
		expect(onePlan({ policy }).action).toBe(action);
	});

	it('a product left out keeps its row untouched and unreported', () => {
		const plans = plansFor({
			lines: [aLine({ quantity: 1 })],
			rows: [aRow({ snowid: 'us/411833_1' })],
			policy: { excludeProducts: ['premium'] },
		});
		expect(plans.map(({ action }) => action)).toEqual(['skipped']);
	});
});
