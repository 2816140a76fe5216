import type { HaloClient } from '../halo/schemas';
import type { StellrCustomer } from '../stellr/schemas';
import { customerKey, foldKey } from '../sync/stellrKeys';

/** The customer's key as look-ups use it. */
export function keyOf(record: { account: string; customerNo: string }): string {
	const { account, customerNo } = record;
	return foldKey(customerKey({ account: account.trim(), customerNo: customerNo.trim() }));
}

/** A customer with its key as look-ups use it. */
export interface KeyedCustomer {
	key: string;
	customer: StellrCustomer;
}

export interface DistinctCustomers {
	customers: KeyedCustomer[];
	/** Keys that came in several times and not alike. */
	contradicting: ReadonlySet<string>;
}

/** Each customer once, whatever the order they came in. */
export function distinctCustomers(all: readonly StellrCustomer[]): DistinctCustomers {
	const byKey = new Map<string, StellrCustomer>();
	const contradicting = new Set<string>();
	for (const customer of all) {
		const key = keyOf(customer);
		const known = byKey.get(key);
		if (known === undefined) {
			byKey.set(key, customer);
		} else {
			if (isAnother(known, customer)) contradicting.add(key);
			if (JSON.stringify(customer) < JSON.stringify(known)) byKey.set(key, customer);
		}
	}
	const customers: KeyedCustomer[] = [];
	byKey.forEach((customer, key) => customers.push({ key, customer }));
	return { customers, contradicting };
}

/** Two readings of one customer that say different things of what it is found by. */
function isAnother(one: StellrCustomer, other: StellrCustomer): boolean {
	return (
		one.name !== other.name ||
		one.domain !== other.domain ||
		one.tenantId !== other.tenantId ||
		one.address.country !== other.address.country
	);
}

/** Each client once, by id; of two readings of one client the same is taken whatever the order. */
export function distinctClients(all: readonly HaloClient[]): HaloClient[] {
	const distinct: HaloClient[] = [];
	for (const client of [...all].sort((a, b) => a.id - b.id)) {
		const last = distinct.length - 1;
		if (last < 0 || distinct[last].id !== client.id) distinct.push(client);
		else if (JSON.stringify(client) < JSON.stringify(distinct[last])) distinct[last] = client;
	}
	return distinct;
}
