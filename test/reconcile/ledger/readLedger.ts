import type { LicenceLink, RecurringInvoice } from '../../../core/halo/recurringInvoices';
import type { HaloLicence } from '../../../core/halo/schemas';
import type { StellrSubscription, SubscriptionState } from '../../../core/stellr/schemas';
import { subscriptionStates } from '../../../core/stellr/schemas';
import type { CustomerLines } from '../../../core/sync/licences/customerLines';
import type { SavedLicence } from '../../../core/sync/licences/savedState';
import { numberOf, givenNumber, textOf } from './csvTable';
import {
	LEDGER_TODAY,
	ledgerCustomers,
	ledgerInvoices,
	ledgerLicences,
	ledgerRows,
	vendorIdOf,
	type LedgerCustomer,
	type LedgerInvoice,
	type LedgerLicence,
	type LedgerRow,
} from './ledgerRows';

/** The ledger as records that the product reads, with what must come out of them. */
export interface Ledger {
	today: string;
	customers: CustomerLines[];
	licences: HaloLicence[];
	invoices: RecurringInvoice[];
	saved: SavedLicence[];
	rows: LedgerRow[];
}

export function readLedger(): Ledger {
	const rows = ledgerRows();
	const customers = ledgerCustomers();
	return {
		today: LEDGER_TODAY,
		customers: customers.map((customer) => customerLines(customer, rows)),
		licences: ledgerLicences().map((row) => licence(row, clientNames(customers))),
		invoices: ledgerInvoices().map(recurringInvoice),
		saved: rows.flatMap((row) => savedLicence(row, customers)),
		rows,
	};
}

function clientNames(customers: LedgerCustomer[]): Map<number | null, string | null> {
	return new Map(customers.map(({ clientId, clientName }) => [clientId, clientName]));
}

function customerLines(customer: LedgerCustomer, rows: LedgerRow[]): CustomerLines {
	const { account, customerNo, name, clientId, clientName } = customer;
	return {
		account,
		customerNo,
		name,
		haloClientId: clientId,
		haloClientName: clientName,
		haloClientInactive: customer.clientInactive,
		clientKeys: customer.otherKeys,
		subscriptions: rows
			.filter((row) => row.account === account && row.customerNo === customerNo && !row.isOrphan)
			.map(subscription),
		complete: true,
		unreadable: [],
	};
}

const WORD_OF_STATE: Record<SubscriptionState, string | null> = {
	active: 'Activated',
	suspended: 'Suspended',
	cancelled: 'Cancelled',
	expired: 'Expire',
	unknown: null,
};

export function stateOf({ id, cells }: LedgerRow): SubscriptionState {
	const state = subscriptionStates.find((known) => known === cells.state);
	if (state === undefined) throw new Error(`${id}: no state "${cells.state}"`);
	return state;
}

/** Stellr's word for a state. */
export function statusOf(row: LedgerRow): string | null {
	return WORD_OF_STATE[stateOf(row)];
}

function subscription(row: LedgerRow): StellrSubscription {
	const { cells } = row;
	const [contractNo, lineNo] = cells.line.split('_');
	const isUsage = cells.product === 'Azure Plan';
	return {
		account: row.account,
		customerNo: row.customerNo,
		subscriptionId: cells.line,
		contractNo,
		lineNo,
		vendorSubscriptionId: vendorIdOf(cells.line),
		productName: cells.product,
		vendor: 'Vendor',
		skuNo: cells.sku,
		mfgPartNo: `PART-${cells.sku}`,
		offerId: null,
		quantity: numberOf(cells.quantity),
		unitCost: numberOf(cells.unitCost),
		suggestedPrice: numberOf(cells.suggestedPrice),
		currency: textOf(cells.currency),
		billingFrequency: textOf(cells.billingFrequency),
		term: textOf(cells.term),
		startDate: textOf(cells.start),
		endDate: textOf(cells.end),
		status: statusOf(row),
		state: stateOf(row),
		kind: isUsage ? 'usage' : 'seat',
		kindReason: isUsage ? 'name says Azure plan' : 'counted in seats',
	};
}

function licence(row: LedgerLicence, names: Map<number | null, string | null>): HaloLicence {
	const texts: Record<string, string> = { name: row.name };
	if (row.key !== null) texts.snowid = row.key;
	if (row.sku !== null) texts.product_sku = row.sku;
	if (row.notes !== null) texts.notes = row.notes;
	return {
		id: row.id,
		type: 1,
		clientId: row.clientId,
		clientName: names.get(row.clientId) ?? null,
		siteId: -1,
		name: row.name,
		count: row.count,
		status: 'Active',
		active: row.active,
		deleted: false,
		startDate: haloDay(row.start ?? '2025-01-01'),
		endDate: haloDay(row.end),
		price: row.price,
		cost: 0,
		billingCycle: null,
		termDuration: null,
		productSku: row.sku,
		vendorProductSku: null,
		snowid: row.key,
		tenantId: null,
		notes: row.notes,
		supplierId: null,
		supplierName: null,
		vendor: null,
		manufacturer: null,
		distributor: null,
		azureConnectionId: row.azureConnectionId,
		texts,
	};
}

export function haloDay(day: string): string;
export function haloDay(day: string | null): string | null;
export function haloDay(day: string | null): string | null {
	return day === null ? null : `${day}T00:00:00`;
}

/** Halo keeps the number that it shows as a negative id. */
export function invoiceIdOf(shownNumber: number): number {
	return -9 - shownNumber;
}

function recurringInvoice(invoice: LedgerInvoice): RecurringInvoice {
	return {
		id: invoiceIdOf(invoice.shownNumber),
		shownNumber: invoice.shownNumber,
		clientId: invoice.clientId,
		clientName: invoice.clientName,
		name: `${invoice.period} services`,
		currency: invoice.currency,
		period: invoice.period,
		inAdvance: null,
		inactive: invoice.inactive,
		startDate: haloDay(invoice.start),
		endDate: haloDay(invoice.end),
		nextInvoiceDate: '2026-12-01T00:00:00',
		lines: invoice.lines.map((line) => ({
			id: line.id,
			itemId: null,
			itemName: line.item,
			itemCode: null,
			itemText: null,
			quantity: line.quantity,
			sellPrice: line.price,
			unitCost: 0,
			discountPercent: line.discountPercent,
			quantityFrom: line.typed ? 'typed' : 'subscription',
			inactive: line.inactive,
			startDate: haloDay(line.start),
			endDate: haloDay(line.end),
			links: line.links.map(
				(link): LicenceLink => ({
					licenceId: link.licenceId,
					free: link.free,
					minimum: link.minimum,
					proRata: link.proRata,
					useLinkedPrice: link.licencePrice,
					useLinkedCost: false,
				}),
			),
		})),
	};
}

function savedLicence(row: LedgerRow, customers: LedgerCustomer[]): SavedLicence[] {
	const { cells } = row;
	if (cells.savedLicence === '') return [];
	const customer = customers.find(
		({ account, customerNo }) => account === row.account && customerNo === row.customerNo,
	);
	return [
		{
			key: row.key,
			haloLicenceId: givenNumber(cells.savedLicence),
			haloClientId: numberOf(cells.licenceClientId) ?? customer?.clientId ?? null,
			lastCount: numberOf(cells.lastCount),
			adoptedAt: null,
			link: cells.belongsBy === 'map' ? 'map' : 'key',
			changedAt: textOf(cells.increasedAt) ?? '2026-11-01T02:00:00.000Z',
			increaseSeats: numberOf(cells.increaseSeats),
			increasedAt: textOf(cells.increasedAt),
			missingTimes: 0,
		},
	];
}
