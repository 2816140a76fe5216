import { recordSchema } from '../items/fieldReaders';
import {
	readCount,
	readFlag,
	readOptionalDate,
	readOptionalNumber,
	readOptionalText,
	readOptionalWholeNumber,
	readWholeNumber,
} from './rawValues';
import type { HaloLicence } from './schemas';

/**
 * A licence row as Halo shows it, to the canonical one. A row without a client or without a count is no licence that
 * could be judged, and is rejected rather than guessed at.
 */
export const rawLicenceSchema = recordSchema(
	{
		id: readWholeNumber,
		type: readOptionalWholeNumber,
		client_id: readWholeNumber,
		client_name: readOptionalText,
		site_id: readOptionalWholeNumber,
		name: readOptionalText,
		count: readCount,
		status: readOptionalText,
		// The database's own defaults: active, not deleted.
		is_active: readFlag(true),
		deleted: readFlag(false),
		start_date: readOptionalDate,
		end_date: readOptionalDate,
		price: readOptionalNumber,
		purchase_price: readOptionalNumber,
		billing_cycle: readOptionalText,
		term_duration: readOptionalText,
		product_sku: readOptionalText,
		vendor_product_sku: readOptionalText,
		snowid: readOptionalText,
		tenant_id: readOptionalText,
		notes: readOptionalText,
		supplier_id: readOptionalWholeNumber,
		supplier_name: readOptionalText,
		vendor: readOptionalText,
		manufacturer: readOptionalText,
		distributor: readOptionalText,
		azure_connection_id: readOptionalWholeNumber,
	},
	(raw, row): HaloLicence => ({
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
		texts: textsOf(raw, row),
	}),
);

/** Every text of the row, those of known fields as they were read: an id may have been typed into any of them. */
function textsOf(fields: object, row: Record<string, unknown>): Record<string, string> {
	const texts: Record<string, string> = {};
	for (const [field, value] of Object.entries(fields)) addText(texts, field, value);
	for (const field of Object.keys(row)) {
		if (!Object.hasOwn(fields, field)) addText(texts, field, row[field]);
	}
	return texts;
}

function addText(texts: Record<string, string>, field: string, value: unknown): void {
	if (typeof value === 'string' && value.trim() !== '') texts[field] = value;
}
