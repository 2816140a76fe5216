/** Makes a fresh world one in which the licence job has run for months: every seat line has its keyed row, and all agree. */
import type { HaloLicenceRow } from '../../halo/state';
import type { StellrSubscriptionRow } from '../../stellr/state';
import { haloDate } from '../days';
import type { World } from '../world';
import type { InvoiceBook } from './invoiceBook';
import { hasRow, seededLines } from './seededLines';
import type { LineWithRow } from './seededLines';
import type { Decoy } from './truth';

const PERIOD_MONTHS: Readonly<Record<string, number>> = { Monthly: 1, Quarterly: 3, Yearly: 12 };

/** The decoys are rows that share their product with another row of the client. */
export function bringInStep(world: World, book: InvoiceBook): Decoy[] {
	const lines = seededLines(world)
		.filter(hasRow)
		.filter(({ truth }) => truth.kind === 'seat');
	for (const line of lines) {
		const { licence, row, key } = line;
		licence.snowid = key;
		licence.count = row.quantity ?? 0;
		if (row.endDate !== null) licence.end_date = haloDate(row.endDate);
		if (book.isInvoiced(licence)) priceByPeriod(line, book);
	}
	return nameApart(lines, book);
}

/** The price of a unit for the invoice's period, from Stellr's for its billing cycle. */
function priceByPeriod({ licence, row }: LineWithRow, book: InvoiceBook): void {
	const { invoice, line } = book.lineOf(licence);
	const months = PERIOD_MONTHS[invoice.period] ?? 1;
	const cycle = cycleMonths(row);
	const priced = (amount: number | null) =>
		Math.round((100 * (amount ?? 0) * months) / cycle) / 100;
	line.unit_price = priced(row.customerPrice);
	line.unit_cost = priced(row.unitPrice);
	// The row holds the price of Stellr's cycle: used on an invoice of another period it would be a mistake of its own.
	if (months === cycle) return;
	for (const link of [...line.quantity_licences, ...line.quantity_subscriptions]) {
		link.use_linked_subscription_price = false;
	}
}

/** A seat line that is billed once is three years up front. */
function cycleMonths({ billingFrequency }: StellrSubscriptionRow): number {
	if (billingFrequency === 'one_time') return 36;
	return billingFrequency === 'annual' ? 12 : 1;
}

function nameApart(lines: readonly LineWithRow[], book: InvoiceBook): Decoy[] {
	const first = new Map<string, HaloLicenceRow>();
	const decoys: Decoy[] = [];
	for (const { licence, row, key, customer, clientId, truth } of lines) {
		const name = `${clientId}/${licence.name}`;
		if (!first.has(name)) {
			first.set(name, licence);
			continue;
		}
		licence.name = `${licence.name} · ${truth.term === 'monthly' ? 'monthly' : 'annual'} · ${row.subscriptionId}`;
		if (book.isInvoiced(licence)) book.lineOf(licence).line.item_shortdescription = licence.name;
		const { account, customerNo } = customer;
		decoys.push({
			kind: 'soldTwice',
			account,
			customerNo,
			subscriptionKey: key,
			licenceId: licence.id,
			clientId,
		});
	}
	return decoys;
}
