import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import nock from 'nock';

import { StellrCustomers } from '../../../nodes/StellrCustomers/StellrCustomers.node';
import { runNode } from '../harness';
import {
	API,
	customer,
	CUSTOMERS,
	grantTokens,
	serveList,
	SSO,
	stellrCredential,
	useNock,
} from '../stellrApi';

const nodeType = StellrCustomers;
const many = (count: number) => Array.from({ length: count }, (_, index) => customer(1000 + index));

describe('Stellr Customers, Get Many', () => {
	useNock();

	it('puts every customer out, stamped with one complete list', async () => {
		const tokens = grantTokens();
		const { asked } = serveList(CUSTOMERS, many(230));
		const { outputs, error, items } = await runNode({ nodeType, credentials: stellrCredential() });
		expect(error).toBeUndefined();
		const [customers, attention] = outputs;
		expect(attention).toEqual([]);
		expect(customers).toHaveLength(230);
		expect(customers[0]).toMatchObject({ account: 'us', customerNo: '1000', active: true });
		const stamps = new Set(customers.map(({ list }) => JSON.stringify(list)));
		expect(stamps.size).toBe(1);
		expect(customers[0].list).toMatchObject({ total: 230, complete: true, id: expect.any(String) });
		expect(items[0].every(({ pairedItem }) => pairedItem !== undefined)).toBe(true);
		expect(asked).toHaveLength(3);
		expect(tokens()).toBe(1);
	});

	it('reads and puts out once, however many items come in', async () => {
		grantTokens();
		const { asked } = serveList(CUSTOMERS, many(2));
		const { outputs, items } = await runNode({
			nodeType,
			inputs: [[{ a: 1 }, { a: 2 }, { a: 3 }]],
			credentials: stellrCredential(),
		});
		expect(outputs[0]).toHaveLength(2);
		expect(asked).toHaveLength(1);
		expect(items[0][0].pairedItem).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	it('says on the stamp that a limited list is not complete', async () => {
		grantTokens();
		serveList(CUSTOMERS, many(80));
		const { outputs } = await runNode({
			nodeType,
			parameters: { returnAll: false, limit: 50 },
			credentials: stellrCredential(),
		});
		expect(outputs[0]).toHaveLength(50);
		expect(outputs[0][0].list).toMatchObject({ total: 80, complete: false });
		expect(outputs[1]).toEqual([]);
	});

	it('warns when no customer is visible, and does not call that an empty list', async () => {
		grantTokens();
		serveList(CUSTOMERS, []);
		const { outputs, hints, error } = await runNode({ nodeType, credentials: stellrCredential() });
		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([{ list: expect.objectContaining({ total: 0, complete: false }) }]);
		expect(outputs[1]).toMatchObject([{ account: 'us', issue: { code: 'noCustomersVisible' } }]);
		expect(hints).toMatchObject([
			{ type: 'warning', message: expect.stringContaining('End Customers - List Customers') },
		]);
	});

	it('sends a record without an id to Needs Attention and loses nobody else', async () => {
		grantTokens();
		serveList(CUSTOMERS, [customer(1), { name: 'Nameless Ltd' }, customer(2)]);
		const { outputs } = await runNode({ nodeType, credentials: stellrCredential() });
		expect(outputs[0].map(({ customerNo }) => customerNo)).toEqual(['1', '2']);
		expect(outputs[0][0].list).toMatchObject({ total: 2, complete: true });
		expect(outputs[1]).toMatchObject([
			{
				issue: {
					code: 'recordWithoutId',
					message: expect.stringContaining('Nameless Ltd'),
					requestId: 'req-1',
				},
				raw: { name: 'Nameless Ltd' },
			},
		]);
	});

	it('adds the raw record on request, secrets masked', async () => {
		grantTokens();
		serveList(CUSTOMERS, [customer(1, { portalPassword: 'p' })]);
		const { outputs } = await runNode({
			nodeType,
			parameters: { includeRaw: true },
			credentials: stellrCredential(),
		});
		expect(outputs[0][0].raw).toEqual(customer(1, { portalPassword: '***' }));
	});

	it('renews the token once when it has expired, and goes on', async () => {
		const tokens = grantTokens();
		nock(API, { reqheaders: { authorization: 'Bearer old' } })
			.get(CUSTOMERS)
			.query(true)
			.reply(401, { errorCode: 'expired' });
		serveList(CUSTOMERS, many(1));
		const { outputs } = await runNode({
			nodeType,
			credentials: stellrCredential({ oauthTokenData: { access_token: 'old' } }),
		});
		expect(outputs[0]).toHaveLength(1);
		expect(tokens()).toBe(1);
	});

	describe('when the whole node cannot work', () => {
		const cases: Array<
			[
				string,
				() => ICredentialDataDecryptedObject | void,
				{ message: RegExp; remedy: RegExp; code: string },
			]
		> = [
			[
				'a wrong secret',
				() => void nock(SSO).post('/oauth2/v1/token').reply(401, { error: 'invalid_client' }),
				{
					code: 'signInRefused',
					message: /Stellr account "us": Stellr did not accept the client ID or secret/,
					remedy: /younger than 10 minutes/,
				},
			],
			[
				'a wrong region host',
				() => {
					grantTokens();
					nock.enableNetConnect('127.0.0.1');
					return {
						region: 'custom',
						baseUrl: 'http://127.0.0.1:1',
						tokenUrl: `${SSO}/oauth2/v1/token`,
					};
				},
				{
					code: 'unreachable',
					message: /Stellr could not be reached .*the host refused the connection/,
					remedy: /Region, Application Type and API Base URL/,
				},
			],
			[
				'a missing permission',
				() => {
					grantTokens();
					nock(API)
						.get(CUSTOMERS)
						.query(true)
						.reply(403, {
							requestId: 'r9',
							data: { errorCode: 'X', errorMessage: 'Not in scope' },
						});
				},
				{
					code: 'notAllowed',
					message: /Stellr refused "List Customers" with status 403 \(Not in scope\)/,
					remedy: /End Customers - List Customers/,
				},
			],
			[
				'HTML instead of JSON',
				() => {
					grantTokens();
					nock(API)
						.get(CUSTOMERS)
						.query(true)
						.reply(200, '<html><head><title>Welcome</title></head></html>', {
							'content-type': 'text/html',
						});
				},
				{
					code: 'notJson',
					message: /was not data of the Stellr API \(a web page titled "Welcome"\)/,
					remedy: /This is not the API of StreamOne Stellr/,
				},
			],
			[
				'a refusal inside a 200',
				() => {
					grantTokens();
					nock(API)
						.get(CUSTOMERS)
						.query(true)
						.reply(200, { requestId: 'r8', data: { ErrorMessage: 'Reseller is blocked' } });
				},
				{ code: 'businessRefusal', message: /Reseller is blocked/, remedy: /request id/ },
			],
		];

		it.each(cases)(
			'%s stops the run with one sentence and a remedy',
			async (_, prepare, expected) => {
				const fields = prepare() ?? {};
				const { error, outputs } = await runNode({
					nodeType,
					credentials: stellrCredential(fields),
				});
				expect(error?.message).toMatch(expected.message);
				expect(error?.description).toMatch(expected.remedy);
				expect(JSON.stringify([error, outputs])).not.toContain('geheim-123');
			},
		);

		it.each(
			cases.flatMap(([name, prepare, expected]) =>
				(['continueRegularOutput', 'continueErrorOutput'] as const).map(
					(onError) => [name, onError, prepare, expected] as const,
				),
			),
		)('%s is one item on Needs Attention under %s', async (_, onError, prepare, expected) => {
			const fields = prepare() ?? {};
			const { error, outputs } = await runNode({
				nodeType,
				onError,
				inputs: [[{ a: 1 }, { a: 2 }]],
				credentials: stellrCredential(fields),
			});
			expect(error).toBeUndefined();
			expect(outputs[0]).toEqual([]);
			expect(outputs[1]).toHaveLength(1);
			expect(outputs[1][0].issue).toMatchObject({
				code: expected.code,
				message: expect.stringMatching(expected.message),
				remedy: expect.stringMatching(expected.remedy),
			});
			expect(outputs[1][0]).not.toHaveProperty('error');
		});
	});

	it('puts out what came of a list that broke off, marked, where the user chose to go on', async () => {
		grantTokens();
		nock(API)
			.get(CUSTOMERS)
			.query({ pageNo: 1, pageSize: 100 })
			.reply(200, { requestId: 'a', data: { total: 150, records: many(100) } });
		nock(API)
			.get(CUSTOMERS)
			.query({ pageNo: 2, pageSize: 100 })
			.reply(400, { requestId: 'b', errorMessage: 'Bad page' });
		const { outputs } = await runNode({
			nodeType,
			onError: 'continueRegularOutput',
			credentials: stellrCredential(),
		});
		expect(outputs[0]).toHaveLength(100);
		expect(outputs[0][0].list).toMatchObject({ total: 150, complete: false });
		expect(outputs[1]).toMatchObject([{ issue: { code: 'refused', requestId: 'b' } }]);
	});

	it.each([
		[{ accountLabel: 'US West!' }, /Account Label in the Stellr credential holds "us west!"/],
		[
			{ region: 'custom', baseUrl: 'http://api.example.com', tokenUrl: 'https://t.example.com' },
			/API Base URL in the credential must begin with https/,
		],
		[{ region: 'br' }, /Token URL in the credential is empty/],
		[
			{ tokenUrlOverride: 'http://sso.example.com/token' },
			/Token URL in the credential must begin with https/,
		],
	])('sends nothing with the credential %j', async (fields, message) => {
		const { error } = await runNode({ nodeType, credentials: stellrCredential(fields) });
		expect(error?.message).toMatch(message);
	});
});

describe('Stellr Customers, Get', () => {
	useNock();
	const parameters = {
		operation: 'get',
		customer: { __rl: true, mode: 'number', value: '={{ $json.no }}' },
	};

	it('reads each customer once and keeps items paired', async () => {
		grantTokens();
		nock(API)
			.get(`${CUSTOMERS}/5`)
			.reply(200, { requestId: 'r', data: customer(5) });
		nock(API)
			.get(`${CUSTOMERS}/6`)
			.reply(200, { requestId: 'r', data: customer(6) });
		const { items, outputs } = await runNode({
			nodeType,
			parameters,
			inputs: [[{ no: 5 }, { no: 6 }, { no: 5 }]],
			credentials: stellrCredential(),
		});
		expect(outputs[0].map(({ customerNo }) => customerNo)).toEqual(['5', '6']);
		expect(items[0].map(({ pairedItem }) => pairedItem)).toEqual([
			[{ item: 0 }, { item: 2 }],
			{ item: 1 },
		]);
	});

	it('sends an unknown number and an empty one to Needs Attention, and reads the others', async () => {
		grantTokens();
		nock(API)
			.get(`${CUSTOMERS}/5`)
			.reply(200, { requestId: 'r', data: customer(5) });
		nock(API)
			.get(`${CUSTOMERS}/9`)
			.reply(404, { requestId: 'r404', data: { errorMessage: 'Not found' } });
		const { outputs, error } = await runNode({
			nodeType,
			parameters,
			inputs: [[{ no: 9 }, { no: '' }, { no: 5 }]],
			credentials: stellrCredential(),
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[1]).toMatchObject([
			{ customerNo: '9', issue: { code: 'notFound', requestId: 'r404' } },
			{
				customerNo: '',
				issue: { code: 'customerNotGiven', message: 'Item 2: Customer is empty.' },
			},
		]);
	});
});
