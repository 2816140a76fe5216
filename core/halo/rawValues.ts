import { z } from 'zod';
import { isNoDate } from './dates';

/**
 * The kinds of value in Halo's rows, as they really come: unset texts absent, null or empty; ids as numbers, doubles
 * or texts. Each reads one kind and gives null for "unset"; a value of another kind is not guessed at.
 */

const numeric = z.union([
	z.number().finite(),
	z
		.string()
		.trim()
		.regex(/^-?\d+(\.\d+)?$/)
		.transform(Number),
]);

/** A whole number that must be there; `12.0` and `"12"` are 12. */
export const wholeNumber = numeric.pipe(z.number().int());

const empty = z.literal('').transform(() => null);
const orNull = <Value>(value: Value | null | undefined): Value | null => value ?? null;

// What comes most often stands first: a union makes a report of every branch that does not fit.
export const optionalWholeNumber = z.union([wholeNumber.nullish().transform(orNull), empty]);

export const optionalNumber = z.union([numeric.nullish().transform(orNull), empty]);

export const optionalText = z
	.union([z.string().nullish(), z.number().transform(String)])
	.transform((text) => {
		const trimmed = text?.trim();
		return trimmed ? trimmed : null;
	});

/** Dates stay as Halo gave them; its several ways of saying "none" become null. */
export const optionalDate = optionalText.transform((text) => (isNoDate(text) ? null : text));

const YES_OR_NO = z.union([
	z.boolean(),
	z.literal(0).transform(() => false),
	z.literal(1).transform(() => true),
	z.enum(['true', 'True']).transform(() => true),
	z.enum(['false', 'False']).transform(() => false),
]);

/** Yes or no, with what an absent value means. */
export function flag(whenAbsent: boolean) {
	return z
		.union([z.boolean().nullish(), YES_OR_NO, empty])
		.transform((value) => value ?? whenAbsent);
}
