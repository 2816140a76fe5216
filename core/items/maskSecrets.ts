/** Raw vendor records may carry credentials nobody expects there; what looks like one is not passed on. */

const SECRET_KEY = /password|secret|token/i;
const DEEPEST = 12;

function masked(value: unknown, depth: number): unknown {
	if (depth > DEEPEST || typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((entry) => masked(entry, depth + 1));
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [
			key,
			SECRET_KEY.test(key) && entry !== null && entry !== '' ? '***' : masked(entry, depth + 1),
		]),
	);
}

/** A copy of the record in which every value under a secret-looking key reads `***`. */
export function maskSecrets(record: Record<string, unknown>): Record<string, unknown> {
	return masked(record, 0) as Record<string, unknown>;
}
