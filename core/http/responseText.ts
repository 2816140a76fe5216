/** Finds the vendor's own words in whatever shape an answer has. */

const LONGEST_TEXT = 300;

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Removes what looks like a password, secret or token, wherever a text may carry one. */
export function withoutSecrets(text: string): string {
	return text
		.replace(/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, '$1 ***')
		.replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '***')
		.replace(/([\w-]*(?:password|secret|token)["']?\s*[=:]\s*["']?)([^\s"'&,;}]{4,})/gi, '$1***');
}

/** One line, secrets masked, not longer than a sentence or two; null when nothing is left. */
export function shortText(text: string): string | null {
	const line = withoutSecrets(text).replace(/\s+/g, ' ').trim();
	if (line === '') return null;
	return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT - 1)}…` : line;
}

export function looksLikeHtml(body: unknown): boolean {
	return typeof body === 'string' && /^\s*(<!doctype html|<html|<head|<body)/i.test(body);
}

function htmlTitle(html: string): string {
	const title = /<title[^>]*>([\s\S]*?)<\/title>/i.exec(html)?.[1]?.trim();
	return title ? `a web page titled "${title}"` : 'a web page';
}

const TEXT_KEYS = [
	'error_description',
	'errormessage',
	'errordetail',
	'message',
	'detail',
	'details',
	'description',
	'title',
	'error',
	'errorcode',
];

function textIn(value: unknown, depth: number): string | null {
	if (typeof value === 'string') return value.trim() === '' ? null : value;
	if (typeof value === 'number') return String(value);
	if (depth > 4) return null;
	if (Array.isArray(value)) {
		const texts = value.slice(0, 5).map((entry) => textIn(entry, depth + 1));
		return texts.filter((text) => text !== null).join('; ') || null;
	}
	if (!isFields(value)) return null;
	const byName = new Map(Object.entries(value).map(([key, entry]) => [key.toLowerCase(), entry]));
	const found = TEXT_KEYS.map((key) => textIn(byName.get(key), depth + 1)).find(
		(text) => text !== null,
	);
	if (found) return found;
	const nested = Object.entries(value)
		.filter(([key, entry]) => typeof entry === 'object' && !/records|request/i.test(key))
		.map(([, entry]) => textIn(entry, depth + 1))
		.find((text) => text !== null);
	if (nested) return nested;
	// Halo's binding answers have field names as keys: {"[0].id": ["…"]}.
	const texts = Object.entries(value).filter(
		([key, entry]) => typeof entry === 'string' && key.startsWith('['),
	);
	return texts.map(([key, entry]) => `${key}: ${String(entry)}`).join('; ') || null;
}

/** The vendor's words out of an answer that is no success; null when it said nothing. */
export function vendorText(body: unknown): string | null {
	if (typeof body === 'string' && looksLikeHtml(body)) return shortText(htmlTitle(body));
	const text = textIn(body, 0);
	return text === null ? null : shortText(text);
}

const FAILURE_KEYS = new Set(['errormessage', 'errordetail', 'bizerror', 'errors']);

function saysSomething(value: unknown): boolean {
	if (value === null || value === undefined || value === false) return false;
	if (typeof value === 'string') return value.trim() !== '';
	if (Array.isArray(value)) return value.length > 0;
	if (isFields(value)) return Object.values(value).some(saysSomething);
	return typeof value === 'number' ? value !== 0 : true;
}

function isSomebody(row: unknown): boolean {
	return (
		isFields(row) &&
		Object.entries(row).some(
			([key, entry]) => /^id$|customer|subscription|agreement/i.test(key) && saysSomething(entry),
		)
	);
}

function findRefusal(value: unknown, depth: number): unknown {
	if (depth < 0) return null;
	if (Array.isArray(value)) {
		return (
			value.map((entry) => findRefusal(entry, depth - 1)).find((found) => found !== null) ?? null
		);
	}
	if (!isFields(value)) return null;
	for (const [key, entry] of Object.entries(value)) {
		if (FAILURE_KEYS.has(key.toLowerCase()) && saysSomething(entry)) return value;
	}
	for (const [key, entry] of Object.entries(value)) {
		// A row that is somebody is a record to be judged by itself; one that is nobody is a line of a refusal.
		if (key.toLowerCase() === 'records' && Array.isArray(entry)) {
			const refused = entry.filter((row) => !isSomebody(row));
			const found = findRefusal(refused, depth - 1);
			if (found !== null) return found;
			continue;
		}
		const found = findRefusal(entry, depth - 1);
		if (found !== null) return found;
	}
	return null;
}

/**
 * The words of a refusal that came with a success status, null for a true success. TD SYNNEX nests them
 * (`ErrorMessage`, `BizError`, one per line); Halo only ever puts them at the top.
 */
export function refusalInSuccess(api: 'stellr' | 'halo', body: unknown): string | null {
	if (!isFields(body)) return null;
	const found = findRefusal(body, api === 'stellr' ? 4 : 0);
	if (found === null) return null;
	return vendorText(found) ?? 'no words';
}

/** The vendor's support handle. */
export function requestIdOf(body: unknown, headers: Record<string, string>): string | null {
	if (isFields(body)) {
		const named = body.requestId ?? body.requestID ?? body.RequestId;
		if (typeof named === 'string' || typeof named === 'number') return String(named);
	}
	return headers['x-request-id'] ?? headers['request-id'] ?? headers['x-correlation-id'] ?? null;
}
