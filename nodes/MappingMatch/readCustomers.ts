import type { INodeExecutionData } from 'n8n-workflow';

import { checkLists, type ListCheck } from '../../core/items/listCheck';
import { wholeCustomer } from '../../core/matching';
import { stellrCustomerSchema, type StellrCustomer } from '../../core/stellr/schemas';
import { customerKey, foldKey } from '../../core/sync/stellrKeys';
import { inputNumbers } from './outputNames';
import { readList, type UnreadItem } from './readList';

export interface CustomersIn {
	customers: StellrCustomer[];
	/** Input items of each customer by its folded key; several when it came in more than once. */
	indexesByKey: Map<string, number[]>;
	/**
	 * Customers that could not be read but for their key and perhaps their name: they take part, so that a name they
	 * share does not pass for unique, and have left by Needs Attention already.
	 */
	shadows: StellrCustomer[];
	check: ListCheck;
	attention: INodeExecutionData[];
}

export function readCustomers(items: INodeExecutionData[]): CustomersIn {
	const words = {
		record: 'Stellr customer',
		node: 'Stellr Customers',
		input: inputNumbers.customers,
	};
	const list = readList(items, stellrCustomerSchema, words);
	const indexesByKey = new Map<string, number[]>();
	for (const { record, index } of list.records) {
		const key = foldKey(customerKey(record));
		indexesByKey.set(key, [...(indexesByKey.get(key) ?? []), index]);
	}
	const shadows = list.unread.map((item) => ({ item, shadow: shadowOf(item) }));
	const arrived = [
		...list.records.map(({ record, stamp }) => ({ stamp, id: foldKey(customerKey(record)) })),
		...list.emptyLists.map((stamp) => ({ stamp, id: null })),
		...shadows.map(({ item, shadow }) => ({
			stamp: item.stamp,
			id: shadow === null ? null : foldKey(customerKey(shadow)),
		})),
	];
	const check = checkLists(arrived, 'Stellr customers', 'Stellr Customers');
	const unknown = list.strangers + shadows.filter(({ shadow }) => shadow === null).length;
	if (unknown > 0) check.missing.push(notCustomers(unknown));
	return {
		customers: list.records.map(({ record }) => record),
		indexesByKey,
		shadows: shadows.flatMap(({ shadow }) => shadow ?? []),
		check,
		attention: list.attention,
	};
}

function notCustomers(count: number): string {
	return count === 1
		? 'One item on Stellr Customers is no readable customer: see Needs Attention.'
		: `${count} items on Stellr Customers are no readable customers: see Needs Attention.`;
}

function shadowOf({ json }: UnreadItem): StellrCustomer | null {
	const { account, customerNo, name } = json;
	const isNumber = typeof customerNo === 'string' || typeof customerNo === 'number';
	if (typeof account !== 'string' || account === '' || !isNumber || customerNo === '') return null;
	return wholeCustomer({
		account,
		customerNo: String(customerNo),
		name: typeof name === 'string' ? name : null,
	});
}
