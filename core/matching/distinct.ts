import type { HaloClient } from '../halo/schemas';
import type { StellrCustomer } from '../stellr/schemas';
import { customerKey, foldKey } from '../sync/stellrKeys';

/** The customer's key as look-ups use it. */
export function keyOf(record: { account: string; customerNo: string }): string {
	return foldKey(customerKey(record));
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
		} else if (known.name !== customer.name) {
			contradicting.add(key);
			if ((customer.name ?? '') < (known.name ?? '')) byKey.set(key, customer);
		}
	}
	return { customers: [...byKey.values()], contradicting };
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
