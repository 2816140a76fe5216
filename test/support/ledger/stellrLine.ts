/** What the documented policy reads off one Stellr line, worked out from the vendor's record alone. */
import type { StellrSubscriptionRow } from '../../../simulators/stellr/state';

export type LineState = 'live' | 'suspended' | 'over';

const DAY = 86_400_000;

export function daysFrom(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

export function dayAfter(day: string): string {
	return new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);
}

/**
 * Known words of an active line, an unknown word and no word at all are treated alike for an existing row: it follows
 * the count. "Cancelled" and "Expire" are over, whether or not the end date has come.
 */
export function stateOfLine({ status }: StellrSubscriptionRow): LineState {
	if (status === 'Suspended') return 'suspended';
	return status === 'Cancelled' || status === 'Expire' ? 'over' : 'live';
}

/** A line that the vendor no longer charges: over, and its end date is past. The end date itself is still charged. */
export function hasEnded(line: StellrSubscriptionRow, day: string): boolean {
	return stateOfLine(line) === 'over' && line.endDate !== null && line.endDate < day;
}

/**
 * Whether a commitment is known: from the name, else from dates that span exactly a month, a year or three years. Once
 * a line without a word in its name was renewed, its dates span more than one term, and nobody knows.
 * A name that speaks of two periods, such as "1Y, Monthly", does not say which is the commitment: the dates decide.
 */
export function commitmentKnown(line: StellrSubscriptionRow): boolean {
	if (/ Commit, | - (1Y, Prepaid|3Y|Monthly)/.test(line.productName)) return true;
	if (line.startDate === null || line.endDate === null) return false;
	const days = daysFrom(line.startDate, line.endDate);
	return (
		(days >= 27 && days <= 31) || (days >= 364 && days <= 366) || (days >= 1094 && days <= 1097)
	);
}

/** Cents a month that so many seats cost at the suggested price; three years up front are a 36th a month. */
export function centsAMonth(line: StellrSubscriptionRow, seats: number): number {
	const months: Record<string, number> = { month: 1, annual: 12, one_time: 36 };
	const cents = Math.round((line.customerPrice ?? 0) * 100);
	return Math.round((cents * seats) / (months[line.billingFrequency ?? ''] ?? 1));
}
