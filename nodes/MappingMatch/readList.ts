import type { INodeExecutionData } from 'n8n-workflow';
import type { z } from 'zod';

import { notUnderstood } from '../../core/items/notUnderstood';
import { listStampSchema, type ListStamp } from '../../core/items/listStamp';
import { inputIssues } from '../../core/words/inputIssues';
import { attentionItem } from '../shared/attention';
import { isStampOnly } from '../shared/listStamp';
import { itemOf } from '../shared/pairing';

/** What a list holds, in the words of the sentences about it. */
export interface ListWords {
	/** "Stellr customer". */
	record: string;
	/** The node that gives such items: "Stellr Customers". */
	node: string;
	/** Which input they come in by. */
	input: number;
}

export interface ListItem<T> {
	record: T;
	stamp: ListStamp | null;
	index: number;
}

/** An item that should be a record and cannot be read as one. */
export interface UnreadItem {
	json: Record<string, unknown>;
	stamp: ListStamp | null;
	index: number;
}

export interface ReadList<T> {
	records: Array<ListItem<T>>;
	/** Stamps of lists that are complete and empty. */
	emptyLists: ListStamp[];
	unread: UnreadItem[];
	/** Items that are nothing of the kind: empty, or what an earlier node put on its Needs Attention. */
	strangers: number;
	attention: INodeExecutionData[];
}

/** Sorts the items of one input into records, stamps of empty lists and what a person must see. */
export function readList<T>(
	items: INodeExecutionData[],
	schema: z.ZodType<T, z.ZodTypeDef, unknown>,
	words: ListWords,
): ReadList<T> {
	const list: ReadList<T> = {
		records: [],
		emptyLists: [],
		unread: [],
		strangers: 0,
		attention: [],
	};
	items.forEach(({ json }, index) => takeItem(list, json, index, schema, words));
	return list;
}

function takeItem<T>(
	list: ReadList<T>,
	json: INodeExecutionData['json'],
	index: number,
	schema: z.ZodType<T, z.ZodTypeDef, unknown>,
	words: ListWords,
): void {
	const origin = { item: index, input: words.input };
	const stamp = listStampSchema.safeParse(json.list).data ?? null;
	if (isStampOnly(json) && stamp !== null) {
		list.emptyLists.push(stamp);
	} else if (typeof json.issue === 'object' && json.issue !== null) {
		list.strangers += 1;
		list.attention.push(itemOf(json, origin));
	} else if (Object.keys(json).length === 0) {
		list.strangers += 1;
		list.attention.push(
			attentionItem(inputIssues.emptyItem(index, words.node, words.record), {}, origin),
		);
	} else {
		const parsed = schema.safeParse(json);
		if (parsed.success) {
			list.records.push({ record: parsed.data, stamp, index });
			return;
		}
		list.unread.push({ json, stamp, index });
		const departure = notUnderstood(parsed.error, json);
		const issue = inputIssues.listed(index, departure, words.node, words.record);
		list.attention.push(attentionItem(issue, json, origin));
	}
}
