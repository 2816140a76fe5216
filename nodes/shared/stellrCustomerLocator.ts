import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';

import { readCustomers } from '../../core/stellr/customers';
import { issueOfFailure } from '../../core/words/failures';
import { connectStellr } from './connect';
import { searchResult } from './listSearch';
import { stopWith } from './stopNode';

/** One customer, picked from the account's list or given by number. */
export const stellrCustomerLocator: INodeProperties = {
	displayName: 'Customer',
	name: 'customer',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The Stellr customer; discontinued ones are marked in the list',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a customer…',
			typeOptions: { searchListMethod: 'searchStellrCustomers', searchable: true },
		},
		{
			displayName: 'By Number',
			name: 'number',
			type: 'string',
			placeholder: 'e.g. 100482',
			validation: [
				{
					type: 'regex',
					properties: { regex: '^\\s*[^\\s/]+\\s*$', errorMessage: 'Enter one customer number' },
				},
			],
		},
	],
};

/** Fills "From List"; Stellr has no search of its own, so the whole list is read and filtered here. */
export async function searchStellrCustomers(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const stellr = await connectStellr(this);
	const { list } = await readCustomers(stellr);
	if (list.failure && list.rows.length === 0) {
		throw stopWith(this.getNode(), issueOfFailure(list.failure, 'Stellr customers'));
	}
	return searchResult(
		list.rows.map(({ customerNo, name, active }) => ({
			name: `${name ?? 'Without a name'} (${customerNo})${active ? '' : ', discontinued'}`,
			value: customerNo,
		})),
		filter,
	);
}
