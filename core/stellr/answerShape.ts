import type { Page } from '../http/paging';
import { isRecord } from './rejected';
import type { StellrSettings } from './settings';

/** Where an answer keeps its records; the usual envelope is `{ requestId, data: { total, records } }`. */

function valueAt(body: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), body);
}

function firstListOfRecords(value: unknown): unknown[] | null {
	if (!isRecord(value)) return null;
	const lists = Object.values(value).filter((entry): entry is unknown[] => Array.isArray(entry));
	return lists.find((list) => list.every(isRecord)) ?? null;
}

function recordsIn(body: unknown, path: string | null): unknown[] | null {
	if (path !== null) {
		const found = valueAt(body, path);
		return Array.isArray(found) ? found : null;
	}
	if (Array.isArray(body)) return body;
	if (!isRecord(body)) return null;
	const { data } = body;
	if (Array.isArray(data)) return data;
	if (isRecord(data) && Array.isArray(data.records)) return data.records;
	if (Array.isArray(body.records)) return body.records;
	// `records: null` beside a total of 0 is how some gateways write an empty list.
	if (isRecord(data) && totalIn(body, null) === 0) return firstListOfRecords(data) ?? [];
	return firstListOfRecords(data) ?? firstListOfRecords(body);
}

function totalIn(body: unknown, path: string | null): number | null {
	const found =
		path === null ? (valueAt(body, 'data.total') ?? valueAt(body, 'total')) : valueAt(body, path);
	if (found === null || found === undefined || found === '') return null;
	const total = Number(found);
	return Number.isInteger(total) && total >= 0 ? total : null;
}

/** One page of a list; null when the answer holds no list. */
export function pageOf(
	body: unknown,
	settings: Pick<StellrSettings, 'recordsPath' | 'totalPath'>,
): Page<unknown> | null {
	const rows = recordsIn(body, settings.recordsPath);
	return rows === null ? null : { rows, total: totalIn(body, settings.totalPath) };
}

/** A single record: inside `data`, or the body itself; null when there is none. */
export function singleOf(body: unknown): Record<string, unknown> | null {
	if (!isRecord(body)) return null;
	const inner = isRecord(body.data) ? body.data : body;
	const list = isRecord(body.data) && Array.isArray(body.data.records) ? body.data.records : null;
	if (list !== null) return isRecord(list[0]) ? list[0] : null;
	if ('data' in body && !isRecord(body.data)) return null;
	return inner;
}
