import type { Amount } from './result';

/** How long one price lasts: `months ÷ times` months. A week is 12 ÷ 52. */
export interface Period {
	months: number;
	times: number;
}

export interface Priced {
	/** Major units; as many as six decimals count. */
	price: number;
	quantity: number;
	discountPercent?: number;
	period: Period;
	currency: string;
}

/**
 * `price × quantity × (1 − discount) ÷ months`, in whole minor units of the currency, rounded once, half away from zero.
 * Reckoned in whole numbers, so that no cent is lost to binary fractions.
 */
export function perMonth({
	price,
	quantity,
	discountPercent = 0,
	period,
	currency,
}: Priced): Amount {
	const cents = Math.round(price * 100);
	const isPlain = discountPercent === 0 && Math.abs(price * 100 - cents) < 1e-7;
	// Most prices: whole cents, a whole number of seats, no discount. The same quotient without the detours.
	if (isPlain && Number.isInteger(quantity) && Math.abs(cents * quantity) < 2 ** 40) {
		const top = cents * quantity * period.times * minorPerMajor(currency);
		return { minor: roundedQuotient(top, 100 * period.months), currency };
	}
	const factors = [scaled(price), scaled(quantity), scaled(100 - discountPercent)];
	factors.push({ whole: period.times, scale: 1 }, { whole: minorPerMajor(currency), scale: 1 });
	const divisors = [100, period.months, ...factors.map(({ scale }) => scale)];
	return {
		minor: divided(
			factors.map(({ whole }) => whole),
			divisors,
		),
		currency,
	};
}

interface Scaled {
	whole: number;
	scale: number;
}

const SCALES = [1, 100, 10_000, 1_000_000];

/** A decimal as a whole number and what it is to be divided by. */
function scaled(value: number): Scaled {
	for (const scale of SCALES) {
		const whole = Math.round(value * scale);
		if (Math.abs(value * scale - whole) < 1e-7) return { whole, scale };
	}
	return { whole: Math.round(value * 1_000_000), scale: 1_000_000 };
}

function divided(factors: number[], divisors: number[]): number {
	const numerator = factors.reduce((product, factor) => product * factor, 1);
	const denominator = divisors.reduce((product, factor) => product * factor, 1);
	// Twice the numerator is what rounding looks at.
	if (Math.abs(numerator) < Number.MAX_SAFE_INTEGER / 4 && denominator < 2 ** 50) {
		return roundedQuotient(numerator, denominator);
	}
	const product = (of: number[]) => of.reduce((all, factor) => all * BigInt(factor), 1n);
	const [top, bottom] = [product(factors), product(divisors)];
	const size = top < 0n ? -top : top;
	const rounded = Number((2n * size + bottom) / (2n * bottom));
	return top < 0n && rounded !== 0 ? -rounded : rounded;
}

/** Half away from zero; of whole numbers well below 2 ** 52. */
function roundedQuotient(numerator: number, denominator: number): number {
	const rounded = Math.floor((2 * Math.abs(numerator) + denominator) / (2 * denominator));
	return numerator < 0 && rounded !== 0 ? -rounded : rounded;
}

const digits = new Map<string, number>();

/** 100 for most; yen have none, dinars 1,000. A currency that is unknown here counts in hundredths. */
export function minorPerMajor(currency: string): number {
	const known = digits.get(currency);
	if (known !== undefined) return known;
	const style = { style: 'currency', currency } as const;
	const places = /^[A-Z]{3}$/.test(currency)
		? (new Intl.NumberFormat('en', style).resolvedOptions().maximumFractionDigits ?? 2)
		: 2;
	digits.set(currency, 10 ** places);
	return 10 ** places;
}

/** The sum, when all are known and in one currency. */
export function sumOf(amounts: ReadonlyArray<Amount | null>): Amount | null {
	let sum: Amount | null = null;
	for (const amount of amounts) {
		if (amount === null) return null;
		if (sum === null) sum = { ...amount };
		else if (sum.currency !== amount.currency) return null;
		else sum.minor += amount.minor;
	}
	return sum;
}

/** The first less the second, when both are in one currency. */
export function less(amount: Amount | null, other: Amount | null): Amount | null {
	if (amount === null || other === null || amount.currency !== other.currency) return null;
	return { minor: amount.minor - other.minor, currency: amount.currency };
}

/** Major units, for n8n's items and for tables. */
export function majorOf({ minor, currency }: Amount): number {
	return minor / minorPerMajor(currency);
}
