import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { editForm } from '../../core/review/editForm';
import { emptyOutputs } from '../shared/outputs';
import { itemOf, originOf } from '../shared/pairing';
import { readEditInputs } from './editInputs';
import { outputNames, type ReviewOutputs } from './outputNames';

const show = { operation: ['editForm'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Customer Search',
		name: 'customerSearch',
		type: 'string',
		default: '',
		placeholder: 'e.g. Acorn, or 100482',
		description:
			'Part of the name or the number of the Stellr customers to offer; empty offers all, at most 100',
		displayOptions: { show },
	},
	{
		displayName: 'Client Search',
		name: 'clientSearch',
		type: 'string',
		default: '',
		placeholder: 'e.g. Acorn, or 55',
		description:
			'Part of the name or the ID of the Halo clients to offer. Clients that the customers found are mapped to, or may be, are offered in any case.',
		displayOptions: { show },
	},
];

/** Makes the page on which a customer, a client and what to do with them are chosen. */
export async function execute(context: IExecuteFunctions): Promise<ReviewOutputs> {
	const { lists, attention } = readEditInputs(context);
	const search = {
		customer: String(context.getNodeParameter('customerSearch', 0, '') ?? '').trim(),
		client: String(context.getNodeParameter('clientSearch', 0, '') ?? '').trim(),
	};
	const all = originOf(context.getInputData(0).map((_, index) => index));
	const summary = [itemOf(editForm(search, lists), all)];
	return { ...emptyOutputs(outputNames), needsAttention: attention, summary };
}
