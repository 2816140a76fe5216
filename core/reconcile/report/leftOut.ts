import { verdictWords } from '../../words/reconcileWords';
import type { ReconcileResult } from '../result';
import type { Formats } from './formats';
import { cut, html, type Markup } from './markup';

const NAMES = 40;
const ISSUES = 100;

/** What is in no table above: lines in sync, and what was left out on purpose, with counts. */
export function leftOut({ counts, leftOut: left }: ReconcileResult, formats: Formats): Markup {
	const rows: Array<[number, string]> = [
		[counts.inSync, `${verdictWords.inSync.title}: ${verdictWords.inSync.meaning}`],
		[
			left.otherKinds,
			'No seats: usage, one-time and trial lines, and lines of a kind that is not known.',
		],
		[left.bySettings, 'Products that the settings leave out.'],
		[left.over, 'Over at Stellr, and without a trace in Halo.'],
		[left.ignored, 'Customers or subscriptions that somebody chose never to import.'],
		[
			left.inReview,
			'Of customers that wait in the flow Review mapping for somebody to say which client they are.',
		],
	];
	return html`<section>
		<h2 id="left-out">Counted, not listed</h2>
		${counted(rows, formats)}
	</section>`;
}

/** What could not be judged, and why; null when everything was. */
export function notJudged(
	result: ReconcileResult,
	formats: Formats,
	whyNoInvoices: string | null,
): Markup | null {
	const { attention, customersNotRead, licencesNotJudged, shownQuantityDiffers, uncosted } = result;
	const rows: Array<[number, string]> = [
		[
			customersNotRead.length,
			`Customers without a Halo client whose subscriptions were not read${namesOf(result)}`,
		],
		[
			licencesNotJudged,
			'Active licences of which nothing can be said: not every list of their client came complete. Run again when Stellr answers in full.',
		],
		[uncosted, 'Lines that cannot be costed; each says what is missing. They are in no sum.'],
		[
			shownQuantityDiffers,
			'Linked invoice lines that show another quantity than their licences add up to: check whether Halo calculates their quantities. The option Quantity of Linked Lines says which one counts here.',
		],
	];
	const invoices = result.invoicesRead
		? null
		: html`<p>
				<b>Recurring invoices could not be read, so nothing is said about what is invoiced.</b>
				${whyNoInvoices}
			</p>`;
	if (invoices === null && attention.length === 0 && rows.every(([number]) => number === 0)) {
		return null;
	}
	return html`<section>
		<h2 id="not-judged">Not judged</h2>
		${invoices}${issues(result, formats)}${counted(rows, formats)}
	</section>`;
}

/** Numbers and what they count; those of nothing are left out. */
export function counted(rows: ReadonlyArray<[number, string]>, { count }: Formats): Markup {
	const said = rows.filter(([number]) => number > 0);
	return html`<ul class="n">
		${said.map(([number, words]) => html`<li><b>${count(number)}</b> <span>${words}</span></li>`)}
	</ul>`;
}

/** Lines that could not be compared, each with what to do. */
function issues({ attention }: ReconcileResult, { count }: Formats): Markup | null {
	if (attention.length === 0) return null;
	const shown = attention.slice(0, ISSUES).map(
		({ key, issue }) =>
			html`<li>
				${cut(issue.message, 400)} ${cut(issue.remedy, 400)}
				<small
					>${cut(key, 80)}${issue.requestId === null
						? null
						: ` · request ${cut(issue.requestId, 80)}`}</small
				>
			</li>`,
	);
	const more = attention.length - shown.length;
	const rest = more > 0 ? html`<p class="m">${count(more)} more are in Needs Attention.</p>` : null;
	const are = attention.length === 1 ? 'line' : 'lines';
	return html`<p><b>${count(attention.length)} ${are} could not be compared:</b></p>
		<ul class="is">
			${shown}
		</ul>
		${rest}`;
}

function namesOf({ customersNotRead }: ReconcileResult): string {
	const names = customersNotRead
		.slice(0, NAMES)
		.map(
			({ account, customerNo, name }) => `${cut(name ?? 'no name', 60)} (${account}/${customerNo})`,
		);
	const more = customersNotRead.length - names.length;
	return `: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}. Map them with the flow Review mapping, then run again.`;
}
