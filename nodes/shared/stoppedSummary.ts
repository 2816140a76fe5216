import type { INodeExecutionData } from 'n8n-workflow';

import { itemOf } from './pairing';

interface SummaryPlace {
	summary: number;
	needsAttention: number;
	/** What the node is about: "Clients". */
	subject: string;
}

/** Summary always puts out one item: where a node was stopped and the flow goes on, it says what stopped it. */
export function withSummary(
	outputs: INodeExecutionData[][],
	{ summary, needsAttention, subject }: SummaryPlace,
): INodeExecutionData[][] {
	if (outputs[summary].length > 0) return outputs;
	const [stopped] = outputs[needsAttention];
	const issue = (stopped?.json.issue ?? {}) as { message?: string; remedy?: string };
	const verdict = `${subject}: stopped. ${issue.message ?? ''}`.trim();
	const text = [verdict, issue.remedy ?? ''].filter((line) => line !== '').join('\n');
	const nothingToKeep = {
		held: [],
		rowsToSave: [],
		changeLogRows: [],
		pendingRows: [],
		pendingGone: [],
		runRows: [],
		driftRows: [],
		driftGone: [],
		form: '[]',
	};
	const record = { verdict, text, counts: { needsAttention: 1 }, ...nothingToKeep };
	const item = { ...itemOf(record, 0), pairedItem: stopped?.pairedItem };
	return outputs.map((items, index) => (index === summary ? [item] : items));
}
