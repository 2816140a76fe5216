import { readClients } from '../../../core/halo/clients';
import { readLicences } from '../../../core/halo/licences';
import { readRecurringInvoices } from '../../../core/halo/recurringInvoices';
import type { HaloClient } from '../../../core/halo/schemas';
import { defaultReconcilePolicy, type ReconcileInput } from '../../../core/reconcile/input';
import { reconcileLicences } from '../../../core/reconcile/reconcile';
import type { Verdict } from '../../../core/reconcile/verdicts';
import { DEFAULT_STELLR_SETTINGS } from '../../../core/stellr/settings';
import { readCustomers } from '../../../core/stellr/customers';
import { readSubscriptionsOf } from '../../../core/stellr/subscriptions';
import type { CustomerLines } from '../../../core/sync/licences/customerLines';
import { startSimulatedMsp } from '../../../simulators/simulatedMsp';
import type { DepartureKind } from '../../../simulators/world/reconcile/truth';
import { reconcileWorld, type ReconcileWorld } from '../../../simulators/world/scenarios/reconcile';
import { runtimeFor, signIn } from '../../support/simulatorRuntime';

/** An MSP in which it is known what is out of step, read over the simulated APIs. */

const VERDICT_OF: Readonly<Record<DepartureKind, Verdict>> = {
	customerWithoutClient: 'customerWithoutClient',
	subscriptionWithoutLicence: 'subscriptionWithoutLicence',
	licenceWithoutSubscription: 'licenceWithoutSubscription',
	clientInactive: 'clientInactive',
	atAnotherClient: 'atAnotherClient',
	duplicateKey: 'duplicateKey',
	cancelledButInvoiced: 'cancelledButInvoiced',
	editedByHand: 'editedByHand',
	haloBehind: 'haloBehind',
	differsOriginUnknown: 'differsOriginUnknown',
	invoicedTwice: 'invoicedTwice',
	lineInactive: 'lineInactive',
	neverInvoiced: 'neverInvoiced',
	typedDifferent: 'invoiceBehind',
	typedEqual: 'typedQuantity',
	currencyMismatch: 'currencyMismatch',
};

const ORPHANS: ReadonlySet<Verdict> = new Set<Verdict>([
	'customerWithoutClient',
	'subscriptionWithoutLicence',
	'licenceWithoutSubscription',
]);

const world = reconcileWorld({ seed: 5, customers: 150 });
let input: ReconcileInput;

beforeAll(async () => {
	input = await readOver(world);
});

async function readOver(of: ReconcileWorld): Promise<ReconcileInput> {
	const msp = await startSimulatedMsp({ world: of });
	try {
		const { authUrl, apiUrl, tenant, clientId, clientSecret } = msp.addresses.halo;
		const url = `${authUrl}/token?tenant=${tenant ?? ''}`;
		const halo = runtimeFor(apiUrl, await signIn(url, { clientId, clientSecret }, 'all'));
		const keyField = { kind: 'customField', id: 104, name: 'CFStellrCustomerNo' } as const;
		const clients = await readClients(halo, { keyField });
		const customers: CustomerLines[] = [];
		for (const account of msp.addresses.stellr.accounts) {
			const token = await signIn(msp.addresses.stellr.tokenUrl, account);
			const runtime = runtimeFor(msp.addresses.stellr.url, token);
			const stellr = { account: account.label, settings: DEFAULT_STELLR_SETTINGS, runtime };
			const list = await readCustomers(stellr, {});
			for (const customer of list.list.rows) {
				const read = await readSubscriptionsOf(stellr, customer.customerNo);
				const at = clientOf(customer, clients.list.rows);
				customers.push({
					account: customer.account,
					customerNo: customer.customerNo,
					name: customer.name,
					haloClientId: at?.id ?? null,
					haloClientName: at?.name ?? null,
					haloClientInactive: at?.inactive ?? false,
					clientKeys: at?.stellrKeys ?? [],
					subscriptions: read.list.rows,
					complete: read.list.complete,
					unreadable: [],
				});
			}
		}
		return {
			customers,
			licences: (await readLicences(halo)).list.rows,
			invoices: (await readRecurringInvoices(halo)).list.rows,
			saved: of.reconcileTruth.lastWritten.map(({ key, licenceId, clientId: at, count }) => ({
				key,
				haloLicenceId: licenceId,
				haloClientId: at,
				lastCount: count,
				adoptedAt: null,
				link: 'key',
				changedAt: null,
				increaseSeats: null,
				increasedAt: null,
				missingTimes: 0,
			})),
			policy: { ...defaultReconcilePolicy, today: of.asOf },
		};
	} finally {
		await msp.stop();
	}
}

function clientOf(
	{ account, customerNo }: { account: string; customerNo: string },
	clients: readonly HaloClient[],
): HaloClient | undefined {
	const key = `${account}/${customerNo}`.toLowerCase();
	return clients.find(({ stellrKeys }) => stellrKeys.some((own) => own.toLowerCase() === key));
}

const shortOf = (verdict: string, key: string) => `${verdict} ${key.toLowerCase()}`;

it('finds every departure that was seeded, and none that was not', () => {
	const { lines } = reconcileLicences(input);
	const found = lines
		.filter(({ verdict }) => verdict !== 'inSync' && verdict !== 'cannotBeCosted')
		.map(({ verdict, key }) => shortOf(verdict, key));
	const seeded = world.reconcileTruth.departures.map(({ kind, subscriptionKey }) =>
		shortOf(VERDICT_OF[kind], subscriptionKey),
	);
	expect([...found].sort()).toEqual([...seeded].sort());
});

it('has every kind of orphan to find', () => {
	const { counts } = reconcileLicences(input);
	for (const verdict of ORPHANS) expect(counts[verdict]).toBeGreaterThan(2);
});

it('calls nothing missing at Stellr when the lists did not come whole', () => {
	const cut = input.customers.map((customer) => ({
		...customer,
		subscriptions: customer.subscriptions.slice(0, -1),
		complete: false,
	}));
	const { counts, licencesNotJudged } = reconcileLicences({ ...input, customers: cut });
	expect(counts.licenceWithoutSubscription).toBe(0);
	expect(licencesNotJudged).toBeGreaterThan(100);
});

it('judges nothing of a client one of whose customers did not come', () => {
	const orphan = world.reconcileTruth.departures.find(
		({ kind }) => kind === 'licenceWithoutSubscription',
	);
	const others = input.customers.filter(
		({ account, customerNo }) =>
			account !== orphan?.account || customerNo !== String(orphan.customerNo),
	);
	const { lines } = reconcileLicences({ ...input, customers: others });
	expect(lines.map(({ key }) => key)).not.toContain(orphan?.subscriptionKey);
});
