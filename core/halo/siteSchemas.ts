import { z } from 'zod';
import { flag, optionalText, optionalWholeNumber, wholeNumber } from './rawValues';

/** An address as Halo keeps it: four lines and a postcode; city and state are lines, country is the site's. */
export const haloAddressSchema = z.object({
	id: z.number().int().nullable(),
	line1: z.string().nullable(),
	line2: z.string().nullable(),
	line3: z.string().nullable(),
	line4: z.string().nullable(),
	postcode: z.string().nullable(),
});

export const haloSiteSchema = z.object({
	id: z.number().int(),
	clientId: z.number().int(),
	name: z.string(),
	inactive: z.boolean(),
	phone: z.string().nullable(),
	deliveryAddress: haloAddressSchema.nullable(),
	invoiceAddress: haloAddressSchema.nullable(),
	countryCode: z.string().nullable(),
	regionCode: z.number().int().nullable(),
});

export type HaloAddress = z.infer<typeof haloAddressSchema>;
export type HaloSite = z.infer<typeof haloSiteSchema>;
export type Site = HaloSite;

/** An address object in an answer; null when it is absent. */
export const rawAddressSchema = z.union([
	z.object({
		id: optionalWholeNumber,
		line1: optionalText,
		line2: optionalText,
		line3: optionalText,
		line4: optionalText,
		postcode: optionalText,
	}),
	z.union([z.null(), z.undefined()]).transform(() => null),
]);

/** A site as Halo shows it, list or details, to the canonical one. `client_id` may come as `12.0`. */
export const rawSiteSchema = z
	.object({
		id: wholeNumber,
		client_id: wholeNumber,
		name: optionalText,
		inactive: flag(false),
		phonenumber: optionalText,
		delivery_address: rawAddressSchema,
		invoice_address: rawAddressSchema,
		delivery_address_line1: optionalText,
		delivery_address_line2: optionalText,
		delivery_address_line3: optionalText,
		delivery_address_line4: optionalText,
		/** The flat form has no postcode of its own: line 5 holds it. */
		delivery_address_line5: optionalText,
		country_code: optionalText,
		region_code: optionalWholeNumber,
	})
	.transform(
		(raw): HaloSite => ({
			id: raw.id,
			clientId: raw.client_id,
			name: raw.name ?? '',
			inactive: raw.inactive,
			phone: raw.phonenumber,
			deliveryAddress: raw.delivery_address ?? flatAddress(raw),
			invoiceAddress: raw.invoice_address,
			countryCode: raw.country_code,
			regionCode: raw.region_code,
		}),
	);

function flatAddress(raw: Record<`delivery_address_line${1 | 2 | 3 | 4 | 5}`, string | null>) {
	const address: HaloAddress = {
		id: null,
		line1: raw.delivery_address_line1,
		line2: raw.delivery_address_line2,
		line3: raw.delivery_address_line3,
		line4: raw.delivery_address_line4,
		postcode: raw.delivery_address_line5,
	};
	return Object.values(address).every((part) => part === null) ? null : address;
}
