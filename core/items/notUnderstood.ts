import type { z } from 'zod';

/** Where an item departs from what a node takes. */
export interface NotUnderstood {
	kind: 'notUnderstood';
	field: string;
	seen: string;
}

/** The field of the first departure and the type of what stood there; never the value, which may be confidential. */
export function notUnderstood(error: z.ZodError, json: Record<string, unknown>): NotUnderstood {
	const path = error.issues[0]?.path ?? [];
	let value: unknown = json;
	for (const step of path) {
		value =
			typeof value === 'object' && value !== null
				? (value as Record<string | number, unknown>)[step]
				: undefined;
	}
	return { kind: 'notUnderstood', field: path.join('.') || 'item', seen: kindOf(value) };
}

function kindOf(value: unknown): string {
	if (value === undefined) return 'nothing';
	if (value === null) return 'null';
	return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
