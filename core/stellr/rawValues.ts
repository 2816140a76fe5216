import { fieldSchema, OTHER_KIND, type FieldReader } from '../items/fieldReaders';

/**
 * The kinds of value in Stellr's records. Numbers may come as strings and ids as numbers; a field may be null, empty or
 * left out. Each kind reads one and gives null for "not there"; a value of another kind is not guessed at.
 */

function orNull<T>(read: FieldReader<T>): FieldReader<T | null> {
	return (value) => (isAbsent(value) ? null : read(value));
}

function isAbsent(value: unknown): boolean {
	return (
		value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
	);
}

function readText(value: unknown): string | typeof OTHER_KIND {
	if (typeof value === 'string') return value.trim();
	return typeof value === 'number' && Number.isFinite(value) ? String(value) : OTHER_KIND;
}

const NUMBER = /^-?\d+(\.\d+)?$/;

function readNumber(value: unknown): number | typeof OTHER_KIND {
	if (typeof value === 'number') return Number.isFinite(value) ? value : OTHER_KIND;
	return typeof value === 'string' && NUMBER.test(value.trim()) ? Number(value) : OTHER_KIND;
}

const DAY = /^\d{4}-\d{2}-\d{2}(?:$|[T ])/;

/** A day as written, whatever time and offset follow; a year before 2000 is a vendor's way to say "none". */
function readDay(value: unknown): string | null | typeof OTHER_KIND {
	if (typeof value !== 'string' || !DAY.test(value.trim())) return OTHER_KIND;
	const day = value.trim().slice(0, 10);
	if (Number.isNaN(Date.parse(day))) return OTHER_KIND;
	return day < '2000' ? null : day;
}

export const readOptionalText = orNull(readText);
export const readOptionalNumber = orNull(readNumber);
export const readOptionalDay = orNull(readDay);
export const optionalText = fieldSchema(readOptionalText);

/** For fields nothing depends on: a value of another kind counts as not there. */
export const lenientText = fieldSchema(textOrNull);

/** A text or number as text, null for anything else. */
export function textOrNull(value: unknown): string | null {
	const found = isAbsent(value) ? null : readText(value);
	return found === OTHER_KIND ? null : found;
}

/** The first of several names under which a value is known; "first hit wins" as long as it holds something. */
export function firstHit<T>(...values: Array<T | null>): T | null {
	return values.find((value) => value !== null) ?? null;
}
