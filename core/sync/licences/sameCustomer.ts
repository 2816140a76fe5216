import type { StellrSubscription } from '../../stellr/schemas';
import { customerKey, foldKey, subscriptionKey } from '../stellrKeys';
import type { CustomerLines } from './customerLines';

/** A customer as it came in, and with all its lines: it may come in several items. */
export interface GatheredCustomer {
	/** The first item's own record, by which callers find what the plan was made from. */
	source: CustomerLines;
	customer: CustomerLines;
}

/**
 * One entry for each customer at each client. A customer that came twice is one customer, a subscription that came
 * twice (a page was repeated) is one subscription: else it would be created twice. Lines are in the order of their ids.
 */
export function gatherCustomers(customers: CustomerLines[]): GatheredCustomer[] {
	const groups = new Map<string, CustomerLines[]>();
	for (const customer of customers) {
		const place = placeOf(customer);
		groups.set(place, [...(groups.get(place) ?? []), customer]);
	}
	return [...groups.values()].map((group) => ({ source: group[0], customer: together(group) }));
}

/** Folded keys of subscriptions that several customers list, or one customer at several clients. */
export function listedSeveralTimes(customers: GatheredCustomer[]): ReadonlySet<string> {
	const seen = new Set<string>();
	const several = new Set<string>();
	for (const { customer } of customers) {
		for (const key of customer.subscriptions.map(keyOf)) {
			if (seen.has(key)) several.add(key);
			seen.add(key);
		}
	}
	return several;
}

function placeOf(customer: CustomerLines): string {
	return `${foldKey(customerKey(customer))} ${customer.haloClientId}`;
}

function together(group: CustomerLines[]): CustomerLines {
	const byId = new Map(
		group.flatMap((customer) => customer.subscriptions.map((entry) => [keyOf(entry), entry])),
	);
	const subscriptions = [...byId.values()].sort((a, b) =>
		a.subscriptionId < b.subscriptionId ? -1 : 1,
	);
	return {
		...group[0],
		haloClientInactive: group.some((customer) => customer.haloClientInactive),
		clientKeys: [...new Set(group.flatMap((customer) => customer.clientKeys))],
		subscriptions,
		complete: group.every((customer) => customer.complete),
		cameShort: group.some((customer) => customer.cameShort === true),
		unreadable: [...new Set(group.flatMap((customer) => customer.unreadable))],
	};
}

function keyOf(subscription: StellrSubscription): string {
	return foldKey(subscriptionKey(subscription));
}
