import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';

import type { Result } from '../../core/http/failure';
import { searchClients as findClients, type NamedRow } from '../../core/halo/searches';
import { searchSuppliers as findSuppliers } from '../../core/halo/suppliers';
import { readTopLevels } from '../../core/halo/topLevels';
import { issueOfFailure } from '../../core/words/failures';
import { connectHalo } from './connect';
import { searchResult } from './listSearch';
import { stopWith } from './stopNode';

/** Pickers of Halo rows: the modes of each resource locator and the listSearch method behind it. */

type Locator = Pick<INodeProperties, 'type' | 'default' | 'modes'>;

export const topLevelLocator: Locator = locator('searchTopLevels', 'top level', 'e.g. 1');
export const supplierLocator: Locator = locator('searchSuppliers', 'supplier', 'e.g. 7');
export const clientLocator: Locator = locator('searchClients', 'client', 'e.g. 12');

/** listSearch: all top levels this login sees. */
export async function searchTopLevels(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const { runtime } = await connectHalo(this);
	const list = await readTopLevels(runtime);
	if (list.failure !== null) {
		throw stopWith(this.getNode(), issueOfFailure(list.failure, 'Top Level'));
	}
	return searchResult(
		list.rows.map(({ id, name }) => ({ name, value: id })),
		filter,
	);
}

/** listSearch: clients by name, inactive ones marked. */
export async function searchClients(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const pageNo = Number(paginationToken ?? 1);
	const { runtime } = await connectHalo(this);
	return pickerPage(this, 'Client', await findClients(runtime, filter ?? '', pageNo), pageNo);
}

/** listSearch: suppliers by name. */
export async function searchSuppliers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const pageNo = Number(paginationToken ?? 1);
	const { runtime } = await connectHalo(this);
	return pickerPage(this, 'Supplier', await findSuppliers(runtime, filter ?? '', pageNo), pageNo);
}

function locator(searchListMethod: string, noun: string, placeholder: string): Locator {
	return {
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Select a ${noun}…`,
				typeOptions: { searchListMethod, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder,
				validation: [
					{
						type: 'regex',
						properties: { regex: '^\\s*\\d+\\s*$', errorMessage: 'An ID is a whole number' },
					},
				],
			},
		],
	};
}

function pickerPage(
	context: ILoadOptionsFunctions,
	label: string,
	found: Result<NamedRow[]>,
	pageNo: number,
): INodeListSearchResult {
	if (!found.ok) throw stopWith(context.getNode(), issueOfFailure(found.failure, label));
	const results = found.value.map(({ id, name, inactive, topLevelName }) => ({
		name: [name, topLevelName, inactive ? 'inactive' : null].filter(Boolean).join(' · '),
		value: id,
	}));
	// A page that is not full is the last one; pages hold at most 100 rows.
	return results.length < 100 ? { results } : { results, paginationToken: String(pageNo + 1) };
}
