/** What the nodes would have read of a large MSP, made in memory, for measuring reconcile and its report; the same for one seed. */
import type { RecurringInvoice } from '../../core/halo/recurringInvoices';
import type { HaloLicence } from '../../core/halo/schemas';
import type { CustomerLines } from '../../core/sync/licences/customerLines';
import type { SavedLicence } from '../../core/sync/licences/savedState';
import { seededRandom, type Random } from '../../simulators/random';
import { fullName, generatedFirms, type Country, type GeneratedFirm } from './generatedFirms';
import { InvoiceMaker } from './reconcileInvoices';
import { LicenceMaker } from './reconcileLicences';
import { subscriptionsOf } from './reconcileSubscriptions';

export interface ReconcileBenchWorld {
	/** Day on which everything was read. */
	today: string;
	customers: CustomerLines[];
	licences: HaloLicence[];
	invoices: RecurringInvoice[];
	saved: SavedLicence[];
}

export interface ReconcileBenchSize {
	/** As many as there are licences. */
	subscriptions: number;
	/** An eighth of the subscriptions unless given. */
	customers?: number;
	/** In total; a fifth of the subscriptions unless given. */
	invoiceLines?: number;
	seed?: number;
}

export const BENCH_TODAY = '2026-11-20';

const ACCOUNTS: Readonly<Record<Country, { account: string; currency: string }>> = {
	US: { account: 'us', currency: 'USD' },
	CA: { account: 'ca', currency: 'CAD' },
	BR: { account: 'br', currency: 'BRL' },
	MX: { account: 'mx', currency: 'MXN' },
};
const SHARE_WITHOUT_CLIENT = 0.01;
const SHARE_INACTIVE = 0.01;
/** Invoice lines for each subscription of a report's customers. */
const SHARE_INVOICED = 0.9;

/** Lines, rows and invoices of customers in the sizes in which customers come, most of it in step. */
export function reconcileBenchWorld(size: ReconcileBenchSize): ReconcileBenchWorld {
	const { subscriptions, seed = 1 } = size;
	const count = size.customers ?? Math.max(1, Math.round(subscriptions / 8));
	const random = seededRandom(`reconcile ${seed}`);
	const firms = generatedFirms(count, seed);
	const customers = firms.map((firm, at) => customerOf(firm, at, random));
	const shares = customers.map(() => random.longTail(6, 22, 1, 80));
	const lines = portions(subscriptions, shares);
	const billed = portions(
		size.invoiceLines ?? Math.round(subscriptions / 5),
		shares.map((share, at) => (customers[at].haloClientId === null ? 0 : share)),
	);
	const rows = new LicenceMaker(random.fork('rows'), BENCH_TODAY);
	const invoices = new InvoiceMaker(random.fork('invoices'), BENCH_TODAY);
	customers.forEach((customer, at) => {
		const { currency } = ACCOUNTS[firms[at].country];
		customer.subscriptions = subscriptionsOf(customer, {
			count: lines[at],
			firstContract: 400_000 + at * 100,
			currency,
			today: BENCH_TODAY,
			random,
		});
		invoices.addInvoiceOf(customer, rows.addRowsOf(customer), billed[at], currency);
	});
	// Customers without a client have no rows: others have more, so that there are as many rows as lines.
	rows.fillUp(subscriptions, customers);
	const { licences, saved } = rows;
	return { today: BENCH_TODAY, customers, licences, invoices: invoices.invoices, saved };
}

/** A report's customers with eight subscriptions each on average, most of which are invoiced. */
export function reportBenchWorld(customers = 2_000, seed = 1): ReconcileBenchWorld {
	const subscriptions = customers * 8;
	const invoiceLines = Math.round(subscriptions * SHARE_INVOICED);
	return reconcileBenchWorld({ subscriptions, customers, invoiceLines, seed });
}

function customerOf(firm: GeneratedFirm, at: number, random: Random): CustomerLines {
	const { account } = ACCOUNTS[firm.country];
	const hasClient = !random.chance(SHARE_WITHOUT_CLIENT);
	return {
		account,
		customerNo: String(100_400 + at),
		name: fullName(firm),
		haloClientId: hasClient ? at + 11 : null,
		haloClientName: hasClient ? firm.name : null,
		haloClientInactive: hasClient && random.chance(SHARE_INACTIVE),
		clientKeys: hasClient ? [`${account}/${100_400 + at}`] : [],
		subscriptions: [],
		complete: true,
		unreadable: [],
	};
}

/** The whole in parts as large as the shares say, which sum to it. */
function portions(whole: number, shares: readonly number[]): number[] {
	const all = shares.reduce((sum, share) => sum + share, 0);
	let [before, given] = [0, 0];
	return shares.map((share) => {
		before += share;
		const part = Math.round((before / all) * whole) - given;
		given += part;
		return part;
	});
}
