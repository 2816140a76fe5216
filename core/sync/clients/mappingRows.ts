import type { MappingEntry } from '../../matching/schemas';
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
		.filter(({ customer, created }) => created || customer.match.level !== 'saved')
		.map(({ customer, haloClientId, haloClientName, created }) => ({
			account: customer.customer.account,
			customerNo: customer.customer.customerNo,
			stellrName: customer.customer.name,
			haloClientId,
			haloClientName,
			decision: 'auto' as const,
			level: created ? 'none' : customer.match.level,
			origin: created ? ('imported' as const) : (customer.match.origin ?? 'mapped'),
			decidedBy: 'n8n-nodes-stellr-halo',
			decidedAt,
			reason: created ? 'created by Halo Client Upsert' : customer.match.reasons.join('; '),
			until: null,
		}));
}
