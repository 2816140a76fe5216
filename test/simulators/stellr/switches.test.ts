/** What is unknown of the Stellr API: each switch does what it says. */
import { startStellrSimulator } from '../../../simulators/stellr/server';
import type { StellrSimulator } from '../../../simulators/stellr/server';
import type { StellrSwitches } from '../../../simulators/stellr/switches';
import { aStellrCustomer, aStellrState, aSubscription } from '../../../simulators/world/builders';
import type { Reply } from './client';
import { askToken, get, getWith, post, tokenOf } from './client';

const CUSTOMERS = '/api/v1/cloud/customers';
const LINES = '/api/v1/customers/100482/subscriptions';
const PAGE = '?pageNo=1&pageSize=100';

describe('the switches of the Stellr simulator', () => {
	let clock = 0;
	let stellr: StellrSimulator;

	beforeEach(async () => {
		clock = Date.UTC(2026, 10, 20);
		const customers = Array.from({ length: 450 }, (_, index) =>
			aStellrCustomer({ customerNo: 100482 + index }),
		);
		const rows = aStellrState({ customers, subscriptions: [aSubscription()] });
		stellr = await startStellrSimulator(rows, {}, { now: () => clock });
	});
	afterEach(async () => stellr.stop());

	const set = (switches: Partial<StellrSwitches>) => Object.assign(stellr.switches, switches);
	const numbers = (reply: Reply) =>
		(reply.body.data?.records ?? []).map(({ customerNo }) => Number(customerNo) - 100482);

	it('pageSize over 200 is clamped, refused or accepted', async () => {
		const path = `${CUSTOMERS}?pageNo=1&pageSize=400`;
		expect(numbers(await get(stellr, path))).toHaveLength(200);
		set({ pageSizeOver200: 'accept' });
		expect(numbers(await get(stellr, path))).toHaveLength(400);
		set({ pageSizeOver200: '400' });
		expect((await get(stellr, path)).status).toBe(400);
		expect((await get(stellr, `${CUSTOMERS}?pageNo=1&pageSize=200`)).status).toBe(200);
	});

	it('a missing permission is 403, 401 or an empty 200, and touches only its own call', async () => {
		set({ missingPermissions: ["Subscriptions - List Customers' Subscriptions"] });
		const refused = await get(stellr, LINES + PAGE);
		expect(refused.status).toBe(403);
		expect(refused.body.data?.errorMessage).toContain("List Customers' Subscriptions");
		expect((await get(stellr, CUSTOMERS + PAGE)).status).toBe(200);
		expect((await get(stellr, `${LINES}/411833_1`)).status).toBe(200);
		set({ missingPermission: '401' });
		expect((await get(stellr, LINES + PAGE)).status).toBe(401);
		set({ missingPermission: 'empty' });
		expect((await get(stellr, LINES + PAGE)).body.data).toEqual({ total: 0, records: [] });
	});

	it('a permission can be missing for one account alone', async () => {
		set({ missingPermissions: { other: ['End Customers - List Customers'] } });
		expect((await get(stellr, CUSTOMERS + PAGE)).status).toBe(200);
		set({ missingPermissions: { us: ['End Customers - List Customers'] } });
		expect((await get(stellr, CUSTOMERS + PAGE)).status).toBe(403);
	});

	it('an unknown customer is 404 in either refusal shape, or an empty 200', async () => {
		const unknown = await get(stellr, `/api/v1/customers/1/subscriptions${PAGE}`);
		expect(unknown.status).toBe(404);
		expect(unknown.body.data).toMatchObject({ errorCode: 'NotFound' });
		set({ errorShape: 2 });
		expect((await get(stellr, `${CUSTOMERS}/1`)).body).toMatchObject({ errorCode: 'NotFound' });
		set({ unknownCustomer: 'empty' });
		expect((await get(stellr, `${CUSTOMERS}/1`)).body.data).toEqual({});
		const list = await get(stellr, `/api/v1/customers/1/subscriptions${PAGE}`);
		expect(list.body.data).toEqual({ total: 0, records: [] });
	});

	it('a rate limit lets calls pass again after its window, saying when in seconds, as a date or not at all', async () => {
		set({ rateLimit: { requests: 2, windowSeconds: 60 } });
		const token = await tokenOf(stellr);
		const call = async () => getWith(stellr, `${CUSTOMERS}?pageNo=1&pageSize=1`, token);
		expect([(await call()).status, (await call()).status]).toEqual([200, 200]);
		expect((await call()).headers.get('retry-after')).toBe('60');
		set({ retryAfter: 'date' });
		expect((await call()).headers.get('retry-after')).toBe('Fri, 20 Nov 2026 00:01:00 GMT');
		set({ retryAfter: 'none' });
		const silent = await call();
		expect(silent.status).toBe(429);
		expect(silent.headers.get('retry-after')).toBeNull();
		clock += 60_000;
		expect((await call()).status).toBe(200);
	});

	it('numbers and customer numbers come as numbers or as strings', async () => {
		expect((await get(stellr, `${LINES}/411833_1`)).body.data).toMatchObject({
			quantity: 42,
			unitPrice: 24.1,
			skuNo: 7654321,
			customerNo: 100482,
		});
		set({ numbers: 'string', customerNoAs: 'string' });
		expect((await get(stellr, `${LINES}/411833_1`)).body.data).toMatchObject({
			quantity: '42',
			unitPrice: '24.1',
			skuNo: '7654321',
			customerNo: '100482',
		});
	});

	it.each<[Partial<StellrSwitches>, string, unknown]>([
		[{ customerNoKey: 'id' }, 'id', 100482],
		[{ customerNoKey: 'customerNumber' }, 'customerNumber', 100482],
		[{ nameKey: 'companyName' }, 'companyName', 'Acorn Construction'],
		[{ nameKey: 'displayName' }, 'displayName', 'Acorn Construction'],
		[{ countryKey: 'countryCode' }, 'countryCode', 'CA'],
	])('a customer under %j', async (switches, key, value) => {
		set(switches);
		expect((await get(stellr, `${CUSTOMERS}/100482`)).body.data?.[key]).toBe(value);
	});

	it.each<[Partial<StellrSwitches>, string, unknown]>([
		[{ subscriptionIdKey: 'agreementId' }, 'agreementId', '411833_1'],
		[{ productNameKey: 'description' }, 'description', expect.stringContaining('NCE')],
		[{ vendorNameKey: 'publisher' }, 'publisher', 'Microsoft'],
		[{ quantityKey: 'seats' }, 'seats', 42],
		[{ currencyKey: 'currencyCode' }, 'currencyCode', 'CAD'],
		[{ billingFrequencyKey: 'billingCycle' }, 'billingCycle', 'month'],
		[{ startDateKey: 'effectiveDate' }, 'effectiveDate', '2025-12-01'],
		[{ endDateKey: 'renewalDate' }, 'renewalDate', '2026-11-30'],
		[{ endDateKey: 'expiryDate' }, 'expiryDate', '2026-11-30'],
	])('a subscription under %j', async (switches, key, value) => {
		set(switches);
		expect((await get(stellr, `${LINES}/411833_1`)).body.data?.[key]).toEqual(value);
	});

	it('dates come as days, as moments in UTC, or with an offset without colon', async () => {
		const startDate = async () => (await get(stellr, `${LINES}/411833_1`)).body.data?.startDate;
		expect(await startDate()).toBe('2025-12-01');
		set({ dateFormat: 'utc' });
		expect(await startDate()).toBe('2025-12-01T00:00:00Z');
		set({ dateFormat: 'offset' });
		expect(await startDate()).toBe('2025-12-01T00:00:00.000-0400');
	});

	it('a field without value is null, left out or empty', async () => {
		const customer = async () => (await get(stellr, `${CUSTOMERS}/100482`)).body.data ?? {};
		expect((await customer()).address2).toBeNull();
		set({ noValue: 'absent' });
		expect('address2' in (await customer())).toBe(false);
		set({ noValue: 'empty' });
		expect((await customer()).address2).toBe('');
	});

	it('profiles can hold stray credential values', async () => {
		const keys = async () =>
			Object.keys((await get(stellr, `${CUSTOMERS}/100482`)).body.data ?? {});
		expect((await keys()).filter((key) => /password|token/i.test(key))).toEqual([]);
		set({ strayCredentials: true });
		expect((await keys()).filter((key) => /password|token/i.test(key))).toHaveLength(2);
	});

	it('a single object is wrapped in data or is the body', async () => {
		set({ singleObject: 'bare' });
		const { body } = await get(stellr, `${CUSTOMERS}/100482`);
		expect(body.data).toBeUndefined();
		expect(body.customerNo).toBe(100482);
	});

	it('a list is data.records, data, or the body, and may repeat its paging', async () => {
		set({ pagingEcho: true });
		const echoed = await get(stellr, `${CUSTOMERS}?pageNo=2&pageSize=10`);
		expect(echoed.body.data).toMatchObject({ pageNo: 2, pageSize: 10, total: 450 });
		set({ listShape: 'dataArray' });
		expect((await get(stellr, CUSTOMERS + PAGE)).body.data).toHaveLength(100);
		set({ listShape: 'bareArray' });
		expect((await get(stellr, CUSTOMERS + PAGE)).body).toHaveLength(100);
	});

	it.each(['top', 'nested', 'bizError', 'perLine'] as const)(
		'a failure inside a 200 can be shaped "%s"',
		async (businessError) => {
			set({ businessError });
			const reply = await get(stellr, CUSTOMERS + PAGE);
			expect(reply.status).toBe(200);
			expect(reply.text).toMatch(/errorMessage|BizError/i);
			expect(reply.text).not.toContain('Acorn');
		},
	);

	it('the token service takes Basic only when told to', async () => {
		const account = stellr.state.accounts[0];
		const basic = Buffer.from(`${account.clientId}:${account.clientSecret}`).toString('base64');
		const ask = async () => {
			const body = new URLSearchParams({ grant_type: 'client_credentials' });
			const headers = { authorization: `Basic ${basic}` };
			return (await fetch(stellr.tokenUrl, { method: 'POST', body, headers })).status;
		};
		expect(await ask()).toBe(401);
		set({ tokenClientAuth: 'bodyOrBasic' });
		expect(await ask()).toBe(200);
	});

	it('a token lives as long as it is told to', async () => {
		set({ tokenLifetimeSeconds: 30 });
		const token = await tokenOf(stellr);
		clock += 29_000;
		expect((await getWith(stellr, CUSTOMERS + PAGE, token)).status).toBe(200);
		clock += 1_000;
		expect((await getWith(stellr, CUSTOMERS + PAGE, token)).status).toBe(401);
	});

	it('a new credential is refused until it acts', async () => {
		set({ newCredentialInertSeconds: 600 });
		expect((await askToken(stellr)).body.error).toBe('invalid_client');
		clock += 600_000;
		expect((await askToken(stellr)).status).toBe(200);
	});

	it('bursts of 500 and 502 hit the asked share of calls, the same ones after a reset', async () => {
		const statuses = async () => {
			set({ burstShare: 0.5 });
			const token = await tokenOf(stellr);
			const path = `${CUSTOMERS}?pageNo=1&pageSize=1`;
			const list: number[] = [];
			for (let call = 0; call < 40; call += 1)
				list.push((await getWith(stellr, path, token)).status);
			return list;
		};
		const first = await statuses();
		expect(new Set(first)).toEqual(new Set([200, 500, 502]));
		const hits = first.filter((status) => status !== 200).length;
		expect(hits).toBeGreaterThan(10);
		expect(hits).toBeLessThan(30);
		stellr.reset();
		expect(await statuses()).toEqual(first);
	});

	it('a page can be repeated', async () => {
		set({ repeatedPage: 3 });
		const second = numbers(await get(stellr, `${CUSTOMERS}?pageNo=2&pageSize=100`));
		expect(numbers(await get(stellr, `${CUSTOMERS}?pageNo=3&pageSize=100`))).toEqual(second);
		expect(numbers(await get(stellr, `${CUSTOMERS}?pageNo=5&pageSize=100`))).toEqual(second);
	});

	it('the total can be missing or wrong', async () => {
		set({ total: 'missing' });
		expect((await get(stellr, CUSTOMERS + PAGE)).body.data).not.toHaveProperty('total');
		set({ total: 'wrong' });
		expect((await get(stellr, CUSTOMERS + PAGE)).body.data?.total).toBe(457);
	});

	it('records can shift between pages: one is never seen, or one is seen twice', async () => {
		const firstOfPageTwo = async () =>
			numbers(await get(stellr, `${CUSTOMERS}?pageNo=2&pageSize=100`))[0];
		expect(await firstOfPageTwo()).toBe(100);
		set({ shifting: 'skips' });
		expect(await firstOfPageTwo()).toBe(101);
		set({ shifting: 'repeats' });
		expect(await firstOfPageTwo()).toBe(99);
	});

	it('subscriptions can live under the cloud path too, or only there', async () => {
		const cloud = `${CUSTOMERS}/100482/subscriptions${PAGE}`;
		const statuses = async () => [
			(await get(stellr, LINES + PAGE)).status,
			(await get(stellr, cloud)).status,
		];
		expect(await statuses()).toEqual([200, 404]);
		set({ subscriptionsPath: 'both' });
		expect(await statuses()).toEqual([200, 200]);
		set({ subscriptionsPath: 'cloudCustomers' });
		expect(await statuses()).toEqual([404, 200]);
	});

	it('the reseller-wide list is absent until it has a path, and has a permission of its own', async () => {
		const path = `/api/v1/subscriptions${PAGE}`;
		expect((await get(stellr, path)).status).toBe(404);
		set({ resellerWidePath: '/api/v1/subscriptions' });
		expect((await get(stellr, path)).body.data?.total).toBe(1);
		set({ missingPermissions: ["List Reseller's Subscriptions"] });
		expect((await get(stellr, path)).status).toBe(403);
	});

	it('the reseller-wide list may leave a customer out, or not say whose a line is', async () => {
		const path = `/api/v1/subscriptions${PAGE}`;
		const data = async () => (await get(stellr, path)).body.data;
		set({ resellerWidePath: '/api/v1/subscriptions', resellerWideHides: 'firstCustomer' });
		expect(await data()).toMatchObject({ total: 0, records: [] });
		set({ resellerWideHides: 'customerNo' });
		expect((await data())?.records?.[0]).not.toHaveProperty('customerNo');
		set({ resellerWideHides: 'endedLines' });
		expect((await data())?.total).toBe(1);
	});

	it.each(['changelogs', 'change-logs', 'changeLogs', 'change-log', 'changelog'] as const)(
		'the change log answers under %s once it is switched on, by contract and day',
		async (changeLogPath) => {
			const path = `${LINES}/${changeLogPath}${PAGE}`;
			expect((await get(stellr, path)).status).toBe(404);
			set({ changeLogPath });
			await post(stellr, `${LINES}/411833_1/changeSeats`, { quantity: 45 });
			const total = async (query: string) => (await get(stellr, path + query)).body.data?.total;
			expect((await get(stellr, path)).body.data?.records?.[0]).toMatchObject({
				subscriptionId: '411833_1',
				changeLog: 'Add 3 seats',
				entryDatetime: '2026-11-20T00:00:00.000+0000',
			});
			expect(await total('&contractNo=411833&startDate=2026-11-20')).toBe(1);
			expect(await total('&contractNo=1')).toBe(0);
			expect(await total('&startDate=2026-11-21')).toBe(0);
		},
	);

	it('an unknown query parameter is recorded, and refused when told to', async () => {
		expect((await get(stellr, `${CUSTOMERS}${PAGE}&email=x`)).status).toBe(200);
		expect(stellr.requests.violations).toEqual([
			{ method: 'GET', path: CUSTOMERS, field: 'email', what: 'is no known query parameter' },
		]);
		set({ unknownQuery: '400' });
		expect((await get(stellr, `${CUSTOMERS}${PAGE}&email=x`)).status).toBe(400);
	});

	it('every answer can be held back', async () => {
		set({ latencyMs: 60 });
		const start = performance.now();
		await askToken(stellr);
		expect(performance.now() - start).toBeGreaterThanOrEqual(55);
	});

	it('one region’s credentials can be refused at another region’s server', async () => {
		const canada = await startStellrSimulator(stellr.state, {}, { region: 'ca' });
		expect((await askToken(canada)).body.error).toBe('invalid_client');
		await canada.stop();
	});
});
