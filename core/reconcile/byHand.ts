import type { StellrSubscription } from '../stellr/schemas';
import { dayAfter, dayOfTime, daysBetween, monthsEarlier } from '../sync/days';
import { monthsOfPrice } from '../sync/month';
import { perMonth } from './amounts';
import type { ReconcilePolicy } from './input';
import { activeUses, haloCount, type LineFacts } from './lineFacts';
import type { Amount, ByHand } from './result';

const A_YEAR = 12;

/**
 * Seats added in the middle of a prepaid term: the yearly recurring invoice was written before, and bills them only at
 * the next term. Null where nothing is to be invoiced by hand.
 */
export function byHandOf(
	facts: LineFacts,
	{ today, timeZone, byHandDays }: Pick<ReconcilePolicy, 'today' | 'timeZone' | 'byHandDays'>,
): ByHand | null {
	const { subscription, seats } = facts;
	if (subscription === null || facts.over || subscription.endDate === null) return null;
	const prepaid = monthsOfPrice(subscription);
	if (prepaid === null || prepaid < A_YEAR) return null;
	const uses = activeUses(facts);
	if (uses.some(({ link }) => link.proRata)) return null;
	// An invoice that comes sooner than the term ends bills the seats from then on.
	const months = Math.min(prepaid, invoiceMonths(facts) ?? prepaid);
	if (months < A_YEAR) return null;
	const added = addition(facts, seats, { today, timeZone });
	if (added === null || daysBetween(added.day, today) > byHandDays) return null;
	const period = periodWith(added.day, subscription, months);
	// Seats of the period's first day are on its invoice.
	if (period === null || added.day <= period.first) return null;
	const daysInPeriod = daysBetween(period.first, period.last);
	const daysLeft = daysBetween(added.day, period.last);
	return {
		seats: added.seats,
		amount: amountOf(facts, added.seats, { daysLeft, daysInPeriod, months, prepaid }),
		from: added.day,
		fromBy: added.by,
		to: period.last,
		daysLeft,
		daysInPeriod,
	};
}

interface Addition {
	seats: number;
	day: string;
	by: ByHand['fromBy'];
}

/** Seats that are not in Halo yet, else the last increase that was written. */
function addition(
	facts: LineFacts,
	seats: number,
	{ today, timeZone }: Pick<ReconcilePolicy, 'today' | 'timeZone'>,
): Addition | null {
	const halo = haloCount(facts);
	if (halo !== null && halo > 0 && seats > halo)
		return { seats: seats - halo, day: today, by: 'today' };
	const { increaseSeats = null, increasedAt = null } = facts.saved ?? {};
	const day = dayOfTime(timeZone, increasedAt);
	if (increaseSeats === null || day === null || increaseSeats <= 0) return null;
	return { seats: increaseSeats, day, by: 'saved' };
}

function invoiceMonths(facts: LineFacts): number | null {
	const place = activeUses(facts)[0]?.place ?? facts.typedLine?.place;
	return place?.period ? place.period.months / place.period.times : null;
}

/** The period that a day is in: it ends with the line's end date, or so many whole periods earlier. */
function periodWith(
	day: string,
	{ startDate, endDate }: Pick<StellrSubscription, 'startDate' | 'endDate'>,
	months: number,
): { first: string; last: string } | null {
	if (endDate === null || day > endDate) return null;
	for (let periods = 1; periods <= MOST_PERIODS; periods++) {
		const sameDay = monthsEarlier(endDate, months * periods);
		// A term to 28 February began on 1 March, one to 1 March on 1 March: its start date tells which is meant.
		const first = startsBefore(startDate, endDate, months) ? dayAfter(sameDay, 1) : sameDay;
		if (first <= day) return { first, last: monthsEarlier(endDate, months * (periods - 1)) };
	}
	return null;
}

const MOST_PERIODS = 40;

/** The end date is the term's last day: the start date is the day after whole periods before it. */
function startsBefore(startDate: string | null, endDate: string, months: number): boolean {
	if (startDate === null) return false;
	for (let periods = 1; periods <= MOST_PERIODS; periods++) {
		const sameDay = monthsEarlier(endDate, months * periods);
		if (startDate === dayAfter(sameDay, 1)) return true;
		if (startDate >= sameDay) return false;
	}
	return false;
}

type Part = 'daysLeft' | 'daysInPeriod' | 'months' | 'prepaid';

/** The suggested price is for what is prepaid, of which a shorter invoice's period is a share. */
function amountOf(
	{ subscription }: LineFacts,
	seats: number,
	{ daysLeft, daysInPeriod, months, prepaid }: Record<Part, number>,
): Amount | null {
	const { suggestedPrice, currency } = subscription ?? {};
	if (suggestedPrice === null || suggestedPrice === undefined || !currency) return null;
	return perMonth({
		price: suggestedPrice,
		quantity: seats,
		// Days for months: a part of the period's price, rounded once.
		period: { months: daysInPeriod * prepaid, times: daysLeft * months },
		currency: currency.toUpperCase(),
	});
}
