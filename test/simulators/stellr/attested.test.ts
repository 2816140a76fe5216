/** What is known of the Stellr API, one test each: these hold under the default switches and are nobody's option. */
import { startStellrSimulator } from '../../../simulators/stellr/server';
import type { StellrSimulator } from '../../../simulators/stellr/server';
import { aStellrAccount, aStellrCustomer, aSubscription } from '../../../simulators/world/builders';
import { generateWorld } from '../../../simulators/world/world';
import { askToken, get, getWith, post, tokenOf } from './client';

const CUSTOMERS = '/api/v1/cloud/customers';
const CUSTOMER_LINES = '/api/v1/customers/100482/subscriptions';

describe('what is known of Stellr', () => {
	let clock = 0;
	let stellr: StellrSimulator;

	beforeEach(async () => {
		clock = Date.UTC(2026, 10, 20);
		const customers = Array.from({ length: 250 }, (_, index) =>
			aStellrCustomer({ customerNo: 100482 + index, name: `Customer ${index}` }),
		);
		customers[1] = { ...customers[1], name: 'example.org', status: 'Discontinued' };
		customers[2] = { ...customers[2], status: null };
		const subscriptions = [
			aSubscription(),
			aSubscription({ subscriptionId: '411833_2', vendorName: 'Cisco', status: null }),
		];
		stellr = await startStellrSimulator(
			{
				accounts: [
					aStellrAccount({ customers, subscriptions }),
					aStellrAccount({ label: 'second' }),
					aStellrAccount({ label: 'sandbox', environment: 'sandbox', customers }),
				],
			},
			{},
			{ now: () => clock },
		);
	});
	afterEach(async () => stellr.stop());

	it('gives a two-hour bearer token for a form with id and secret, and no refresh token', async () => {
		const reply = await askToken(stellr);
		expect(reply.status).toBe(200);
		expect(reply.body).toEqual({
			access_token: expect.any(String),
			token_type: 'Bearer',
			expires_in: 7200,
		});
	});

	it('refuses a wrong secret with 401 invalid_client', async () => {
		const reply = await askToken(stellr, { client_secret: 'wrong' });
		expect(reply.status).toBe(401);
		expect(reply.body.error).toBe('invalid_client');
	});

	it('refuses a token request that is no form', async () => {
		const reply = await askToken(stellr, {}, { 'content-type': 'application/json' });
		expect(reply.status).toBe(400);
	});

	it('answers 401 without a token, with a foreign one and with an expired one, and works again after minting', async () => {
		const path = `${CUSTOMERS}?pageNo=1&pageSize=1`;
		expect((await getWith(stellr, path)).status).toBe(401);
		expect((await getWith(stellr, path, 'from-elsewhere')).status).toBe(401);
		const token = await tokenOf(stellr);
		expect((await getWith(stellr, path, token)).status).toBe(200);
		clock += 7200 * 1000;
		expect((await getWith(stellr, path, token)).status).toBe(401);
		expect((await getWith(stellr, path, await tokenOf(stellr))).status).toBe(200);
	});

	it('refuses sandbox credentials on production and production ones on the sandbox', async () => {
		const sandboxAccount = stellr.state.accounts[2];
		const credentials = {
			client_id: sandboxAccount.clientId,
			client_secret: sandboxAccount.clientSecret,
		};
		expect((await askToken(stellr, credentials)).body.error).toBe('invalid_client');
		const sandbox = await startStellrSimulator(stellr.state, {}, { environment: 'sandbox' });
		expect((await askToken(sandbox, credentials)).status).toBe(200);
		expect((await askToken(sandbox)).body.error).toBe('invalid_client');
		await sandbox.stop();
	});

	it('shows a second reseller none of the first one’s records, with 200', async () => {
		const list = await get(stellr, `${CUSTOMERS}?pageNo=1&pageSize=100`, 'second');
		expect(list.status).toBe(200);
		expect(list.body.data).toEqual({ total: 0, records: [] });
	});

	it.each(['', '?pageNo=1', '?pageSize=100'])(
		'gives 200 and no records when paging is not asked for: "%s"',
		async (query) => {
			for (const path of [CUSTOMERS, CUSTOMER_LINES]) {
				const reply = await get(stellr, path + query);
				expect(reply.status).toBe(200);
				expect(reply.body.data).toEqual({ total: 0, records: [] });
			}
		},
	);

	it('pages from 1, each record once, with the full total on every page, and nothing after the last', async () => {
		const seen: unknown[] = [];
		for (const pageNo of [1, 2, 3]) {
			const { body } = await get(stellr, `${CUSTOMERS}?pageNo=${pageNo}&pageSize=100`);
			expect(body.data?.total).toBe(250);
			seen.push(...(body.data?.records ?? []).map(({ customerNo }) => customerNo));
		}
		expect(seen).toHaveLength(250);
		expect(new Set(seen).size).toBe(250);
		expect(seen[0]).toBe(100482);
		const after = await get(stellr, `${CUSTOMERS}?pageNo=4&pageSize=100`);
		expect(after.body.data).toEqual({ total: 250, records: [] });
	});

	it('gives every list answer a request id of its own', async () => {
		const first = await get(stellr, `${CUSTOMERS}?pageNo=1&pageSize=1`);
		const second = await get(stellr, `${CUSTOMERS}?pageNo=1&pageSize=1`);
		expect(first.body.requestId).toEqual(expect.any(String));
		expect(first.body.requestId).not.toBe(second.body.requestId);
	});

	it('gives one customer with a flat address whose state is the province', async () => {
		const { body } = await get(stellr, `${CUSTOMERS}/100482`);
		expect(body.data).toMatchObject({
			customerNo: 100482,
			address1: '1260 Clarence Ave',
			city: 'Winnipeg',
			state: 'MB',
			zipCode: 'R3T 1T2',
		});
	});

	it('serves names that are domains, and customers that are Discontinued or without a status', async () => {
		const { body } = await get(stellr, `${CUSTOMERS}?pageNo=1&pageSize=3`);
		expect(body.data?.records?.[1]).toMatchObject({ name: 'example.org', status: 'Discontinued' });
		expect(body.data?.records?.[2].status).toBeNull();
	});

	it('keeps subscriptions under /api/v1/customers with contract_line ids and mixed vendors', async () => {
		const { body } = await get(stellr, `${CUSTOMER_LINES}?pageNo=1&pageSize=100`);
		const records = body.data?.records ?? [];
		expect(records.map(({ subscriptionId }) => subscriptionId)).toEqual(['411833_1', '411833_2']);
		expect(records.map(({ vendorName }) => vendorName)).toEqual(['Microsoft', 'Cisco']);
		const cloud = await get(stellr, `${CUSTOMERS}/100482/subscriptions?pageNo=1&pageSize=100`);
		expect(cloud.status).toBe(404);
	});

	it('has every status that was seen in a made-up world', () => {
		const { stellr: rows } = generateWorld({ customers: 300 });
		const statuses = new Set(
			rows.accounts.flatMap(({ subscriptions }) => subscriptions.map(({ status }) => status)),
		);
		for (const status of ['Activated', 'Expire', 'Cancelled', 'Suspended', null]) {
			expect(statuses).toContain(status);
		}
	});

	it('folds added seats into the quantity and leaves start, id and number of lines alone', async () => {
		const before = (await get(stellr, `${CUSTOMER_LINES}/411833_1`)).body.data;
		const answer = await post(stellr, `${CUSTOMER_LINES}/411833_1/changeSeats`, { quantity: 45 });
		expect(answer.body.data?.operationId).toEqual(expect.any(String));
		const after = (await get(stellr, `${CUSTOMER_LINES}/411833_1`)).body.data;
		expect(after).toEqual({ ...before, quantity: 45 });
		const list = await get(stellr, `${CUSTOMER_LINES}?pageNo=1&pageSize=100`);
		expect(list.body.data?.total).toBe(2);
	});

	it('takes a seat count as a resulting total from 1, never as nothing', async () => {
		const answer = await post(stellr, `${CUSTOMER_LINES}/411833_1/changeSeats`, { quantity: 0 });
		expect(answer.status).toBe(400);
		expect(stellr.requests.violations).toHaveLength(1);
	});

	it('can answer 200 with the refusal nested inside', async () => {
		stellr.switches.businessError = 'nested';
		const reply = await get(stellr, `${CUSTOMERS}?pageNo=1&pageSize=100`);
		expect(reply.status).toBe(200);
		expect(reply.body.data?.result).toMatchObject({ ErrorMessage: expect.any(String) });
	});

	it('can answer 429 at any time, and notes who comes back before it was told to', async () => {
		const token = await tokenOf(stellr);
		const path = `${CUSTOMERS}?pageNo=1&pageSize=1`;
		stellr.faults.replace([{ match: {}, skip: 0, times: 1, do: '429', retryAfter: 5 }]);
		const refused = await getWith(stellr, path, token);
		expect(refused.status).toBe(429);
		expect(refused.headers.get('retry-after')).toBe('5');
		clock += 4000;
		expect((await getWith(stellr, path, token)).status).toBe(200);
		expect(stellr.requests.violations).toEqual([
			{
				method: 'GET',
				path: CUSTOMERS,
				field: 'Retry-After',
				what: 'came back 1000 ms before it was told to',
			},
		]);
	});
});
