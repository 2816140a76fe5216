import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { openCases } from '../../core/review/openCases';
import { summariseForm } from '../../core/review/reviewSummary';
import { dayIn } from '../../core/sync/days';
import { emptyOutputs } from '../shared/outputs';
import { itemOf } from '../shared/pairing';
import { outputNames, type ReviewOutputs } from './outputNames';
import { readMatched } from './readMatched';

export const description: INodeProperties[] = [
	{
		displayName:
			'Feed it with Mapping Match\'s output Review, or with Review and Decided merged. The output Summary holds the page in its field "form", for the Form node\'s Define Form Using JSON.',
		name: 'buildFormNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { operation: ['buildForm'] } },
	},
];

/** Makes the page on which a person decides what is open. */
export async function execute(context: IExecuteFunctions): Promise<ReviewOutputs> {
	const { customers, originOf, attention } = readMatched(context);
	const open = openCases(customers, {
		today: dayIn(context.getTimezone(), Date.now()),
		withUnmapped: true,
	});
	const summary = itemOf(summariseForm(open), originOf(null));
	return { ...emptyOutputs(outputNames), needsAttention: attention, summary: [summary] };
}
