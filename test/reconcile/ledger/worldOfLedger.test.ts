/** Both simulators over the ledger show the product the same records that are built from it. */
import { readClients } from '../../../core/halo/clients';
import { readLicences } from '../../../core/halo/licences';
import { readRecurringInvoices } from '../../../core/halo/recurringInvoices';
import type { Runtime } from '../../../core/http/types';
import { DEFAULT_STELLR_SETTINGS } from '../../../core/stellr/settings';
import { readSubscriptionsOf } from '../../../core/stellr/subscriptions';
import { startSimulatedMsp, type SimulatedMsp } from '../../../simulators/simulatedMsp';
import { readLedger } from './readLedger';
import { worldOfLedger } from './worldOfLedger';

const ledger = readLedger();
let msp: SimulatedMsp;

beforeAll(async () => {
	msp = await startSimulatedMsp({ world: worldOfLedger() });
});
afterAll(async () => await msp.stop());

interface SignIn {
	tokenUrl: string;
	apiUrl: string;
	clientId: string;
	clientSecret: string;
}

/** Core's HTTP function over fetch, signed in. */
async function runtimeOf({ tokenUrl, apiUrl, clientId, clientSecret }: SignIn): Promise<Runtime> {
	const grant = { grant_type: 'client_credentials', scope: 'all' };
	const signedIn = await fetch(tokenUrl, {
		method: 'POST',
		body: new URLSearchParams({ ...grant, client_id: clientId, client_secret: clientSecret }),
	});
	const { access_token: token } = (await signedIn.json()) as { access_token: string };
	return {
		http: async ({ method, path, query }) => {
			const search = new URLSearchParams();
			for (const [name, value] of Object.entries(query ?? {})) search.set(name, String(value));
			const answer = await fetch(`${apiUrl}${path}?${search.toString()}`, {
				method,
				headers: { authorization: `Bearer ${token}` },
			});
			const body: unknown = await answer.json();
			return { kind: 'answer', status: answer.status, headers: {}, body, isJson: true };
		},
		sleep: async () => {},
		now: () => Date.now(),
		random: () => 0.5,
	};
}

async function halo(): Promise<Runtime> {
	const { authUrl, apiUrl, tenant, clientId, clientSecret } = msp.addresses.halo;
	return await runtimeOf({
		tokenUrl: `${authUrl}/token?tenant=${tenant ?? ''}`,
		apiUrl,
		clientId,
		clientSecret,
	});
}

test('the lines of every customer', async () => {
	const { url, tokenUrl, accounts } = msp.addresses.stellr;
	for (const { label, clientId, clientSecret } of accounts) {
		const runtime = await runtimeOf({ tokenUrl, apiUrl: url, clientId, clientSecret });
		const account = { account: label, settings: DEFAULT_STELLR_SETTINGS, runtime };
		for (const customer of ledger.customers.filter((one) => one.account === label)) {
			const read = await readSubscriptionsOf(account, customer.customerNo);
			expect(read.list.complete).toBe(true);
			// Why a line is a seat is said in many words; the ledger has one.
			const kindReason = expect.any(String) as string;
			const built = customer.subscriptions.map((line) => ({ ...line, kindReason }));
			expect(read.list.rows).toEqual(built);
		}
	}
});

test('the licences', async () => {
	const read = await readLicences(await halo());
	expect(read.rejected).toEqual([]);
	// Halo's rows have more texts, such as their dates.
	const built = ledger.licences.map((row) => ({
		...row,
		texts: expect.objectContaining(row.texts) as Record<string, string>,
	}));
	expect(read.list.rows).toEqual(built);
});

test('the recurring invoices, with the quantities that Halo works out', async () => {
	const read = await readRecurringInvoices(await halo());
	expect(read.rejected).toEqual([]);
	const byNumber = [...read.list.rows].sort((a, b) => a.shownNumber - b.shownNumber);
	expect(byNumber).toEqual(ledger.invoices);
});

test('the clients with their keys, inactive ones too', async () => {
	const keyField = { kind: 'customField', id: 104, name: 'CFStellrCustomerNo' } as const;
	const { list } = await readClients(await halo(), { keyField });
	for (const customer of ledger.customers.filter(({ haloClientId }) => haloClientId !== null)) {
		const client = list.rows.find(({ id }) => id === customer.haloClientId);
		expect(client?.name).toBe(customer.haloClientName);
		expect(client?.inactive).toBe(customer.haloClientInactive);
		const keys = [`${customer.account}/${customer.customerNo}`, ...customer.clientKeys];
		expect(new Set(client?.stellrKeys)).toEqual(new Set(keys));
	}
});
