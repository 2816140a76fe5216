import { z } from 'zod';
import type { Result } from '../http/failure';
import type { Runtime } from '../http/types';
import { readPage } from './lists';
import { flag, optionalText, optionalWholeNumber, wholeNumber } from './rawValues';

/** The custom fields that clients have in this Halo: their definitions, not their values. */
export interface ClientField {
	id: number;
	/** With the prefix, as clients' `customfields` carry it. */
	name: string;
	label: string | null;
	/** Characters it holds; null when Halo does not say. */
	limit: number | null;
	holdsText: boolean;
	mandatory: boolean;
}

/** FieldInfo's number for clients. */
const CLIENT_FIELDS = 2;
/** FieldInfo's `type` for a line and for several lines of text; other numbers are lists, dates, tables … */
const TEXT_TYPES: ReadonlyArray<number | null> = [0, 1, null];

const fieldSchema = z
	.object({
		id: wholeNumber,
		name: z.string().min(1),
		label: optionalText,
		type: optionalWholeNumber,
		characterlimit: optionalWholeNumber,
		mandatory: flag(false),
	})
	.transform(
		(raw): ClientField => ({
			id: raw.id,
			name: customFieldName(raw.name),
			label: raw.label,
			// 0 stands for "no limit set".
			limit: raw.characterlimit !== null && raw.characterlimit > 0 ? raw.characterlimit : null,
			holdsText: TEXT_TYPES.includes(raw.type),
			mandatory: raw.mandatory,
		}),
	);

/** One request. A definition that cannot be read is left out: nothing hangs on fields nobody chose. */
export async function readClientFields(runtime: Runtime): Promise<Result<ClientField[]>> {
	const answer = await readPage(
		runtime,
		{ path: '/FieldInfo', key: 'fields', doing: 'List Client Custom Fields' },
		{ typeid: CLIENT_FIELDS },
	);
	if (!answer.ok) return answer;
	const value = answer.value.rows.flatMap((row) => {
		const parsed = fieldSchema.safeParse(row);
		return parsed.success ? [parsed.data] : [];
	});
	return { ok: true, value, requestId: answer.requestId };
}

/** Halo puts `CF` before a field's own name wherever values are read or written. */
export function customFieldName(name: string): string {
	const trimmed = name.trim();
	return /^CF/i.test(trimmed) ? trimmed : `CF${trimmed}`;
}

/** Field names compare without regard to case and to the prefix. */
export function sameFieldName(a: string, b: string): boolean {
	return customFieldName(a).toLowerCase() === customFieldName(b).toLowerCase();
}
