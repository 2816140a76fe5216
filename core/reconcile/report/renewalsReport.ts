import { dayAfter } from '../../sync/days';
import type { Renewal, RenewalsResult } from '../renewals';
import type { Amount } from '../result';
import { formatsOf, type Formats } from './formats';
import { counted } from './leftOut';
import { cut, html, type Markup } from './markup';
import { looseMoney, moneyText, NONE } from './moneyCell';
import { pageFrame } from './pageFrame';
import type { ReportFacts } from './reportFacts';
import { runFactsLine } from './runFactsLine';
import { sumsByCurrency } from '../sums';
import { restText, table } from './table';

/** Rows that the page shows; the CSV file has all. */
const MOST = 1_500;
const NAME = 120;

const HEADS = [
	'Customer and product',
	'Seats',
	'Term ends',
	'Last day to reduce',
	'Cost a month',
	'List price a month',
];

/** Terms that end soon as one HTML page: what renews, then the lines by customer, soonest first. */
export function renewalsReport(result: RenewalsResult, facts: ReportFacts): string {
	const formats = formatsOf(facts.locale);
	const renewals = result.customers.flatMap((customer) => customer.renewals);
	return pageFrame({
		title: facts.title,
		verdict: verdictLine(result, renewals, formats),
		facts: runFactsLine(facts, formats),
		parts: [
			['money', 'Money'],
			['renewals', 'By customer'],
			['left-out', 'Counted, not listed'],
		],
		body: [
			money(renewals, formats),
			byCustomer(result, renewals.length, formats),
			leftOut(result, formats),
		],
	});
}

function verdictLine({ customers }: RenewalsResult, renewals: Renewal[], formats: Formats): string {
	const { count, day } = formats;
	if (renewals.length === 0) return 'No term ends in the days that were looked at.';
	const lines = `${count(renewals.length)} ${renewals.length === 1 ? 'subscription' : 'subscriptions'}`;
	const whose = `${count(customers.length)} ${customers.length === 1 ? 'customer' : 'customers'}`;
	const unknown = renewals.filter(({ lastDayToReduce }) => lastDayToReduce === null).length;
	const late = renewals.filter(isTooLate).length;
	const said = [
		`${lines} of ${whose} ${renewals.length === 1 ? 'comes' : 'come'} to the end of the term, first on ${day(customers[0].firstEnd)}.`,
		late > 0 ? `For ${count(late)} the last day to reduce is over.` : '',
		unknown > 0 ? `For ${count(unknown)} the last day to reduce is not known.` : '',
	];
	return said.filter((sentence) => sentence !== '').join(' ');
}

function isTooLate(renewal: Renewal): boolean {
	const { lastDayToReduce } = renewal;
	return lastDayToReduce !== null && lastDayToReduce < todayOf(renewal);
}

/** The day on which the days left were counted. */
function todayOf({ endDate, daysLeft }: Renewal): string {
	return dayAfter(endDate, -daysLeft);
}

function money(renewals: readonly Renewal[], formats: Formats): Markup {
	const cost = sumsByCurrency(renewals.map((renewal) => renewal.cost));
	const suggested = sumsByCurrency(renewals.map((renewal) => renewal.suggested));
	const currencies = [...new Set([...cost, ...suggested].map(({ currency }) => currency))].sort();
	if (currencies.length === 0) {
		return html`<section>
			<h2 id="money">Money</h2>
			<p class="m">Nothing could be costed.</p>
		</section>`;
	}
	const blocks = currencies.map((currency) => {
		const of = (sums: readonly Amount[]) => sums.find((sum) => sum.currency === currency) ?? null;
		return html`<div class="b">
			<h3>${currency}</h3>
			<dl class="two">
				${card('Cost', of(cost), formats)}${card('List price', of(suggested), formats)}
			</dl>
		</div>`;
	});
	const unknown = renewals.filter((renewal) => renewal.cost === null).length;
	const note = unknown > 0 ? ` ${formats.count(unknown)} without a known cost are in no sum.` : '';
	return html`<section>
		<h2 id="money">Money</h2>
		${blocks}
		<p class="m">
			Of what comes to the end of its term, at Stellr's prices; each currency by itself, nothing
			converted.${note}
		</p>
	</section>`;
}

function card(title: string, amount: Amount | null, formats: Formats): Markup {
	return html`<div class="c">
		<dt>${title}</dt>
		<dd>${looseMoney(amount, formats)}<i>a month</i></dd>
	</div>`;
}

function byCustomer({ customers }: RenewalsResult, all: number, formats: Formats): Markup | null {
	if (all === 0) return null;
	const rows: Markup[] = [];
	let shown = 0;
	for (const { customer, haloClientName, renewals } of customers) {
		const some = renewals.slice(0, MOST - shown);
		if (some.length === 0) break;
		const name = cut(customer.name ?? haloClientName ?? customer.customerNo, NAME);
		rows.push(
			html`<tr>
				<th class="k" colspan="6" scope="colgroup">
					<b><bdi>${name}</bdi></b>
				</th>
			</tr>`,
		);
		for (const renewal of some) rows.push(row(renewal, formats));
		shown += some.length;
	}
	const rest = restText('first', shown, all, formats);
	const caption = 'Terms that end, by customer';
	return html`<section class="g">
		<h2 id="renewals">By customer, soonest first</h2>
		${table({ caption, kind: 'w', heads: HEADS, rows, rest })}
	</section>`;
}

function row(renewal: Renewal, formats: Formats): Markup {
	const { product, seats, endDate, daysLeft, term, cost, suggested } = renewal;
	const left =
		daysLeft === 0 ? 'today' : daysLeft === 1 ? 'tomorrow' : `in ${formats.count(daysLeft)} days`;
	const committed = term === null ? null : html` <i>${cut(termText(term), 40)}</i>`;
	return html`<tr>
		<th scope="row"><bdi>${cut(product, NAME)}</bdi>${committed}${trace(renewal)}</th>
		<td>${seats === null ? NONE : formats.count(seats)}</td>
		<td>${formats.day(endDate)}<i>${left}</i></td>
		${reduceCell(renewal, formats)}
		<td>${moneyText(cost, formats)}</td>
		<td>${moneyText(suggested, formats)}</td>
	</tr>`;
}

function reduceCell(renewal: Renewal, formats: Formats): Markup {
	const { lastDayToReduce, reduceWhy } = renewal;
	const why = html`<i>${cut(reduceWhy, 200)}</i>`;
	if (lastDayToReduce === null) return html`<td>not known${why}</td>`;
	const day = formats.day(lastDayToReduce);
	return isTooLate(renewal)
		? html`<td class="o">${day}<i>over</i>${why}</td>`
		: html`<td>${day}${why}</td>`;
}

const TERMS: ReadonlyMap<string, string> = new Map([
	['P1M', 'monthly term'],
	['P1Y', 'term of one year'],
	['P3Y', 'term of three years'],
]);

function termText(term: string): string {
	return TERMS.get(term) ?? `term ${term}`;
}

function trace({ key, haloClientId, endsWith }: Renewal): Markup {
	// Without a mapping before it nobody has looked for the client: then nothing is said of it.
	const client = haloClientId === null ? '' : ` · client ${haloClientId}`;
	const others =
		endsWith.length > 0
			? ` · ends with ${endsWith.slice(0, 6).join(', ')}${endsWith.length > 6 ? ` and ${endsWith.length - 6} more` : ''}`
			: '';
	return html`<small>${cut(key, 80)}${client}${cut(others, 400)}</small>`;
}

function leftOut(
	{ monthly, endUnknown, kindUnknown, customersNotRead }: RenewalsResult,
	formats: Formats,
): Markup {
	const rows: Array<[number, string]> = [
		[monthly, 'Lines of a monthly term: they end every month. Include Monthly Terms lists them.'],
		[endUnknown, 'Lines whose end Stellr does not show: nobody knows when they renew.'],
		[kindUnknown, 'Lines of which it is not known whether they are counted in seats.'],
		[customersNotRead, 'Customers whose subscriptions did not come.'],
	];
	const none =
		monthly + endUnknown + kindUnknown + customersNotRead === 0
			? html`<p class="m">Nothing.</p>`
			: counted(rows, formats);
	return html`<section>
		<h2 id="left-out">Counted, not listed</h2>
		${none}
	</section>`;
}
