/** Whole days from one calendar day to another, both `yyyy-MM-dd`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The calendar day in a time zone, `yyyy-MM-dd`; Swedish dates are written that way. */
export function dayIn(timeZone: string, now: number): string {
	return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(now));
}

/** The calendar day so many days later, `yyyy-MM-dd`. */
export function dayAfter(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
