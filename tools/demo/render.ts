import type { Json } from '../host/flowRun';
import type { DemoSummary, SideRequests } from './summary';

/** Of a longer list only this many are shown; the JSON file holds all. */
const LINES = 6;

/** The summary for a terminal: what was done, what the difference is worth, what is held, what is on no invoice. */
export function render(summary: DemoSummary): string {
	const { clients, licences, world, requests, held, onNoInvoice } = summary;
	return [
		`A world of ${count(world.customers)} Stellr customers with ${count(world.subscriptions)} subscriptions, and a Halo with ${count(world.haloClients)} clients and ${count(world.haloLicences)} licences.`,
		'',
		...summary.verdicts,
		'',
		'Sold, counted, invoiced',
		`  ${summary.headline}`,
		`  drift report   ${summary.reports.drift.page}`,
		`  renewal radar  ${summary.reports.renewals.page}`,
		'  and a table beside each, as CSV; both are for the inside only: they show what is paid',
		'',
		'Clients',
		...table([
			['created', clients.created],
			['linked', clients.linked],
			['unchanged', clients.unchanged],
			['held', clients.held],
			['left out', clients.leftOut],
			['not written', clients.notWritten],
		]),
		'',
		'Licences',
		...table([
			['adopted', licences.adopted],
			['created', licences.created],
			['updated', licences.updated],
			['ended', licences.ended],
			['held', licences.held],
			['unchanged', licences.unchanged],
			['left out', licences.leftOut],
			['not written', licences.notWritten],
		]),
		'',
		...listed(`${count(held.clients.length)} clients are held`, held.clients, heldWords),
		...listed(
			`${count(held.licences.length)} licences are held, dearest first`,
			held.licences,
			heldWords,
		),
		...listed(
			`${count(onNoInvoice.length)} new licences are on no recurring invoice`,
			onNoInvoice,
			({ client, product, seats, listPrice }) =>
				`${client}, ${product}: ${seats} seats, ${listPrice}`,
		),
		...attention(summary.needsAttention),
		'Requests made',
		side('Stellr', requests.stellr),
		side('Halo', requests.halo),
		...summary.violations.slice(0, LINES).map((violation) => `  not as documented: ${violation}`),
	].join('\n');
}

function listed(title: string, entries: Json[], words: (entry: Json) => string): string[] {
	const more = entries.length - LINES;
	return [
		title,
		...entries.slice(0, LINES).map((entry) => `  ${words(entry)}`),
		...(more > 0 ? [`  … and ${count(more)} more`] : []),
		'',
	];
}

function heldWords({ customer, what }: Json): string {
	return `${customer}: ${what}`;
}

function table(rows: Array<[string, number]>): string[] {
	const width = Math.max(...rows.map(([name]) => name.length));
	return rows
		.filter(([name, value]) => value > 0 || name !== 'not written')
		.map(([name, value]) => `  ${name.padEnd(width)}  ${count(value).padStart(7)}`);
}

function attention(counts: Record<string, number>): string[] {
	const entries = Object.entries(counts);
	if (entries.length === 0) return [];
	return ['Needs attention', ...table(entries), ''];
}

function side(name: string, { total, tokens, routes }: SideRequests): string {
	const parts = Object.entries(routes)
		.sort(([, a], [, b]) => b - a)
		.map(([route, times]) => `${times} × ${route}`);
	return `  ${name}: ${count(total)} and ${count(tokens)} for tokens (${parts.join(', ')})`;
}

function count(value: number): string {
	return value.toLocaleString('en-US');
}
