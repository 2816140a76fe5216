/**
 * Halo documents no answers at all: the same list has been seen bare, in an envelope, and under several names. These
 * two functions are the only place that knows.
 */

/** Other names under which a list has been seen, by its usual one. */
const OTHER_KEYS: Readonly<Record<string, readonly string[]>> = {
	licences: ['softwarelicences', 'software_licences'],
	toplevels: ['tree', 'trees'],
	invoices: ['recurringinvoices', 'recurring_invoices'],
	fields: ['fieldinfo', 'fieldinfos'],
	changes: ['licencechanges', 'licence_changes'],
};

/** The rows of a list answer and the total it names; null when the answer holds no list. */
export function rowsOfList(
	body: unknown,
	key: string,
): { rows: unknown[]; total: number | null } | null {
	if (Array.isArray(body)) return { rows: body, total: null };
	if (!isRecord(body)) return null;
	const total = totalOf(body);
	const rows = listIn(body, key);
	if (rows !== null) return { rows, total };
	return total === 0 ? { rows: [], total } : null;
}

/** The rows of a write's or a single read's answer: the object itself, an array of it, or an envelope around either. */
export function rowsOfWrite(body: unknown, key: string): unknown[] {
	if (Array.isArray(body)) return body;
	if (!isRecord(body)) return [];
	return listIn(body, key) ?? [body];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listIn(body: Record<string, unknown>, key: string): unknown[] | null {
	for (const name of [key, ...(OTHER_KEYS[key] ?? [])]) {
		const rows = body[name];
		if (Array.isArray(rows)) return rows;
	}
	return null;
}

function totalOf(body: Record<string, unknown>): number | null {
	const count = body.record_count;
	return typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : null;
}
