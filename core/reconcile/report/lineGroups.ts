import { majorOf } from '../amounts';
import type { Amount, ReconciledLine, ReconcileResult } from '../result';
import { needsPerson, verdicts, type Verdict } from '../verdicts';

/** Lines with one verdict, dearest first. */
export interface LineGroup {
	verdict: Verdict;
	lines: ReconciledLine[];
}

/** Which lines go where on the report. Lines in sync go nowhere; a line to invoice by hand may be in another group too. */
export interface LineGroups {
	/** What a person must look at, dearest group first. */
	person: LineGroup[];
	byHand: ReconciledLine[];
	/** Younger than the grace period, or written by the next run. */
	timing: ReconciledLine[];
	/** What sets itself right or only wants to be known. */
	toKnow: LineGroup[];
}

export function lineGroups({ lines }: Pick<ReconcileResult, 'lines'>): LineGroups {
	const byVerdict = new Map<Verdict, ReconciledLine[]>(verdicts.map((verdict) => [verdict, []]));
	const timing: ReconciledLine[] = [];
	for (const line of lines) {
		if (line.verdict === 'inSync') continue;
		if (line.age === 'timing') timing.push(line);
		else byVerdict.get(line.verdict)?.push(line);
	}
	const groups = [...byVerdict]
		.filter(([, group]) => group.length > 0)
		.map(([verdict, group]) => ({ verdict, lines: dearestFirst(group) }));
	return {
		person: groups
			.filter(({ verdict }) => needsPerson.has(verdict))
			.sort((a, b) => weightOf(b.lines) - weightOf(a.lines)),
		byHand: dearestFirst(
			lines.filter(({ byHand }) => byHand !== null),
			({ byHand }) => byHand?.amount ?? null,
		),
		timing: dearestFirst(timing),
		toKnow: groups.filter(({ verdict }) => !needsPerson.has(verdict)),
	};
}

/** What a line is about in money: its difference, or what is paid for a client that is inactive. */
export function moneyAtStake(line: ReconciledLine): Amount | null {
	return isPaidForNobody(line) ? line.money.cost : line.money.difference;
}

/** Stellr charges it, and its client is inactive. */
export function isPaidForNobody({ verdict, findings }: ReconciledLine): boolean {
	return verdict === 'clientInactive' || findings.includes('clientInactive');
}

/**
 * By size, whichever way; what cannot be costed comes last. Currencies are not compared, only their numbers: an order, not
 * a sum.
 */
function dearestFirst(
	lines: readonly ReconciledLine[],
	amountOf: (line: ReconciledLine) => Amount | null = moneyAtStake,
): ReconciledLine[] {
	return lines
		.map((line) => ({ line, size: sizeOf(amountOf(line)) }))
		.sort((a, b) => b.size - a.size)
		.map(({ line }) => line);
}

function sizeOf(amount: Amount | null): number {
	return amount === null ? -1 : Math.abs(majorOf(amount));
}

function weightOf(lines: readonly ReconciledLine[]): number {
	return lines.reduce((sum, line) => sum + Math.max(0, sizeOf(moneyAtStake(line))), 0);
}

/** Sums of one currency, none below zero. */
export interface TwoSides {
	currency: string;
	under: number;
	over: number;
}

/** What lines are under- and over-billed a month, by currency. */
export function twoSides(lines: readonly ReconciledLine[]): TwoSides[] {
	const sums = new Map<string, TwoSides>();
	for (const { money } of lines) {
		if (money.difference === null || money.difference.minor === 0) continue;
		addTo(sums, money.difference);
	}
	return [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function addTo(sums: Map<string, TwoSides>, { currency, minor }: Amount): void {
	const sum = sums.get(currency) ?? { currency, under: 0, over: 0 };
	if (minor > 0) sum.under += minor;
	else sum.over -= minor;
	sums.set(currency, sum);
}
