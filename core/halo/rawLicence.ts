import { z } from 'zod';
import {
	flag,
	optionalDate,
	optionalNumber,
	optionalText,
	optionalWholeNumber,
	wholeNumber,
} from './rawValues';
import type { HaloLicence } from './schemas';

/**
 * A licence row as Halo shows it, to the canonical one. A row without a client or without a count is no licence that
 * could be judged, and is rejected rather than guessed at.
 */
export const rawLicenceSchema = z
	.object({
		id: wholeNumber,
		type: optionalWholeNumber,
		client_id: wholeNumber,
		client_name: optionalText,
		site_id: optionalWholeNumber,
		name: optionalText,
		count: z.number().finite(),
		status: optionalText,
		// The database's own defaults: active, not deleted.
		is_active: flag(true),
		deleted: flag(false),
		start_date: optionalDate,
		end_date: optionalDate,
		price: optionalNumber,
		purchase_price: optionalNumber,
		billing_cycle: optionalText,
		term_duration: optionalText,
		product_sku: optionalText,
		vendor_product_sku: optionalText,
		snowid: optionalText,
		tenant_id: optionalText,
		notes: optionalText,
		supplier_id: optionalWholeNumber,
		supplier_name: optionalText,
		vendor: optionalText,
		manufacturer: optionalText,
		distributor: optionalText,
		azure_connection_id: optionalWholeNumber,
	})
	.passthrough()
	.transform(
		(raw): HaloLicence => ({
			id: raw.id,
			type: raw.type,
			clientId: raw.client_id,
			clientName: raw.client_name,
			siteId: raw.site_id,
			name: raw.name ?? '',
			count: raw.count,
			status: raw.status,
			active: raw.is_active,
			deleted: raw.deleted,
			startDate: raw.start_date,
			endDate: raw.end_date,
			price: raw.price,
			cost: raw.purchase_price,
			billingCycle: raw.billing_cycle,
			termDuration: raw.term_duration,
			productSku: raw.product_sku,
			vendorProductSku: raw.vendor_product_sku,
			snowid: raw.snowid,
			tenantId: raw.tenant_id,
			notes: raw.notes,
			supplierId: raw.supplier_id,
			supplierName: raw.supplier_name,
			vendor: raw.vendor,
			manufacturer: raw.manufacturer,
			distributor: raw.distributor,
			azureConnectionId: raw.azure_connection_id,
			texts: textsOf(raw),
		}),
	);

/** Every text of the row: an id may have been typed into any of them. */
function textsOf(raw: Record<string, unknown>): Record<string, string> {
	const texts: Record<string, string> = {};
	for (const [field, value] of Object.entries(raw)) {
		if (typeof value === 'string' && value.trim() !== '') texts[field] = value;
	}
	return texts;
}
