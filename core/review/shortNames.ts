import type { Match } from '../matching';
import { cut } from './editChoices';
import type { MatchedCustomer } from './editLists';
import { nameOfClient, nameOfCustomer } from './mappedNow';

/** Names for one line of a page: a name may be cut, the number by which a person finds it never is. */

const LONGEST = 120;

export function shortCustomer({ customer }: MatchedCustomer): string {
	const name = cut(customer.name ?? '', LONGEST);
	return nameOfCustomer({ ...customer, name: name === '' ? null : name });
}

export function shortClient({
	id,
	name,
}: Pick<Match['candidates'][number], 'id' | 'name'>): string {
	return nameOfClient({ id, name: cut(name, LONGEST) });
}
