import nock from 'nock';

import { StellrSubscriptions } from '../../../nodes/StellrSubscriptions/StellrSubscriptions.node';
import { runNode } from '../harness';
import {
	API,
	customer,
	CUSTOMERS,
	grantTokens,
	serveList,
	stellrCredential,
	subscription,
	subscriptionsPath,
	useNock,
} from '../stellrApi';

const nodeType = StellrSubscriptions;
const credentials = stellrCredential();

const mapped = (customerNo: string, over: object = {}) => ({
	account: 'us',
	customerNo,
	name: `Customer ${customerNo}`,
	active: true,
	match: { status: 'mapped' },
	haloClientId: 40 + Number(customerNo),
	...over,
});
const unmapped = (customerNo: string, over: object = {}) => ({
	...mapped(customerNo),
	haloClientId: undefined,
	match: { status: 'unmapped' },
	...over,
});

describe('Stellr Subscriptions of the input customers', () => {
	useNock();

	it('gives each customer its list and keeps everything else of the item', async () => {
		const tokens = grantTokens();
		serveList(subscriptionsPath(1), [subscription(1, 10), subscription(1, 11)]);
		serveList(subscriptionsPath(2), []);
		const input = [mapped('1', { extra: { kept: true } }), mapped('2')];
		const { outputs, error, items } = await runNode({ nodeType, inputs: [input], credentials });
		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([
			{
				...input[0],
				subscriptions: [
					expect.objectContaining({
						subscriptionId: '10_1',
						account: 'us',
						customerNo: '1',
						quantity: 7,
					}),
					expect.objectContaining({ subscriptionId: '11_1' }),
				],
				complete: true,
				unreadable: [],
				subscriptionsFrom: 'ownList',
				subscriptionsReadAt: expect.stringMatching(/^\d{4}-.*Z$/),
				subscriptionsRequestId: 'req-1',
			},
			{
				...input[1],
				subscriptions: [],
				complete: true,
				unreadable: [],
				subscriptionsFrom: 'ownList',
				subscriptionsReadAt: expect.any(String),
				subscriptionsRequestId: 'req-1',
			},
		]);
		expect(outputs.slice(1)).toEqual([[], []]);
		expect(items[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(tokens()).toBe(1);
	});

	it('fetches one token even though the first reads go out together', async () => {
		const tokens = grantTokens();
		const numbers = Array.from({ length: 12 }, (_, index) => String(index + 1));
		for (const no of numbers) serveList(subscriptionsPath(no), [subscription(Number(no), 100)]);
		const { outputs } = await runNode({
			nodeType,
			inputs: [numbers.map((no) => mapped(no))],
			credentials: stellrCredential(),
		});
		expect(outputs[0].map(({ customerNo }) => customerNo)).toEqual(numbers);
		expect(tokens()).toBe(1);
	});

	it.each([
		['mapped', ['1', '5']],
		['unmapped', ['2']],
		['all', ['1', '2', '3', '5']],
	] as const)('reads "%s" and passes the others on unread', async (customersToRead, read) => {
		grantTokens();
		const input = [
			mapped('1'),
			unmapped('2'),
			unmapped('3', { active: false }),
			unmapped('4', { match: { status: 'ignored' } }),
			{ account: 'us', customerNo: '5' },
		];
		for (const no of read) serveList(subscriptionsPath(no), []);
		const { outputs } = await runNode({
			nodeType,
			parameters: { customersToRead },
			inputs: [input],
			credentials,
		});
		expect(outputs[0].map(({ customerNo }) => customerNo)).toEqual(['1', '2', '3', '4', '5']);
		const withList = outputs[0].filter((json) => 'subscriptions' in json);
		expect(withList.map(({ customerNo }) => customerNo)).toEqual(read);
		expect(outputs[2]).toEqual([]);
	});

	it('reads a customer that comes twice once, and puts it out twice', async () => {
		grantTokens();
		const { asked } = serveList(subscriptionsPath(1), [subscription(1, 10)]);
		const { outputs } = await runNode({
			nodeType,
			inputs: [[mapped('1'), mapped('1')]],
			credentials,
		});
		expect(outputs[0]).toHaveLength(2);
		expect(asked).toHaveLength(1);
	});

	it('passes customers of another account on unread', async () => {
		grantTokens();
		const { outputs } = await runNode({
			nodeType,
			inputs: [[mapped('1', { account: 'ca' })]],
			credentials,
		});
		expect(outputs).toEqual([[], [mapped('1', { account: 'ca' })], []]);
	});

	it('makes nothing of the stamp of an empty list', async () => {
		grantTokens();
		const list = { id: 'x', total: 0, complete: true, readAt: '2026-11-23T00:00:00.000Z' };
		const { outputs } = await runNode({ nodeType, inputs: [[{ list }]], credentials });
		expect(outputs).toEqual([[], [], []]);
	});

	it('asks for customers when an item is none', async () => {
		grantTokens();
		const { outputs } = await runNode({
			nodeType,
			inputs: [[{ name: 'X' }, { account: 'us', name: 'Y' }]],
			credentials,
		});
		expect(outputs[2]).toMatchObject([
			{
				name: 'X',
				issue: { code: 'customerNotGiven', message: expect.stringContaining('Item 1') },
			},
			{ name: 'Y', issue: { message: expect.stringContaining('"customerNo" is missing') } },
		]);
	});

	it('never turns a failed read into an empty list', async () => {
		grantTokens();
		serveList(subscriptionsPath(1), [subscription(1, 10)]);
		nock(API)
			.get(subscriptionsPath(2))
			.query(true)
			.reply(404, { requestId: 'r2', data: { errorMessage: 'Unknown customer' } });
		const { outputs, error } = await runNode({
			nodeType,
			inputs: [[mapped('1'), mapped('2')]],
			credentials,
		});
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ customerNo }) => customerNo)).toEqual(['1']);
		expect(outputs[2]).toEqual([
			{
				...mapped('2'),
				issue: {
					code: 'notFound',
					message: expect.stringContaining('Customer 2 (Customer 2): '),
					remedy: expect.any(String),
					requestId: 'r2',
				},
			},
		]);
	});

	it.each(['perCustomer', 'perSubscription'])(
		'tells those who share its Halo client of a failed read, since what they lack may be its (%s)',
		async (output) => {
			grantTokens();
			for (const number of [1, 3])
				serveList(subscriptionsPath(number), [subscription(number, 10 * number)]);
			nock(API).get(subscriptionsPath(2)).query(true).reply(404, { requestId: 'r2' });
			const { outputs } = await runNode({
				nodeType,
				inputs: [[mapped('1', { haloClientId: 42 }), mapped('2'), mapped('3')]],
				parameters: { output },
				credentials,
			});
			expect(outputs[0].map(({ customerNo, complete }) => [customerNo, complete])).toEqual([
				['1', false],
				['3', true],
			]);
		},
	);

	it('marks a list that came short, and asks for attention', async () => {
		grantTokens();
		nock(API)
			.get(subscriptionsPath(1))
			.query(true)
			.times(4)
			.reply(200, {
				requestId: 'r',
				data: { total: 3, records: [subscription(1, 10), subscription(1, 11)] },
			});
		const { outputs } = await runNode({ nodeType, inputs: [[mapped('1')]], credentials });
		expect(outputs[0]).toMatchObject([{ customerNo: '1', complete: false }]);
		expect(outputs[0][0].subscriptions).toHaveLength(2);
		expect(outputs[2]).toMatchObject([
			{
				customerNo: '1',
				issue: { code: 'listIncomplete', message: expect.stringContaining('2 of 3 came') },
			},
		]);
	});

	it('names a record it could not read, so that nobody takes it for missing', async () => {
		grantTokens();
		serveList(subscriptionsPath(1), [
			subscription(1, 10),
			subscription(1, 11, { quantity: 'many' }),
		]);
		serveList(subscriptionsPath(2), [subscription(2, 20, { subscriptionId: null })]);
		const { outputs } = await runNode({
			nodeType,
			inputs: [[mapped('1'), mapped('2')]],
			credentials,
		});
		expect(outputs[0]).toMatchObject([
			{ customerNo: '1', complete: true, unreadable: ['11_1'] },
			{ customerNo: '2', complete: false, unreadable: [], subscriptions: [] },
		]);
		expect(outputs[2]).toMatchObject([
			{ customerNo: '1', subscriptionId: '11_1', issue: { code: 'recordNotUnderstood' } },
			{ customerNo: '2', subscriptionId: null, issue: { code: 'recordWithoutId' } },
		]);
	});

	it('passes a fractional quantity through as it is', async () => {
		grantTokens();
		serveList(subscriptionsPath(1), [subscription(1, 10, { quantity: 2.5 })]);
		const { outputs } = await runNode({ nodeType, inputs: [[mapped('1')]], credentials });
		expect(outputs[0][0].subscriptions).toMatchObject([{ quantity: 2.5 }]);
	});

	it('puts one flat item out per subscription on request', async () => {
		grantTokens();
		serveList(subscriptionsPath(1), [subscription(1, 10), subscription(1, 11)]);
		const { outputs, items } = await runNode({
			nodeType,
			parameters: { output: 'perSubscription' },
			inputs: [[unmapped('3'), mapped('1')]],
			credentials,
		});
		expect(outputs[0]).toMatchObject([
			{
				subscriptionId: '10_1',
				customerNo: '1',
				customerName: 'Customer 1',
				haloClientId: 41,
				complete: true,
			},
			{ subscriptionId: '11_1' },
		]);
		expect(items[0][0].pairedItem).toEqual({ item: 1 });
	});

	describe('when the permission is missing for all', () => {
		const numbers = Array.from({ length: 20 }, (_, index) => String(index + 1));
		const input = [...numbers.map((no) => mapped(no)), unmapped('99')];
		let asked = 0;
		beforeEach(() => {
			asked = 0;
			grantTokens();
			nock(API)
				.persist()
				.get(/subscriptions/)
				.query(true)
				.reply(403, () => {
					asked += 1;
					return '';
				});
		});

		it('stops the run with one sentence, without asking for everybody', async () => {
			const { error } = await runNode({ nodeType, inputs: [input], credentials });
			expect(error?.message).toMatch(/Stellr refused "List Subscriptions" with status 403/);
			expect(error?.description).toContain("Subscriptions - List Customers' Subscriptions");
			expect(asked).toBeLessThan(10);
		});

		it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
			'is one item that names the unread under %s, and the others pass on',
			async (onError) => {
				const { error, outputs } = await runNode({
					nodeType,
					inputs: [input],
					onError,
					credentials,
				});
				expect(error).toBeUndefined();
				expect(outputs[0]).toEqual([JSON.parse(JSON.stringify(unmapped('99')))]);
				expect(outputs[2]).toHaveLength(1);
				expect(outputs[2][0]).toMatchObject({ issue: { code: 'notAllowed' } });
				expect(outputs[2][0].customers).toHaveLength(20);
			},
		);
	});

	it('wonders when nobody has a subscription', async () => {
		grantTokens();
		for (const no of ['1', '2', '3']) serveList(subscriptionsPath(no), []);
		const { hints, outputs } = await runNode({
			nodeType,
			inputs: [[mapped('1'), mapped('2'), mapped('3')]],
			credentials,
		});
		expect(outputs[0]).toHaveLength(3);
		expect(hints).toMatchObject([
			{ type: 'warning', message: expect.stringContaining('None of the 3 customers') },
		]);
	});

	it('keeps an upstream "error" key out of the way of n8n', async () => {
		grantTokens();
		serveList(subscriptionsPath(1), []);
		const { outputs } = await runNode({
			nodeType,
			inputs: [[mapped('1', { error: 'from before' })]],
			credentials,
		});
		expect(outputs[0][0]).toMatchObject({ customerNo: '1', upstreamError: 'from before' });
		expect(outputs[0][0]).not.toHaveProperty('error');
	});
});

describe('Stellr Subscriptions of one customer', () => {
	useNock();
	const parameters = {
		source: 'oneCustomer',
		customer: { __rl: true, mode: 'number', value: '1' },
	};

	it('gives the customer itself with its list', async () => {
		grantTokens();
		nock(API)
			.get(`${CUSTOMERS}/1`)
			.reply(200, { requestId: 'r', data: customer(1) });
		serveList(subscriptionsPath(1), [subscription(1, 10)]);
		const { outputs } = await runNode({ nodeType, parameters, credentials });
		expect(outputs[0]).toMatchObject([
			{
				account: 'us',
				customerNo: '1',
				name: 'Customer 1',
				complete: true,
				subscriptions: [{ quantity: 7 }],
			},
		]);
	});

	it('does not give an unknown number an empty list', async () => {
		grantTokens();
		nock(API).get(`${CUSTOMERS}/1`).reply(200, { requestId: 'r', data: {} });
		const { outputs } = await runNode({ nodeType, parameters, credentials });
		expect(outputs[0]).toEqual([]);
		expect(outputs[2]).toMatchObject([{ customerNo: '1', issue: { code: 'notFound' } }]);
	});
});

describe('Stellr Subscriptions of the whole reseller', () => {
	useNock();
	const parameters = { source: 'wholeReseller' };

	it('reads customers, then each one’s list', async () => {
		grantTokens();
		serveList(CUSTOMERS, [customer(1), customer(2)]);
		serveList(subscriptionsPath(1), [subscription(1, 10)]);
		serveList(subscriptionsPath(2), []);
		const { outputs } = await runNode({ nodeType, parameters, credentials });
		expect(outputs[0]).toMatchObject([
			{ customerNo: '1', subscriptions: [{ subscriptionId: '10_1' }] },
			{ customerNo: '2', subscriptions: [], complete: true },
		]);
	});

	it('deals one common list out where its path is known', async () => {
		grantTokens();
		const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
		const lines = new Map(numbers.map((no) => [no, [subscription(no, 10 * no)]]));
		lines.set(2, [subscription(2, 20, { quantity: 'x' })]);
		serveList(
			CUSTOMERS,
			numbers.map((no) => customer(no)),
		);
		serveList('/api/v1/subscriptions', [...[...lines.values()].flat(), subscription(99, 990)]);
		for (const [no, own] of lines) serveList(subscriptionsPath(no), own);
		const { outputs } = await runNode({
			nodeType,
			parameters,
			credentials: stellrCredential({
				changeApiDetails: true,
				allSubscriptionsPath: 'api/v1/subscriptions/',
			}),
		});
		expect(outputs[0]).toHaveLength(13);
		expect(outputs[0]).toMatchObject([
			{
				customerNo: '1',
				complete: true,
				unreadable: [],
				subscriptions: [{ subscriptionId: '10_1' }],
			},
			{ customerNo: '2', complete: true, unreadable: ['20_1'], subscriptions: [] },
			...numbers.slice(2).map((no) => ({ customerNo: String(no), complete: true })),
			{ customerNo: '99', subscriptionsFrom: 'resellerList', subscriptions: [{ quantity: 7 }] },
		]);
		expect(outputs[2]).toMatchObject([{ customerNo: '2', subscriptionId: '20_1' }]);
	});

	it('warns when no customer is visible', async () => {
		grantTokens();
		serveList(CUSTOMERS, []);
		const { outputs, hints } = await runNode({ nodeType, parameters, credentials });
		expect(outputs[0]).toEqual([]);
		expect(outputs[2]).toMatchObject([{ issue: { code: 'noCustomersVisible' } }]);
		expect(hints).toHaveLength(1);
	});
});

describe('Stellr Subscriptions, Get', () => {
	useNock();

	it('gets one subscription of one customer', async () => {
		grantTokens();
		nock(API)
			.get(`${subscriptionsPath(1)}/10_1`)
			.reply(200, { requestId: 'r', data: subscription(1, 10) });
		const { outputs } = await runNode({
			nodeType,
			parameters: {
				operation: 'get',
				customer: { __rl: true, mode: 'number', value: '1' },
				subscriptionId: '={{ $json.id }}',
			},
			inputs: [[{ id: '10_1' }, { id: '' }]],
			credentials,
		});
		expect(outputs[0]).toMatchObject([{ subscriptionId: '10_1', quantity: 7 }]);
		expect(outputs[2]).toMatchObject([
			{ issue: { code: 'subscriptionNotGiven', message: 'Item 2: Subscription ID is empty.' } },
		]);
	});
});
