import type { StellrSubscription } from '../../stellr/schemas';

/** A customer with a Halo client and its subscriptions, as the licence plan takes it. */
export interface CustomerLines {
	account: string;
	customerNo: string;
	name: string | null;
	/** Null while the customer has no client: its lines wait. */
	haloClientId: number | null;
	haloClientName: string | null;
	haloClientInactive: boolean;
	/** A person has still to say which client it is. */
	inReview?: boolean;
	/** Other Stellr keys stored on the same client, when known: their lines sit at this client too. */
	clientKeys: string[];
	subscriptions: StellrSubscription[];
	/** True only when the customer's whole list came; otherwise nothing is judged missing. */
	complete: boolean;
	/** The whole list was asked for and came short: what it lacks may be what a new line takes the place of. */
	cameShort?: boolean;
	/**
	 * The lines come from Stellr's list of the whole reseller and not from the customer's own. What that list does not
	 * name is not taken for missing: nothing proves that it names all.
	 */
	fromResellerList?: boolean;
	/** Ids of records that came but could not be read: present, not missing. */
	unreadable: string[];
}
