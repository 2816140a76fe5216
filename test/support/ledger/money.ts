/** The ledger's own arithmetic of recurring invoices, in cents. */
import type { HaloInvoiceLine, HaloRecurringInvoice } from '../../../simulators/halo/state';

/** Seats by Halo row; a row that is not active, or not there, bills nothing. */
export type SeatsOf = (licenceId: number) => number | null;

/**
 * A minimum belongs to a licence that is still sold: a row that was ended bills nothing, whatever its minimum says.
 * Typed lines bill what was typed.
 */
export function lineCents(
	line: HaloInvoiceLine,
	seatsOf: SeatsOf,
	priceOf: (licenceId: number) => number,
): number {
	const links = [...line.quantity_subscriptions, ...line.quantity_licences];
	let quantity = links.length === 0 ? line.qty_order : 0;
	let price = line.unit_price;
	for (const link of links) {
		const seats = seatsOf(link.licence_id);
		if (seats !== null) quantity += Math.max(seats - link.qty_free, link.minimum_qty, 0);
		if (link.use_linked_subscription_price) price = priceOf(link.licence_id);
	}
	// Discounts are whole per cents here: cents times hundredths, halves up.
	const hundredths = Math.round(price * 100) * quantity * (100 - line.discount_perc);
	return Math.floor((hundredths + 50) / 100);
}

/** Cents by Halo client. */
export function invoicedCents(
	invoices: readonly HaloRecurringInvoice[],
	seatsOf: SeatsOf,
	priceOf: (licenceId: number) => number,
): Map<number, number> {
	const totals = new Map<number, number>();
	for (const { client_id: clientId, lines } of invoices) {
		const cents = lines.reduce((sum, line) => sum + lineCents(line, seatsOf, priceOf), 0);
		totals.set(clientId, (totals.get(clientId) ?? 0) + cents);
	}
	return totals;
}
