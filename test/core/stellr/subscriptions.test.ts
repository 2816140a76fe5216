import {
	getSubscription,
	readAllSubscriptions,
	readSubscriptionsOf,
} from '../../../core/stellr/subscriptions';
import { json } from '../http/fakeRuntime';
import { fakeAccount, listOf } from './account';

const premium = {
	subscriptionId: '411833_1',
	contractNo: 411833,
	lineNo: 1,
	customerNo: 100482,
	vendorId: 'MICROSOFT',
	vendorName: 'Microsoft',
	vendorSubscriptionId: '3f1c',
	productId: 90211,
	skuNo: 7654321,
	mfgPartNo: 'CFQ7TTC0LDPB:0001',
	offerId: 'CFQ7TTC0LDPB:0001',
	productName: 'NCE Microsoft 365 Business Premium - Annual Commit, Monthly Billing',
	quantity: 42,
	unitPrice: 24.1,
	customerPrice: 29.93,
	currency: 'CAD',
	billingFrequency: 'month',
	startDate: '2025-11-12',
	endDate: '2026-11-11',
	status: 'Activated',
};

const one = async (record: object) => {
	const { list, rejected } = await readSubscriptionsOf(fakeAccount([listOf([record])]), '100482');
	return { row: list.rows[0], rejected };
};

describe('Stellr subscriptions', () => {
	it('are canonical: cost and suggested price apart, state, kind and term told', async () => {
		expect((await one(premium)).row).toEqual({
			account: 'ca',
			customerNo: '100482',
			subscriptionId: '411833_1',
			contractNo: '411833',
			lineNo: '1',
			vendorSubscriptionId: '3f1c',
			productName: 'NCE Microsoft 365 Business Premium - Annual Commit, Monthly Billing',
			vendor: 'Microsoft',
			skuNo: '7654321',
			mfgPartNo: 'CFQ7TTC0LDPB:0001',
			offerId: 'CFQ7TTC0LDPB:0001',
			quantity: 42,
			unitCost: 24.1,
			suggestedPrice: 29.93,
			currency: 'CAD',
			billingFrequency: 'month',
			term: 'P1Y',
			startDate: '2025-11-12',
			endDate: '2026-11-11',
			status: 'Activated',
			state: 'active',
			kind: 'seat',
			kindReason: 'billed by the seat each "month"',
		});
	});

	it('read numbers that come as texts', async () => {
		const { row } = await one({
			...premium,
			quantity: '42',
			unitPrice: '24.10',
			customerPrice: ' 29.93 ',
		});
		expect(row).toMatchObject({ quantity: 42, unitCost: 24.1, suggestedPrice: 29.93 });
	});

	it('pass a fractional, zero or negative quantity through as it is', async () => {
		for (const quantity of [2.5, 0, -3])
			expect((await one({ ...premium, quantity })).row.quantity).toBe(quantity);
	});

	it('leave an absent quantity null', async () => {
		expect((await one({ ...premium, quantity: null })).row.quantity).toBeNull();
		expect((await one({ ...premium, quantity: '' })).row.quantity).toBeNull();
	});

	it('never take the cost from a field called price', async () => {
		expect((await one({ ...premium, unitPrice: null, price: 99 })).row.unitCost).toBeNull();
	});

	it.each([
		['2026-07-09T11:21:25.733-0400', '2026-07-09'],
		['2026-07-09T00:00:00Z', '2026-07-09'],
		['2026-07-09 00:00:00', '2026-07-09'],
		['0001-01-01T00:00:00', null],
		[null, null],
	])('keep the day of the end date %j as written', async (endDate, day) => {
		expect((await one({ ...premium, endDate })).row.endDate).toBe(day);
	});

	it.each([
		['quantity', 'forty', 'the text "forty"'],
		['endDate', '11/12/2026', 'the text "11/12/2026"'],
		['endDate', '2026-02-31x', 'the text "2026-02-31x"'],
		['quantity', { value: 3 }, 'an object'],
	])('with %s %j are rejected by name, not guessed at', async (field, value, seen) => {
		const { row, rejected } = await one({ ...premium, [field]: value });
		expect(row).toBeUndefined();
		expect(rejected[0].key).toBe('411833_1');
		expect(rejected[0].issue.message).toBe(
			`Subscription 411833_1 (customer 100482): the field "${field}" holds ${seen}, so it was left out.`,
		);
	});

	it.each([
		['subscriptionId', 'id'],
		['subscriptionId', 'agreementId'],
		['productName', 'description'],
		['vendorName', 'publisher'],
		['quantity', 'seats'],
		['quantity', 'qty'],
		['currency', 'currencyCode'],
		['billingFrequency', 'billingCycle'],
		['startDate', 'effectiveDate'],
		['endDate', 'renewalDate'],
		['endDate', 'expiryDate'],
	] as const)('are the same when %s is called %s', async (usual, alias) => {
		const { [usual]: value, ...rest } = premium;
		expect((await one({ ...rest, [alias]: value })).row).toEqual((await one(premium)).row);
	});

	it('know contract and line from the id when their fields are absent', async () => {
		expect((await one({ ...premium, contractNo: null, lineNo: null })).row).toMatchObject({
			contractNo: '411833',
			lineNo: '1',
		});
	});

	it('are read at the path of the credential', async () => {
		const account = fakeAccount([listOf([premium])], {
			subscriptionsPath: '/api/v1/cloud/customers/{customerNo}/subscriptions',
		});
		await readSubscriptionsOf(account, '100482');
		await getSubscription(account, '100482', '411833_1');
		expect(account.runtime.requests.map(({ path }) => path)).toEqual([
			'/api/v1/cloud/customers/100482/subscriptions',
			'/api/v1/cloud/customers/100482/subscriptions/411833_1',
		]);
	});

	it('of the whole reseller name their customer, and are rejected when they do not', async () => {
		const orphan = { ...premium, subscriptionId: '5_1', customerNo: undefined };
		const account = fakeAccount([listOf([premium, orphan])]);
		const { list, rejected } = await readAllSubscriptions(account, '/api/v1/subscriptions');
		expect(list.rows.map(({ customerNo }) => customerNo)).toEqual(['100482']);
		expect(rejected).toMatchObject([{ key: '5_1', issue: { code: 'recordWithoutId' } }]);
	});

	it('that are refused inside a 200 are no list', async () => {
		const { list } = await readSubscriptionsOf(
			fakeAccount([
				json(200, { requestId: 'q', data: { errorCode: 'E', errorMessage: 'No access' } }),
			]),
			'1',
		);
		expect(list).toMatchObject({
			complete: false,
			failure: { code: 'businessRefusal', vendorText: 'No access', requestId: 'q' },
		});
	});
});
