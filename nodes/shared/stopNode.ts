import { NodeOperationError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import type { Issue } from '../../core/items/issue';

/** What stops a whole node: an n8n error that keeps the issue, so that it can become an attention item instead. */
export function stopWith(node: INode, issue: Issue): NodeOperationError {
	const requestId = issue.requestId ? ` Request id: ${issue.requestId}` : '';
	const stop = new NodeOperationError(node, issue.message, {
		description: `${issue.remedy}${requestId}`,
	});
	// n8n rewords messages in which it finds a code of its own.
	stop.message = issue.message;
	stop.context.issue = issue;
	return stop;
}

/** The issue behind anything that was thrown. */
export function issueOfThrown(thrown: unknown): Issue {
	const context = isFields(thrown) && isFields(thrown.context) ? thrown.context : {};
	if (isIssue(context.issue)) return context.issue;
	const message =
		isFields(thrown) && typeof thrown.message === 'string' ? thrown.message : String(thrown);
	const described =
		isFields(thrown) && typeof thrown.description === 'string' ? thrown.description : null;
	return {
		code: 'nodeStopped',
		message,
		remedy: described ?? 'Check the parameters of this node, then run it again.',
		requestId: null,
	};
}

function isFields(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

function isIssue(value: unknown): value is Issue {
	return isFields(value) && typeof value.message === 'string' && typeof value.remedy === 'string';
}
