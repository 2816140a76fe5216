import type { HaloClient } from '../halo/schemas';
import { hashOf } from '../sync/planItem';
import type { EditLists, MatchedCustomer } from './editLists';
import { mappedNow, nameOfClient, nameOfCustomer } from './mappedNow';
import type { TableRow } from './tableRow';

/**
 * The texts of the dropdowns. A choice of a form has no value apart from its text, which the page may show with
 * characters changed: so each ends in a short hash, and an answer is read by that alone.
 */

const HASH_DIGITS = 10;
const LONGEST_NAME = 160;

export function customerChoice(matched: MatchedCustomer, rows: readonly TableRow[]): string {
	const text = `${cut(nameOfCustomer(matched.customer))}: ${cut(mappedNow(matched, rows))}`;
	return `${text} · ${customerHash(matched, rows)}`;
}

export function clientChoice(client: HaloClient): string {
	const inactive = client.inactive ? ', inactive' : '';
	const place = client.topLevelName === null ? '' : `, ${cut(client.topLevelName)}`;
	return `${cut(nameOfClient(client))}${place}${inactive} · ${clientHash(client)}`;
}

/** The customer an answer means; null when it fits none, or more than one. */
export function chosenCustomer(answer: string, lists: EditLists): MatchedCustomer | null {
	const hash = hashAtEnd(answer);
	if (hash === null) return null;
	return only(lists.customers.filter((matched) => customerHash(matched, lists.rows) === hash));
}

export function chosenClient(answer: string, lists: EditLists): HaloClient | null {
	const hash = hashAtEnd(answer);
	if (hash === null) return null;
	return only(lists.clients.filter((client) => clientHash(client) === hash));
}

/** The hash that ends a choice of a form; null when it ends in none. */
export function hashAtEnd(answer: string): string | null {
	return / · ([0-9a-f]{10,16})$/.exec(answer.trim())?.[1] ?? null;
}

/** One line of at most so many characters: names come from elsewhere. */
export function cut(text: string, most = LONGEST_NAME): string {
	const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
	const letters = [...line];
	return letters.length <= most ? line : `${letters.slice(0, most - 1).join('')}…`;
}

function customerHash(matched: MatchedCustomer, rows: readonly TableRow[]): string {
	const { account, customerNo, name } = matched.customer;
	return short({ account, customerNo, name, now: mappedNow(matched, rows) });
}

function clientHash({ id, name, inactive }: HaloClient): string {
	return short({ id, name, inactive });
}

function short(value: unknown): string {
	return hashOf(value).slice(0, HASH_DIGITS);
}

function only<T>(found: T[]): T | null {
	return found.length === 1 ? found[0] : null;
}
