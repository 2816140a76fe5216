/**
 * Numbers in `period` and `currency_code` of a recurring invoice. Halo's document says that both are integers and no more:
 * the values are modelled, so that a client meets numbers it cannot look up anywhere.
 */
const PERIODS: Readonly<Record<string, number>> = {
	Weekly: 1,
	Monthly: 2,
	Quarterly: 3,
	'Half Yearly': 4,
	Yearly: 5,
	'2 Yearly': 6,
	'3 Yearly': 7,
};

const CURRENCIES: Readonly<Record<string, number>> = {
	GBP: 1,
	USD: 2,
	EUR: 3,
	CAD: 4,
	BRL: 5,
	MXN: 6,
};

/** For a word or a name that the list lacks; still a number. */
const OTHER = 99;

export function periodCode(word: string): number {
	return PERIODS[word] ?? OTHER;
}

export function currencyCode(name: string): number {
	return CURRENCIES[name] ?? OTHER;
}

/** Null where the value is none of the codes. */
export function periodOfCode(code: unknown): string | null {
	return nameOf(PERIODS, code);
}

/** Null where the value is none of the codes. */
export function currencyOfCode(code: unknown): string | null {
	return nameOf(CURRENCIES, code);
}

function nameOf(codes: Readonly<Record<string, number>>, code: unknown): string | null {
	return Object.keys(codes).find((name) => codes[name] === code) ?? null;
}
