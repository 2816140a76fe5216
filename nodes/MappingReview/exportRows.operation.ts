import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { exportRows } from '../../core/review/csvExport';
import { attentionItem } from '../shared/attention';
import { emptyOutputs } from '../shared/outputs';
import { itemOf, originOf } from '../shared/pairing';
import { outputNames, type ReviewOutputs } from './outputNames';

export const description: INodeProperties[] = [];

/** Rows of the saved mapping as lines of a CSV file, which the node after this one makes. */
export async function execute(context: IExecuteFunctions): Promise<ReviewOutputs> {
	const outputs = emptyOutputs(outputNames);
	const items = context.getInputData(0);
	const all = originOf(items.map((_, index) => index));
	// "Always Output Data" of the Data table node stands for an empty table.
	const saved = items.map(({ json }) => json).filter((json) => Object.keys(json).length > 0);
	for (const { cells, message } of exportRows(saved)) {
		outputs.rows.push(itemOf(cells, all));
		if (message !== null)
			outputs.needsAttention.push(attentionItem(unreadable(message), cells, all));
	}
	const text =
		saved.length === 0
			? 'Nothing is saved yet, so there is nothing to export.'
			: `${saved.length} rows exported, ${outputs.needsAttention.length} of which cannot be read as a decision.`;
	outputs.summary.push(
		itemOf({ exported: saved.length, unreadable: outputs.needsAttention.length, text }, all),
	);
	return outputs;
}

function unreadable(message: string) {
	return {
		code: 'savedRowNotUnderstood',
		message: `A row of the saved mapping was exported as it stands, but decides nothing: ${message}.`,
		remedy: 'Correct it in the Data table or in the file.',
		requestId: null,
	};
}
