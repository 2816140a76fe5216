import type { z } from 'zod';

import type { Issue } from '../items/issue';
import { maskSecrets } from '../items/maskSecrets';
import { rejectedRecords } from '../words/rejectedRecords';

export type RawRecord = Record<string, unknown>;

/** A record that could not be understood. It is never dropped: it leaves by Needs Attention. */
export interface RejectedRecord {
	issue: Issue;
	/** The record's number or id, when it had a readable one. */
	key: string | null;
	raw: RawRecord;
}

export type RecordRead<T> = { ok: true; value: T } | { ok: false; rejected: RejectedRecord };

export function isRecord(value: unknown): value is RawRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How a value is called in a sentence. */
function kindOf(value: unknown): string {
	if (value === undefined || value === null || value === '') return 'nothing';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'string') return `the text "${value.slice(0, 40)}"`;
	if (typeof value === 'number') return `the number ${value}`;
	return typeof value === 'boolean' ? 'a yes/no' : 'an object';
}

export interface RejectedWhat {
	/** "Customer" or "Subscription". */
	what: string;
	key: string | null;
	/** What else tells the record apart for a person: its name, its customer. */
	also: string | null;
	requestId: string | null;
}

function nameOf({ what, key, also }: RejectedWhat): string {
	const name = key === null ? `A ${what.toLowerCase()} without an id` : `${what} ${key}`;
	return also === null ? name : `${name} (${also})`;
}

/** For a record that lacks its id. */
export function rejectedWithoutId(
	raw: RawRecord,
	about: RejectedWhat,
	names: readonly string[],
): RejectedRecord {
	return {
		key: about.key,
		raw: maskSecrets(raw),
		issue: rejectedRecords.ofStellrWithoutId(nameOf(about), names, about.requestId),
	};
}

/** For a record with a field that holds something else than it should. */
export function rejectedField(
	raw: unknown,
	about: RejectedWhat,
	invalid: z.ZodError,
): RejectedRecord {
	const record = isRecord(raw) ? raw : { value: raw };
	const field = invalid.issues[0]?.path[0];
	const seen =
		field === undefined
			? `Stellr sent ${kindOf(raw)} where a record should be`
			: `the field "${field}" holds ${kindOf(record[field])}`;
	return {
		key: about.key,
		raw: maskSecrets(record),
		issue: rejectedRecords.ofStellr(nameOf(about), seen, about.requestId),
	};
}
