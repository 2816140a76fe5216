import type { HaloClient } from '../halo/schemas';
import type { Match } from '../matching';
import type { StellrCustomer } from '../stellr/schemas';
import { rowsAbout, type TableRow } from './tableRow';

/** A Stellr customer with what the last matching said about it. */
export interface MatchedCustomer {
	customer: StellrCustomer;
	match: Match;
}

/** What a mapping by hand is chosen from. */
export interface EditLists {
	customers: MatchedCustomer[];
	clients: HaloClient[];
	/** The clients are known not to be all. */
	clientsInPart?: boolean;
	rows: TableRow[];
}

/** The client a customer is mapped to at present: as matched, else as saved. */
export function presentClient(
	{ customer, match }: MatchedCustomer,
	rows: readonly TableRow[],
): { id: number; name: string | null } | null {
	if (match.client !== null) return { id: match.client.id, name: match.client.name };
	const saved = rowsAbout(rows, customer).find(
		({ entry }) => entry?.decision === 'manual' || entry?.decision === 'auto',
	)?.entry;
	const id = saved?.haloClientId ?? null;
	return id === null ? null : { id, name: saved?.haloClientName ?? null };
}

/** Customers that are mapped to a client, this one apart. */
export function othersAt(
	clientId: number,
	lists: EditLists,
	apart: { account: string; customerNo: string },
): MatchedCustomer[] {
	return lists.customers.filter(
		({ customer, match }) =>
			match.client?.id === clientId &&
			(customer.account !== apart.account || customer.customerNo !== apart.customerNo),
	);
}
