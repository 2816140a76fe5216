import type { IDataObject } from 'n8n-workflow';

import type { CustomerLines } from '../../../core/sync/licences/customerLines';
import type { ReconciledLine } from '../../../core/reconcile/result';
import { StellrSubscriptions } from '../../../nodes/StellrSubscriptions/StellrSubscriptions.node';
import { startSimulatedMsp, type SimulatedMsp } from '../../../simulators/simulatedMsp';
import { expectAsInLedger } from '../../reconcile/ledger/expectAsInLedger';
import { readLedger } from '../../reconcile/ledger/readLedger';
import { worldOfLedger } from '../../reconcile/ledger/worldOfLedger';
import { fixDay } from '../fixedDay';
import { runNode } from '../harness';
import { expectNoErrorKey } from '../haloNode';
import { runReconcile, type ReconcileRun } from './reconcileNode';
import { haloFields } from '../simulatedCredentials';

/** Both APIs serve the ledger; Stellr Subscriptions and Licence Reconcile read them and find what was calculated by hand. */

const ledger = readLedger();
let msp: SimulatedMsp;
let run: ReconcileRun;
let found: Map<string, ReconciledLine>;
let items: IDataObject[];

beforeAll(async () => {
	fixDay(ledger.today);
	msp = await startSimulatedMsp({ world: worldOfLedger() });
	items = [...(await withSubscriptions('us')), ...(await withSubscriptions('ca'))];
	run = await runReconcile({
		credentials: { haloPsaOAuth2Api: haloFields(msp.halo) },
		parameters: { operation: 'compare', options: { byHandDays: 365, includeInSync: true } },
		inputs: [items, ledger.saved as unknown as IDataObject[]],
	});
	found = new Map(run.lines.map((line) => [line.key, line]));
}, 60_000);
afterAll(async () => {
	jest.restoreAllMocks();
	await msp.stop();
});

/** The ledger's customers of an account as they leave Stellr Subscriptions. */
async function withSubscriptions(label: string): Promise<IDataObject[]> {
	const { url, tokenUrl, accounts } = msp.addresses.stellr;
	const account = accounts.find((one) => one.label === label);
	const { outputs, error } = await runNode({
		nodeType: StellrSubscriptions,
		parameters: { operation: 'getMany', source: 'inputCustomers', customersToRead: 'all' },
		credentials: {
			stellrOAuth2Api: {
				accountLabel: label,
				region: 'custom',
				baseUrl: url,
				tokenUrl,
				clientId: account?.clientId ?? '',
				clientSecret: account?.clientSecret ?? '',
			},
		},
		inputs: [ledger.customers.filter((one) => one.account === label).map(mappedItem)],
	});
	expect(error).toBeUndefined();
	return outputs[0];
}

/** A customer as Mapping Match puts it out. */
function mappedItem(customer: CustomerLines): IDataObject {
	const { account, customerNo, name, haloClientId, haloClientName } = customer;
	const stellrKeys = [`${account}/${customerNo}`, ...customer.clientKeys];
	const client = { inactive: customer.haloClientInactive, stellrKeys };
	return {
		account,
		customerNo,
		name,
		active: true,
		match: haloClientId === null ? { status: 'unmapped' } : { status: 'mapped', client },
		...(haloClientId === null ? {} : { haloClientId, haloClientName }),
	};
}

describe('the ledger, read by the nodes', () => {
	it.each(ledger.rows.map((row) => [`${row.id} ${row.shows}`, row] as const))(
		'agrees to the cent: %s',
		(_name, row) => expectAsInLedger(row, found.get(row.key)),
	);

	it('is put out whole, with nothing that is not in it', () => {
		expect(run.error).toBeUndefined();
		const expected = ledger.rows.filter((row) => row.expected !== null).map(({ key }) => key);
		expect(run.lines.map(({ key }) => key).sort()).toEqual(expected.sort());
		expect(run.attention).toEqual([]);
		expectNoErrorKey(run);
	});

	it('has every line at the customer that it came from', () => {
		for (const [at, { customer }] of run.lines.entries()) {
			const origin = run.items[0][at].pairedItem as { item: number };
			expect(items[origin.item]).toMatchObject(customer);
		}
	});

	it('adds up to the sums of its own amounts', () => {
		const sums = new Map<string, number>();
		for (const { expected } of ledger.rows) {
			const { minor } = expected?.difference ?? { minor: null };
			const currency = expected?.differenceCurrency ?? null;
			if (minor === null || currency === null || minor < 0) continue;
			sums.set(currency, (sums.get(currency) ?? 0) + minor);
		}
		const money = run.summary.money as Array<{ currency: string; underBilled: number }>;
		for (const { currency, underBilled } of money) {
			expect(Math.round(underBilled * 100)).toBe(sums.get(currency) ?? 0);
		}
	});

	it('costs a request for each hundred rows and writes nothing', () => {
		const { licences, recurringInvoices } = msp.halo.state;
		const counts = msp.halo.requests.counts();
		expect(Object.keys(counts.counts).filter((route) => !route.startsWith('GET '))).toEqual([]);
		expect(counts.counts).toMatchObject({
			'GET /softwarelicence': Math.ceil(licences.length / 100),
			'GET /recurringinvoice': Math.ceil(recurringInvoices.length / 100),
		});
		expect(counts.counts['GET /licencechange']).toBeLessThanOrEqual(20);
		expect(run.summary.requests).toBe(counts.total);
	});
});
