import { z } from 'zod';

/** The canonical Halo records: what leaves `core/halo`, whatever shape Halo answered in. Absent is null. */

export const contactDomainSchema = z.object({
	domain: z.string(),
	contacts: z.number().int().positive(),
});

/** A row of `client_mappings` in `/SynnexDetails`. It does not say which Stellr account it belongs to. */
export const nativeMappingSchema = z.object({
	customerNo: z.string(),
	/** The customer's name as the module last saw it. */
	customerName: z.string().nullable(),
	/** Name of the module's connection, such as "Stellr CA". */
	connection: z.string().nullable(),
});

export const haloClientSchema = z.object({
	id: z.number().int(),
	name: z.string(),
	topLevelId: z.number().int().nullable(),
	topLevelName: z.string().nullable(),
	inactive: z.boolean(),
	website: z.string().nullable(),
	/** Stored keys, `<account>/<customerNo>`, as found in the key field. */
	stellrKeys: z.array(z.string()),
	/** Text of the key field that is no Stellr key of ours; never overwritten. */
	foreignKeyText: z.string().nullable(),
	microsoftTenantIds: z.array(z.string()),
	domains: z.array(z.string()),
	mainSiteId: z.number().int().nullable(),
	country: z.string().nullable(),
	/** Mail domains of its contacts with how many use each, commonest first; absent or null when contacts were not read. */
	contactDomains: z.array(contactDomainSchema).nullish(),
	/** What Halo's own StreamOne Stellr module maps to this client; absent or null when it was not read. */
	nativeMappings: z.array(nativeMappingSchema).nullish(),
});

export const haloLicenceSchema = z.object({
	id: z.number().int(),
	/** 0 licence, 1 subscription; never changed by us. */
	type: z.number().int().nullable(),
	clientId: z.number().int().nullable(),
	clientName: z.string().nullable(),
	siteId: z.number().int().nullable(),
	name: z.string(),
	count: z.number(),
	status: z.string().nullable(),
	active: z.boolean(),
	deleted: z.boolean(),
	/** `yyyy-MM-ddTHH:mm:ss` as Halo gave it; null for Halo's "no date" (any year before 2000). */
	startDate: z.string().nullable(),
	endDate: z.string().nullable(),
	price: z.number().nullable(),
	cost: z.number().nullable(),
	billingCycle: z.string().nullable(),
	termDuration: z.string().nullable(),
	productSku: z.string().nullable(),
	vendorProductSku: z.string().nullable(),
	snowid: z.string().nullable(),
	tenantId: z.string().nullable(),
	notes: z.string().nullable(),
	supplierId: z.number().int().nullable(),
	supplierName: z.string().nullable(),
	vendor: z.string().nullable(),
	manufacturer: z.string().nullable(),
	distributor: z.string().nullable(),
	/** Above 0 when Halo's own Microsoft connection made the row. */
	azureConnectionId: z.number().int().nullable(),
	/** Every text of the row by field name, for evidence such as an id typed into any field. */
	texts: z.record(z.string(), z.string()),
});

export type HaloClient = z.infer<typeof haloClientSchema>;
export type ContactDomain = z.infer<typeof contactDomainSchema>;
export type NativeMapping = z.infer<typeof nativeMappingSchema>;
export type HaloLicence = z.infer<typeof haloLicenceSchema>;
