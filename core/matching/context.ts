import type { ClientFacts, CustomerFacts } from './facts';
import type { MatchSettings } from './options';
import type { SavedDecisions } from './savedDecisions';

/** Everything the rungs look at; the same for all customers of a run. */
export interface MatchContext {
	/** Customers that are looked for: neither ignored nor the service provider itself. */
	customers: readonly CustomerFacts[];
	/** Each client once, in the order of their ids. */
	clients: readonly ClientFacts[];
	clientById: ReadonlyMap<number, ClientFacts>;
	saved: SavedDecisions;
	settings: MatchSettings;
}
