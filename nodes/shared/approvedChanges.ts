import type { INodeProperties } from 'n8n-workflow';

import { notice } from './notices';

/** Parameter of both writing nodes, outside their options: what a person approved is seen at once. They differ in who needs it. */
export function approvedChangesParameter(whereToPutThem: string): INodeProperties {
	return {
		displayName: 'Approved Changes',
		name: 'approvedChanges',
		type: 'string',
		default: '',
		placeholder: 'e.g. 3f9a01c2b4d5e6f7',
		description: `Hashes (plan.hash) of held items that a person approved, separated by commas. ${whereToPutThem} An approval lapses when either side has moved since.`,
	};
}

export const approvedChangesNotice: INodeProperties = notice(
	'approvedChangesNotice',
	'What is approved here is written past the guardrail that held it, and nobody is asked again. An approval holds for that change alone: it lapses as soon as either side says something else.',
	{ operation: ['apply'], approvedChanges: [{ _cnd: { not: '' } }] },
);
