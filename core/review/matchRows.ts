import type { MappingEntry } from '../matching';
import { CHANGE_LOG_BY } from '../sync/changeLog';
import type { MatchedCustomer } from './editLists';
import { isProposal, keyOf } from './openCases';

/**
 * Rows for what a matching found and the saved mapping does not hold yet. What Mapping Match only proposes is never
 * recorded as decided.
 */
export function matchRows(
	customers: readonly MatchedCustomer[],
	made: { decision: 'auto' | 'proposed'; at: string },
): MappingEntry[] {
	const distinct = new Map(customers.map((matched) => [keyOf(matched), matched]));
	return [...distinct.values()].flatMap((matched) => {
		const { customer, match } = matched;
		const mapped = match.status === 'mapped' ? match.client : null;
		const client = mapped ?? (isProposal(matched) ? match.candidates[0] : null);
		const isSaved = match.level === 'saved' || match.savedDecision !== null;
		if (client === null || isSaved) return [];
		const why = mapped === null ? match.candidates[0].reasons : match.reasons;
		return {
			account: customer.account,
			customerNo: customer.customerNo,
			stellrName: customer.name,
			haloClientId: client.id,
			haloClientName: client.name,
			decision: mapped === null ? ('proposed' as const) : made.decision,
			level: match.level,
			origin: 'mapped' as const,
			decidedBy: CHANGE_LOG_BY,
			decidedAt: made.at,
			reason: why.length === 0 ? null : why.join('; '),
			until: null,
		};
	});
}
