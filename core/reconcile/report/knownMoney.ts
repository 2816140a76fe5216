import type { Amount, ReconciledLine } from '../result';

/** Of how many lines the sums of one currency are, and the sums of those that have both. */
export interface KnownMoney {
	/** Lines whose cost is known. */
	cost: number;
	/** Lines whose revenue is known. */
	revenue: number;
	/** Lines that have a margin, with their sums in minor units. */
	both: { lines: number; cost: number; revenue: number };
}

/** By currency: a line whose cost and revenue are in two of them counts in each, and has no margin. */
export function knownMoney(lines: readonly ReconciledLine[]): Map<string, KnownMoney> {
	const byCurrency = new Map<string, KnownMoney>();
	const of = ({ currency }: Amount) => {
		const known = byCurrency.get(currency) ?? nothingKnown();
		byCurrency.set(currency, known);
		return known;
	};
	for (const { money } of lines) {
		const { cost, revenue, margin } = money;
		if (cost !== null) of(cost).cost += 1;
		if (revenue !== null) of(revenue).revenue += 1;
		if (margin === null || cost === null || revenue === null) continue;
		const { both } = of(margin);
		both.lines += 1;
		both.cost += cost.minor;
		both.revenue += revenue.minor;
	}
	return byCurrency;
}

function nothingKnown(): KnownMoney {
	return { cost: 0, revenue: 0, both: { lines: 0, cost: 0, revenue: 0 } };
}
