import { z } from 'zod';

/** What a reader gives for a value that is not of its kind. */
export const OTHER_KIND = Symbol('other kind');

/** Reads the value of a field as it came; what is absent comes as undefined. */
export type FieldReader<Value> = (value: unknown) => Value | typeof OTHER_KIND;

/** A reader as the schema of one field. */
export function fieldSchema<Value>(read: FieldReader<Value>) {
	return z.unknown().transform((value, context) => {
		const found = read(value);
		if (found !== OTHER_KIND) return found;
		context.addIssue({ code: z.ZodIssueCode.custom, message: 'other kind' });
		return z.NEVER;
	});
}

/**
 * Readers as the schema of a whole record; the first field of another kind is the issue. A schema for each field would
 * cost several times as much, and a night reads tens of thousands of records.
 */
export function recordSchema<Fields extends object, Result>(
	readers: { [Name in keyof Fields]: FieldReader<Fields[Name]> },
	/** Makes what is wanted of the fields and of the record as it came. */
	make: (fields: Fields, raw: Record<string, unknown>) => Result,
) {
	const names = Object.keys(readers) as Array<keyof Fields & string>;
	return z.unknown().transform((raw, context): Result => {
		if (!isRecord(raw)) {
			context.addIssue({ code: z.ZodIssueCode.custom, message: 'no record' });
			return z.NEVER;
		}
		// A copy of the readers has the place of every field, which then takes its value: an object that grows by dozens
		// of names one by one is a slow one from then on.
		const fields: Partial<Record<keyof Fields, unknown>> = { ...readers };
		for (const name of names) {
			const found = readers[name](raw[name]);
			if (found === OTHER_KIND) {
				context.addIssue({ code: z.ZodIssueCode.custom, message: 'other kind', path: [name] });
				return z.NEVER;
			}
			fields[name] = found;
		}
		return make(fields as Fields, raw);
	});
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
