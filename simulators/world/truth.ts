/** What is really the case in a generated world: the answer sheet that matching and adoption are marked against. */
import type { ProductKind, Shelf, Term } from './catalogue';
import type { NameDifference } from './nameDifferences';

export type CustomerSort =
	| 'plain'
	| 'discontinued'
	| 'own'
	| 'test'
	| 'sharesClient'
	| 'split'
	| 'inactiveClient'
	| 'merged'
	| 'noLiveLine';

export interface CustomerTruth {
	account: string;
	customerNo: number;
	/** The firm's trading name, whatever either side calls it. */
	firmName: string;
	domain: string;
	/** The right client, or null where Halo has none. For `merged` the surviving one. */
	haloClientId: number | null;
	/** The second client of a `split` customer, the dead one of a `merged` customer. */
	otherClientId: number | null;
	nameDifference: NameDifference;
	sort: CustomerSort;
}

/** `duplicate`: two rows; `licenceId` is the one that an invoice line hangs on. */
export type LicenceOrigin = 'native' | 'hand' | 'microsoft' | 'duplicate' | 'none';

/** What leads from the subscription to its row, strongest first. `words`: the names share words, no more. */
export type RowEvidence = 'id' | 'sku' | 'sharedSku' | 'name' | 'words' | 'none';

export interface SubscriptionTruth {
	account: string;
	customerNo: number;
	subscriptionId: string;
	licenceId: number | null;
	origin: LicenceOrigin;
	evidence: RowEvidence;
	/** The second row of a `duplicate`. */
	duplicateIds: number[];
	/** Rows of the same product that are not this line's: another distributor's. */
	lookalikeIds: number[];
	countDiffers: boolean;
	shelf: Shelf;
	kind: ProductKind;
	term: Term;
	/** `live` includes null and unseen words; `ended` is over by status and date; `ending` is cancelled with the end ahead. */
	life: 'live' | 'suspended' | 'ending' | 'ended';
	recurring: 'linked' | 'typed' | 'none' | 'twice';
}

export interface WorldTruth {
	customers: CustomerTruth[];
	subscriptions: SubscriptionTruth[];
}
