import { z } from 'zod';

/**
 * The kinds of value in Stellr's records. Numbers may come as strings and ids as numbers; a field may be null, empty or
 * left out. Each kind reads one and gives null for "not there"; a value of another kind is not guessed at.
 */

/** What a reader gives for a value that is not of its kind. */
const OTHER_KIND = Symbol('other kind');

// One function a field, not a union of schemas: a union costs a rejected parse for each value that is simply there.
function field<T>(read: (value: unknown) => T | typeof OTHER_KIND) {
	return z.unknown().transform((value, context) => {
		const found = isAbsent(value) ? null : read(value);
		if (found !== OTHER_KIND) return found;
		context.addIssue({ code: z.ZodIssueCode.custom, message: 'other kind' });
		return z.NEVER;
	});
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

export const optionalText = field(readText);
export const optionalNumber = field(readNumber);
export const optionalDay = field(readDay);

/** For fields nothing depends on: a value of another kind counts as not there. */
export const lenientText = z.unknown().transform(textOrNull);

/** A text or number as text, null for anything else. */
export function textOrNull(value: unknown): string | null {
	const found = isAbsent(value) ? null : readText(value);
	return found === OTHER_KIND ? null : found;
}

/** The first of several names under which a value is known; "first hit wins" as long as it holds something. */
export function firstHit<T>(...values: Array<T | null>): T | null {
	return values.find((value) => value !== null) ?? null;
}
