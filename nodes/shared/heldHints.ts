import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { nodeHints } from '../../core/words/nodeHints';
import { attentionHint } from './attentionHint';

/** What a person who ran a writing node by hand should look at next. */
export function heldHints(outputs: {
	held: INodeExecutionData[];
	needsAttention: INodeExecutionData[];
}): NodeExecutionHint[] {
	const hints: NodeExecutionHint[] = [];
	const { held, needsAttention } = outputs;
	if (held.length > 0) hints.push({ message: nodeHints.held(held.length), location: 'outputPane' });
	return [...hints, ...attentionHint(needsAttention, 'third')];
}
