import type { INodeProperties } from 'n8n-workflow';

import { notice } from '../shared/notices';

/** The options of Get Many as the form holds them; what was never touched is absent. */
export interface ClientOptions {
	activeOnly?: boolean;
	contactDomains?: boolean;
	microsoftConnection?: boolean;
	microsoftTenants?: boolean;
	nativeMappings?: boolean;
	website?: boolean;
}

/** What is free with the client list is on, what costs requests of its own is off. */
export const clientOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	displayOptions: { show: { operation: ['getMany'] } },
	options: [
		{
			displayName: 'Active Only',
			name: 'activeOnly',
			type: 'boolean',
			default: false,
			description:
				'Whether to leave inactive clients out. Mapping Match then sees that clients are missing and takes nobody for unmapped.',
		},
		{
			displayName: 'Contact Domains',
			name: 'contactDomains',
			type: 'boolean',
			default: false,
			description:
				'Whether to count the mail domains of the contacts of each client, for the level Domain of Mapping Match. Costs one request per 100 active contacts.',
		},
		{
			displayName: 'Microsoft Connection',
			name: 'microsoftConnection',
			type: 'boolean',
			default: false,
			description:
				"Whether to ask Halo's Microsoft connection for the tenants linked to clients when the client list shows none. Costs one request, and one per connection.",
		},
		{
			displayName: 'Microsoft Tenants',
			name: 'microsoftTenants',
			type: 'boolean',
			default: true,
			description:
				'Whether the client list is to show the Microsoft tenants that are linked to clients. Costs no request.',
		},
		{
			displayName: 'Native Mappings',
			name: 'nativeMappings',
			type: 'boolean',
			default: false,
			description:
				"Whether to read which customers Halo's own StreamOne Stellr module has mapped, for the level Native Mapping of Mapping Match. Costs one request, and one per connected account.",
		},
		{
			displayName: 'Website',
			name: 'website',
			type: 'boolean',
			default: true,
			description:
				'Whether the client list is to show the websites of clients, for the level Domain of Mapping Match. Costs no request.',
		},
	],
};

export const activeOnlyNotice: INodeProperties = notice(
	'activeOnlyNotice',
	'Without inactive clients the list counts as incomplete: Mapping Match then sends undecided customers to Review instead of calling them unmapped.',
	{ operation: ['getMany'], '/options.activeOnly': [true] },
);
