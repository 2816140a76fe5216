import type { Amount, MoneyTotals, ReconciledLine } from './result';
import { verdicts, type Verdict } from './verdicts';

/** How many lines have each verdict. */
export function countsOf(lines: readonly ReconciledLine[]): Record<Verdict, number> {
	const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<
		Verdict,
		number
	>;
	for (const { verdict } of lines) counts[verdict] += 1;
	return counts;
}

/** Sums by currency, in the order of their names. What cannot be costed is in none of them. */
export function totalsOf(lines: readonly ReconciledLine[]): MoneyTotals[] {
	const byCurrency = new Map<string, MoneyTotals>();
	const add = (amount: Amount | null, field: keyof Omit<MoneyTotals, 'currency'>, sign = 1) => {
		if (amount === null || amount.minor === 0) return;
		const totals = byCurrency.get(amount.currency) ?? nothingOf(amount.currency);
		totals[field] += amount.minor * sign;
		byCurrency.set(amount.currency, totals);
	};
	for (const { money, byHand, verdict, findings } of lines) {
		const { cost, revenue, margin, difference } = money;
		add(cost, 'cost');
		add(revenue, 'revenue');
		add(margin, 'margin');
		if (difference !== null && difference.minor > 0) add(difference, 'underBilled');
		if (difference !== null && difference.minor < 0) add(difference, 'overBilled', -1);
		if (verdict === 'clientInactive' || findings.includes('clientInactive')) {
			add(cost, 'paidForInactiveClients');
		}
		add(byHand?.amount ?? null, 'toInvoiceByHand');
	}
	return [...byCurrency.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function nothingOf(currency: string): MoneyTotals {
	return {
		currency,
		underBilled: 0,
		overBilled: 0,
		paidForInactiveClients: 0,
		cost: 0,
		revenue: 0,
		margin: 0,
		toInvoiceByHand: 0,
	};
}
