/** An invoice run in the simulated Halo: what each client's active recurring invoices come to today. */
import type { HaloInvoiceLine, HaloQuantityLink, HaloState } from '../../simulators/halo/state';

/** Minor units by client id. */
export function runInvoices(state: HaloState, today: string): Map<number, number> {
	const totals = new Map<number, number>();
	for (const invoice of state.recurringInvoices) {
		if (invoice.isinactive || invoice.start_date.slice(0, 10) > today) continue;
		const sum = invoice.lines
			.filter(({ isinactive }) => !isinactive)
			.reduce((total, line) => total + minorUnitsOf(line, state), 0);
		totals.set(invoice.client_id, (totals.get(invoice.client_id) ?? 0) + sum);
	}
	return totals;
}

function minorUnitsOf(line: HaloInvoiceLine, state: HaloState): number {
	const links =
		line.recurring_invoice_quantity_type === 4
			? line.quantity_subscriptions
			: line.quantity_licences;
	const isTyped = line.recurring_invoice_quantity_type === 0;
	const quantity = isTyped
		? line.qty_order
		: links.reduce((sum, link) => sum + billedSeats(link, state), 0);
	const priced = links.find((link) => link.use_linked_subscription_price);
	const price =
		state.licences.find(({ id }) => id === priced?.licence_id)?.price ?? line.unit_price;
	return Math.round((Math.round(price * 100) * quantity * (100 - line.discount_perc)) / 100);
}

function billedSeats(link: HaloQuantityLink, state: HaloState): number {
	const licence = state.licences.find(({ id }) => id === link.licence_id);
	if (!licence || !licence.is_active || licence.deleted) return 0;
	return Math.max(licence.count - link.qty_free, link.minimum_qty);
}
