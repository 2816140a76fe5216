/** Whole days from one calendar day to another, both `yyyy-MM-dd`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The calendar day in a time zone, `yyyy-MM-dd`; Swedish dates are written that way. */
export function dayIn(timeZone: string, now: number): string {
	let format = formats.get(timeZone);
	if (format === undefined) {
		format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
		formats.set(timeZone, format);
	}
	return format.format(new Date(now));
}

/** To make one takes longer than to use it, and a report asks for the day of every increase. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a saved ISO time in a time zone; a day alone is that day, and what is no time is none. */
export function dayOfTime(timeZone: string, time: string | null): string | null {
	if (time === null || /^\d{4}-\d{2}-\d{2}$/.test(time)) return time;
	const at = Date.parse(time);
	return Number.isNaN(at) ? null : dayIn(timeZone, at);
}

/** The calendar day so many days later, `yyyy-MM-dd`. */
export function dayAfter(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same day so many months earlier. What ends with a month began with one: 30 November is a month after 31 October. */
export function monthsEarlier(day: string, months: number): string {
	const [year, month, date] = day.split('-').map(Number);
	const lastOfTarget = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
	const endsMonth = date === new Date(Date.UTC(year, month, 0)).getUTCDate();
	const target = endsMonth ? lastOfTarget : Math.min(date, lastOfTarget);
	return new Date(Date.UTC(year, month - 1 - months, target)).toISOString().slice(0, 10);
}
