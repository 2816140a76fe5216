import { fieldSchema, OTHER_KIND } from '../items/fieldReaders';
import { isNoDate } from './dates';

/**
 * The kinds of value in Halo's rows, as they really come: unset texts absent, null or empty; ids as numbers, doubles
 * or texts. Each reads one kind and gives null for "unset"; a value of another kind is not guessed at.
 */

type Read<Value> = Value | typeof OTHER_KIND;

const NUMBER = /^-?\d+(\.\d+)?$/;

function readNumeric(value: unknown): Read<number> {
	if (typeof value === 'number') return Number.isFinite(value) ? value : OTHER_KIND;
	return typeof value === 'string' && NUMBER.test(value.trim()) ? Number(value) : OTHER_KIND;
}

function isUnset(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/** A number that must be there as one. */
export function readCount(value: unknown): Read<number> {
	return typeof value === 'number' && Number.isFinite(value) ? value : OTHER_KIND;
}

/** A whole number that must be there; `12.0` and `"12"` are 12. */
export function readWholeNumber(value: unknown): Read<number> {
	const found = readNumeric(value);
	return found !== OTHER_KIND && Number.isInteger(found) ? found : OTHER_KIND;
}

export function readOptionalWholeNumber(value: unknown): Read<number | null> {
	return isUnset(value) ? null : readWholeNumber(value);
}

export function readOptionalNumber(value: unknown): Read<number | null> {
	return isUnset(value) ? null : readNumeric(value);
}

export function readOptionalText(value: unknown): Read<string | null> {
	if (value === undefined || value === null) return null;
	if (typeof value === 'number' && !Number.isNaN(value)) return String(value);
	if (typeof value !== 'string') return OTHER_KIND;
	const text = value.trim();
	return text === '' ? null : text;
}

/** Dates stay as Halo gave them; its several ways of saying "none" become null. */
export function readOptionalDate(value: unknown): Read<string | null> {
	const text = readOptionalText(value);
	return text !== OTHER_KIND && isNoDate(text) ? null : text;
}

const YES: readonly unknown[] = [true, 1, 'true', 'True'];
const NO: readonly unknown[] = [false, 0, 'false', 'False'];

/** Yes or no, with what an absent value means. */
export function readFlag(whenAbsent: boolean): (value: unknown) => Read<boolean> {
	return (value) => {
		if (isUnset(value)) return whenAbsent;
		if (YES.includes(value)) return true;
		return NO.includes(value) ? false : OTHER_KIND;
	};
}

export const wholeNumber = fieldSchema(readWholeNumber);
export const optionalWholeNumber = fieldSchema(readOptionalWholeNumber);
export const optionalNumber = fieldSchema(readOptionalNumber);
export const optionalText = fieldSchema(readOptionalText);
export const optionalDate = fieldSchema(readOptionalDate);

export function flag(whenAbsent: boolean) {
	return fieldSchema(readFlag(whenAbsent));
}
