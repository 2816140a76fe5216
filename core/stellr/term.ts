/**
 * The commitment of a line. Stellr has no field for it: it stands in the product's name ("NCE … - Annual Commit,
 * Monthly Billing"), else the dates may tell.
 */

const WORDS: ReadonlyArray<readonly [string, string]> = [
	['P3Y', '(?:p3y|3|three|36)[ -]?(?:years?|yrs?|y)\\b|36[ -]?months?|p3y|triennial'],
	['P1Y', '(?:1|one)[ -]?(?:years?|yrs?|y)\\b|12[ -]?months?|p1y|annual(?:ly)?|yearly'],
	['P1M', '(?:1|one)[ -]?(?:months?|mo|m)\\b|p1m|monthly|month[ -]to[ -]month'],
];

const COMMITMENT = '[ -]?(?:commit(?:ment)?|term)\\b';
const BILLING_BEFORE = /(?:bill(?:ed|ing)?|paid|pay(?:ment|ments)?|invoiced)[ -:]*$/i;
const BILLING_AFTER = /^[ -]*(?:bill(?:ed|ing)?|paid|pay(?:ment|ments)?|invoiced|prepaid)\b/i;
const TERMS = WORDS.map(([term, words]) => ({
	term,
	named: new RegExp(`\\b(?:${words})`, 'gi'),
	committed: new RegExp(`\\b(?:${words})${COMMITMENT}`, 'i'),
}));

/** Terms the name speaks of, without those that say how it is paid. */
function termsIn(name: string): Set<string> {
	const found = new Set<string>();
	for (const { term, named } of TERMS) {
		for (const match of name.matchAll(named)) {
			const before = name.slice(0, match.index);
			const after = name.slice((match.index ?? 0) + match[0].length);
			const isBilling = BILLING_AFTER.test(after) || BILLING_BEFORE.test(before);
			if (!isBilling) found.add(term);
		}
	}
	return found;
}

export function termFromName(name: string | null): string | null {
	if (name === null) return null;
	const committed = TERMS.filter((term) => term.committed.test(name));
	if (committed.length === 1) return committed[0].term;
	const named = [...termsIn(name)];
	return named.length === 1 ? named[0] : null;
}

const DAY_MS = 86_400_000;

/** A line that runs exactly one month, one year or three years, give or take the day both ends count. */
export function termFromDates(startDate: string | null, endDate: string | null): string | null {
	if (startDate === null || endDate === null) return null;
	const days = Math.round((Date.parse(endDate) - Date.parse(startDate)) / DAY_MS);
	if (days >= 27 && days <= 31) return 'P1M';
	if (days >= 364 && days <= 366) return 'P1Y';
	if (days >= 1094 && days <= 1097) return 'P3Y';
	return null;
}

/** ISO period of the commitment, null when neither name nor dates tell. */
export function termOf(line: {
	productName: string | null;
	startDate: string | null;
	endDate: string | null;
}): string | null {
	return termFromName(line.productName) ?? termFromDates(line.startDate, line.endDate);
}
