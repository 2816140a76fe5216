/** Which right a call needs, in the words of the vendor's own screens. */

/** By what the API is asked to do. */
export const STELLR_PERMISSIONS: Readonly<Record<string, string>> = {
	'List Customers': 'End Customers - List Customers',
	'Get Customer': 'End Customers - Get Customer Details',
	'List Subscriptions': "Subscriptions - List Customers' Subscriptions",
	'Get Subscription': 'Subscriptions - Get Subscription Details',
	'List All Subscriptions': "List Reseller's Subscriptions",
};

/** First match wins; what is written needs `edit:`, what is read `read:`. */
const HALO_AREAS: Array<{ words: RegExp; area: string | null; agent: string }> = [
	{
		words: /licen[cs]e|subscription/i,
		area: 'softwarelicensing',
		agent: 'Software Licensing Access Level',
	},
	{ words: /invoice/i, area: 'invoices', agent: 'Invoices' },
	{ words: /supplier/i, area: 'suppliers', agent: 'Suppliers' },
	{ words: /\bitem/i, area: 'items', agent: 'Items' },
	{ words: /user|contact/i, area: 'customers', agent: 'Users' },
	{
		words: /synnex|stellr|microsoft|azure|mapping|link|field|lookup/i,
		area: null,
		agent: 'Administrator role',
	},
	{ words: /client|site|address|top level|customer/i, area: 'customers', agent: 'Customers' },
];

const WRITING_WORDS = /^(create|update|save|write|post|end|adopt|link)\b/i;

/** "the permission …", to follow "needs". */
export function permissionNeeded(api: 'stellr' | 'halo', doing: string): string {
	if (api === 'stellr') {
		const permission = STELLR_PERMISSIONS[doing];
		return permission ? `the permission "${permission}"` : `a permission for "${doing}"`;
	}
	const found = HALO_AREAS.find(({ words }) => words.test(doing));
	if (!found) return `a permission for "${doing}"`;
	const access = WRITING_WORDS.test(doing) ? 'edit' : 'read';
	if (found.area === null)
		return 'the permission "admin" (or "all") and an agent with the Administrator role';
	const level = access === 'edit' ? 'Read and Modify' : 'Read Only or more';
	return `the permission "${access}:${found.area}" and an agent whose "${found.agent}" is ${level}`;
}
