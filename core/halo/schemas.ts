import { z } from 'zod';

/** The canonical Halo records: what leaves `core/halo`, whatever shape Halo answered in. Absent is null. */

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
export type HaloLicence = z.infer<typeof haloLicenceSchema>;
