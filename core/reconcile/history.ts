import { calendarDay } from '../halo/dates';
import type { LicenceChange } from '../halo/licenceChanges';
import { lineText } from '../words/reconcileLine';
import { ageOf } from './age';
import type { ReconcilePolicy } from './input';
import type { ReconciledLine } from './result';
import type { Verdict } from './verdicts';

/** Verdicts of counts that somebody changed, of which Halo's change history may know more. */
export const mayHaveHistory: ReadonlySet<Verdict> = new Set<Verdict>([
	'editedByHand',
	'differsOriginUnknown',
]);

/**
 * Names who changed a count, and since when, where Halo's change history knows: changes by licence, oldest first. No
 * verdict and no figure depends on it, and a change to another count than the row's names nobody.
 */
export function withHistory(
	lines: readonly ReconciledLine[],
	changes: ReadonlyMap<number, readonly LicenceChange[]>,
	policy: ReconcilePolicy,
): ReconciledLine[] {
	if (changes.size === 0) return [...lines];
	return lines.map((line) => {
		const last = changes.get(line.licence?.id ?? Number.NaN)?.at(-1);
		const isItsOwn = last !== undefined && last.to === line.licence?.count;
		if (!isItsOwn || line.changedBy === null || !mayHaveHistory.has(line.verdict)) return line;
		const day = line.verdict === 'editedByHand' ? calendarDay(last.at) : null;
		const since = day === null ? line.since : { day, by: 'changeHistory' as const };
		const told = {
			...line,
			since,
			age: ageOf(line.verdict, since, policy),
			changedBy: { ...line.changedBy, name: last.who },
		};
		return { ...told, text: lineText(told) };
	});
}
