import { daysBetween } from '../sync/days';
import type { SavedPending } from '../sync/licences/pending';
import type { DriftRow } from './driftRows';
import type { ReconcilePolicy } from './input';
import type { LineFacts } from './lineFacts';
import type { ChangedBy, ReconciledLine, Since } from './result';
import type { Verdict } from './verdicts';

/** What is remembered of a line that is not in sync. */
export interface Memory {
	seen: DriftRow | undefined;
	held: SavedPending | undefined;
}

const MISSING_IN_HALO: ReadonlySet<Verdict> = new Set<Verdict>([
	'customerWithoutClient',
	'subscriptionWithoutLicence',
	'neverInvoiced',
]);

/** Since when it is so, from the surest source that knows. */
export function sinceOf(
	verdict: Verdict,
	facts: Pick<LineFacts, 'subscription'>,
	numbers: string,
	{ seen, held }: Memory,
): Since | null {
	if (verdict === 'inSync') return null;
	const { subscription } = facts;
	if (verdict === 'cancelledButInvoiced' && subscription?.endDate) {
		return { day: subscription.endDate, by: 'endDate' };
	}
	if (MISSING_IN_HALO.has(verdict) && subscription?.startDate) {
		return { day: subscription.startDate, by: 'startDate' };
	}
	if (held !== undefined && held.heldSince !== '') return { day: held.heldSince, by: 'held' };
	const same = seen !== undefined && seen.verdict === verdict && seen.numbers === numbers;
	return same ? { day: seen.firstSeen, by: 'firstSeen' } : null;
}

/** Whether a difference may pass by itself with the next run, or has stood too long for that. */
export function ageOf(
	verdict: Verdict,
	since: Since | null,
	{ today, graceDays }: ReconcilePolicy,
): ReconciledLine['age'] {
	if (verdict === 'inSync') return null;
	// What was held waits for a person: no run settles it.
	if (since?.by === 'held') return 'drift';
	if (since !== null) return daysBetween(since.day, today) <= graceDays ? 'timing' : 'drift';
	// Halo is as the last run left it: Stellr moved since, and the next run writes it.
	return verdict === 'haloBehind' ? 'timing' : 'unknown';
}

/** Who moved Halo's or Stellr's count, as far as the verdict tells. */
export function changedByOf(verdict: Verdict): ChangedBy | null {
	switch (verdict) {
		case 'haloBehind':
			return { who: 'stellr', name: null };
		case 'editedByHand':
			return { who: 'person', name: null };
		case 'differsOriginUnknown':
			return { who: 'unknown', name: null };
		default:
			return null;
	}
}
