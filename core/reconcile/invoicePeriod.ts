import type { Period } from './amounts';

/**
 * Months by the words that Halo's screens use for a recurring invoice's period. The codes of its integer field are not
 * known outside Halo: the option *Invoice Periods* names them.
 */
const MONTHS: ReadonlyMap<string, number> = new Map([
	['monthly', 1],
	['month', 1],
	['every month', 1],
	['1 month', 1],
	['2 monthly', 2],
	['bimonthly', 2],
	['2 months', 2],
	['quarterly', 3],
	['quarter', 3],
	['3 monthly', 3],
	['3 months', 3],
	['every 3 months', 3],
	['4 monthly', 4],
	['4 months', 4],
	['6 monthly', 6],
	['6 months', 6],
	['every 6 months', 6],
	['half yearly', 6],
	['semi annually', 6],
	['semi annual', 6],
	['biannually', 6],
	['yearly', 12],
	['year', 12],
	['annual', 12],
	['annually', 12],
	['every year', 12],
	['12 monthly', 12],
	['12 months', 12],
	['1 year', 12],
	['2 yearly', 24],
	['2 years', 24],
	['every 2 years', 24],
	['3 yearly', 36],
	['3 years', 36],
	['every 3 years', 36],
	['36 months', 36],
]);

const WEEKS_A_YEAR = 52;

/** How long one price of a recurring invoice lasts; null for a word or code that is not known. */
export function invoicePeriod(
	word: string | null,
	own: ReadonlyMap<string, number>,
): Period | null {
	if (word === null) return null;
	const folded = foldPeriod(word);
	const months = own.get(folded) ?? MONTHS.get(folded);
	if (months !== undefined && months > 0) return { months, times: 1 };
	if (/^(weekly|week|every week|1 week)$/.test(folded)) return { months: 12, times: WEEKS_A_YEAR };
	if (/^(fortnightly|2 weekly|2 weeks|every 2 weeks)$/.test(folded)) {
		return { months: 12, times: WEEKS_A_YEAR / 2 };
	}
	return null;
}

/** The same word however it is written. */
export function foldPeriod(word: string): string {
	return word
		.trim()
		.toLowerCase()
		.replace(/[\s_-]+/g, ' ');
}
