import type { HaloClient } from '../halo/schemas';
import type { StellrCustomer } from '../stellr/schemas';
import type { MatchSettings } from './options';
import type { SavedDecisions } from './savedDecisions';

/** Everything the rungs look at; the same for all customers of a run. */
export interface MatchContext {
	/** Customers that are looked for: neither ignored nor the service provider itself. */
	customers: readonly StellrCustomer[];
	/** Each client once, in the order of their ids. */
	clients: readonly HaloClient[];
	clientById: ReadonlyMap<number, HaloClient>;
	saved: SavedDecisions;
	settings: MatchSettings;
}
