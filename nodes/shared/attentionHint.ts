import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { nodeHints } from '../../core/words/nodeHints';

type Place = 'second' | 'third' | 'fourth' | 'last';

/** Of these a hint of their own says everything. */
const SAID_IN_FULL: readonly unknown[] = ['noCustomersVisible', 'noClientsVisible'];

/** Where to look for what needs a person; none when nothing does, or when that is said already. */
export function attentionHint(
	needsAttention: readonly INodeExecutionData[],
	output: Place,
): NodeExecutionHint[] {
	const count = needsAttention.filter(({ json }) => !SAID_IN_FULL.includes(codeOf(json))).length;
	if (count === 0) return [];
	const message = nodeHints.needsAttention(count, output);
	return [{ message, type: 'warning', location: 'outputPane' }];
}

function codeOf({ issue }: INodeExecutionData['json']): unknown {
	return typeof issue === 'object' && issue !== null && 'code' in issue ? issue.code : null;
}
