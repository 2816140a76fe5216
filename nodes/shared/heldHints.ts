import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { attentionHint } from './attentionHint';

/** What a person who ran a writing node by hand should look at next. */
export function heldHints(outputs: {
	held: INodeExecutionData[];
	needsAttention: INodeExecutionData[];
}): NodeExecutionHint[] {
	const hints: NodeExecutionHint[] = [];
	const { held, needsAttention } = outputs;
	if (held.length > 0) {
		hints.push({
			message: `${held.length} held: open the second output to see why.`,
			location: 'outputPane',
		});
	}
	return [...hints, ...attentionHint(needsAttention, 'third')];
}
