import type { MoneyTotals, ReconcileResult } from '../result';
import type { Formats } from './formats';
import { knownMoney, type KnownMoney } from './knownMoney';
import { html, type Markup } from './markup';
import { looseMoney, moneyText, NONE } from './moneyCell';

type Sum = Exclude<keyof MoneyTotals, 'currency'>;

const DIFFERENCES: ReadonlyArray<[Sum, string, string, string]> = [
	['underBilled', 'Under-billed', 'a month', 'u'],
	['overBilled', 'Over-billed', 'a month', 'o'],
	['paidForInactiveClients', 'Paid for inactive clients', 'a month', 'p'],
	['toInvoiceByHand', 'To invoice by hand', 'once', 'u'],
];
type Figure = 'cost' | 'revenue' | 'margin';

const ALL: ReadonlyArray<[Figure, string]> = [
	['cost', 'Cost'],
	['revenue', 'Revenue'],
	['margin', 'Margin'],
];

/** The money, a block for each currency: what differs large, what all lines cost and bring below. */
export function moneyCards({ lines, totals, uncosted }: ReconcileResult, formats: Formats): Markup {
	if (totals.length === 0) {
		return html`<section>
			<h2 id="money">Money</h2>
			<p class="m">Nothing could be costed.</p>
		</section>`;
	}
	const known = knownMoney(lines);
	const differing = totals.filter(differs);
	const others = totals.filter((sums) => !differs(sums));
	const blocks = [
		...differing.map((sums) => block(sums, known, { withDifferences: true, formats })),
		// Four zeros tell something only where no currency differs at all.
		...others.map((sums) => {
			return block(sums, known, { withDifferences: differing.length === 0, formats });
		}),
	];
	const note =
		uncosted > 0
			? ` ${formats.count(uncosted)} ${uncosted === 1 ? 'line that cannot be costed is' : 'lines that cannot be costed are'} in no sum.`
			: '';
	return html`<section>
		<h2 id="money">Money</h2>
		${blocks}
		<p class="m">
			Net of tax, each currency by itself, nothing converted. Margin is of the lines whose cost and
			revenue are both known in one currency.${note}
		</p>
	</section>`;
}

function differs(sums: MoneyTotals): boolean {
	return DIFFERENCES.some(([sum]) => sums[sum] !== 0);
}

function block(
	sums: MoneyTotals,
	known: ReadonlyMap<string, KnownMoney>,
	{ withDifferences, formats }: { withDifferences: boolean; formats: Formats },
): Markup {
	const { currency } = sums;
	const notes = notesOf(sums, known.get(currency), formats);
	const money = (minor: number) => looseMoney({ minor, currency }, formats);
	const cards = DIFFERENCES.map(([sum, title, when, side]) => {
		const name = sums[sum] === 0 ? 'c' : `c ${side}`;
		return html`<div class="${name}">
			<dt>${title}</dt>
			<dd>${money(sums[sum])}<i>${when}</i></dd>
		</div>`;
	});
	const value = (sum: Sum) => (isUnknown(sums, sum) ? NONE : money(sums[sum]));
	const rest = ALL.map(
		([sum, title]) =>
			html`<div>
				<dt>${title} a month</dt>
				<dd>${value(sum)}${notes === null ? null : html`<i>${notes[sum]}</i>`}</dd>
			</div>`,
	);
	return html`<div class="b">
		<h3>${currency}</h3>
		${withDifferences ? html`<dl class="cs">${cards}</dl>` : null}
		<dl class="al">${rest}</dl>
	</div>`;
}

/**
 * Of how many lines each figure is, where they are not of the same ones: then the margin is not the difference of the
 * two sums beside it, and says which sums it is the difference of.
 */
function notesOf(
	sums: MoneyTotals,
	known: KnownMoney | undefined,
	formats: Formats,
): Record<Figure, string> | null {
	if (known === undefined || known.both.lines === 0) return null;
	const { both } = known;
	if (known.cost === both.lines && known.revenue === both.lines) return null;
	const of = (count: number) => `of ${formats.count(count)} ${count === 1 ? 'line' : 'lines'}`;
	const money = (minor: number) => moneyText({ minor, currency: sums.currency }, formats);
	return {
		cost: of(known.cost),
		revenue: of(known.revenue),
		margin: `${of(both.lines)} with both: revenue ${money(both.revenue)} less cost ${money(both.cost)}`,
	};
}

/** No line has cost and revenue in this currency: a margin of zero would be a wrong figure. */
function isUnknown({ cost, revenue, margin }: MoneyTotals, sum: Sum): boolean {
	return sum === 'margin' && margin === 0 && (cost === 0 || revenue === 0);
}
