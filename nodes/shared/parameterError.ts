import { NodeOperationError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import type { ParameterWords } from '../../core/words/parameterWords';

/** What a node throws when one of its parameters does not fit. */
export function parameterError(
	node: INode,
	{ message, remedy }: ParameterWords,
	itemIndex?: number,
): NodeOperationError {
	return new NodeOperationError(node, message, { description: remedy, itemIndex });
}
