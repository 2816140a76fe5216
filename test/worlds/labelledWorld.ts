import type { HaloClient } from '../../core/halo/schemas';
import type { StellrCustomer } from '../../core/stellr/schemas';

/** What an author says is true of one customer, and how hard it is to find out. */
export interface Label {
	/** The right client; null when Halo has none for this customer. */
	clientId: number | null;
	/** The hard kind it is an example of, one word or two: "typo", "other TLD", "sister firm". */
	kind: string;
	/**
	 * An honest person with only these records before them cannot say: the evidence is ambiguous or contradicts itself.
	 * Typos, acronyms and trade names are decidable.
	 */
	undecidable?: true;
}

/** Customers and clients whose true pairs are known, by somebody who does not know the matcher's rules. */
export interface LabelledWorld {
	name: string;
	customers: StellrCustomer[];
	clients: HaloClient[];
	/** By `<account>/<customerNo>`; one for every customer. */
	labels: ReadonlyMap<string, Label>;
}
