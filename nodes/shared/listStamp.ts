import { randomUUID } from 'crypto';
import type { INodeExecutionData } from 'n8n-workflow';

import type { ListStamp } from '../../core/items/listStamp';
import { itemOf } from './pairing';
import type { Origin } from './pairing';

/** The stamp of one reading of one list. `total` counts the records that can be put out. */
export function newStamp(read: { total: number; complete: boolean; readAt: number }): ListStamp {
	return {
		id: randomUUID(),
		total: read.total,
		complete: read.complete,
		readAt: new Date(read.readAt).toISOString(),
	};
}

/** Items that each know their list; a complete but empty list is one item with nothing but the stamp. */
export function stampedItems(
	records: object[],
	stamp: ListStamp,
	origin: Origin,
): INodeExecutionData[] {
	if (records.length > 0)
		return records.map((record) => itemOf({ ...record, list: stamp }, origin));
	return stamp.complete ? [itemOf({ list: stamp }, origin)] : [];
}

/** Stands for a list that did not come, so that a later node says "nobody is known" instead of not running at all. */
export function unknownList(origin: Origin): INodeExecutionData[] {
	const list = newStamp({ total: 0, complete: false, readAt: Date.now() });
	return [itemOf({ list }, origin)];
}

/** Whether an item is only the stamp of an empty list and stands for no record. */
export function isStampOnly(json: object): boolean {
	const keys = Object.keys(json);
	return keys.length === 1 && keys[0] === 'list';
}
