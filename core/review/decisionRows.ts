import type { MappingEntry } from '../matching';
import type { MatchedCustomer } from './editLists';
import type { Decision } from './reviewAnswer';
import { shownCandidates } from './reviewChoices';

/** Who decided, when, why, and until when to wait where a person wants to be asked again. */
export interface DecisionMade {
	by: string;
	at: string;
	reason: string | null;
	askAgainOn: string;
}

export interface DecisionRows {
	/** Each replaces the row by which its customer is decided. */
	rows: MappingEntry[];
	/** Each replaces the rejection of its pair. */
	rejected: MappingEntry[];
}

/** The rows of the saved mapping that decisions lead to. */
export function decisionRows(decisions: readonly Decision[], made: DecisionMade): DecisionRows {
	return {
		rows: decisions.map((decision) => standingRow(decision, made)),
		rejected: decisions.flatMap((decision) => rejections(decision, made)),
	};
}

function standingRow(decision: Decision, made: DecisionMade): MappingEntry {
	const { matched, kind } = decision;
	const base = rowFor(matched, made);
	switch (kind) {
		case 'accept':
		case 'link': {
			const { id, name, reasons } = decision.client;
			const why = reasons.length === 0 ? null : reasons.join('; ');
			return {
				...base,
				haloClientId: id,
				haloClientName: name,
				decision: kind === 'accept' ? 'auto' : 'manual',
				origin: 'mapped',
				reason: made.reason ?? why,
			};
		}
		case 'create':
			return { ...base, decision: 'create', haloClientName: decision.name };
		case 'later':
			return { ...base, decision: 'later', until: made.askAgainOn };
		case 'ignore':
			return { ...base, decision: 'ignored' };
	}
}

/** A new client, or none of these: then it is none of those that were shown. */
function rejections({ matched, kind }: Decision, made: DecisionMade): MappingEntry[] {
	if (kind !== 'create' && kind !== 'later') return [];
	return shownCandidates(matched).map(({ id, name }) => ({
		...rowFor(matched, made),
		haloClientId: id,
		haloClientName: name,
		decision: 'rejected',
	}));
}

function rowFor({ customer, match }: MatchedCustomer, made: DecisionMade): MappingEntry {
	return {
		account: customer.account,
		customerNo: customer.customerNo,
		stellrName: customer.name,
		haloClientId: null,
		haloClientName: null,
		decision: 'ignored',
		level: match.level,
		origin: null,
		decidedBy: made.by,
		decidedAt: made.at,
		reason: made.reason,
		until: null,
	};
}
