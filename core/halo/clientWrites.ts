import type { Result } from '../http/failure';
import type { Runtime } from '../http/types';
import { sameFieldName } from './clientFields';
import { writeRows, type WrittenRow } from './lists';

export type { WrittenRow } from './lists';

/** A custom field as it is sent: nothing of its definition. */
export interface CustomFieldToSend {
	id?: number;
	name: string;
	value: unknown;
}

/**
 * The custom fields to send so that one of them changes and none is lost. Whether Halo keeps the fields that a write
 * leaves out is contested (HaloAPI issues 13 and 14), so all that have a value go back with it.
 */
export function mergedCustomFields(
	existing: ReadonlyArray<{ id?: number | null; name: string; value: unknown }>,
	name: string,
	value: unknown,
	id: number | null = null,
): CustomFieldToSend[] {
	const isTheOne = (field: { id?: number | null; name: string }) =>
		sameFieldName(field.name, name) || (id !== null && field.id === id);
	const current = existing.find(isTheOne);
	const others = existing.filter((field) => !isTheOne(field) && hasValue(field.value));
	return [
		...others.map((field) => toSend(field.id ?? null, field.name, field.value)),
		toSend(id ?? current?.id ?? null, current?.name ?? name, value),
	];
}

/**
 * Creates clients (no `id`: Halo makes a second client of the same name without a word) or changes the fields sent
 * (with `id`). Rows come back in the order sent if the answer allows, else as an empty array.
 */
export async function postClients(
	runtime: Runtime,
	rows: Array<Record<string, unknown>>,
): Promise<Result<WrittenRow[]>> {
	const doing = rows.every((row) => 'id' in row) ? 'Update Client' : 'Create Client';
	return await writeRows(runtime, { path: '/Client', key: 'clients', doing }, rows);
}

function toSend(id: number | null, name: string, value: unknown): CustomFieldToSend {
	return id === null ? { name, value } : { id, name, value };
}

function hasValue(value: unknown): boolean {
	return value !== null && value !== undefined && value !== '';
}
