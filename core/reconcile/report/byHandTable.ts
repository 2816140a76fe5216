import type { ByHand, ReconciledLine } from '../result';
import { lineName } from './lineNames';
import { html, type Markup } from './markup';
import { moneyText } from './moneyCell';
import { restText, table, type RowContext } from './table';
import { trace } from './traceCell';

const HEADS = ['Customer and product', 'Seats', 'From', 'To', 'Days', 'To invoice once'];

/** Seats added inside a prepaid term, with how their sum is reckoned. */
export function byHandTable(
	lines: readonly ReconciledLine[],
	most: number,
	context: RowContext,
): Markup {
	const rows = lines
		.slice(0, most)
		.flatMap((line) => (line.byHand === null ? [] : [row(line, line.byHand, context)]));
	const rest = restText('dearest', rows.length, lines.length, context.formats);
	return table({ caption: 'Seats to invoice by hand', kind: 'h', heads: HEADS, rows, rest });
}

function row(line: ReconciledLine, byHand: ByHand, { formats, marks }: RowContext): Markup {
	const { seats, amount, from, fromBy, to, daysLeft, daysInPeriod } = byHand;
	const why = fromBy === 'saved' ? 'when it was written' : 'today';
	return html`<tr>
		<th scope="row">${lineName(line)}${trace(line, marks)}</th>
		<td>${formats.count(seats)}</td>
		<td>${formats.day(from)}<i>${why}</i></td>
		<td>${formats.day(to)}</td>
		<td>${formats.count(daysLeft)}<i>of ${formats.count(daysInPeriod)}</i></td>
		<td class="u">${moneyText(amount, formats)}</td>
	</tr>`;
}
