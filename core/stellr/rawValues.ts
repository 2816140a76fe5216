import { z } from 'zod';

/**
 * The kinds of value in Stellr's records. Numbers may come as strings and ids as numbers; a field may be null, empty or
 * left out. Each kind reads one and gives null for "not there"; a value of another kind is not guessed at.
 */

const absent = z.union([z.null(), z.undefined(), z.literal('')]).transform(() => null);

const text = z
	.union([z.string(), z.number().transform(String)])
	.transform((value) => (value.trim() === '' ? null : value.trim()));

const number = z.union([
	z.number().finite(),
	z
		.string()
		.trim()
		.regex(/^-?\d+(\.\d+)?$/)
		.transform(Number),
]);

/** A day as written, whatever time and offset follow; a year before 2000 is a vendor's way to say "none". */
const day = z
	.string()
	.trim()
	.regex(/^\d{4}-\d{2}-\d{2}(?:$|[T ])/)
	.transform((value) => value.slice(0, 10))
	.refine((value) => !Number.isNaN(Date.parse(value)))
	.transform((value) => (value < '2000' ? null : value));

export const optionalText = z.union([absent, text]);
export const optionalNumber = z.union([absent, number]);
export const optionalDay = z.union([absent, day]);

/** For fields nothing depends on: a value of another kind counts as not there. */
export const lenientText = optionalText.catch(null);

/** The first of several names under which a value is known; "first hit wins" as long as it holds something. */
export function firstHit<T>(...values: Array<T | null>): T | null {
	return values.find((value) => value !== null) ?? null;
}
