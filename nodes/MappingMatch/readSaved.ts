import type { INodeExecutionData } from 'n8n-workflow';

import { parseSavedRow, type MappingEntry } from '../../core/matching';
import { customerKey, foldKey } from '../../core/sync/stellrKeys';
import { savedRowConflicts, savedRowIssues } from '../../core/words/savedRowIssues';
import { attentionItem } from '../shared/attention';
import { itemOf } from '../shared/pairing';
import { inputNumbers } from './outputNames';

export interface SavedIn {
	saved: MappingEntry[];
	/** By folded key: customers whose row could not be read, with the sentence for the reader. */
	unreadable: Map<string, string>;
	/** Rows that do not even say whom they are about: any customer may have been decided by them. */
	missing: string[];
	attention: INodeExecutionData[];
}

/** Reads the saved mapping; null when nothing is connected or nothing came, which is an empty mapping. */
export function readSaved(items: INodeExecutionData[] | null): SavedIn {
	const read: SavedIn = { saved: [], unreadable: new Map(), missing: [], attention: [] };
	if (items === null || isEmptyTable(items)) return read;
	items.forEach(({ json }, index) => takeRow(read, json, index));
	return read;
}

/** What "Always Output Data" of the Data table node gives for a table without rows. */
function isEmptyTable(items: INodeExecutionData[]): boolean {
	return items.length === 1 && Object.keys(items[0].json).length === 0 && !items[0].error;
}

function takeRow(read: SavedIn, json: INodeExecutionData['json'], index: number): void {
	const origin = { item: index, input: inputNumbers.saved };
	if (typeof json.issue === 'object' && json.issue !== null) {
		read.missing.push(savedRowConflicts.ofNobody(index));
		read.attention.push(itemOf(json, origin));
		return;
	}
	const row = parseSavedRow(json);
	if (row.ok) {
		read.saved.push(row.entry);
		return;
	}
	const { account, customerNo, message } = row;
	read.attention.push(attentionItem(savedRowIssues.mapping(index, message), json, origin));
	if (account === null || customerNo === null) {
		read.missing.push(savedRowConflicts.ofNobody(index));
		return;
	}
	const key = foldKey(customerKey({ account, customerNo }));
	read.unreadable.set(key, savedRowConflicts.unreadable(index, message));
}
