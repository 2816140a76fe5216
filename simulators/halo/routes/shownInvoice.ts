/** How a recurring invoice and its lines look in an answer. */
import { type SentRow, type Simulation, withoutUnset } from '../simulation';
import type { HaloInvoiceLine, HaloQuantityLink, HaloRecurringInvoice } from '../state';
import type { HaloSwitches } from '../switches';
import { currencyCode, periodCode } from '../wire/invoiceCodes';
import { countedQuantity } from './lineQuantity';

/** The invoice without its lines. */
export function shownHeader({ state, switches }: Simulation, row: HaloRecurringInvoice): SentRow {
	return {
		id: row.id,
		client_id: row.client_id,
		client_name: state.clients.find(({ id }) => id === row.client_id)?.name,
		name: row.name,
		...shownCurrency(row.currency_code, switches),
		...(switches.invoicePeriodShown === 'word'
			? { periodname: row.period }
			: { period: periodCode(row.period) }),
		startdate: row.start_date,
		enddate: row.end_date ?? '1901-01-01T00:00:00',
		nextcreationdate: row.next_invoice_date,
		disabled: row.isinactive,
		is_recurring_invoice: true,
	};
}

function shownCurrency(name: string, { invoiceCurrencyShown }: HaloSwitches): SentRow {
	if (invoiceCurrencyShown === 'left-out') return {};
	if (invoiceCurrencyShown === 'code') return { currency_code: currencyCode(name) };
	return { currency: name, currency_code_name: name };
}

/** The invoice with its lines. */
export function shownInvoice(simulation: Simulation, row: HaloRecurringInvoice): SentRow {
	return {
		...shownHeader(simulation, row),
		lines: row.lines.map((line) => shownLine(simulation, row, line)),
	};
}

export function shownLine(
	{ state, switches }: Simulation,
	invoice: HaloRecurringInvoice,
	line: HaloInvoiceLine,
): SentRow {
	const counted = countedQuantity(line, state, switches);
	const quantity =
		switches.linkedQuantityShown === 'counted' ? (counted ?? line.qty_order) : line.qty_order;
	const { item_id, startdate, enddate, ...shown } = line;
	const showLink = (link: HaloQuantityLink) =>
		withoutUnset({
			...link,
			pro_rata: link.pro_rata ? 1 : 0,
			licence_name: state.licences.find(({ id }) => id === link.licence_id)?.name,
		});
	return {
		...shown,
		...withoutUnset({ startdate, enddate }),
		ihid: invoice.id,
		recurring_invoice_id: invoice.id,
		_itemid: item_id,
		qty_order: quantity,
		net_amount: Math.round(quantity * line.unit_price * (100 - line.discount_perc)) / 100,
		_is_calculated_line: counted !== null,
		quantity_licences: line.quantity_licences.map(showLink),
		quantity_subscriptions: line.quantity_subscriptions.map(showLink),
	};
}
