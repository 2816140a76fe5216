/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { HttpOutcome, HttpRequest } from '../../../core/http/types';
import type { StellrAccount } from '../../../core/stellr/client';
import { getCustomer, readCustomers } from '../../../core/stellr/customers';
import { DEFAULT_STELLR_SETTINGS } from '../../../core/stellr/settings';
import {
	getSubscription,
	readAllSubscriptions,
	readSubscriptionsOf,
} from '../../../core/stellr/subscriptions';
import { startStellrSimulator } from '../../../simulators/stellr/server';
import type { StellrSimulator } from '../../../simulators/stellr/server';
import type { StellrSwitches } from '../../../simulators/stellr/switches';
import { aStellrAccount, aStellrCustomer, aSubscription } from '../../../simulators/world/builders';

/** A plain HTTP function over fetch: core needs no more than that. */
async function plainHttp(stellr: StellrSimulator) {
	const { clientId, clientSecret } = stellr.state.accounts[0];
	const granted = await fetch(stellr.tokenUrl, {
		method: 'POST',
		body: new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: clientId,
			client_secret: clientSecret,
		}),
	});
	const { access_token: token } = (await granted.json()) as { access_token: string };
	return async ({ method, path, query }: HttpRequest): Promise<HttpOutcome> => {
		const url = new URL(path, stellr.url);
		for (const [name, value] of Object.entries(query ?? {}))
			url.searchParams.set(name, String(value));
		try {
			const answer = await fetch(url, { method, headers: { authorization: `Bearer ${token}` } });
			const headers = Object.fromEntries(answer.headers);
			const text = await answer.text();
			const isJson = (headers['content-type'] ?? '').includes('json') && text !== '';
			return {
				kind: 'answer',
				status: answer.status,
				headers,
				body: isJson ? JSON.parse(text) : text,
				isJson,
			};
		} catch (lost) {
			return { kind: 'lost', cause: 'reset', detail: String(lost) };
		}
	};
}

const customers = Array.from({ length: 203 }, (_, index) =>
	aStellrCustomer({
		customerNo: 100482 + index,
		name: `Customer ${index}`,
		country: 'CA',
		microsoftTenantId: `t-${index}`,
	}),
);
const subscriptions = Array.from({ length: 130 }, (_, index) =>
	aSubscription({
		customerNo: 100482,
		subscriptionId: `${411000 + index}_1`,
		contractNo: 411000 + index,
		lineNo: 1,
	}),
);

describe('Stellr as core reads it', () => {
	let stellr: StellrSimulator;
	let account: StellrAccount;

	beforeAll(async () => {
		stellr = await startStellrSimulator({
			accounts: [aStellrAccount({ customers, subscriptions })],
		});
	});
	afterAll(async () => await stellr.stop());
	afterEach(() => expect(stellr.requests.counts().violations).toEqual([]));
	beforeEach(async () => {
		stellr.reset();
		account = {
			account: 'us',
			settings: DEFAULT_STELLR_SETTINGS,
			runtime: {
				http: await plainHttp(stellr),
				sleep: async () => {},
				now: () => Date.now(),
				random: () => 0,
			},
		};
	});

	const sent = () => stellr.requests.list().filter(({ method }) => method === 'GET').length;

	async function everything() {
		const read = await readCustomers(account);
		const lines = await readSubscriptionsOf(account, '100482');
		return { read, lines };
	}

	it('costs ceil(records ÷ page size) requests a list', async () => {
		const { read, lines } = await everything();
		expect(read.list).toMatchObject({ complete: true, total: 203, requests: 3 });
		expect(lines.list).toMatchObject({ complete: true, total: 130, requests: 2 });
		expect(sent()).toBe(5);
	});

	const harmless: Array<Partial<StellrSwitches>> = [
		{ numbers: 'string', customerNoAs: 'string' },
		{ customerNoKey: 'customerNumber' },
		{ customerNoKey: 'id' },
		{ customerNoKey: 'customerId' },
		{ nameKey: 'companyName' },
		{ nameKey: 'customerName' },
		{ nameKey: 'displayName' },
		{ countryKey: 'countryCode' },
		{ tenantIdKey: 'tenantId' },
		{ tenantIdKey: 'tenant_id' },
		{ subscriptionIdKey: 'id' },
		{ subscriptionIdKey: 'agreementId' },
		{ productNameKey: 'name' },
		{ productNameKey: 'description' },
		{ vendorNameKey: 'vendor' },
		{ vendorNameKey: 'publisher' },
		{ vendorNameKey: 'mfrName' },
		{ vendorNameKey: 'brand' },
		{ quantityKey: 'seats' },
		{ quantityKey: 'qty' },
		{ currencyKey: 'currencyCode' },
		{ billingFrequencyKey: 'billingCycle' },
		{ startDateKey: 'effectiveDate' },
		{ startDateKey: 'createdDate' },
		{ endDateKey: 'renewalDate' },
		{ endDateKey: 'expiryDate' },
		{ dateFormat: 'utc' },
		{ dateFormat: 'offset' },
		{ noValue: 'absent' },
		{ noValue: 'empty' },
		{ strayCredentials: true },
		{ singleObject: 'bare' },
		{ pagingEcho: true },
		{ listShape: 'dataArray', total: 'missing' },
		{ listShape: 'bareArray', total: 'missing' },
		{ total: 'missing' },
	];

	it.each(harmless)('is the same under %j', async (switches) => {
		const usual = await everything();
		Object.assign(stellr.switches, switches);
		const { read, lines } = await everything();
		expect(read.list.rows).toEqual(usual.read.list.rows);
		expect(lines.list.rows).toEqual(usual.lines.list.rows);
		expect(read.list.complete && lines.list.complete).toBe(true);
		expect([...read.rejected, ...lines.rejected]).toEqual([]);
	});

	it.each(harmless)('is the same one by one under %j', async (switches) => {
		const usual = await everything();
		Object.assign(stellr.switches, switches);
		const one = await getCustomer(account, '100483');
		const line = await getSubscription(account, '100482', '411007_1');
		expect(one).toMatchObject({ ok: true, value: { ok: true, value: usual.read.list.rows[1] } });
		expect(line).toMatchObject({ ok: true, value: { ok: true, value: usual.lines.list.rows[7] } });
	});

	it.each<Partial<StellrSwitches>>([
		{ repeatedPage: 2 },
		{ total: 'wrong', totalOffset: 5 },
		{ total: 'wrong', totalOffset: -5 },
		{ shifting: 'skips' },
	])('is never called complete under %j', async (switches) => {
		Object.assign(stellr.switches, switches);
		const { list } = await readCustomers(account);
		expect(list).toMatchObject({ complete: false, failure: { code: 'listIncomplete' } });
	});

	it('puts no record out twice when the list shifts', async () => {
		stellr.switches.shifting = 'repeats';
		const { list } = await readCustomers(account);
		expect(new Set(list.rows.map(({ customerNo }) => customerNo)).size).toBe(list.rows.length);
	});

	it.each(['top', 'nested', 'bizError', 'perLine'] as const)(
		'does not take a 200 that fails inside (%s) for a list',
		async (businessError) => {
			stellr.switches.businessError = businessError;
			const { list } = await readCustomers(account);
			expect(list).toMatchObject({
				complete: false,
				failure: { code: 'businessRefusal' },
				rows: [],
			});
		},
	);

	it.each([
		['403', 'notAllowed'],
		['401', 'notAllowed'],
	] as const)('knows a missing permission by %s', async (missingPermission, code) => {
		Object.assign(stellr.switches, {
			missingPermission,
			missingPermissions: ['End Customers - List Customers'],
		});
		expect((await readCustomers(account)).list.failure).toMatchObject({ code });
	});

	it('finds an unknown customer not there, whichever way Stellr says so', async () => {
		for (const unknownCustomer of ['404', 'empty'] as const) {
			stellr.switches.unknownCustomer = unknownCustomer;
			expect(await getCustomer(account, '1')).toMatchObject({
				ok: false,
				failure: { code: 'notFound' },
			});
		}
	});

	it('reads the reseller-wide list where there is one', async () => {
		stellr.switches.resellerWidePath = '/api/v1/subscriptions';
		const { list } = await readAllSubscriptions(account, '/api/v1/subscriptions');
		expect(list).toMatchObject({ complete: true, total: 130 });
		expect(list.rows.every(({ customerNo }) => customerNo === '100482')).toBe(true);
	});

	it('comes back after 429, and passes bursts of 500', async () => {
		stellr.switches.rateLimit = { requests: 1, windowSeconds: 0.05 };
		account.runtime.sleep = async (milliseconds) =>
			await new Promise((resolve) => setTimeout(resolve, milliseconds));
		expect((await readCustomers(account)).list.complete).toBe(true);
		stellr.switches.rateLimit = null;
		stellr.switches.burstShare = 0.2;
		expect((await readCustomers(account)).list.complete).toBe(true);
	});
});
