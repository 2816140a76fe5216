import type { StellrSubscription } from '../../stellr/schemas';
import { dayAfter, dayOfTime, daysBetween, monthsEarlier } from '../days';
import { monthsOfTerm } from '../month';
import type { SavedLicence } from './savedState';

/** Whether a vendor would take seats back today. */
export type Commitment =
	| { kind: 'none' }
	/** Committed to this day; `why` it may still be reduced, when it may. */
	| { kind: 'committed'; until: string; open: string | null }
	| { kind: 'unknown' };

/**
 * A commitment can be reduced within some days of its start, of its renewal, or of an increase of at least that size.
 * The commitment comes from the product's name or the line's dates; the increase from the saved state.
 */
export function commitmentOf(
	subscription: StellrSubscription,
	decrease: number,
	saved: SavedLicence | null,
	options: { today: string; timeZone: string; graceDays: number },
): Commitment {
	const months = monthsOfTerm(subscription.term);
	const { endDate, startDate } = subscription;
	if (months === null || endDate === null) return { kind: 'unknown' };
	if (endDate < options.today) return { kind: 'none' };
	const within = (day: string | null) => {
		if (day === null) return false;
		const days = daysBetween(day, options.today);
		return days >= 0 && days <= options.graceDays;
	};
	const termStart = dayAfter(monthsEarlier(endDate, months), 1);
	if (within(startDate))
		return { kind: 'committed', until: endDate, open: `started on ${startDate}` };
	if (within(termStart))
		return { kind: 'committed', until: endDate, open: `renewed on ${termStart}` };
	const increase = saved?.increaseSeats ?? 0;
	if (increase >= decrease && within(dayOfTime(options.timeZone, saved?.increasedAt ?? null))) {
		return {
			kind: 'committed',
			until: endDate,
			open: `${increase} seats were added a few days ago`,
		};
	}
	return { kind: 'committed', until: endDate, open: null };
}
