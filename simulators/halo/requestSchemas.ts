/** What a body may hold: the fields Halo's document names, by its types, plus the lengths its database keeps. */
import { z } from 'zod';
import * as billing from './wire/billingProperties';
import * as customers from './wire/customerProperties';
import * as people from './wire/peopleProperties';
import type { PropertyNames } from './wire/propertyNames';

/** One departure of a body from Halo's document. */
export interface BodyViolation {
	/** As Halo spells binding refusals: `[0].count`. */
	field: string;
	what: string;
	unknownField: boolean;
}

const words = (names: string | undefined) => (names ?? '').split(/\s+/).filter(Boolean);

/** A strict object of the named properties; every one may be left out or null. */
function strictObject(names: PropertyNames, special: Record<string, z.ZodTypeAny> = {}) {
	const kinds: Array<[string | undefined, z.ZodTypeAny]> = [
		[names.integers, z.number().int().min(-2147483648).max(2147483647)],
		[names.numbers, z.number()],
		[names.booleans, z.boolean()],
		[names.strings, z.string()],
		[names.objects, z.record(z.unknown())],
		[names.arrays, z.array(z.unknown())],
		[names.anything, z.unknown()],
	];
	const shape: Record<string, z.ZodTypeAny> = {};
	for (const [list, kind] of kinds) {
		for (const name of words(list)) shape[name] = (special[name] ?? kind).nullish();
	}
	return z.object(shape).strict();
}

/** Sizes of text columns in a published dump of Halo's database. */
function lengths(sizes: Record<number, string>): Record<string, z.ZodTypeAny> {
	return Object.fromEntries(
		Object.entries(sizes).flatMap(([size, names]) =>
			words(names).map((name) => [name, z.string().max(Number(size))]),
		),
	);
}

const address = strictObject(people.addressProperties);
const customField = strictObject(customers.customFieldProperties);
const azureTenant = strictObject(customers.azureTenantProperties);
const externalLink = strictObject(
	billing.externalLinkProperties,
	lengths({
		250: 'third_party_type',
		255: 'integration_name',
		1000: 'third_party_id',
		4000: 'third_party_desc',
	}),
);
const shared = {
	customfields: z.array(customField),
	external_links: z.array(externalLink),
	new_external_link: externalLink,
};

const site = strictObject(customers.siteProperties, {
	...shared,
	delivery_address: address,
	invoice_address: address,
});

const area = strictObject(customers.areaProperties, {
	...shared,
	...lengths({ 250: 'website', 4000: 'ref accountsid' }),
	azure_tenants: z.array(azureTenant),
	customer_relationship: z.array(z.object({ id: z.string(), name: z.string().nullish() }).strict()),
	newclient_delivery_address: address,
	main_delivery_address: address,
	main_invoice_address: address,
	import_address: address,
	override_org_address: address,
	site_update: z.array(site),
});

const licence = strictObject(
	billing.licenceProperties,
	lengths({
		100: 'tenant_id tenant_name billing_cycle term_duration status distributor',
		500: 'name vendor manufacturer snowid',
		1000: 'product_sku vendor_product_sku',
	}),
);

const links = z.array(strictObject(billing.quantityLinkProperties));
const invoiceLine = strictObject(billing.invoiceLineProperties, {
	customfields: shared.customfields,
	quantity_users: links,
	quantity_assets: links,
	quantity_licences: links,
	quantity_subscriptions: links,
});

const invoice = strictObject(billing.invoiceProperties, {
	...shared,
	lines: z.array(invoiceLine),
	add_lines: z.array(invoiceLine),
	address,
	shipaddress: address,
	originaddress: address,
});

/** One row's schema for each route that takes an array. */
export const ROW_SCHEMAS: Record<string, z.ZodTypeAny> = {
	'/client': area,
	'/site': site,
	'/address': address,
	'/toplevel': strictObject(customers.topLevelProperties),
	'/users': strictObject(people.userProperties, { ...shared, primary_address: address }),
	'/softwarelicence': licence,
	'/recurringinvoice': invoice,
	'/recurringinvoice/lines': invoiceLine,
	'/recurringinvoice/updatelines': invoiceLine,
	'/item': strictObject(billing.itemProperties, shared),
	'/supplier': strictObject(customers.supplierProperties, shared),
	'/externallink': externalLink,
	'/synnexdetails': strictObject(billing.synnexDetailsProperties, {
		client_mappings: z.array(externalLink),
	}),
};

/** The one route whose body is a single object. */
const GENERATE = z
	.object({ module_id: z.number().int(), tenant_id: z.number().int().nullish() })
	.strict();

/** Where a body departs from Halo's document; empty when it does not. */
export function bodyViolations(route: string, body: unknown): BodyViolation[] {
	if (route === '/externallink/generate') return departures(GENERATE, body);
	const row = ROW_SCHEMAS[route];
	if (!row) return [];
	if (Array.isArray(body)) return departures(z.array(row), body);
	const notArray = { field: '', what: 'the body is no array', unknownField: false };
	return [notArray, ...departures(row, body)];
}

function departures(schema: z.ZodTypeAny, body: unknown): BodyViolation[] {
	const result = schema.safeParse(body);
	if (result.success) return [];
	return result.error.issues.flatMap((issue): BodyViolation[] => {
		if (issue.code === 'unrecognized_keys') {
			return issue.keys.map((key) => ({
				field: fieldPath([...issue.path, key]),
				what: "is not in Halo's document",
				unknownField: true,
			}));
		}
		return [{ field: fieldPath(issue.path), what: issue.message, unknownField: false }];
	});
}

function fieldPath(path: Array<string | number>): string {
	return path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
}
