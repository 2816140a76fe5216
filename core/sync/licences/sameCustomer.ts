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
		const group = groups.get(place);
		if (group === undefined) groups.set(place, [customer]);
		else group.push(customer);
	}
	return [...groups.values()].map((group) => ({ source: group[0], customer: together(group) }));
}

/** Folded keys of subscriptions. */
export interface ListedKeys {
	listed: ReadonlySet<string>;
	/** Those that several customers list, or one customer at several clients. */
	several: ReadonlySet<string>;
}

const known = new WeakMap<readonly GatheredCustomer[], ListedKeys>();

/** Which subscriptions these customers list; made once for one list of customers. */
export function listedKeys(customers: readonly GatheredCustomer[]): ListedKeys {
	const before = known.get(customers);
	if (before !== undefined) return before;
	const listed = new Set<string>();
	const several = new Set<string>();
	for (const { customer } of customers) {
		for (const subscription of customer.subscriptions) {
			const key = keyOf(subscription);
			const size = listed.size;
			if (listed.add(key).size === size) several.add(key);
		}
	}
	const keys = { listed, several };
	known.set(customers, keys);
	return keys;
}

function placeOf(customer: CustomerLines): string {
	return `${foldKey(customerKey(customer))} ${customer.haloClientId}`;
}

function together(group: CustomerLines[]): CustomerLines {
	if (group.length === 1) return alone(group[0]);
	const byKey = new Map(
		group.flatMap((customer) => customer.subscriptions.map((entry) => [keyOf(entry), entry])),
	);
	const subscriptions = [...byKey.values()].sort(byId);
	return {
		...group[0],
		haloClientInactive: group.some((customer) => customer.haloClientInactive),
		clientKeys: [...new Set(group.flatMap((customer) => customer.clientKeys))],
		subscriptions,
		complete: group.every((customer) => customer.complete),
		cameShort: group.some((customer) => customer.cameShort === true),
		fromResellerList: group.some((customer) => customer.fromResellerList === true),
		unreadable: [...new Set(group.flatMap((customer) => customer.unreadable))],
	};
}

/** Nearly every customer comes in one item, and each of its lines once. */
function alone(customer: CustomerLines): CustomerLines {
	const once = new Map(customer.subscriptions.map((entry) => [keyOf(entry), entry]));
	return {
		...customer,
		clientKeys: [...new Set(customer.clientKeys)],
		subscriptions: [...once.values()].sort(byId),
		cameShort: customer.cameShort === true,
		unreadable: [...new Set(customer.unreadable)],
	};
}

function byId(a: StellrSubscription, b: StellrSubscription): number {
	return a.subscriptionId < b.subscriptionId ? -1 : 1;
}

function keyOf(subscription: StellrSubscription): string {
	return foldKey(subscriptionKey(subscription));
}
