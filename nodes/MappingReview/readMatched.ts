import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { notUnderstood } from '../../core/items/notUnderstood';
import { matchSchema } from '../../core/matching';
import type { MatchedCustomer } from '../../core/review/editLists';
import { keyOf } from '../../core/review/openCases';
import { stellrCustomerSchema } from '../../core/stellr/schemas';
import { inputIssues } from '../../core/words/inputIssues';
import { attentionItem } from '../shared/attention';
import { itemOf, originOf, type Origin } from '../shared/pairing';
import { inputNumbers } from './outputNames';

export interface MatchedIn {
	customers: MatchedCustomer[];
	/** Input items of a customer; all of them for what is about none. */
	originOf: (matched: MatchedCustomer | null) => Origin;
	attention: INodeExecutionData[];
}

const schema = stellrCustomerSchema.extend({ match: matchSchema });

/** The customers as Mapping Match put them out, from either output. */
export function readMatched(context: IExecuteFunctions): MatchedIn {
	const items = context.getInputData(inputNumbers.customers);
	const customers: MatchedCustomer[] = [];
	const indexes = new Map<string, number[]>();
	const attention: INodeExecutionData[] = [];
	items.forEach(({ json }, index) => {
		// "Always Output Data" stands for a matching without customers.
		if (Object.keys(json).length === 0) return;
		if (typeof json.issue === 'object' && json.issue !== null) {
			attention.push(itemOf(json, index));
			return;
		}
		const read = schema.safeParse(json);
		if (!read.success) {
			const issue = inputIssues.matched(index, notUnderstood(read.error, json));
			attention.push(attentionItem(issue, json, index));
			return;
		}
		const { match, ...customer } = read.data;
		const matched = { customer, match };
		customers.push(matched);
		indexes.set(keyOf(matched), [...(indexes.get(keyOf(matched)) ?? []), index]);
	});
	const all = originOf(items.map((_, index) => index));
	return {
		customers,
		originOf: (matched) => (matched === null ? all : originOf(indexes.get(keyOf(matched)) ?? [0])),
		attention,
	};
}
