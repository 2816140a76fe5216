import type { MappingEntry } from '../../matching/schemas';
import { CHANGE_LOG_BY } from '../changeLog';
import type { CustomerToPlan } from './plan';

export interface ClientOfCustomer {
	customer: CustomerToPlan;
	haloClientId: number;
	haloClientName: string;
	/** Whether this run created the client. */
	created: boolean;
}

/** Rows for the saved mapping: what this run decided and the table does not know yet. */
export function mappingRows(known: ClientOfCustomer[], decidedAt: string): MappingEntry[] {
	return known
		.filter(({ customer, created }) => created || !isInTable(customer))
		.map(({ customer, haloClientId, haloClientName, created }) => {
			const { match } = customer;
			// What a person chose stays a person's decision once it is carried out.
			const chosen = wasChosen(customer);
			return {
				account: customer.customer.account,
				customerNo: customer.customer.customerNo,
				stellrName: customer.customer.name,
				haloClientId,
				haloClientName,
				decision: chosen ? ('manual' as const) : ('auto' as const),
				level: created ? 'none' : match.client === null ? 'storedKey' : match.level,
				origin: created ? ('imported' as const) : (match.origin ?? 'mapped'),
				decidedBy: CHANGE_LOG_BY,
				decidedAt,
				reason: reasonFor(customer, created),
				until: null,
			};
		});
}

/** The table holds the client already, as against a row by which it is yet to be created. */
function isInTable({ match }: CustomerToPlan): boolean {
	return match.level === 'saved' && match.client !== null;
}

function wasChosen({ match }: CustomerToPlan): boolean {
	return match.client === null && (match.newClientName ?? '').trim() !== '';
}

function reasonFor(customer: CustomerToPlan, created: boolean): string {
	const { match } = customer;
	if (match.client !== null) return match.reasons.join('; ');
	const what = created ? 'created by Halo Client Upsert' : 'its Stellr key was found in Halo';
	return wasChosen(customer) ? [what, ...match.reasons].join('; ') : what;
}
