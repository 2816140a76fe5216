/** Calendar days as `yyyy-MM-dd`, without zones: the world has none. */

export function addDays(day: string, days: number): string {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + days);
	return date.toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last where it is shorter. */
export function addMonths(day: string, months: number): string {
	const [year, month, date] = day.split('-').map(Number);
	const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
	const kept = Math.min(date, last.getUTCDate());
	return `${last.toISOString().slice(0, 8)}${String(kept).padStart(2, '0')}`;
}

export function endOfMonth(day: string): string {
	const [year, month] = day.split('-').map(Number);
	return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Halo's form of a day. */
export function haloDate(day: string): string {
	return `${day}T00:00:00`;
}
