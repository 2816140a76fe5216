import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { z } from 'zod';

import { haloClientSchema, type HaloClient } from '../../core/halo/schemas';
import { listStampSchema, type ListStamp } from '../../core/items/listStamp';
import { notUnderstood } from '../../core/items/notUnderstood';
import type { EditLists, MatchedCustomer } from '../../core/review/editLists';
import { readTableRow, type TableRow } from '../../core/review/tableRow';
import { stellrCustomerSchema, type StellrCustomer } from '../../core/stellr/schemas';
import { customerKey, foldKey } from '../../core/sync/stellrKeys';
import { inputIssues } from '../../core/words/inputIssues';
import { savedRowIssues } from '../../core/words/savedRowIssues';
import { attentionItem } from '../shared/attention';
import { isStampOnly } from '../shared/listStamp';
import { optionalInput } from '../shared/optionalInput';
import { itemOf } from '../shared/pairing';
import { inputNumbers } from './outputNames';
import { readMatched } from './readMatched';

export interface EditInputs {
	lists: EditLists;
	attention: INodeExecutionData[];
}

/** Everything a mapping by hand is chosen from; each customer and each client once. */
export function readEditInputs(context: IExecuteFunctions): EditInputs {
	const { customers: matched, attention } = readMatched(context);
	const customers = new Map<string, MatchedCustomer>();
	for (const entry of matched) customers.set(foldKey(customerKey(entry.customer)), entry);
	const { records: clients, complete } = readClients(context, attention);
	const rows = readRows(context, attention);
	return {
		lists: { customers: [...customers.values()], clients, clientsInPart: !complete, rows },
		attention,
	};
}

export interface ListIn<T> {
	records: T[];
	/** Whether all of it came in, as far as its items say. */
	complete: boolean;
}

/** The clients on the second input, each once. */
export function readClients(
	context: IExecuteFunctions,
	attention: INodeExecutionData[],
): ListIn<HaloClient> {
	const words = { record: 'Halo client', input: 'Halo Clients', node: 'Halo Clients' };
	const items = itemsOn(context, inputNumbers.clients).filter(({ json }) => !isCustomer(json));
	return wholeList(items, haloClientSchema, words, attention, ({ id }) => String(id));
}

/** The Stellr customers that came in beside the clients, each once. */
export function readCustomers(
	context: IExecuteFunctions,
	attention: INodeExecutionData[],
): ListIn<StellrCustomer> {
	const words = { record: 'Stellr customer', input: 'Halo Clients', node: 'Stellr Customers' };
	const items = itemsOn(context, inputNumbers.clients).filter(({ json }) => isCustomer(json));
	return wholeList(items, stellrCustomerSchema, words, attention, (customer) =>
		foldKey(customerKey(customer)),
	);
}

function isCustomer(json: object): boolean {
	return 'customerNo' in json;
}

/** The rows of the Data table; a row that does not say whom it is about goes to Needs Attention. */
export function readRows(
	context: IExecuteFunctions,
	attention: INodeExecutionData[],
	input: number = inputNumbers.saved,
): TableRow[] {
	return (optionalInput(context, input) ?? []).flatMap((item, index) => {
		// "Always Output Data" of the Data table node stands for an empty table.
		if (Object.keys(item.json).length === 0) return [];
		const row = readTableRow(item.json);
		if (row !== null) return row;
		const issue = savedRowIssues.mappingOfNobody(index);
		attention.push(attentionItem(issue, item.json, { item: index, input }));
		return [];
	});
}

interface Words {
	record: string;
	/** The input's name on the canvas, and the node whose items it takes. */
	input: string;
	node: string;
}

interface ItemIn {
	json: INodeExecutionData['json'];
	origin: { item: number; input: number };
}

function itemsOn(context: IExecuteFunctions, input: number): ItemIn[] {
	const items = optionalInput(context, input) ?? [];
	return items.map(({ json }, item) => ({ json, origin: { item, input } }));
}

function wholeList<T>(
	items: ItemIn[],
	schema: z.ZodType<T, z.ZodTypeDef, unknown>,
	words: Words,
	attention: INodeExecutionData[],
	idOf: (record: T) => string,
): ListIn<T> {
	const before = attention.length;
	const records = recordsIn(items, schema, words, attention);
	const byId = new Map(records.map((record) => [idOf(record), record]));
	const complete = attention.length === before && arrivedWhole(items, byId.size);
	return { records: [...byId.values()], complete };
}

function recordsIn<T>(
	items: ItemIn[],
	schema: z.ZodType<T, z.ZodTypeDef, unknown>,
	words: Words,
	attention: INodeExecutionData[],
): T[] {
	return items.flatMap(({ json, origin }) => {
		if (isStampOnly(json) || Object.keys(json).length === 0) return [];
		if (typeof json.issue === 'object' && json.issue !== null) {
			attention.push(itemOf(json, origin));
			return [];
		}
		const read = schema.safeParse(json);
		if (read.success) return [read.data];
		const issue = inputIssues.offered(origin.item, notUnderstood(read.error, json), words);
		attention.push(attentionItem(issue, json, origin));
		return [];
	});
}

/** Items without a stamp cannot say that none is missing. */
function arrivedWhole(items: ItemIn[], distinct: number): boolean {
	const stamps = new Map<string, ListStamp>();
	for (const { json } of items) {
		const stamp = listStampSchema.safeParse(json.list).data;
		if (stamp !== undefined) stamps.set(stamp.id, stamp);
	}
	const all = [...stamps.values()];
	const total = all.reduce((sum, stamp) => sum + stamp.total, 0);
	return all.length > 0 && all.every(({ complete }) => complete) && distinct >= total;
}
