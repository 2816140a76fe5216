import { verdictWords } from '../../words/reconcileWords';
import type { MoneyTotals, ReconcileResult } from '../result';
import { byHandTable } from './byHandTable';
import { driftPictures } from './driftPicture';
import { formatsOf, type Formats } from './formats';
import { leftOut, notJudged } from './leftOut';
import { lineGroups, type LineGroup, type LineGroups } from './lineGroups';
import { lineTable } from './lineTable';
import { html, type Markup } from './markup';
import { dotted, sumsText } from './moneyCell';
import { moneyCards } from './moneyCards';
import { pageFrame } from './pageFrame';
import type { ReportFacts } from './reportFacts';
import { requestMarks } from './requestMarks';
import { runFactsLine } from './runFactsLine';
import { byHandSums, differenceText, summaryTable } from './summaryTable';
import type { RowContext } from './table';

/** Rows of one kind that the page shows, so that no page weighs more than about 3 MB; the CSV file has all. */
const FOR_A_PERSON = 300;
const OTHERS = 150;

/**
 * What was found as one HTML page: the money first, then who drifts most, then the lines that need a person, dearest first,
 * then what sets itself right, and what was left out.
 */
export function driftReport(result: ReconcileResult, facts: ReportFacts): string {
	const formats = formatsOf(facts.locale);
	const context: RowContext = { formats, marks: requestMarks() };
	const groups = lineGroups(result);
	const picture = driftPictures(result.lines, formats);
	const sections = {
		person: personSection(groups, context),
		timing: timingSection(groups, context),
		toKnow: toKnowSection(groups, context),
	};
	const unjudged = notJudged(result, formats, facts.invoicesNotRead ?? null);
	const requests = context.marks.list();
	return pageFrame({
		title: facts.title,
		verdict: verdictLine(result, groups, formats),
		facts: runFactsLine(facts, formats),
		parts: [
			['money', 'Money'],
			...part(picture, 'drift', 'Drift by customer'),
			['person', 'What needs a person'],
			...part(sections.timing, 'timing', 'Timing'),
			...part(sections.toKnow, 'to-know', 'To know'),
			['left-out', 'Counted, not listed'],
			...part(unjudged, 'not-judged', 'Not judged'),
			...part(requests, 'requests', 'Where it was read'),
		],
		body: [
			moneyCards(result, formats),
			picture,
			sections.person,
			sections.timing,
			sections.toKnow,
			leftOut(result, formats),
			unjudged,
			requests,
		],
	});
}

function part(section: Markup | null, id: string, words: string): Array<readonly [string, string]> {
	return section === null ? [] : [[id, words]];
}

function verdictLine(result: ReconcileResult, groups: LineGroups, formats: Formats): string {
	const { count } = formats;
	const person = linesIn(groups.person);
	const toKnow = linesIn(groups.toKnow);
	const parts = [
		person === 0
			? 'No line needs a person'
			: `${count(person)} of ${linesText(result.lines.length, formats)} ${person === 1 ? 'needs' : 'need'} a person`,
		groups.timing.length > 0 ? `${count(groups.timing.length)} only a matter of timing` : '',
		toKnow > 0 ? `${count(toKnow)} only to know` : '',
		`${count(result.counts.inSync)} in sync`,
	].filter((words) => words !== '');
	const unread = result.invoicesRead ? '' : 'Recurring invoices could not be read. ';
	const beside = besidesText(result, groups, formats);
	return `${unread}${parts.join(', ')}. ${beside}${totalsText(result.totals, formats)}`.trim();
}

/** A line to invoice by hand is in one of the parts as well, one that could not be compared in none: neither adds to them. */
function besidesText(result: ReconcileResult, { byHand }: LineGroups, formats: Formats): string {
	const { count } = formats;
	const lost = result.attention.length;
	return [
		byHand.length > 0 ? `To invoice by hand: ${linesText(byHand.length, formats)}. ` : '',
		lost > 0 ? `${count(lost)} more could not be compared. ` : '',
	].join('');
}

function linesIn(groups: readonly LineGroup[]): number {
	return groups.reduce((sum, { lines }) => sum + lines.length, 0);
}

function totalsText(totals: readonly MoneyTotals[], formats: Formats): string {
	const sums = (field: 'underBilled' | 'overBilled', word: string) => {
		const some = totals.filter((of) => of[field] > 0);
		if (some.length === 0) return [];
		const amounts = some.map((of) => ({ currency: of.currency, minor: of[field] }));
		return [`${sumsText(amounts, formats)} ${word}`];
	};
	const said = [...sums('underBilled', 'under-billed'), ...sums('overBilled', 'over-billed')];
	return said.length === 0 ? '' : `${said.join(', ')} a month.`;
}

function personSection(groups: LineGroups, context: RowContext): Markup {
	const { person, byHand } = groups;
	if (person.length === 0 && byHand.length === 0) {
		return html`<section>
			<h2 id="person">What needs a person</h2>
			<p class="m">Nothing.</p>
		</section>`;
	}
	const parts = person.map((group) => verdictGroup(group, FOR_A_PERSON, context));
	return html`<section>
			<h2 id="person">What needs a person</h2>
			${summaryTable(groups, context.formats)}
		</section>
		${parts}${byHandSection(groups, context)}`;
}

function verdictGroup({ verdict, lines }: LineGroup, most: number, context: RowContext): Markup {
	const { title, meaning, remedy } = verdictWords[verdict];
	const { formats } = context;
	const size = dotted([linesText(lines.length, formats), differenceText(lines, formats)]);
	return html`<section class="g" id="${verdict}">
		<h3>${title} <i>${size}</i></h3>
		<p>${meaning} <b>${remedy}</b></p>
		${lineTable(title, lines, most, context)}
	</section>`;
}

function byHandSection({ byHand }: LineGroups, context: RowContext): Markup | null {
	if (byHand.length === 0) return null;
	const { formats } = context;
	const size = dotted([linesText(byHand.length, formats), sumsText(byHandSums(byHand), formats)]);
	return html`<section class="g" id="by-hand">
		<h3>To invoice by hand <i>${size}</i></h3>
		<p>
			Seats were added in the middle of a prepaid term: no recurring invoice bills them before the
			term ends. <b>Invoice each once, from the day of the addition to the end of the term.</b>
		</p>
		${byHandTable(byHand, FOR_A_PERSON, context)}
	</section>`;
}

function timingSection({ timing }: LineGroups, context: RowContext): Markup | null {
	if (timing.length === 0) return null;
	const { formats } = context;
	const size = dotted([linesText(timing.length, formats), differenceText(timing, formats)]);
	return html`<section class="g">
		<h2 id="timing">Timing</h2>
		<p>
			${size}. These are not older than the days of grace, or changed at Stellr after the last run.
			<b>The next run writes what is not held; what is still here next time needs a person.</b>
		</p>
		${lineTable('Timing', timing, OTHERS, context, true)}
	</section>`;
}

function toKnowSection({ toKnow }: LineGroups, context: RowContext): Markup | null {
	if (toKnow.length === 0) return null;
	const parts = toKnow.map((group) => verdictGroup(group, OTHERS, context));
	return html`<section><h2 id="to-know">To know</h2></section>
		${parts}`;
}

function linesText(count: number, formats: Formats): string {
	return `${formats.count(count)} ${count === 1 ? 'line' : 'lines'}`;
}
