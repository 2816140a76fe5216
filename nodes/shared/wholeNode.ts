import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { attentionItem } from './attention';
import type { Origin } from './pairing';
import { issueOfThrown } from './stopNode';

/**
 * Runs a node's work. What stops it all (sign-in, host, an incomplete list) is thrown under "Stop Workflow", and else
 * becomes one item on Needs Attention: were it thrown, n8n would send the node's input out of its first output.
 */
export async function wholeNode(
	context: IExecuteFunctions,
	outputs: {
		count: number;
		needsAttention: number;
		/** What the first output says all the same, such as "a list of which nothing is known". */
		firstSays?: (origin: Origin) => INodeExecutionData[];
	},
	work: () => Promise<INodeExecutionData[][]>,
): Promise<INodeExecutionData[][]> {
	try {
		return await work();
	} catch (thrown) {
		if (!context.continueOnFail()) {
			throw new NodeOperationError(context.getNode(), thrown as Error);
		}
		const all: Origin = context.getInputData().map((_, item) => ({ item }));
		const said = Array.from({ length: outputs.count }, (): INodeExecutionData[] => []);
		said[0].push(...(outputs.firstSays?.(all) ?? []));
		said[outputs.needsAttention].push(attentionItem(issueOfThrown(thrown), {}, all));
		return said;
	}
}
