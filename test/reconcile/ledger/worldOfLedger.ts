import type {
	HaloClientRow,
	HaloInvoiceLine,
	HaloLicenceRow,
	HaloRecurringInvoice,
} from '../../../simulators/halo/state';
import type { StellrAccountState, StellrSubscriptionRow } from '../../../simulators/stellr/state';
import {
	aHaloClient,
	aHaloState,
	aLicenceRow,
	aQuantityLink,
	aRecurringInvoice,
	aRecurringLine,
	aStellrAccount,
	aStellrCustomer,
	aSubscription,
	NO_DATE,
} from '../../../simulators/world/builders';
import { withWorldDefaults } from '../../../simulators/world/options';
import type { World } from '../../../simulators/world/world';
import { numberOf, textOf } from './csvTable';
import {
	LEDGER_TODAY,
	ledgerCustomers,
	ledgerInvoices,
	ledgerLicences,
	ledgerRows,
	vendorIdOf,
	type LedgerCustomer,
	type LedgerInvoice,
	type LedgerInvoiceLine,
	type LedgerLicence,
	type LedgerRow,
} from './ledgerRows';
import { haloDay, invoiceIdOf, statusOf } from './readLedger';

/** The ledger as both simulators hold it; nodes that run over them must find what its files say. */
export function worldOfLedger(): World {
	const customers = ledgerCustomers();
	const rows = ledgerRows();
	return {
		seed: 1,
		asOf: LEDGER_TODAY,
		options: withWorldDefaults({}),
		stellr: {
			accounts: [stellrAccount('us', customers, rows), stellrAccount('ca', customers, rows)],
		},
		halo: aHaloState({
			clients: haloClients(customers),
			licences: ledgerLicences().map(licenceRow),
			recurringInvoices: ledgerInvoices().map(invoice),
		}),
		truth: { customers: [], subscriptions: [] },
	};
}

function stellrAccount(
	label: 'us' | 'ca',
	customers: LedgerCustomer[],
	rows: LedgerRow[],
): StellrAccountState {
	return aStellrAccount({
		label,
		region: label,
		customers: customers
			.filter(({ account }) => account === label)
			.map(({ customerNo, name }) => aStellrCustomer({ customerNo: Number(customerNo), name })),
		subscriptions: rows
			.filter(({ account, isOrphan }) => account === label && !isOrphan)
			.map(subscriptionRow),
	});
}

function subscriptionRow(row: LedgerRow): StellrSubscriptionRow {
	const { cells } = row;
	return aSubscription({
		subscriptionId: cells.line,
		customerNo: Number(row.customerNo),
		vendorName: 'Vendor',
		vendorSubscriptionId: vendorIdOf(cells.line),
		skuNo: Number(cells.sku),
		mfgPartNo: `PART-${cells.sku}`,
		offerId: null,
		productName: cells.product,
		quantity: numberOf(cells.quantity),
		unitPrice: numberOf(cells.unitCost),
		customerPrice: numberOf(cells.suggestedPrice),
		currency: cells.currency,
		billingFrequency: textOf(cells.billingFrequency),
		startDate: textOf(cells.start),
		endDate: textOf(cells.end),
		status: statusOf(row),
	});
}

/** Several customers may share a client, which then holds the keys of all. */
function haloClients(customers: LedgerCustomer[]): HaloClientRow[] {
	const clients = new Map<number, HaloClientRow>();
	for (const customer of customers) {
		const { account, customerNo, clientId, clientName, clientInactive, otherKeys } = customer;
		if (clientId === null || clients.has(clientId)) continue;
		const stellrKey = [`${account}/${customerNo}`, ...otherKeys].join(';');
		const name = clientName ?? '';
		clients.set(clientId, aHaloClient({ id: clientId, name, inactive: clientInactive, stellrKey }));
	}
	return [...clients.values()];
}

function licenceRow(row: LedgerLicence): HaloLicenceRow {
	return aLicenceRow({
		id: row.id,
		client_id: row.clientId,
		name: row.name,
		count: row.count,
		is_active: row.active,
		price: row.price,
		purchase_price: 0,
		billing_cycle: null,
		start_date: haloDay(row.start ?? '2025-01-01'),
		end_date: haloDay(row.end) ?? NO_DATE,
		product_sku: row.sku,
		snowid: row.key,
		notes: row.notes,
		azure_connection_id: row.azureConnectionId,
	});
}

function invoice(given: LedgerInvoice): HaloRecurringInvoice {
	return aRecurringInvoice({
		id: invoiceIdOf(given.shownNumber),
		client_id: given.clientId,
		name: `${given.period} services`,
		currency_code: given.currency ?? '',
		period: given.period,
		start_date: haloDay(given.start),
		end_date: haloDay(given.end),
		isinactive: given.inactive,
		lines: given.lines.map(invoiceLine),
	});
}

function invoiceLine(given: LedgerInvoiceLine): HaloInvoiceLine {
	const line = aRecurringLine({
		id: given.id,
		item_shortdescription: given.item,
		// Halo works out what a linked line shows; a wrong number here must not come through.
		qty_order: given.typed ? given.quantity : 0,
		unit_price: given.price,
		unit_cost: 0,
		discount_perc: given.discountPercent,
		recurring_invoice_quantity_type: given.typed ? 0 : 4,
		isinactive: given.inactive,
		quantity_subscriptions: given.links.map((link, index) =>
			aQuantityLink({
				id: given.id * 10 + index,
				invoice_line_id: given.id,
				licence_id: link.licenceId,
				qty_free: link.free,
				minimum_qty: link.minimum,
				pro_rata: link.proRata,
				use_linked_subscription_price: link.licencePrice,
			}),
		),
	});
	// The simulator serves whatever a line holds.
	return Object.assign(line, { startdate: haloDay(given.start), enddate: haloDay(given.end) });
}
