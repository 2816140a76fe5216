import { isNoDate } from '../../halo/dates';
import type { HaloLicence } from '../../halo/schemas';

/** Whether the row has all the fields' values. */
export function holds(row: HaloLicence, fields: Record<string, unknown> | null): boolean {
	return Object.entries(fields ?? {}).every(([field, value]) => sameField(row, field, value));
}

export function sameField(row: HaloLicence, field: string, value: unknown): boolean {
	const now = fieldOf(row, field);
	// "None" is written as a date that Halo shows as none.
	if (field === 'end_date' && now === null && isDateText(value)) return isNoDate(value);
	if (field === 'end_date' && typeof now === 'string' && typeof value === 'string') {
		// Halo may shift a date by the zone; a day is a day.
		return Math.abs(Date.parse(asUtc(now)) - Date.parse(asUtc(value))) <= 14 * 3_600_000;
	}
	if (typeof now === 'string' && typeof value === 'string')
		return now.trim().toLowerCase() === value.trim().toLowerCase();
	return blankAsNull(now) === blankAsNull(value);
}

/** An emptied text is shown as none. */
function blankAsNull(value: unknown): unknown {
	return value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value;
}

function isDateText(value: unknown): value is string {
	return typeof value === 'string' && value !== '';
}

/** A field of the row by Halo's own name, as plan items name them. */
export function fieldOf(row: HaloLicence, field: string): unknown {
	switch (field) {
		case 'count':
			return row.count;
		case 'is_active':
			return row.active;
		case 'price':
			return row.price;
		case 'purchase_price':
			return row.cost;
		case 'end_date':
			return row.endDate;
		default:
			return row.texts[field] ?? null;
	}
}

function asUtc(date: string): string {
	return /Z|[+-]\d\d:?\d\d$/.test(date) ? date : `${date}Z`;
}
