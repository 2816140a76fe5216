import type { INodeProperties } from 'n8n-workflow';

/** Parameter of both writing nodes, outside their options: what a person approved is seen at once. */
export const approvedChangesParameter: INodeProperties = {
	displayName: 'Approved Changes',
	name: 'approvedChanges',
	type: 'string',
	default: '',
	placeholder: 'e.g. 3f9a01c2b4d5e6f7',
	description:
		'Hashes of held items that a person approved, separated by commas. An approval lapses when either side has moved since.',
};
