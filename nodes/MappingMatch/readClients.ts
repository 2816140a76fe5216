import type { INodeExecutionData } from 'n8n-workflow';

import { haloClientSchema, type HaloClient } from '../../core/halo/schemas';
import { checkLists, type ListCheck } from '../../core/items/listCheck';
import { inputNumbers } from './outputNames';
import { readList } from './readList';

export interface ClientsIn {
	clients: HaloClient[];
	/** Input items of each client; several when it came in more than once. */
	indexesById: Map<number, number[]>;
	check: ListCheck;
	attention: INodeExecutionData[];
}

export function readClients(items: INodeExecutionData[]): ClientsIn {
	const words = { record: 'Halo client', node: 'Halo Clients', input: inputNumbers.clients };
	const list = readList(items, haloClientSchema, words);
	const indexesById = new Map<number, number[]>();
	for (const { record, index } of list.records) {
		indexesById.set(record.id, [...(indexesById.get(record.id) ?? []), index]);
	}
	const arrived = [
		...list.records.map(({ record, stamp }) => ({ stamp, id: String(record.id) })),
		...list.emptyLists.map((stamp) => ({ stamp, id: null })),
	];
	const check = checkLists(arrived, 'Halo clients', 'Halo Clients');
	// A client that cannot be read may be the very one that a customer belongs to.
	const unknown = list.strangers + list.unread.length;
	if (unknown > 0) check.missing.push(notClients(unknown));
	return {
		clients: list.records.map(({ record }) => record),
		indexesById,
		check,
		attention: list.attention,
	};
}

function notClients(count: number): string {
	return count === 1
		? 'One item on Halo Clients is no readable client: see Needs Attention.'
		: `${count} items on Halo Clients are no readable clients: see Needs Attention.`;
}
