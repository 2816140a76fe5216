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
 * Months of the commitment: from the name, else from dates that span exactly a month, a year or three years; null is
 * unknown. Once a line without a word in its name was renewed, its dates span more than one term, and nobody knows. A
 * name that speaks of two periods, such as "1Y, Monthly", does not say which is the commitment: the dates decide.
 */
function committedMonths(line: StellrSubscriptionRow): number | null {
	if (/Monthly Commit| - Monthly/.test(line.productName)) return 1;
	if (/Annual Commit|1Y, Prepaid/.test(line.productName)) return 12;
	if (/3 Year Commit|3Y, Prepaid/.test(line.productName)) return 36;
	if (line.startDate === null || line.endDate === null) return null;
	const days = daysFrom(line.startDate, line.endDate);
	if (days >= 27 && days <= 31) return 1;
	if (days >= 364 && days <= 366) return 12;
	return days >= 1094 && days <= 1097 ? 36 : null;
}

/**
 * The first day of the term that the end date closes, which is the day of the renewal: nobody notes when an end date
 * moved, so it is counted back by the commitment's months. A term that ends with a month begins with one. Null where no
 * commitment is known.
 */
export function termStart(line: StellrSubscriptionRow): string | null {
	const months = committedMonths(line);
	if (months === null || line.endDate === null) return null;
	const next = dayAfter(line.endDate);
	if (next.endsWith('-01')) return monthsBack(next, months);
	return dayAfter(monthsBack(line.endDate, months));
}

function monthsBack(day: string, months: number): string {
	const [year, month, date] = day.split('-').map(Number);
	const index = year * 12 + month - 1 - months;
	const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
	const lengths = [31, toYear % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
	const kept = Math.min(date, lengths[toMonth - 1]);
	return [toYear, toMonth, kept].map((part) => String(part).padStart(2, '0')).join('-');
}

/** Cents a month that so many seats cost at the suggested price; three years up front are a 36th a month. */
export function centsAMonth(line: StellrSubscriptionRow, seats: number): number {
	const months: Record<string, number> = { month: 1, annual: 12, one_time: 36 };
	const cents = Math.round((line.customerPrice ?? 0) * 100);
	return Math.round((cents * seats) / (months[line.billingFrequency ?? ''] ?? 1));
}
