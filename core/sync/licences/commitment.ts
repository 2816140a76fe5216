import type { StellrSubscription } from '../../stellr/schemas';
import { daysBetween } from '../days';
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
	options: { today: string; graceDays: number },
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
	const termStart = monthsBefore(endDate, months);
	if (within(startDate))
		return { kind: 'committed', until: endDate, open: `started on ${startDate}` };
	if (within(termStart))
		return { kind: 'committed', until: endDate, open: `renewed on ${termStart}` };
	const increase = saved?.increaseSeats ?? 0;
	if (increase >= decrease && within(saved?.increasedAt?.slice(0, 10) ?? null)) {
		return {
			kind: 'committed',
			until: endDate,
			open: `${increase} seats were added a few days ago`,
		};
	}
	return { kind: 'committed', until: endDate, open: null };
}

/**
 * The day after the same day so many months earlier: the term's first day. Terms that end with a month began with one:
 * 30 November is a month after 31 October.
 */
function monthsBefore(day: string, months: number): string {
	const [year, month, date] = day.split('-').map(Number);
	const lastOfTarget = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
	const endsMonth = date === new Date(Date.UTC(year, month, 0)).getUTCDate();
	const target = Date.UTC(
		year,
		month - 1 - months,
		endsMonth ? lastOfTarget : Math.min(date, lastOfTarget),
	);
	return new Date(target + 86_400_000).toISOString().slice(0, 10);
}
