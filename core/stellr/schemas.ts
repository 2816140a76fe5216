import { z } from 'zod';

/** The canonical Stellr records: what leaves a Stellr node, whatever the raw field names were. Absent is null. */

export const stellrAddressSchema = z.object({
	line1: z.string().nullable(),
	line2: z.string().nullable(),
	city: z.string().nullable(),
	state: z.string().nullable(),
	postalCode: z.string().nullable(),
	country: z.string().nullable(),
});

export const stellrCustomerSchema = z.object({
	/** Account label of the credential; namespaces every Stellr id. */
	account: z.string().min(1),
	customerNo: z.string().min(1),
	name: z.string().nullable(),
	/** The vendor's own word, such as `Active` or `Discontinued`. */
	status: z.string().nullable(),
	/** False only when the status says so (`Discontinued` and the like); null or unknown words count as active. */
	active: z.boolean(),
	domain: z.string().nullable(),
	tenantId: z.string().nullable(),
	address: stellrAddressSchema,
	phone: z.string().nullable(),
	raw: z.record(z.string(), z.unknown()).optional(),
});

export const subscriptionStates = [
	'active',
	'suspended',
	'cancelled',
	'expired',
	'unknown',
] as const;
export const subscriptionKinds = ['seat', 'usage', 'oneTime', 'trial', 'unknown'] as const;

export const stellrSubscriptionSchema = z.object({
	account: z.string().min(1),
	customerNo: z.string().min(1),
	/** `contractNo_lineNo`, such as `411833_1`. */
	subscriptionId: z.string().min(1),
	contractNo: z.string().nullable(),
	lineNo: z.string().nullable(),
	vendorSubscriptionId: z.string().nullable(),
	productName: z.string().nullable(),
	vendor: z.string().nullable(),
	skuNo: z.string().nullable(),
	mfgPartNo: z.string().nullable(),
	offerId: z.string().nullable(),
	/** Seats, the current total. May be a fraction here: the licence plan refuses what Halo cannot hold. */
	quantity: z.number().nullable(),
	/** Reseller's cost per unit and billing cycle (Stellr `unitPrice`); confidential. */
	unitCost: z.number().nullable(),
	/** Suggested end-customer price per unit and billing cycle (Stellr `customerPrice`). */
	suggestedPrice: z.number().nullable(),
	currency: z.string().nullable(),
	/** The vendor's own word: `month`, `annual`, `year`, `one_time` … */
	billingFrequency: z.string().nullable(),
	/** Commitment read from the name, else from the dates: `P1M`, `P1Y`, `P3Y`; null when unknown. */
	term: z.string().nullable(),
	/** Calendar days, `yyyy-MM-dd`. */
	startDate: z.string().nullable(),
	endDate: z.string().nullable(),
	status: z.string().nullable(),
	state: z.enum(subscriptionStates),
	kind: z.enum(subscriptionKinds),
	/** Why it is of that kind, in words: "name says Azure plan". */
	kindReason: z.string(),
	raw: z.record(z.string(), z.unknown()).optional(),
});

export type StellrAddress = z.infer<typeof stellrAddressSchema>;
export type StellrCustomer = z.infer<typeof stellrCustomerSchema>;
export type StellrSubscription = z.infer<typeof stellrSubscriptionSchema>;
export type SubscriptionState = (typeof subscriptionStates)[number];
export type SubscriptionKind = (typeof subscriptionKinds)[number];
