/** Sums of money by currency, kept in minor units so that cents never drift; never converted. */
export interface MoneyByCurrency {
	currency: string;
	/** Major units, exact to the minor unit. */
	amount: number;
}

export function sumMoney(
	parts: Array<{ moneyPerMonth?: number | null; currency?: string | null }>,
): MoneyByCurrency[] {
	const sums = new Map<string, number>();
	for (const { moneyPerMonth, currency } of parts) {
		if (moneyPerMonth === null || moneyPerMonth === undefined || !currency) continue;
		sums.set(currency, (sums.get(currency) ?? 0) + Math.round(moneyPerMonth * 100));
	}
	return [...sums]
		.filter(([, minor]) => minor !== 0)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([currency, minor]) => ({ currency, amount: minor / 100 }));
}

/** "CAD 1,017.62" */
export function moneyText(amount: number, currency: string): string {
	const [whole, cents] = Math.abs(amount).toFixed(2).split('.');
	return `${currency} ${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

/** ", about CAD 24.10 a month more" or nothing when it cannot be costed or changes nothing. */
export function moneyChangeText(
	amount: number | null | undefined,
	currency: string | null | undefined,
): string {
	if (amount === null || amount === undefined || amount === 0 || !currency) return '';
	return `, about ${moneyText(amount, currency)} a month ${amount > 0 ? 'more' : 'less'}`;
}

/** The same as a sentence of its own, behind others: " About CAD 24.10 a month more." */
export function moneyChangeSentence(
	amount: number | null | undefined,
	currency: string | null | undefined,
): string {
	const words = moneyChangeText(amount, currency).replace(/^, about/, ' About');
	return words === '' ? '' : `${words}.`;
}
