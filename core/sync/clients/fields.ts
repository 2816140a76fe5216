import { domainIn } from '../../matching/names/domainName';
import type { Match } from '../../matching/schemas';
import type { StellrCustomer } from '../../stellr/schemas';
import { clientReasons as why } from '../../words/clientReasons';
import { mayWrite } from '../ownership';
import type { Reason } from '../planItem';
import type { ClientOwners } from './owners';

/** What differs on a linked client, as far as Stellr has the say over it. */
export interface ClientDifference {
	before: Record<string, unknown>;
	after: Record<string, unknown>;
	reasons: Reason[];
}

/** Name and website; of several customers at one client none speaks for the client. */
export function clientDifference(
	customer: StellrCustomer,
	client: NonNullable<Match['client']>,
	owners: ClientOwners,
	alone: boolean,
): ClientDifference {
	const difference: ClientDifference = { before: {}, after: {}, reasons: [] };
	if (!alone) return difference;
	const put = (field: 'name' | 'website', before: string | null, after: string | null) => {
		if (after === null || !mayWrite(owners[field], (before ?? '').trim() === '')) return;
		difference.before[field] = before;
		difference.after[field] = after;
		difference.reasons.push(why.fieldDiffers(field, before, after));
	};
	const { name } = customer;
	// A domain is no proper name: it never takes the place of one.
	if (name !== null && domainIn(name) === null && name.trim() !== client.name.trim()) {
		put('name', client.name, name.trim());
	}
	const domain = customer.domain ?? domainIn(name);
	const website = client.website ?? null;
	if (domain !== null && domainIn(website) !== domainIn(domain)) put('website', website, domain);
	return difference;
}
