import type { INodeProperties } from 'n8n-workflow';

import { defaultLicencePolicy } from '../../core/sync/licences/policy';

/** Which Stellr lines a node looks at; what becomes of them is its own to say. */
export function kindsParameter(description: string): INodeProperties {
	return {
		displayName: 'Kinds of Lines',
		name: 'kinds',
		type: 'multiOptions',
		options: [
			{ name: 'One-Time', value: 'oneTime', description: 'Bought once, not counted in seats' },
			{ name: 'Seat', value: 'seat', description: 'Licences counted in seats, free ones included' },
			{ name: 'Trial', value: 'trial', description: 'Free for a time' },
			{ name: 'Usage', value: 'usage', description: 'Azure and the like, charged by consumption' },
		],
		default: ['seat'],
		description,
	};
}

export function keyFieldOption(description: string): INodeProperties {
	return {
		displayName: 'Licence Key Field',
		name: 'keyField',
		type: 'options',
		options: [
			{ name: 'Notes (A Line of Its Own)', value: 'notes' },
			{ name: 'Service Now ID (Snowid)', value: 'snowid' },
			{ name: 'Tenant ID', value: 'tenant_id' },
		],
		default: 'snowid',
		description,
	};
}

export const excludeProductsOption: INodeProperties = {
	displayName: 'Leave Out Products',
	name: 'excludeProducts',
	type: 'string',
	default: '',
	placeholder: 'e.g. Azure plan, Duo',
	description:
		'Comma-separated words; lines whose vendor, product name or SKU holds one are left out',
};

export const includeProductsOption: INodeProperties = {
	displayName: 'Only Products',
	name: 'includeProducts',
	type: 'string',
	default: '',
	placeholder: 'e.g. Microsoft, Acronis',
	description:
		'Comma-separated words; only lines whose vendor, product name or SKU holds one are taken',
};

export function ownSuppliersOption(description: string): INodeProperties {
	return {
		displayName: 'Own Suppliers',
		name: 'ownSuppliers',
		type: 'string',
		default: defaultLicencePolicy.ownSuppliers.join(', '),
		description,
	};
}
