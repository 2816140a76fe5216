/** `/recurringinvoice`: an update replaces the lines, so those left out are lost. */
import { isLike } from '../activeRows';
import { type Answer, bare, ok, sentence } from '../answers';
import { listAnswer } from '../paging';
import { hasId, postRows, takenOver, type SavedRow } from '../posting';
import {
	type Route,
	type RouteCall,
	type SentRow,
	type Simulation,
	nextId,
	nowText,
	withoutUnset,
} from '../simulation';
import type { HaloInvoiceLine, HaloQuantityLink, HaloRecurringInvoice } from '../state';
import { currencyOfCode, periodOfCode } from '../wire/invoiceCodes';
import { shownHeader, shownInvoice, shownLine } from './shownInvoice';

export const recurringInvoiceRoutes: Route[] = [
	{ method: 'GET', pattern: '/recurringinvoice', area: 'invoices', answer: list },
	{ method: 'GET', pattern: '/recurringinvoice/{id}', area: 'invoices', answer: one },
	{
		method: 'POST',
		pattern: '/recurringinvoice',
		area: 'invoices',
		answer: (call) => postRows(call, 'invoices', (sent) => save(call.simulation, sent)),
	},
	{ method: 'DELETE', pattern: '/recurringinvoice/{id}', area: 'invoices', answer: remove },
	{
		method: 'POST',
		pattern: '/recurringinvoice/updatelines',
		area: 'invoices',
		answer: (call) => postRows(call, 'lines', (sent) => changeLine(call.simulation, sent)),
	},
	{
		method: 'POST',
		pattern: '/recurringinvoice/lines',
		area: 'invoices',
		answer: (call) => postRows(call, 'lines', (sent) => appendLine(call.simulation, sent)),
	},
];

function list({ simulation, query }: RouteCall): Answer {
	const { state, switches } = simulation;
	const clients = [...query.wholes('client_ids'), ...query.wholes('client_id')];
	const toplevel = query.whole('toplevel_id');
	const search = query.text('search');
	const inTopLevel = new Set(
		state.clients.filter((row) => row.toplevel_id === toplevel).map(({ id }) => id),
	);
	const rows = state.recurringInvoices.filter(
		(row) =>
			(clients.length === 0 || clients.includes(row.client_id)) &&
			(toplevel === null || inTopLevel.has(row.client_id)) &&
			(search === '' || isLike(search, row.name)),
	);
	const show = (row: HaloRecurringInvoice) =>
		withoutUnset(
			query.flag('includelines') ? shownInvoice(simulation, row) : shownHeader(simulation, row),
		);
	return ok(listAnswer('invoices', rows, query, switches, show));
}

function one({ simulation, query, id }: RouteCall): Answer {
	const row = simulation.state.recurringInvoices.find((invoice) => invoice.id === id);
	if (!row) return bare(404);
	const asked = query.flag('includedetails') || query.flag('includelines');
	return ok(asked ? shownInvoice(simulation, row) : shownHeader(simulation, row));
}

function save(simulation: Simulation, sent: SentRow): SavedRow | Answer {
	const { state } = simulation;
	const current = hasId(sent)
		? state.recurringInvoices.find(({ id }) => id === sent.id)
		: undefined;
	if (hasId(sent) && !current) return bare(404);
	const clientId = sent.client_id ?? current?.client_id;
	if (!state.clients.some(({ id }) => id === clientId)) {
		return sentence(400, 'Please select a Customer for this Recurring Invoice.');
	}
	const row = current ?? emptyInvoice(simulation);
	if (!current) state.recurringInvoices.push(row);
	Object.assign(row, sentHeader(sent));
	const before = row.lines;
	if (Array.isArray(sent.lines)) row.lines = [];
	for (const line of [...rowsOf(sent.lines), ...rowsOf(sent.add_lines)]) {
		const kept = before.find(({ id }) => id === line.id) ?? emptyLine(simulation, before);
		if (!row.lines.includes(kept)) row.lines.push(kept);
		writeLine(simulation, kept, line);
	}
	return { shown: shownInvoice(simulation, row), created: !current };
}

const rowsOf = (value: unknown) => (Array.isArray(value) ? (value as SentRow[]) : []);

function sentHeader(sent: SentRow): SentRow {
	const named: Record<string, string> = {
		client_id: 'client_id',
		name: 'name',
		currency_code_name: 'currency_code',
		periodname: 'period',
		startdate: 'start_date',
		enddate: 'end_date',
		nextcreationdate: 'next_invoice_date',
		disabled: 'isinactive',
	};
	const taken = takenOver(sent, { others: Object.keys(named) });
	return {
		...codesOf(sent),
		...Object.fromEntries(Object.entries(taken).map(([name, value]) => [named[name], value])),
	};
}

/** Who read the codes may send them back; the words beside them win. */
function codesOf(sent: SentRow): SentRow {
	const period = periodOfCode(sent.period);
	const currency_code = currencyOfCode(sent.currency_code);
	return { ...(period && { period }), ...(currency_code && { currency_code }) };
}

function emptyInvoice(simulation: Simulation): HaloRecurringInvoice {
	const ids = simulation.state.recurringInvoices.map(({ id }) => id);
	return {
		// Negative in Halo's database: the number people see is -9 - id.
		id: Math.min(-9, ...ids) - 1,
		client_id: 0,
		name: '',
		currency_code: 'USD',
		period: 'Monthly',
		in_advance: true,
		start_date: nowText(simulation),
		end_date: null,
		next_invoice_date: nowText(simulation),
		isinactive: false,
		lines: [],
	};
}

/** `lost` are lines already taken off their invoice, whose numbers are not given again. */
function emptyLine({ state }: Simulation, lost: HaloInvoiceLine[]): HaloInvoiceLine {
	const id = nextId([...state.recurringInvoices.flatMap((invoice) => invoice.lines), ...lost]);
	return {
		id,
		item_id: null,
		item_shortdescription: '',
		qty_order: 0,
		unit_price: 0,
		unit_cost: 0,
		discount_perc: 0,
		recurring_invoice_quantity_type: 0,
		isinactive: false,
		quantity_licences: [],
		quantity_subscriptions: [],
	};
}

function writeLine(simulation: Simulation, line: HaloInvoiceLine, sent: SentRow): void {
	Object.assign(
		line,
		takenOver(sent, {
			others: `item_shortdescription qty_order unit_price unit_cost discount_perc
				recurring_invoice_quantity_type isinactive`.split(/\s+/),
			texts: ['startdate', 'enddate'],
		}),
	);
	if (typeof sent._itemid === 'number') line.item_id = sent._itemid;
	for (const name of ['quantity_licences', 'quantity_subscriptions'] as const) {
		if (Array.isArray(sent[name])) {
			line[name] = rowsOf(sent[name]).map((link) => writtenLink(simulation, line, name, link));
		}
	}
}

function writtenLink(
	{ state }: Simulation,
	line: HaloInvoiceLine,
	name: 'quantity_licences' | 'quantity_subscriptions',
	sent: SentRow,
): HaloQuantityLink {
	const all = state.recurringInvoices
		.flatMap((invoice) => invoice.lines)
		.flatMap((other) => [...other.quantity_licences, ...other.quantity_subscriptions]);
	const empty: HaloQuantityLink = {
		id: nextId([...all, ...line[name]]),
		invoice_line_id: line.id,
		kind: name === 'quantity_licences' ? 1 : 4,
		licence_id: 0,
		qty_free: 0,
		minimum_qty: 0,
		pro_rata: false,
		use_linked_subscription_price: false,
		use_linked_subscription_cost: false,
	};
	const columns = `licence_id qty_free minimum_qty use_linked_subscription_price
		use_linked_subscription_cost`.split(/\s+/);
	const link = {
		...empty,
		...line[name].find(({ id }) => id === sent.id),
		...takenOver(sent, { others: columns }),
	};
	return typeof sent.pro_rata === 'number' ? { ...link, pro_rata: sent.pro_rata > 0 } : link;
}

function changeLine(simulation: Simulation, sent: SentRow): SavedRow | Answer {
	const invoice = simulation.state.recurringInvoices.find(({ lines }) =>
		lines.some(({ id }) => id === sent.id),
	);
	const line = invoice?.lines.find(({ id }) => id === sent.id);
	if (!invoice || !line) return bare(404);
	writeLine(simulation, line, sent);
	return { shown: shownLine(simulation, invoice, line), created: false };
}

function appendLine(simulation: Simulation, sent: SentRow): SavedRow | Answer {
	if (hasId(sent)) return changeLine(simulation, sent);
	const invoiceId = sent.recurring_invoice_id ?? sent.ihid;
	const invoice = simulation.state.recurringInvoices.find(({ id }) => id === invoiceId);
	if (!invoice) return bare(404);
	const line = emptyLine(simulation, []);
	invoice.lines.push(line);
	writeLine(simulation, line, sent);
	return { shown: shownLine(simulation, invoice, line), created: true };
}

function remove({ simulation, id }: RouteCall): Answer {
	const { state } = simulation;
	const row = state.recurringInvoices.find((invoice) => invoice.id === id);
	if (!row) return bare(404);
	state.recurringInvoices = state.recurringInvoices.filter((invoice) => invoice.id !== id);
	return ok(shownHeader(simulation, row));
}
