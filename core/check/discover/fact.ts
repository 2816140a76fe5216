import type { Side } from '../check';

/** One thing that the vendor's pages leave open, and what this account's API does. Holds no value of any record. */
export interface Fact {
	side: Side;
	/** Stable word. */
	code: string;
	/** What is to be known. */
	fact: string;
	/** What the API does; null when this run did not show it. */
	seen: string | null;
	/** What to set in our nodes and credentials; null when the default fits, or nothing was seen. */
	setting: string | null;
}

export const fact = (
	side: Side,
	code: string,
	what: string,
	seen: string | null,
	setting: string | null = null,
): Fact => ({ side, code, fact: what, seen, setting: seen === null ? null : setting });
