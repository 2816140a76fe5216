import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { attentionHint } from '../shared/attentionHint';

/** What the reader of a run should know before opening the outputs. */
export function hintsAbout(run: {
	review: number;
	attention: readonly INodeExecutionData[];
	missing: readonly string[];
}): NodeExecutionHint[] {
	const hints: NodeExecutionHint[] = [];
	if (run.missing.length > 0) {
		const more = run.missing.length > 3 ? ` And ${run.missing.length - 3} more reasons.` : '';
		hints.push(
			hint(
				`Equal names decide nothing in this run and nobody is called unmapped. ${run.missing.slice(0, 3).join(' ')}${more}`,
				'warning',
			),
		);
	}
	if (run.review > 0) {
		hints.push(
			hint(
				`${run.review} ${run.review === 1 ? 'customer needs' : 'customers need'} review: open the second output.`,
			),
		);
	}
	return [...hints, ...attentionHint(run.attention, 'last')];
}

function hint(message: string, type: 'info' | 'warning' = 'info'): NodeExecutionHint {
	return { message, type, location: 'outputPane' };
}
