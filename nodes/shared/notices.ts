import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** A sentence in the form, below the setting whose consequence it says. */
export function notice(
	name: string,
	displayName: string,
	show?: IDisplayOptions['show'],
): INodeProperties {
	return {
		displayName,
		name,
		type: 'notice',
		default: '',
		...(show === undefined ? {} : { displayOptions: { show } }),
	};
}
