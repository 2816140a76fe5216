/**
 * Halo's dates are ISO texts without a zone, meant as UTC. What this product writes and compares are calendar days.
 */

/** What Halo's database holds for "no date"; the columns are not nullable. */
export const NO_DATE = '1901-01-01T00:00:00';

const DAY = /^(\d{4})-(\d{2})-(\d{2})/;
const HOUR = 3_600_000;
/** The widest zone of the world: a day written at one end and read at the other moves by no more. */
const WIDEST_SHIFT = 14 * HOUR;

/** Halo shows "none" as 0001-01-01, 1900-01-01 or 1901-01-01: any year below 2000 is no date. */
export function isNoDate(haloDate: string | null): boolean {
	if (haloDate === null) return true;
	const found = DAY.exec(haloDate);
	return found === null || Number(found[1]) < 2000;
}

/** The day Halo shows, `yyyy-MM-dd`; null for no date. */
export function calendarDay(haloDate: string | null): string | null {
	return haloDate === null || isNoDate(haloDate) ? null : haloDate.slice(0, 10);
}

/** Whether a Halo date means this day. A date that comes back shifted by a time zone is no change. */
export function sameDay(stellrDay: string, haloDate: string | null): boolean {
	if (haloDate === null || isNoDate(haloDate)) return false;
	// Nearly every date comes back as it was written.
	if (haloDate === `${stellrDay}T00:00:00`) return true;
	const moment = momentOf(haloDate);
	const midnight = Date.parse(`${stellrDay.slice(0, 10)}T00:00:00Z`);
	if (moment === null || Number.isNaN(midnight)) return false;
	return Math.abs(moment - midnight) <= WIDEST_SHIFT;
}

/** A day as Halo takes it. With the zone, as HaloAPI's clients send it, so that nothing is left to the server's own. */
export function haloDateOf(day: string): string {
	return `${day.slice(0, 10)}T00:00:00Z`;
}

function momentOf(haloDate: string): number | null {
	const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(haloDate);
	const withTime = haloDate.length === 10 ? `${haloDate}T00:00:00` : haloDate;
	const moment = Date.parse(zoned ? haloDate : `${withTime}Z`);
	return Number.isNaN(moment) ? null : moment;
}
