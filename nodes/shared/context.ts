import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

/** Where a node may need an API: while it runs, and while its form fills a list. */
export type NodeContext = IExecuteFunctions | ILoadOptionsFunctions;

/** Aborted when the execution is stopped; forms have none. */
export function cancelSignalOf(context: NodeContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}
