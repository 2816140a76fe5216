import type { Http, HttpAnswer, HttpOutcome, HttpRequest } from '../../core/http/types';

/**
 * A Halo in memory, behind the one function that core knows: thousands of cases a minute, with the habits nobody has
 * documented as switches and a script of faults by request number. Shares nothing with core but that function's type.
 */

export type Row = Record<string, unknown> & { id: number };

export interface MemoryTables {
	licences: Row[];
	clients: Row[];
}

export interface Habits {
	postAnswer: 'object' | 'array' | 'envelope';
	batch: 'all-or-nothing' | 'partial';
	/** What becomes of a licence key on its way. */
	key: 'kept' | 'lowerCased' | 'cut' | 'leftOutOfList' | 'dropped';
	/** Most rows on a page whatever is asked. */
	pageCap: number;
	/** Sending some custom fields empties the others. */
	customFields: 'overwrite' | 'merge';
}

export const plainHabits: Habits = {
	postAnswer: 'array',
	batch: 'all-or-nothing',
	key: 'kept',
	pageCap: 100,
	customFields: 'overwrite',
};

export const faults = [
	'resetBefore',
	'resetAfter',
	'timeoutAfter',
	'500Before',
	'500After',
	'502',
	'429',
	'429RetryAfter',
	'truncated',
	'html',
	'empty',
	'repeatedPage',
	'lyingTotal',
	'refused',
	'business200',
	'business200After',
	'duplicatedRow',
	'shiftedRows',
] as const;
export type Fault = (typeof faults)[number];

/** What happens to one run: faults by the number of the request, and where it dies. */
export interface Script {
	faults: ReadonlyMap<number, Fault>;
	/** From this request on nothing is answered any more. */
	crashAt: number | null;
	/** The request at which it dies is still carried out. */
	crashAfterCommit: boolean;
}

export const noFaults: Script = { faults: new Map(), crashAt: null, crashAfterCommit: false };

/** One row that was sent to be written. */
export interface SentRow {
	table: keyof MemoryTables;
	body: Record<string, unknown>;
}

export interface MemoryHalo {
	tables: MemoryTables;
	sent: SentRow[];
	/** Ids of rows that did not stand there at the beginning. */
	created: Set<number>;
	/** The key as it was sent, whatever the field made of it, by licence id. */
	sentKeys: Map<number, string>;
	/** Requests that no correct client sends. */
	violations: string[];
	/** One run's way in; requests are counted from 0 for each. */
	connect(script: Script, before?: () => Promise<void>): Http;
}

const TABLES: Record<string, { table: keyof MemoryTables; list: string }> = {
	'/softwarelicence': { table: 'licences', list: 'licences' },
	'/client': { table: 'clients', list: 'clients' },
};

export function memoryHalo(start: MemoryTables, habits: Habits, keyField: string): MemoryHalo {
	const tables = structuredClone(start);
	const halo: MemoryHalo = {
		tables,
		sent: [],
		created: new Set(),
		sentKeys: new Map(),
		violations: [],
		connect: (script, before) => {
			let number = -1;
			return async (request) => {
				number += 1;
				const at = number;
				if (before) await before();
				return answered(halo, habits, keyField, request, at, script);
			};
		},
	};
	for (const row of tables.licences) {
		if (typeof row[keyField] === 'string') halo.sentKeys.set(row.id, String(row[keyField]));
	}
	return halo;
}

const lost = (cause: 'reset' | 'timeout'): HttpOutcome => ({ kind: 'lost', cause, detail: cause });

function json(status: number, body: unknown, headers: Record<string, string> = {}): HttpAnswer {
	return { kind: 'answer', status, headers, body, isJson: true };
}

function page(status: number, text: string): HttpAnswer {
	return { kind: 'answer', status, headers: {}, body: text, isJson: false };
}

function answered(
	halo: MemoryHalo,
	habits: Habits,
	keyField: string,
	request: HttpRequest,
	at: number,
	script: Script,
): HttpOutcome {
	if (script.crashAt !== null && at >= script.crashAt) {
		if (at === script.crashAt && script.crashAfterCommit)
			route(halo, habits, keyField, request, 'none');
		return lost('reset');
	}
	const fault = script.faults.get(at) ?? 'none';
	switch (fault) {
		case 'resetBefore':
			return lost('reset');
		case '500Before':
			return json(500, { Message: 'An internal fault occurred' });
		case '502':
			return page(502, 'Bad Gateway');
		case '429':
			return json(429, 'Rate Limit Reached - 300 Requests per rolling 5 minute window');
		case '429RetryAfter':
			return json(429, 'Retry later', { 'retry-after': '7' });
		case 'html':
			return page(200, '<!DOCTYPE html><html><title>Sign in</title></html>');
		case 'business200':
			return json(200, { resultCode: -1, errorMessage: 'The record could not be saved.' });
		case 'refused':
			if (request.method === 'POST') return json(400, 'This field is required.');
	}
	const answer = route(halo, habits, keyField, request, fault);
	switch (fault) {
		case 'resetAfter':
			return lost('reset');
		case 'timeoutAfter':
			return lost('timeout');
		case '500After':
			return json(500, {});
		case 'business200After':
			return json(200, { errorMessage: 'Some records could not be saved.' });
		case 'empty':
			return { ...answer, body: '', isJson: false };
		case 'truncated':
			return page(answer.status, JSON.stringify(answer.body).slice(0, -3));
		default:
			return answer;
	}
}

function route(
	halo: MemoryHalo,
	habits: Habits,
	keyField: string,
	request: HttpRequest,
	fault: Fault | 'none',
): HttpAnswer {
	const [, base, id] = /^(\/[a-z]+)(?:\/(\d+))?$/.exec(request.path.toLowerCase()) ?? [];
	const known = TABLES[base ?? ''];
	if (known === undefined) {
		halo.violations.push(`${request.method} ${request.path}`);
		return json(404, null);
	}
	if (request.method === 'POST') {
		if (id !== undefined || !Array.isArray(request.body)) halo.violations.push('POST of no array');
		return post(halo, habits, keyField, known, request.body as Array<Record<string, unknown>>);
	}
	if (request.method !== 'GET') halo.violations.push(`${String(request.method)} ${request.path}`);
	const rows = halo.tables[known.table];
	if (id !== undefined) {
		const row = rows.find((entry) => entry.id === Number(id));
		return row === undefined ? json(404, null) : json(200, structuredClone(row));
	}
	return listOf(rows, request, known.list, habits, keyField, fault);
}

function listOf(
	all: Row[],
	request: HttpRequest,
	list: string,
	habits: Habits,
	keyField: string,
	fault: Fault | 'none',
): HttpAnswer {
	const query = request.query ?? {};
	const rows = all.filter(
		(row) =>
			(query.client_id === undefined || row.client_id === query.client_id) &&
			(query.includeinactive === true || (row.is_active !== false && row.inactive !== true)),
	);
	const size = Math.min(Number(query.page_size ?? 50), habits.pageCap);
	const asked = Number(query.page_no ?? 1);
	const pageNo = fault === 'repeatedPage' && asked > 1 ? asked - 1 : asked;
	const skipped = fault === 'shiftedRows' && pageNo > 1 ? 1 : 0;
	const part = rows.slice((pageNo - 1) * size + skipped, pageNo * size + skipped);
	if (fault === 'duplicatedRow') part.push(...part.slice(0, 1));
	const shown = part.map((row) => {
		const copy = structuredClone(row);
		if (habits.key === 'leftOutOfList' && list === 'licences') delete copy[keyField];
		return copy;
	});
	return json(200, { record_count: rows.length + lie(rows.length, size, fault), [list]: shown });
}

/** A total too low by exactly the last page cannot be told from a shorter list; any other lie can. */
function lie(total: number, size: number, fault: Fault | 'none'): number {
	if (fault !== 'lyingTotal') return 0;
	return total % 2 === 0 || (total - 1) % size === 0 ? 2 : -1;
}

function post(
	halo: MemoryHalo,
	habits: Habits,
	keyField: string,
	{ table, list }: { table: keyof MemoryTables; list: string },
	bodies: Array<Record<string, unknown>>,
): HttpAnswer {
	for (const body of bodies) halo.sent.push({ table, body: structuredClone(body) });
	const rows = halo.tables[table];
	const bad = bodies.findIndex(
		(body) => body.id !== undefined && !rows.some((row) => row.id === body.id),
	);
	const good = bad < 0 ? bodies : habits.batch === 'partial' ? bodies.slice(0, bad) : [];
	const written = good.map((body) => write(halo, habits, keyField, table, body));
	if (bad >= 0) return json(400, { [`[${bad}].id`]: ['The row does not exist.'] });
	const copies = structuredClone(written);
	if (habits.postAnswer === 'envelope') return json(201, { [list]: copies });
	return json(201, habits.postAnswer === 'object' && copies.length === 1 ? copies[0] : copies);
}

const NEW_ROW: Record<keyof MemoryTables, Record<string, unknown>> = {
	licences: { site_id: -1, deleted: false, is_active: true, count: 0, notes: null },
	clients: { inactive: false, notes: null, website: null },
};

function write(
	halo: MemoryHalo,
	habits: Habits,
	keyField: string,
	table: keyof MemoryTables,
	body: Record<string, unknown>,
): Row {
	const rows = halo.tables[table];
	let row = rows.find((entry) => entry.id === body.id);
	if (row === undefined) {
		const id = Math.max(1000, ...rows.map((entry) => entry.id)) + 1;
		row = { ...structuredClone(NEW_ROW[table]), id };
		if (table === 'clients') row.customfields = [];
		rows.push(row);
		halo.created.add(id);
	}
	const { customfields, ...fields } = structuredClone(body);
	Object.assign(row, fields, { id: row.id });
	if (Array.isArray(customfields)) row.customfields = merged(row, customfields as Row[], habits);
	if (table === 'licences' && typeof body[keyField] === 'string') {
		halo.sentKeys.set(row.id, String(body[keyField]));
		row[keyField] = keyAsKept(String(body[keyField]), habits.key);
	}
	return row;
}

function merged(row: Row, sent: Row[], habits: Habits): unknown[] {
	const before = (row.customfields ?? []) as Row[];
	const kept = before.filter((field) => !sent.some(({ name }) => name === field.name));
	const others =
		habits.customFields === 'merge' ? kept : kept.map((field) => ({ ...field, value: null }));
	return [...others, ...sent];
}

function keyAsKept(text: string, habit: Habits['key']): string | null {
	switch (habit) {
		case 'kept':
		case 'leftOutOfList':
			return text;
		case 'lowerCased':
			return text.toLowerCase();
		case 'cut':
			return text.slice(0, 6);
		case 'dropped':
			return null;
	}
}
