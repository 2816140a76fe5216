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

const unset = z.union([z.null(), z.undefined(), z.literal('')]).transform(() => null);

export const optionalWholeNumber = z.union([wholeNumber, unset]);

export const optionalNumber = z.union([numeric, unset]);

export const optionalText = z
	.union([z.string(), z.number().transform(String), z.null(), z.undefined()])
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
	return z.union([YES_OR_NO, unset]).transform((value) => value ?? whenAbsent);
}
