import type { ReconciledLine } from '../result';
import { verdictText } from '../../words/reconcileLine';
import { verdictWords } from '../../words/reconcileWords';
import type { Formats } from './formats';
import { lineName } from './lineNames';
import { cut, html, type Markup } from './markup';
import { moneyText, NONE, stakeCell } from './moneyCell';
import { restText, table, type RowContext } from './table';
import { trace } from './traceCell';

const HEADS = [
	'Customer and product',
	'Stellr',
	'Halo',
	'Invoiced',
	'Cost',
	'Revenue',
	'Difference',
	'Since',
];

/** Lines with their three numbers and their money a month. */
export function lineTable(
	caption: string,
	lines: readonly ReconciledLine[],
	most: number,
	context: RowContext,
	withVerdict = false,
): Markup {
	const rows = lines.slice(0, most).map((line) => lineRow(line, context, withVerdict));
	const rest = restText('dearest', rows.length, lines.length, context.formats);
	return table({ caption, kind: 'l', heads: HEADS, rows, rest });
}

function lineRow(
	line: ReconciledLine,
	{ formats, marks }: RowContext,
	withVerdict: boolean,
): Markup {
	const { stellr, halo } = line.quantities;
	const { cost, revenue } = line.money;
	return html`<tr>
		<th scope="row">${lineName(line)}${notes(line, withVerdict)}${trace(line, marks)}</th>
		<td>${quantity(stellr, formats)}</td>
		<td>${quantity(halo, formats)}</td>
		${invoicedCell(line, formats)}
		<td>${moneyText(cost, formats)}</td>
		<td>${moneyText(revenue, formats)}</td>
		${stakeCell(line, formats)}${sinceCell(line, formats)}
	</tr>`;
}

const SENTENCE = 600;

/** What was found beside the numbers of the row. */
function notes(line: ReconciledLine, withVerdict: boolean): Markup | null {
	const also = line.findings.map((verdict) => verdictWords[verdict].title.toLowerCase());
	const said = [
		withVerdict ? `${verdictWords[line.verdict].title}.` : '',
		verdictText(line),
		also.length > 0 ? `Also: ${also.join(', ')}.` : '',
		...line.money.uncosted,
	].filter((sentence) => sentence !== '');
	return said.length === 0 ? null : html`<p>${cut(said.join(' '), SENTENCE)}</p>`;
}

function invoicedCell({ quantities, expected }: ReconciledLine, formats: Formats): Markup {
	const shown = quantity(quantities.invoiced, formats);
	if (expected === null || expected === quantities.invoiced) return html`<td>${shown}</td>`;
	return html`<td>${shown}<i>due ${quantity(expected, formats)}</i></td>`;
}

function sinceCell({ since, age, changedBy }: ReconciledLine, formats: Formats): Markup {
	const words = [AGE[age ?? 'none'], changedBy === null ? '' : WHO[changedBy.who](changedBy.name)];
	const small = words.filter((word) => word !== '').map((word) => html`<i>${word}</i>`);
	return html`<td>${since === null ? NONE : formats.day(since.day)}${small}</td>`;
}

const AGE = { timing: 'timing', drift: 'true drift', unknown: 'age unknown', none: '' } as const;

const WHO = {
	stellr: () => 'changed at Stellr',
	person: (name: string | null) => `by ${name === null ? 'hand' : cut(name, 60)} in Halo`,
	unknown: () => '',
} as const;

function quantity(value: number | null, formats: Formats): string {
	return value === null ? NONE : formats.count(value);
}
