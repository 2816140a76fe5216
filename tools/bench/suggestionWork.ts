import type { SuggestClient } from '../../core/matching/suggest/suggestionIndex';
import { editedNames, type LabelledQuery } from './editedNames';
import { fullName, generatedFirms } from './generatedFirms';

export interface SuggestionWork {
	/** Each has its position as its id. */
	clients: SuggestClient[];
	queries: LabelledQuery[];
}

const SEED = 1;

/** Clients of which half have a website, and customers one known step away from one of them; the same in each process. */
export function suggestionWork(clientCount: number, queryCount: number): SuggestionWork {
	const firms = generatedFirms(clientCount, SEED);
	return {
		clients: firms.map((firm, at) => ({
			id: at,
			name: fullName(firm),
			inactive: false,
			domains: at % 2 === 0 ? [firm.domain] : [],
		})),
		queries: editedNames(firms, queryCount, SEED),
	};
}
