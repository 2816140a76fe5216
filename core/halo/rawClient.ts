import { z } from 'zod';
import { sameFieldName } from './clientFields';
import { parseStoredKeys, type KeyField } from './keyField';
import { flag, optionalText, optionalWholeNumber, wholeNumber } from './rawValues';
import type { HaloClient } from './schemas';

/** A client as Halo's list or details show it. What the list leaves out is simply not there. */

const customFieldSchema = z
	.object({ id: optionalWholeNumber, name: z.string(), value: z.unknown() })
	.transform(({ id, name, value }) => ({ id, name, value: value ?? null }));

export type CustomFieldValue = z.infer<typeof customFieldSchema>;

const azureTenantSchema = z.object({
	azure_tenant_id: optionalText,
	azure_tenant_domain: optionalText,
});

const absentList = z.union([z.null(), z.undefined()]).transform(() => []);

export const rawClientSchema = z.object({
	id: wholeNumber,
	name: z.string().trim().min(1),
	toplevel_id: optionalWholeNumber,
	toplevel_name: optionalText,
	inactive: flag(false),
	website: optionalText,
	domain: optionalText,
	ref: optionalText,
	accountsid: optionalText,
	main_site_id: optionalWholeNumber,
	azure_tenant_id: optionalText,
	azure_tenants: z.union([z.array(azureTenantSchema), absentList]),
	customfields: z.union([z.array(customFieldSchema), absentList]),
});

export type RawClient = z.infer<typeof rawClientSchema>;

export function canonicalClient(raw: RawClient, keyField: KeyField | null): HaloClient {
	const stored = parseStoredKeys(keyField === null ? null : keyText(raw, keyField));
	return {
		id: raw.id,
		name: raw.name,
		topLevelId: raw.toplevel_id,
		topLevelName: raw.toplevel_name,
		inactive: raw.inactive,
		website: raw.website,
		stellrKeys: stored.keys,
		foreignKeyText: stored.foreignText,
		microsoftTenantIds: distinct([
			raw.azure_tenant_id,
			...raw.azure_tenants.map((tenant) => tenant.azure_tenant_id),
		]),
		domains: domainsOf(raw),
		mainSiteId: raw.main_site_id !== null && raw.main_site_id > 0 ? raw.main_site_id : null,
		country: null,
	};
}

/** Whether a raw list row shows the key field at all, be it empty. */
export function showsKeyField(row: unknown, keyField: KeyField): boolean {
	if (typeof row !== 'object' || row === null) return false;
	if (keyField.kind !== 'customField') return keyField.kind in row;
	const fields: unknown = 'customfields' in row ? row.customfields : null;
	return (
		Array.isArray(fields) &&
		fields.some((field) => {
			const parsed = customFieldSchema.safeParse(field);
			return parsed.success && isKeyField(parsed.data, keyField);
		})
	);
}

function keyText(raw: RawClient, keyField: KeyField): string | null {
	if (keyField.kind !== 'customField') return raw[keyField.kind];
	const value = raw.customfields.find((field) => isKeyField(field, keyField))?.value ?? null;
	if (value === null) return null;
	// Anything but text in the key field is not ours, and must not look empty.
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isKeyField(
	field: CustomFieldValue,
	keyField: Extract<KeyField, { kind: 'customField' }>,
): boolean {
	if (field.id !== null && keyField.id !== null) return field.id === keyField.id;
	return sameFieldName(field.name, keyField.name);
}

/** Domains the client itself shows: its website, its domain field, the domains of its Microsoft tenants. */
function domainsOf(raw: RawClient): string[] {
	return distinct([
		hostOf(raw.website),
		...(raw.domain ?? '').split(/[\s,;]+/).map(hostOf),
		...raw.azure_tenants.map((tenant) => hostOf(tenant.azure_tenant_domain)),
	]);
}

const HOST =
	/^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^@/\s]+@)?(?:www\d?\.)?((?:[a-z0-9-]+\.)+[a-z0-9-]{2,})/i;

/** The host of a web or mail address, without `www`; null when there is none. */
export function hostOf(address: string | null): string | null {
	return HOST.exec(address?.trim() ?? '')?.[1] ?? null;
}

function distinct(texts: Array<string | null>): string[] {
	const found = texts.flatMap((text) => (text === null ? [] : [text.trim().toLowerCase()]));
	return [...new Set(found.filter((text) => text !== ''))];
}
