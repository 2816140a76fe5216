/** Halo's dates: ISO without a zone, meant as UTC; anything before 2000 stands for "no date". */
import type { HaloSwitches } from './switches';

/** As it is kept: `yyyy-MM-ddTHH:mm:ss`, or the given sentinel; null when it cannot be read. */
export function storedDate(text: string): string | null {
	const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`;
	const time = Date.parse(zoned);
	return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 19);
}

/** As it is shown: the tenant's sentinel for an unset date, moved by the zone where that switch is on. */
export function shownDate(stored: string | null, switches: HaloSwitches): string {
	if (!isDate(stored)) return switches.unsetDate;
	if (switches.dateShiftHours === 0) return stored.includes('T') ? stored : `${stored}T00:00:00`;
	const time = Date.parse(storedDate(stored) + 'Z') + switches.dateShiftHours * 3_600_000;
	return new Date(time).toISOString().slice(0, 19);
}

function isDate(stored: string | null): stored is string {
	return stored !== null && /^\d{4}-/.test(stored) && Number(stored.slice(0, 4)) >= 2000;
}
