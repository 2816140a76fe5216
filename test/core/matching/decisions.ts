import {
	matchCustomers,
	type CustomerToMatch,
	type ClientToMatch,
	type MappingEntry,
	type MatchEntry,
	type MatchOptions,
} from '../../../core/matching';

/** The decision about each customer, by its number. */
export function decisions(
	customers: CustomerToMatch[],
	clients: ClientToMatch[],
	options: MatchOptions = {},
	saved: MappingEntry[] = [],
): Map<string, MatchEntry> {
	const result = matchCustomers({ customers, clients, saved }, options);
	const all = [...result.mapped, ...result.review, ...result.unmapped, ...result.ignored];
	return new Map(all.map((entry) => [entry.customer.customerNo, entry]));
}

/** The decision about the first customer, with the client's id. */
export function decisionOf(
	customers: CustomerToMatch[],
	clients: ClientToMatch[],
	options: MatchOptions = {},
	saved: MappingEntry[] = [],
) {
	const entry = decisions(customers, clients, options, saved).get(customers[0].customerNo);
	if (entry === undefined) throw new Error('the customer is on no list');
	return { ...entry.match, clientId: entry.client?.id ?? null };
}
