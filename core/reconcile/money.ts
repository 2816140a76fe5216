import type { HaloLicence } from '../halo/schemas';
import type { StellrSubscription } from '../stellr/schemas';
import { monthsOfPrice } from '../sync/month';
import { uncostedReasons as words } from '../words/uncostedReasons';
import { less, perMonth, sumOf, type Period } from './amounts';
import { isTyped, type LicenceUse, type PlacedLine } from './invoiceIndex';
import { activeUses, type LineFacts } from './lineFacts';
import type { Amount, InvoicedLine, LineMoney } from './result';

/** What a line costs and brings a month, and what the customer pays too little or too much. */
export function moneyOf(facts: LineFacts, lines: readonly InvoicedLine[]): LineMoney {
	const uncosted: string[] = [];
	const cost = costOf(facts, uncosted);
	const billing = lines.every(({ active }) => active)
		? lines
		: lines.filter(({ active }) => active);
	const revenues = billing.map(({ revenue }) => revenue);
	for (const line of billing) if (line.revenue === null) uncosted.push(words.lineUncosted(line));
	const revenue = billing.length === 0 ? nothingBilled(facts) : sumOf(revenues);
	if (revenue === null && billing.length > 1 && !revenues.includes(null)) {
		uncosted.push(words.severalCurrencies());
	}
	const { difference, differenceBy } = differenceOf(facts, billing, revenue, uncosted);
	return { cost, revenue, margin: less(revenue, cost), difference, differenceBy, uncosted };
}

/** No line bills it: that is nothing, in the currency that Stellr charges; unknown where a typed line may. */
function nothingBilled(facts: LineFacts): Amount | null {
	const currency = currencyOf(facts.subscription);
	const mayBill = facts.unclear || facts.typed.length > 0 || !facts.invoicesRead;
	return currency === null || mayBill ? null : { minor: 0, currency };
}

function costOf({ subscription, seats }: LineFacts, uncosted: string[]): Amount | null {
	if (subscription === null) return null;
	const { unitCost } = subscription;
	const currency = currencyOf(subscription);
	if (seats === 0) return currency === null ? null : { minor: 0, currency };
	const period = stellrPeriod(subscription);
	if (unitCost === null || currency === null || period === null) {
		uncosted.push(words.costUnknown(subscription));
		return null;
	}
	return perMonth({ price: unitCost, quantity: seats, period, currency });
}

/** Stellr's own word, in the letters that Halo uses. */
function currencyOf(subscription: StellrSubscription | null): string | null {
	return subscription?.currency?.trim().toUpperCase() || null;
}

/** Months of one price at Stellr. */
export function stellrPeriod(subscription: Parameters<typeof monthsOfPrice>[0]): Period | null {
	const months = monthsOfPrice(subscription);
	return months === null ? null : { months, times: 1 };
}

function differenceOf(
	facts: LineFacts,
	billing: readonly InvoicedLine[],
	revenue: Amount | null,
	uncosted: string[],
): Pick<LineMoney, 'difference' | 'differenceBy'> {
	const { seats, customer, typed, typedLine } = facts;
	const none = { difference: null, differenceBy: null };
	if (facts.unclear || (seats > 0 && customer.haloClientInactive)) return none;
	if (billing.length > 0) {
		return { difference: differenceOnLines(facts, billing, revenue), differenceBy: 'invoiceLine' };
	}
	if (!facts.invoicesRead) return none;
	if (seats === 0) return { difference: revenue, differenceBy: null };
	if (typed.length > 0 && typedLine === null) {
		uncosted.push(words.severalTypedLines(typed.length));
		return none;
	}
	return { difference: suggested(facts, uncosted), differenceBy: 'suggestedPrice' };
}

/**
 * On the kept line what it bills too little or too much, rounded once; every other line, and all of them where nothing
 * is charged, bills too much by what it brings.
 */
function differenceOnLines(
	facts: LineFacts,
	billing: readonly InvoicedLine[],
	revenue: Amount | null,
): Amount | null {
	if (revenue === null) return null;
	const keptAt = facts.seats === 0 ? null : onKeptLine(facts);
	if (facts.seats > 0 && keptAt === null) return null;
	const others = facts.seats === 0 ? billing : billing.slice(1);
	const tooMuch = others.reduce((sum, line) => sum + (line.revenue?.minor ?? 0), 0);
	return { minor: (keptAt?.minor ?? 0) - tooMuch, currency: revenue.currency };
}

function onKeptLine(facts: LineFacts): Amount | null {
	const [kept] = activeUses(facts);
	if (kept !== undefined) {
		const missing = kept.quantityAt(facts.seats) - kept.quantity;
		return revenueAt(kept.place, missing, priceOf(kept, facts.row));
	}
	if (facts.typedLine === null) return null;
	const { place } = facts.typedLine;
	return revenueAt(place, facts.seats - (place.line.quantity ?? 0), place.line.sellPrice);
}

function suggested({ subscription, seats }: LineFacts, uncosted: string[]): Amount | null {
	if (subscription === null) return null;
	const { suggestedPrice } = subscription;
	const currency = currencyOf(subscription);
	const period = stellrPeriod(subscription);
	if (suggestedPrice === null || currency === null || period === null) {
		uncosted.push(words.suggestedUnknown());
		return null;
	}
	return perMonth({ price: suggestedPrice, quantity: seats, period, currency });
}

/** Price of one on a line: the licence's own where the link says so. */
export function priceOf({ place, link }: LicenceUse, row: HaloLicence | null): number | null {
	if (link.useLinkedPrice && row !== null && row.price !== null && !isTyped(place.line))
		return row.price;
	return place.line.sellPrice;
}

/** A month's worth of a quantity on a line; null where price, period or currency is unknown. */
export function revenueAt(
	{ line, period, currency }: PlacedLine,
	quantity: number,
	price: number | null,
): Amount | null {
	if (price === null || period === null || currency === null) return null;
	return perMonth({
		price,
		quantity,
		discountPercent: line.discountPercent ?? 0,
		period,
		currency,
	});
}
