import type { z } from 'zod';
import type { ListRead } from '../http/failure';
import type { Issue } from '../items/issue';
import { rejectedRecords } from '../words/rejectedRecords';
import { isRecord } from './answers';

/** A record that could not be understood. It is never dropped: it leaves by Needs Attention. */
export interface RejectedRecord {
	issue: Issue;
	id: string | null;
	/** Every text of the record: a key in it still says whose row it is. */
	texts: string[];
	/** The client that it names, as far as that can be read. */
	clientId: number | null;
}

/** A list as canonical records, and beside it the records that are none. */
export interface RecordsRead<T> {
	list: ListRead<T>;
	rejected: RejectedRecord[];
}

export type RecordRead<T> = { ok: true; value: T } | { ok: false; rejected: RejectedRecord };

/** Reads one raw row; `what` is Halo's word for it, such as "client". */
export function readRecord<T>(
	schema: z.ZodType<T, z.ZodTypeDef, unknown>,
	raw: unknown,
	what: string,
	requestId: string | null,
): RecordRead<T> {
	const parsed = schema.safeParse(raw);
	if (parsed.success) return { ok: true, value: parsed.data };
	const path = parsed.error.issues[0]?.path ?? [];
	return { ok: false, rejected: rejection(raw, path, what, requestId) };
}

/** `readRecord` for every row of one kind of list. */
export function recordReader<T>(
	schema: z.ZodType<T, z.ZodTypeDef, unknown>,
	what: string,
): (raw: unknown, requestId: string | null) => RecordRead<T> {
	return (raw, requestId) => readRecord(schema, raw, what, requestId);
}

/** How a row is called in a sentence: `licence 501 "Business Premium"`. */
export function nameOfRow(raw: unknown, what: string): string {
	if (!isRecord(raw)) return `a ${what}`;
	const id = idOfRow(raw);
	const name =
		typeof raw.name === 'string' && raw.name.trim() !== '' ? ` "${raw.name.trim()}"` : '';
	return id === null ? `a ${what} without an id${name}` : `${what} ${id}${name}`;
}

export function idOfRow(raw: unknown): string | null {
	if (!isRecord(raw)) return null;
	return typeof raw.id === 'number' || (typeof raw.id === 'string' && raw.id !== '')
		? String(raw.id)
		: null;
}

function rejection(
	raw: unknown,
	path: Array<string | number>,
	what: string,
	requestId: string | null,
): RejectedRecord {
	const seen =
		path.length === 0
			? `is ${kindOf(raw)}, no record`
			: `has ${kindOf(valueAt(raw, path))} in the field "${path.join('.')}"`;
	return {
		id: idOfRow(raw),
		texts: isRecord(raw) ? Object.values(raw).filter((value) => typeof value === 'string') : [],
		clientId: isRecord(raw) && typeof raw.client_id === 'number' ? raw.client_id : null,
		issue: rejectedRecords.ofHalo(nameOfRow(raw, what), what, seen, requestId),
	};
}

function valueAt(raw: unknown, path: Array<string | number>): unknown {
	let value = raw;
	for (const step of path) {
		if (Array.isArray(value)) value = value[Number(step)];
		else if (isRecord(value)) value = value[step];
		else return undefined;
	}
	return value;
}

function kindOf(value: unknown): string {
	if (value === undefined || value === null || value === '') return 'nothing';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'string') return `the text "${value.slice(0, 40)}"`;
	if (typeof value === 'number') return `the number ${value}`;
	return typeof value === 'boolean' ? 'a yes/no' : 'an object';
}
