import type { INodeProperties } from 'n8n-workflow';

const options = [
	{
		name: 'Fill if Empty',
		value: 'fillIfEmpty',
		description: 'Stellr fills it once, then Halo keeps it',
	},
	{ name: 'Halo Wins', value: 'halo', description: 'What Halo has stays' },
	{ name: 'Stellr Wins', value: 'stellr', description: 'It follows Stellr' },
];

/** One field of the Field Owners collection: who has the say over it. */
export function ownerOption(
	displayName: string,
	name: string,
	owner: 'stellr' | 'halo',
	description: string,
): INodeProperties {
	return { displayName, name, type: 'options', options, default: owner, description };
}
