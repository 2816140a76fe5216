import type {
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeProperties,
} from 'n8n-workflow';

import { readClientFields } from '../../core/halo/clientFields';
import type { KeyFieldChoice } from '../../core/halo/keyField';
import { issueOfFailure } from '../../core/words/failures';
import { parameterWords } from '../../core/words/parameterWords';
import { connectHalo } from './connect';
import { searchResult } from './listSearch';
import { parameterError } from './parameterError';
import { stopWith } from './stopNode';

/** Where Halo clients keep the keys of their Stellr customers: the parameters, their list, and how they are read. */

export const DEFAULT_KEY_FIELD = 'CFStellrCustomerNo';

/** Parameters for `properties`; `show` is the node's own displayOptions.show, such as `{ operation: ['getMany'] }`. */
export function keyFieldProperties(
	show: Record<string, Array<string | boolean>>,
): INodeProperties[] {
	return [
		{
			displayName: 'Stellr Key Stored In',
			name: 'stellrKeyIn',
			type: 'options',
			options: [
				{
					name: 'Accounts ID',
					value: 'accountsid',
					description: 'The field that links a client to the accounting software',
				},
				{
					name: 'Custom Field',
					value: 'customField',
					description: 'A custom field on clients of the type Text (recommended)',
				},
				{
					name: 'Nowhere',
					value: 'none',
					description: 'Halo keeps no Stellr keys; clients are found by other evidence only',
				},
				{ name: 'Reference', value: 'ref', description: 'The Reference field of clients' },
			],
			default: 'customField',
			description: 'Where Halo clients keep the customer number of Stellr, such as us/100482',
			displayOptions: { show },
		},
		{
			displayName: 'Key Field',
			name: 'keyField',
			type: 'resourceLocator',
			default: { mode: 'name', value: DEFAULT_KEY_FIELD },
			required: true,
			description:
				'The client custom field that holds the Stellr keys. Picked from the list it keeps its ID, which saves a request in each run.',
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Select a client custom field…',
					typeOptions: { searchListMethod: 'searchKeyFields', searchable: true },
				},
				{
					displayName: 'By Name',
					name: 'name',
					type: 'string',
					placeholder: `e.g. ${DEFAULT_KEY_FIELD}`,
				},
			],
			displayOptions: { show: { ...show, stellrKeyIn: ['customField'] } },
		},
		{
			displayName:
				'Accounts ID belongs to the accounting software that Halo is linked to: its sync may overwrite the keys, or take them for its own. Choose it only where no accounting software is linked.',
			name: 'accountsIdNotice',
			type: 'notice',
			default: '',
			displayOptions: { show: { ...show, stellrKeyIn: ['accountsid'] } },
		},
	];
}

/** The choice of one input item; null when Halo keeps no keys. */
export function keyFieldChoice(context: IExecuteFunctions, item: number): KeyFieldChoice | null {
	const place = String(context.getNodeParameter('stellrKeyIn', item, 'customField'));
	if (place === 'none') return null;
	if (place === 'ref' || place === 'accountsid') return { kind: place };
	const locator: unknown = context.getNodeParameter('keyField', item, '', { extractValue: true });
	const choice = choiceOfText(String(locator ?? ''));
	if (choice !== null) return choice;
	throw parameterError(context.getNode(), parameterWords.keyFieldEmpty(DEFAULT_KEY_FIELD), item);
}

/** Reads `104:CFStellrCustomerNo`, as the list keeps it, or a plain name. */
export function choiceOfText(text: string): KeyFieldChoice | null {
	const found = /^(?:(\d+)\s*:)?\s*(.*)$/.exec(text.trim());
	const name = found?.[2].trim() ?? '';
	if (name === '') return null;
	const id = found?.[1] === undefined ? null : Number(found[1]);
	return { kind: 'customField', id, name };
}

/** listSearch method of every node with a Key Field. */
export async function searchKeyFields(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const { runtime } = await connectHalo(this);
	const fields = await readClientFields(runtime);
	if (!fields.ok) throw stopWith(this.getNode(), issueOfFailure(fields.failure, 'Key Field'));
	const entries = fields.value
		.filter(({ holdsText }) => holdsText)
		.map(({ id, name, label }) => ({
			name: label === null ? name : `${label} (${name})`,
			value: `${id}:${name}`,
		}));
	return searchResult(entries, filter);
}
