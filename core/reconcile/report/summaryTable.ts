import { verdictWords } from '../../words/reconcileWords';
import type { Amount, ReconciledLine } from '../result';
import type { Formats } from './formats';
import { isPaidForNobody, twoSides, type LineGroup, type LineGroups } from './lineGroups';
import { html, type Markup } from './markup';
import { NONE, sumsText } from './moneyCell';
import { sumsByCurrency } from '../sums';
import { table } from './table';

const HEADS = ['What it is', 'Lines', 'Under-billed', 'Over-billed', 'Otherwise'];

/** What there is for a person, a row for each kind of finding, linked to its lines. */
export function summaryTable({ person, byHand }: LineGroups, formats: Formats): Markup {
	const rows = person.map((group) => groupRow(group, formats));
	if (byHand.length > 0) rows.push(byHandRow(byHand, formats));
	return table({ caption: 'What needs a person, by kind', kind: 'x', heads: HEADS, rows });
}

function groupRow({ verdict, lines }: LineGroup, formats: Formats): Markup {
	const { under, over } = sidesOf(lines);
	return html`<tr>
		<th scope="row"><a href="#${verdict}">${verdictWords[verdict].title}</a></th>
		<td>${formats.count(lines.length)}</td>
		${sumCell(under, 'u', formats)}${sumCell(over, 'o', formats)}${sumCell(
			paidSums(lines),
			'p',
			formats,
			'paid',
		)}
	</tr>`;
}

function byHandRow(lines: readonly ReconciledLine[], formats: Formats): Markup {
	const none = sumCell([], 'u', formats);
	return html`<tr>
		<th scope="row"><a href="#by-hand">To invoice by hand</a></th>
		<td>${formats.count(lines.length)}</td>
		${none}${none}${sumCell(byHandSums(lines), 'u', formats, 'once')}
	</tr>`;
}

/** Sums of one side by currency, without what is nothing. */
function sidesOf(lines: readonly ReconciledLine[]): { under: Amount[]; over: Amount[] } {
	const sides = twoSides(lines);
	const some = (sums: Amount[]) => sums.filter(({ minor }) => minor > 0);
	return {
		under: some(sides.map(({ currency, under }) => ({ currency, minor: under }))),
		over: some(sides.map(({ currency, over }) => ({ currency, minor: over }))),
	};
}

/** `z` is what a phone leaves out. */
function sumCell(sums: readonly Amount[], side: string, formats: Formats, word = ''): Markup {
	if (sums.length === 0) return html`<td class="z">${NONE}</td>`;
	const lines = sums.map((sum) => html`<div>${`${formats.money(sum)} ${word}`.trim()}</div>`);
	return html`<td class="${side}">${lines}</td>`;
}

/** What is to be invoiced once, by currency. */
export function byHandSums(lines: readonly ReconciledLine[]): Amount[] {
	return sumsByCurrency(lines.map(({ byHand }) => byHand?.amount ?? null));
}

/** What is paid a month for clients that are inactive, by currency. */
export function paidSums(lines: readonly ReconciledLine[]): Amount[] {
	return sumsByCurrency(lines.map((line) => (isPaidForNobody(line) ? line.money.cost : null)));
}

/** "CAD 1,203.00 under-billed, CAD 40.00 over-billed a month"; empty when nothing differs. */
export function differenceText(lines: readonly ReconciledLine[], formats: Formats): string {
	const { under, over } = sidesOf(lines);
	const said = [
		wordsOf(under, 'under-billed', formats),
		wordsOf(over, 'over-billed', formats),
		wordsOf(paidSums(lines), 'paid', formats),
	].filter((text) => text !== '');
	return said.length === 0 ? '' : `${said.join(', ')} a month`;
}

function wordsOf(sums: readonly Amount[], word: string, formats: Formats): string {
	return sums.length === 0 ? '' : `${sumsText(sums, formats)} ${word}`;
}
