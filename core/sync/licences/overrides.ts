import { z } from 'zod';
import { foldKey, subscriptionKey } from '../stellrKeys';
import type { CustomerLines } from './customerLines';
import type { GatheredCustomer } from './sameCustomer';

/**
 * What a person decided for one subscription; it beats the customer's mapping. For groups that share a tenant, and for
 * clients with several sites.
 */
export interface SubscriptionOverride {
	account: string;
	subscriptionId: string;
	/** The client the line belongs to, where it is not the customer's. */
	haloClientId: number | null;
	/** The site of its new row. */
	siteId: number | null;
	/** The line is nobody's: counted and left alone. */
	ignore: boolean;
	reason: string;
	/** `yyyy-MM-dd`: holds to this day. */
	until: string | null;
}

const text = z.preprocess(
	(value) => (value === null || value === undefined ? '' : String(value)),
	z.string(),
);
const id = z.preprocess((value) => {
	if (value === '' || value === undefined || value === null) return null;
	return typeof value === 'string' ? Number(value) : value;
}, z.number().int().nullable());

/** A row of a Data table; `ignore` may be a yes/no or the word. */
export const overrideRowSchema = z
	.object({
		account: z.string().min(1),
		subscriptionId: z.string().min(1),
		haloClientId: id,
		siteId: id,
		ignore: z.preprocess(
			(value) => value === true || /^(true|yes|1)$/i.test(String(value ?? '')),
			z.boolean(),
		),
		reason: text,
		until: z.preprocess(
			(value) => (value ? String(value).slice(0, 10) : null),
			z.string().nullable(),
		),
	})
	.transform((row): SubscriptionOverride => row);

/** Overrides in force on a day, by folded key of the subscription. */
export function overridesOn(
	today: string,
	overrides: readonly SubscriptionOverride[],
): ReadonlyMap<string, SubscriptionOverride> {
	const inForce = overrides.filter(({ until }) => until === null || until >= today);
	return new Map(inForce.map((override) => [foldKey(subscriptionKey(override)), override]));
}

/**
 * Customers with their lines where overrides put them: a line that belongs to another client becomes an entry of its own
 * there. Nothing is judged missing from such an entry, since it is not the customer's whole list.
 */
export function placed(
	gathered: GatheredCustomer[],
	overrides: ReadonlyMap<string, SubscriptionOverride>,
): GatheredCustomer[] {
	if (overrides.size === 0) return gathered;
	return gathered.flatMap(({ source, customer }) => {
		const elsewhere = new Map<number, CustomerLines>();
		const here = customer.subscriptions.filter((line) => {
			const clientId = overrides.get(foldKey(subscriptionKey(line)))?.haloClientId ?? null;
			if (clientId === null || clientId === customer.haloClientId) return true;
			const there = elsewhere.get(clientId) ?? awayFrom(customer, clientId);
			there.subscriptions.push(line);
			elsewhere.set(clientId, there);
			return false;
		});
		if (elsewhere.size === 0) return [{ source, customer }];
		const others = [...elsewhere.values()].map((there) => ({ source, customer: there }));
		return [{ source, customer: { ...customer, subscriptions: here } }, ...others];
	});
}

function awayFrom(customer: CustomerLines, clientId: number): CustomerLines {
	return {
		...customer,
		haloClientId: clientId,
		haloClientName: null,
		haloClientInactive: false,
		clientKeys: [],
		subscriptions: [],
		complete: false,
	};
}
