import type { HaloClient } from '../halo/schemas';
import type { StellrCustomer } from '../stellr/schemas';
import { customerKey, foldKey } from '../sync/stellrKeys';

/** The customer's key as look-ups use it. */
export function keyOf(record: { account: string; customerNo: string }): string {
	const { account, customerNo } = record;
	return foldKey(customerKey({ account: account.trim(), customerNo: customerNo.trim() }));
}

export interface DistinctCustomers {
	customers: StellrCustomer[];
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
	return { customers: [...byKey.values()], contradicting };
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
	const byId = new Map<number, HaloClient>();
	for (const client of all) {
		const known = byId.get(client.id);
		if (known === undefined || JSON.stringify(client) < JSON.stringify(known)) {
			byId.set(client.id, client);
		}
	}
	return [...byId.values()].sort((a, b) => a.id - b.id);
}
