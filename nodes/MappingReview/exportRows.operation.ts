import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { exportRows } from '../../core/review/csvExport';
import { exportedText, savedRowIssues } from '../../core/words/savedRowIssues';
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
			outputs.needsAttention.push(attentionItem(savedRowIssues.exported(message), cells, all));
	}
	const unreadable = outputs.needsAttention.length;
	const text = exportedText(saved.length, unreadable);
	outputs.summary.push(itemOf({ exported: saved.length, unreadable, text }, all));
	return outputs;
}
