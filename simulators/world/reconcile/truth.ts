/** What is really out of step in a world for reconcile: each departure with its line and row, and what only looks like one. */

export const DEPARTURE_KINDS = [
	/** Charged lines of a customer that has no Halo client. */
	'customerWithoutClient',
	/** No row belongs to the line, and none looks like it. */
	'subscriptionWithoutLicence',
	/** An active keyed row whose subscription Stellr does not list any more. */
	'licenceWithoutSubscription',
	/** Charged lines of a customer whose client is inactive. */
	'clientInactive',
	/** The keyed row sits at another active client. */
	'atAnotherClient',
	/** Two active rows of the client hold the key. */
	'duplicateKey',
	/** Over at Stellr, still billed; `detail` says whether the row is active. */
	'cancelledButInvoiced',
	/** A person typed another count after the last write. */
	'editedByHand',
	/** Stellr's seats moved since the last write. */
	'haloBehind',
	/** The counts differ, and neither saved counts nor history say who moved. */
	'differsOriginUnknown',
	/** `detail` says whether both lines are on one invoice. */
	'invoicedTwice',
	/** Its only line bills nothing; `detail` says what of it is off. */
	'lineInactive',
	'neverInvoiced',
	'typedDifferent',
	'typedEqual',
	/** Lines of a client that is invoiced in another currency than Stellr's. */
	'currencyMismatch',
] as const;

export const DECOY_KINDS = [
	/** Keyed with the label of an account that is not among the world's. */
	'otherAccountsKey',
	/** A namesake without key, of another distributor, on an invoice line of its own. */
	'otherDistributor',
	/** A namesake that Halo's Microsoft connection made. */
	'microsoftConnection',
	/** The line is another customer's now, of the same client; its row stays what it was. */
	'movedWithinClient',
	/** Not listed any more, and the row is inactive. */
	'inactiveWithoutSubscription',
	/** A customer without a client and without a live line. */
	'nothingCharged',
	/** A free line on no invoice. */
	'freeNotInvoiced',
	/** Over, the row inactive, and so is the invoice line that is left. */
	'overAndOff',
	/** The key as a field that changes the case leaves it. */
	'keyInOtherCase',
	/** A second line of one product: two rows, each with a key and a name of its own. */
	'soldTwice',
] as const;

export type DepartureKind = (typeof DEPARTURE_KINDS)[number];
export type DecoyKind = (typeof DECOY_KINDS)[number];

/** Where a departure or a decoy is. */
export interface Place {
	account: string;
	customerNo: number;
	/** `<account>/<subscriptionId>`; null where it is about a customer or about a row without key. */
	subscriptionKey: string | null;
	licenceId: number | null;
	clientId: number | null;
}

export interface Departure extends Place {
	kind: DepartureKind;
	subscriptionKey: string;
	/** Stellr's seats; 0 where the line is over or not listed. */
	seats: number;
	/** The row's count; 0 where it is inactive, null where there is none. */
	count: number | null;
	/** ISO day since when, where a record of either side says so. */
	since: string | null;
	detail: string | null;
}

export interface Decoy extends Place {
	kind: DecoyKind;
}

/** The count that the nightly run last wrote or saw in step, as an MSP's own table would hold it. */
export interface LastWritten {
	key: string;
	licenceId: number;
	clientId: number;
	count: number;
	/** ISO day. */
	at: string;
}

export interface ReconcileTruth {
	departures: Departure[];
	decoys: Decoy[];
	lastWritten: LastWritten[];
}
