/**
 * The ledger of sixty nights: what every Halo row must come to by the documented policy, and what each client is
 * invoiced from it. Worked out from the script alone before the first run; no line of it is the product's.
 */
import { APPROVALS_LAG, INVOICE_NIGHTS, type Script, type ScriptNight } from './script';
import { daysFrom, stateOfLine } from './stellrLine';
import { type LedgerRow, type Proposal, type SeenList } from './accounts';
import { limited } from './limits';
import { invoicedCents } from './money';
import { proposalsOf } from './proposals';

export interface LedgerNight {
	night: number;
	/** `lineId` → `count`, or `count inactive`, after the run. */
	rows: Map<string, string>;
	/** Line ids of what waits, with why. */
	held: Map<string, string>;
	/** How many held items an approval let through. */
	released: number;
	/** Cents by client, in the nights of the invoice run. */
	invoiced: Map<number, number> | null;
}

/** Whose held items the person approves; the others keep waiting. */
export function isApproved(clientId: number, night: number): boolean {
	return (clientId + night) % 3 !== 0;
}

export function keepLedger({ start, nights }: Script): LedgerNight[] {
	const [account] = start.stellr.accounts;
	const rows = start.halo.licences.map(
		(licence): LedgerRow => ({
			licenceId: licence.id,
			ref: `row ${licence.id}`,
			clientId: licence.client_id,
			lineId: (licence.snowid ?? '').replace(`${account.label}/`, ''),
			count: licence.count,
			active: licence.is_active,
			remembered: null,
			raise: null,
			missed: 0,
		}),
	);
	const prices = new Map(start.halo.licences.map(({ id, price }) => [id, price]));
	const reports: Proposal[][] = [];
	return nights.map((night) => {
		for (const { licenceId, by } of night.edits) {
			const row = rows.find((other) => other.licenceId === licenceId);
			if (row) row.count += by;
		}
		const lists = listsOf(night);
		const weighed = limited(proposalsOf(lists, rows, night.day), {
			day: night.day,
			rows,
			lists,
		});
		const approved = new Set(
			night.approves
				? reports[night.night - APPROVALS_LAG]
						.filter(({ clientId }) => isApproved(clientId, night.night))
						.map(({ print }) => print)
				: [],
		);
		const held = weighed.filter(({ holds, print }) => holds.length > 0 && !approved.has(print));
		reports.push(held.filter(({ kind }) => kind !== 'missing'));
		carryOut(
			weighed.filter((entry) => !held.includes(entry)),
			lists,
			rows,
			night.day,
		);
		return {
			night: night.night,
			rows: new Map(
				rows.map((row) => [row.lineId, `${row.count}${row.active ? '' : ' inactive'}`]),
			),
			held: new Map(held.map(({ lineId, kind, holds }) => [lineId, `${kind}: ${holds.join(' ')}`])),
			released: weighed.filter(({ holds, print }) => holds.length > 0 && approved.has(print))
				.length,
			invoiced: isInvoiceNight(night.night)
				? invoicedCents(
						start.halo.recurringInvoices,
						(licenceId) => {
							const row = rows.find((other) => other.licenceId === licenceId);
							return row?.active ? row.count : null;
						},
						(licenceId) => prices.get(licenceId) ?? 0,
					)
				: null,
		};
	});
}

function isInvoiceNight(night: number): boolean {
	return INVOICE_NIGHTS.some((invoiced) => invoiced === night);
}

/** A customer's list reaches the client that holds its number; a refused one, or an unknown number, shows nothing. */
function listsOf(night: ScriptNight): SeenList[] {
	return night.links.map(({ clientId, customerNo }) => {
		const isThere = night.customers.some((customer) => customer.customerNo === customerNo);
		if (!isThere || night.refused.includes(customerNo))
			return { clientId, lines: [], whole: false };
		if (night.empty) return { clientId, lines: [], whole: true };
		const lines = night.shown.filter((line) => line.customerNo === customerNo);
		return { clientId, lines, whole: !night.short };
	});
}

function carryOut(done: Proposal[], lists: SeenList[], rows: LedgerRow[], day: string): void {
	for (const entry of done.filter(({ kind }) => kind === 'rekey')) {
		if (entry.row) entry.row.lineId = entry.lineId;
	}
	for (const { kind, row, to, clientId, lineId } of done) {
		if (kind === 'create') rows.push(newRow(clientId, lineId, to));
		if (kind === 'end' && row) row.active = false;
		if (kind === 'count' && row) {
			noteRaise(row, to - row.count, day);
			Object.assign(row, { count: to, active: true, remembered: to });
		}
	}
	for (const { clientId, lines, whole } of lists) {
		for (const row of rows.filter((other) => other.clientId === clientId)) {
			const line = lines.find(({ subscriptionId }) => subscriptionId === row.lineId);
			if (line && line.quantity === row.count && stateOfLine(line) !== 'over')
				row.remembered = row.count;
			if (line) row.missed = 0;
			else if (whole && row.active) row.missed += 1;
			// One night of empty lists is all there is: no line is ever missing three times, and none is ended for it.
			if (row.missed >= 3) throw new Error(`${row.lineId} is missing three times`);
		}
	}
}

/**
 * One increase a row is remembered: the last, or a larger one that is not more than eight days old. What went back of it
 * is used up: 10, 12, 10 seats leave none to take back, and 9 would break into the ten that are committed.
 */
function noteRaise(row: LedgerRow, seats: number, day: string): void {
	const before = row.raise;
	if (seats <= 0) {
		if (before !== null) row.raise = { ...before, seats: Math.max(0, before.seats + seats) };
		return;
	}
	const stands = before !== null && before.seats > seats && daysFrom(before.day, day) <= 8;
	if (!stands) row.raise = { day, seats };
}

function newRow(clientId: number, lineId: string, count: number): LedgerRow {
	return {
		licenceId: null,
		ref: `new ${lineId}`,
		clientId,
		lineId,
		count,
		active: true,
		remembered: count,
		raise: null,
		missed: 0,
	};
}
