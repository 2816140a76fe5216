import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/** Items of an input that need not be connected; null when nothing came in by it. */
export function optionalInput(
	context: IExecuteFunctions,
	index: number,
): INodeExecutionData[] | null {
	try {
		const items = context.getInputData(index) as INodeExecutionData[] | null | undefined;
		// n8n runs a node with an input that never came by handing it no items at all.
		return items === null || items === undefined || items.length === 0 ? null : items;
	} catch {
		return null;
	}
}
