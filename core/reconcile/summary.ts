import { asOfText, countedWords, listsText, section, type RunFacts } from '../sync/runFacts';
import { moneyText } from '../sync/money';
import { majorOf } from './amounts';
import type { MoneyTotals, ReconciledLine, ReconcileResult } from './result';
import { needsPerson } from './verdicts';

/** What the summary says of the run itself. */
export type ReconcileFacts = Pick<
	RunFacts,
	'asOf' | 'timeZone' | 'requests' | 'needsAttention' | 'incompleteLists'
> & {
	/** Why recurring invoices were not read, in one sentence; null when they were. */
	invoicesNotRead: string | null;
	/** Why Halo's change history was not read; null when it was, or was not asked for. */
	historyNotRead: string | null;
};

export interface ReconcileSummary {
	operation: 'compare';
	/** The run in one line. */
	verdict: string;
	/** The money in one line: what a person wants to know first. */
	headline: string;
	/** The text for a message, in the order of importance. */
	text: string;
	counts: Record<string, number>;
	/** By currency, a month, in major units exact to the cent. */
	money: MoneyTotals[];
	requests: number;
	asOf: string;
	timeZone: string;
}

/** How messages begin: money, lines for a person dearest first, then what passes by itself, then what was left out. */
export function summariseReconcile(
	result: ReconcileResult,
	facts: ReconcileFacts,
): ReconcileSummary {
	const verdict = verdictOf(result, facts);
	const headline = headlineOf(result.totals);
	return {
		operation: 'compare',
		verdict,
		headline,
		text: textOf(verdict, headline, result, facts),
		counts: {
			...result.counts,
			needsAttention: facts.needsAttention,
			customersNotRead: result.customersNotRead.length,
			licencesNotJudged: result.licencesNotJudged,
			uncosted: result.uncosted,
		},
		money: result.totals.map(inMajorUnits),
		requests: facts.requests,
		asOf: facts.asOf,
		timeZone: facts.timeZone,
	};
}

function inMajorUnits(totals: MoneyTotals): MoneyTotals {
	const { currency, ...sums } = totals;
	const entries = Object.entries(sums).map(([name, minor]) => [name, majorOf({ minor, currency })]);
	return { currency, ...(Object.fromEntries(entries) as Omit<MoneyTotals, 'currency'>) };
}

function verdictOf({ lines, counts }: ReconcileResult, facts: ReconcileFacts): string {
	const differing = lines.filter(({ verdict }) => verdict !== 'inSync');
	const settled = differing.filter(({ age }) => age !== 'timing');
	const person = settled.filter(({ verdict }) => needsPerson.has(verdict)).length;
	// The words and numbers of the report, which is read beside it.
	const words = countedWords([
		[counts.inSync, 'in sync'],
		[person, person === 1 ? 'needs a person' : 'need a person'],
		[differing.length - settled.length, 'only a matter of timing'],
		[settled.length - person, 'only to know'],
		[facts.needsAttention, 'need attention'],
	]);
	return `Reconcile: ${words}; ${listsText(facts.incompleteLists)}${asOfText(facts)}`;
}

/** "CAD 1,017.62 a month billed too much, CAD 48.20 a month not billed". */
export function headlineOf(totals: readonly MoneyTotals[]): string {
	const parts = totals.flatMap((sums) => {
		const { currency } = sums;
		const say = (minor: number, words: string) =>
			minor === 0 ? [] : [`${moneyText(majorOf({ minor, currency }), currency)} ${words}`];
		return [
			...say(sums.underBilled, 'a month not billed'),
			...say(sums.overBilled, 'a month billed too much'),
			...say(sums.paidForInactiveClients, 'a month paid for inactive clients'),
			...say(sums.toInvoiceByHand, 'to invoice by hand'),
		];
	});
	return parts.length === 0
		? 'No money is missing and none is billed too much.'
		: `${parts.join(', ')}.`;
}

function textOf(
	verdict: string,
	headline: string,
	result: ReconcileResult,
	facts: ReconcileFacts,
): string {
	const { lines } = result;
	const notTiming = lines.filter(({ age }) => age !== 'timing');
	const forPerson = notTiming.filter((line) => needsPerson.has(line.verdict));
	const others = notTiming.filter(
		(line) => line.verdict !== 'inSync' && !needsPerson.has(line.verdict),
	);
	const timing = lines.filter(({ age }) => age === 'timing');
	const byHand = lines.filter(({ byHand: due }) => due !== null);
	return [
		verdict,
		headline,
		...notes(result, facts),
		...section('For a person, dearest first', textsOf(forPerson)),
		...section('To invoice by hand', textsOf(byHand)),
		...section('Differs otherwise', textsOf(others)),
		...section('Timing: the next run settles it', textsOf(timing)),
		...section(
			'Stellr customers without a Halo client, not read',
			result.customersNotRead.map(({ name, customerNo }) => name ?? customerNo).sort(),
		),
	].join('\n');
}

function textsOf(lines: readonly ReconciledLine[]): string[] {
	return dearestFirst(lines).map(({ text }) => text);
}

/** By what a month's difference is worth; lines without a figure last, each part by its sentence. */
export function dearestFirst(lines: readonly ReconciledLine[]): ReconciledLine[] {
	return [...lines].sort(
		(a, b) => worth(b) - worth(a) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0),
	);
}

/** Compared across currencies by their figures alone: nothing is converted. */
function worth({ money, byHand, verdict }: ReconciledLine): number {
	const amount =
		money.difference ??
		(verdict === 'clientInactive' ? money.cost : null) ??
		byHand?.amount ??
		null;
	return amount === null ? -1 : Math.abs(majorOf(amount));
}

function notes(result: ReconcileResult, facts: ReconcileFacts): string[] {
	const said: string[] = [];
	if (facts.invoicesNotRead !== null) {
		said.push(`Recurring invoices were not compared: ${facts.invoicesNotRead}`);
	}
	if (facts.historyNotRead !== null) {
		said.push(`Halo's change history was not read: ${facts.historyNotRead}`);
	}
	if (result.licencesNotJudged > 0) {
		said.push(
			`${result.licencesNotJudged} Halo licences are not in the Stellr lists that came, but not every list of their client came whole: nothing is said of them.`,
		);
	}
	if (result.shownQuantityDiffers > 0) {
		said.push(
			`${result.shownQuantityDiffers} linked invoice lines show another quantity than their licences add up to: check in Halo whether recurring invoice quantities are calculated.`,
		);
	}
	if (result.uncosted > 0)
		said.push(`${result.uncosted} lines cannot be costed and are in no sum.`);
	return said;
}
