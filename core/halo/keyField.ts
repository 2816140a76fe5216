import type { ApiFailure, Result } from '../http/failure';
import type { Runtime } from '../http/types';
import { keyFieldWords } from '../words/keyFieldWords';
import { customFieldName, readClientFields, sameFieldName, type ClientField } from './clientFields';

/** Where a Halo client keeps the keys of its Stellr customers. */
export type KeyField =
	| {
			kind: 'customField';
			id: number | null;
			/** As customfields carry it, prefix included: `CFStellrCustomerNo`. */
			name: string;
			/** Characters it holds; null or absent when unknown. */
			limit?: number | null;
	  }
	| { kind: 'ref'; limit?: number | null }
	| { kind: 'accountsid'; limit?: number | null };

/** The user's choice, before Halo was asked. */
export type KeyFieldChoice =
	| { kind: 'customField'; id?: number | null; name: string }
	| { kind: 'ref' }
	| { kind: 'accountsid' };

/** Halo's column of `ref` and `accountsid` (its published database schema). */
const PLAIN_FIELD_LIMIT = 4000;

/** The field's name as rows and messages carry it. */
export function keyFieldName(field: KeyField): string {
	return field.kind === 'customField' ? field.name : field.kind;
}

/** Finds the field at Halo. Asks for the field list only when the id is unknown; a picked field costs no request. */
export async function resolveKeyField(
	runtime: Runtime,
	choice: KeyFieldChoice,
): Promise<Result<KeyField>> {
	if (choice.kind !== 'customField') {
		const value: KeyField = { kind: choice.kind, limit: PLAIN_FIELD_LIMIT };
		return { ok: true, value, requestId: null };
	}
	if (choice.id !== undefined && choice.id !== null) {
		const name = customFieldName(choice.name);
		return { ok: true, value: { kind: 'customField', id: choice.id, name }, requestId: null };
	}
	const fields = await readClientFields(runtime);
	if (!fields.ok) return fields;
	const field = fields.value.find(({ name }) => sameFieldName(name, choice.name));
	if (field === undefined) return missing(choice.name, fields.requestId);
	if (!field.holdsText) return notText(field, fields.requestId);
	const { id, name, limit } = field;
	return {
		ok: true,
		value: { kind: 'customField', id, name, limit },
		requestId: fields.requestId,
	};
}

/** What a key field's text says. */
export interface StoredKeys {
	/** `<account>/<customerNo>`, the account in lower case. */
	keys: string[];
	/** What is no key of ours; never overwritten. */
	foreignText: string | null;
}

const STORED_KEY = /^([a-z0-9._-]+)\/([^\s/;]+)$/i;

/** Reads `us/100482;us/100501`: several Stellr customers may belong to one client. */
export function parseStoredKeys(text: string | null | undefined): StoredKeys {
	const keys: string[] = [];
	const foreign: string[] = [];
	for (const part of (text ?? '').split(';').map((entry) => entry.trim())) {
		if (part === '') continue;
		const found = STORED_KEY.exec(part);
		if (found === null) foreign.push(part);
		else keys.push(`${found[1].toLowerCase()}/${found[2]}`);
	}
	return {
		keys: distinct(keys),
		foreignText: foreign.length === 0 ? null : foreign.join('; '),
	};
}

/** The text for the key field; a key that differs only in case stands once. */
export function joinStoredKeys(keys: readonly string[]): string {
	return distinct(keys.map((key) => key.trim()).filter((key) => key !== '')).join(';');
}

function distinct(keys: readonly string[]): string[] {
	const seen = new Set<string>();
	return keys.filter((key) => {
		const folded = key.toLowerCase();
		if (seen.has(folded)) return false;
		seen.add(folded);
		return true;
	});
}

function missing(name: string, requestId: string | null): { ok: false; failure: ApiFailure } {
	return unusable(requestId, keyFieldWords.missing(customFieldName(name), plainName(name)));
}

function notText(field: ClientField, requestId: string | null): { ok: false; failure: ApiFailure } {
	return unusable(requestId, keyFieldWords.notText(field.name));
}

function unusable(
	requestId: string | null,
	words: { message: string; remedy: string },
): { ok: false; failure: ApiFailure } {
	return {
		ok: false,
		failure: {
			code: 'notFound',
			api: 'halo',
			doing: 'Find Key Field',
			status: null,
			vendorText: null,
			requestId,
			uncertain: false,
			words,
		},
	};
}

function plainName(name: string): string {
	return name.trim().replace(/^CF/i, '');
}
