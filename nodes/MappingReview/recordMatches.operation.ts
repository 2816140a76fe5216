import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { matchRows } from '../../core/review/matchRows';
import { openCases } from '../../core/review/openCases';
import { summariseMatches } from '../../core/review/reviewSummary';
import { dayIn } from '../../core/sync/days';
import { notice } from '../shared/notices';
import { emptyOutputs } from '../shared/outputs';
import { itemOf } from '../shared/pairing';
import { outputNames, type ReviewOutputs } from './outputNames';
import { readMatched } from './readMatched';

export const description: INodeProperties[] = [
	{
		displayName: 'Record As',
		name: 'recordAs',
		type: 'options',
		options: [
			{
				name: 'Decided',
				value: 'decided',
				description:
					'What Mapping Match mapped is recorded as decided; what it only proposes stays a proposal',
			},
			{
				name: 'Proposed',
				value: 'proposed',
				description: 'Everything found is recorded as a proposal, which decides nothing',
			},
		],
		default: 'proposed',
		description: 'What the rows say about customers that the saved mapping does not hold yet',
		displayOptions: { show: { operation: ['recordMatches'] } },
	},
	notice(
		'recordAsNotice',
		'What Mapping Match found counts as decided from then on, although no person looked: later runs bill by it.',
		{ operation: ['recordMatches'], recordAs: ['decided'] },
	),
];

/** Turns what Mapping Match found into rows for the saved mapping. */
export async function execute(context: IExecuteFunctions): Promise<ReviewOutputs> {
	const { customers, originOf, attention } = readMatched(context);
	const outputs: ReviewOutputs = { ...emptyOutputs(outputNames), needsAttention: attention };
	const recordAs = context.getNodeParameter('recordAs', 0, 'proposed');
	const rows = matchRows(customers, {
		decision: recordAs === 'decided' ? 'auto' : 'proposed',
		at: new Date().toISOString(),
	});
	const matchedByKey = new Map(
		customers.map((matched) => [
			`${matched.customer.account}/${matched.customer.customerNo}`,
			matched,
		]),
	);
	for (const row of rows) {
		const matched = matchedByKey.get(`${row.account}/${row.customerNo}`) ?? null;
		outputs.rows.push(itemOf(row, originOf(matched)));
	}
	const open = openCases(customers, {
		today: dayIn(context.getTimezone(), Date.now()),
		withUnmapped: false,
	});
	outputs.summary.push(itemOf(summariseMatches(customers, rows, open), originOf(null)));
	return outputs;
}
