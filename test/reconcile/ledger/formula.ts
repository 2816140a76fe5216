import { all, create, type Fraction } from 'mathjs';

/** Arithmetic in exact fractions, with a spreadsheet's ROUND: half a unit goes away from zero. */
const exact = create(all, { number: 'Fraction' });

function round(value: Fraction, decimals: Fraction): Fraction {
	const unit = 10n ** BigInt(decimals.valueOf());
	const size = { n: BigInt(value.n) * unit, d: BigInt(value.d) };
	const rounded = (2n * size.n + size.d) / (2n * size.d);
	return exact.fraction(`${value.s < 0 ? '-' : ''}${rounded}/${unit}`);
}

exact.import({ round }, { override: true });

/** What a formula of the ledger comes to, in minor units; null for an empty cell. Every amount must be a whole number of them. */
export function minorUnitsOf(formula: string): number | null {
	if (formula === '') return null;
	const value = exact.fraction(exact.evaluate(formula) as Fraction);
	const minor = exact.multiply(value, exact.fraction(100)) as Fraction;
	if (BigInt(minor.d) !== 1n) throw new Error(`${formula} is not rounded to minor units`);
	return Number(minor.s) * Number(minor.n);
}
