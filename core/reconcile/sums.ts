import type { Amount } from './result';

/** One sum for each currency in which there is any, by the names of the currencies; never added over currencies. */
export function sumsByCurrency(amounts: ReadonlyArray<Amount | null>): Amount[] {
	const sums = new Map<string, number>();
	for (const amount of amounts) {
		if (amount === null || amount.minor === 0) continue;
		sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.minor);
	}
	return [...sums]
		.map(([currency, minor]) => ({ currency, minor }))
		.sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
