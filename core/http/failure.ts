/** What can go wrong with one call or one list, as data. The sentence for each code is in `core/words/failures.ts`. */

export type FailureCode =
	| 'signInRefused'
	| 'signInUnavailable'
	| 'wrongTenant'
	| 'notAllowed'
	| 'notFound'
	| 'rateLimited'
	| 'serverTrouble'
	| 'refused'
	| 'businessRefusal'
	| 'notJson'
	| 'unexpectedShape'
	| 'noAnswer'
	| 'unreachable'
	| 'cancelled'
	| 'listIncomplete';

export interface ApiFailure {
	code: FailureCode;
	api: 'stellr' | 'halo';
	/** What was being done, in the vendor's words: "List Customers". */
	doing: string;
	status: number | null;
	/** The vendor's own words, shortened, secrets masked. */
	vendorText: string | null;
	requestId: string | null;
	/** The request may have been carried out although no answer came (writes only). */
	uncertain: boolean;
	/** Better words than the code's own, where what is missing has a name; `core/words/failures.ts` prefers them. */
	words?: { message: string; remedy: string };
}

export type Result<T> =
	| {
			ok: true;
			value: T;
			requestId: string | null;
			/** How long the API took over it, in milliseconds, where that is known. */
			tookMs?: number;
	  }
	| { ok: false; failure: ApiFailure };

/** A list as far as it could be read. Absent is not empty: `complete` is false unless every page was seen. */
export interface ListRead<T> {
	rows: T[];
	/** What the API said there are; null when it said nothing. */
	total: number | null;
	complete: boolean;
	/** Why it is not complete. */
	failure: ApiFailure | null;
	requestId: string | null;
	/** The request by which each of the rows came, in their order. */
	rowRequestIds?: ReadonlyArray<string | null>;
	requests: number;
	/** How many pages the whole list has, where it was left after the first since that is more than it was to cost. */
	pagesTooMany?: number;
	/** When the first page was read, milliseconds since the epoch. */
	readAt: number;
}
