import type { HaloClient } from '../halo/schemas';
import type { EditLists, MatchedCustomer } from './editLists';
import { presentClient } from './editLists';

/** More on one page nobody reads. */
export const MOST_FOUND = 100;

export interface Found<T> {
	shown: T[];
	/** How many more there are; they are reached by a longer search text. */
	more: number;
}

/** Customers whose name holds the text, or whose number is in it, whatever case and accents. */
export function findCustomers(text: string, lists: EditLists): Found<MatchedCustomer> {
	const wanted = plain(text);
	const found = lists.customers.filter(
		({ customer: { account, customerNo, name } }) =>
			plain(name ?? '').includes(wanted) || plain(`${account}/${customerNo}`).includes(wanted),
	);
	return firstOf(
		found,
		({ customer }) => plain(customer.name ?? ''),
		({ customer }) => customer.customerNo,
	);
}

/**
 * Clients whose name holds the text, or whose id it is; before them those that the found customers are mapped to or may
 * be, which an empty text leaves alone.
 */
export function findClients(
	text: string,
	lists: EditLists,
	customers: readonly MatchedCustomer[],
): Found<HaloClient> {
	const wanted = plain(text);
	const near = new Set<number>();
	for (const matched of customers) {
		const present = presentClient(matched, lists.rows);
		if (present !== null) near.add(present.id);
		for (const { id } of matched.match.candidates) near.add(id);
	}
	const named = ({ id, name }: HaloClient) =>
		wanted !== '' && (plain(name).includes(wanted) || String(id) === wanted);
	const byName = [
		({ name }: HaloClient) => plain(name),
		({ id }: HaloClient) => String(id).padStart(12, '0'),
	] as const;
	const searched = lists.clients.filter(named);
	const beside = lists.clients.filter((client) => near.has(client.id) && !named(client));
	const first = firstOf(searched, ...byName);
	const room = firstOf(beside, ...byName, MOST_FOUND - first.shown.length);
	return { shown: [...first.shown, ...room.shown], more: first.more };
}

function firstOf<T>(
	found: T[],
	name: (entry: T) => string,
	id: (entry: T) => string,
	most = MOST_FOUND,
): Found<T> {
	const sorted = found
		.map((entry) => ({ entry, name: name(entry), id: id(entry) }))
		.sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
		.map(({ entry }) => entry);
	return { shown: sorted.slice(0, most), more: Math.max(0, sorted.length - most) };
}

function plain(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/\s+/g, ' ')
		.trim();
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
