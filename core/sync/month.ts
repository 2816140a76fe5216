import type { StellrSubscription } from '../stellr/schemas';

/** Months that one price covers, by the vendor's billing frequency and the term; null when it cannot be known. */
export function monthsOfPrice(
	subscription: Pick<StellrSubscription, 'billingFrequency' | 'term'>,
): number | null {
	const frequency = (subscription.billingFrequency ?? '').trim().toLowerCase();
	if (/^(month|monthly|p1m)$/.test(frequency)) return 1;
	if (/^(quarter|quarterly|p3m)$/.test(frequency)) return 3;
	if (/^(annual|annually|year|yearly|p1y)$/.test(frequency)) return 12;
	if (/^(triennial|three[_ -]?years?|3[_ -]?years?|p3y)$/.test(frequency)) return 36;
	// Paid once for the whole term: the price covers the term.
	if (/^(one[_ -]?time|upfront|prepaid|term)$/.test(frequency))
		return monthsOfTerm(subscription.term);
	return null;
}

export function monthsOfTerm(term: string | null): number | null {
	const found = term === null ? null : /^P(\d+)([MY])$/.exec(term);
	if (found === null) return null;
	return Number(found[1]) * (found[2] === 'Y' ? 12 : 1);
}

/**
 * What `seats` seats more or less cost the customer a month at Stellr's suggested price, in major units rounded to the
 * minor unit once, at the end; null when price, period or currency is unknown.
 */
export function suggestedPerMonth(subscription: StellrSubscription, seats: number): number | null {
	const months = monthsOfPrice(subscription);
	if (months === null || subscription.suggestedPrice === null || subscription.currency === null)
		return null;
	const minorUnits = Math.round(subscription.suggestedPrice * 100) * seats;
	return Math.round(minorUnits / months) / 100;
}
