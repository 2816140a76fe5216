import fc from 'fast-check';
import { minorPerMajor, perMonth, sumOf } from '../../../core/reconcile/amounts';

const MONTH = { months: 1, times: 1 };
const usd = (minor: number) => ({ minor, currency: 'USD' });

/** Decimals as people write prices: a whole number and how many places it has. */
const decimal = (most: number, places: number) =>
	fc
		.tuple(fc.integer({ min: -most, max: most }), fc.integer({ min: 0, max: places }))
		.map(([whole, decimals]) => ({ whole: BigInt(whole), decimals }));

function asNumber({ whole, decimals }: { whole: bigint; decimals: number }): number {
	const digits = (whole < 0n ? -whole : whole).toString().padStart(decimals + 1, '0');
	const at = digits.length - decimals;
	const text = decimals === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
	return Number(`${whole < 0n ? '-' : ''}${text}`);
}

function roundedHalfAway(top: bigint, bottom: bigint): number {
	const size = top < 0n ? -top : top;
	const whole = Number((size * 2n + bottom) / (bottom * 2n));
	return top < 0n && whole !== 0 ? -whole : whole;
}

describe('a price a month', () => {
	it.each([
		['a monthly price', { price: 24.1, quantity: 42, period: MONTH }, 101_220],
		['a year up front', { price: 289.2, quantity: 7, period: { months: 12, times: 1 } }, 16_870],
		['three years up front', { price: 612, quantity: 5, period: { months: 36, times: 1 } }, 8_500],
		['a discount', { price: 29.93, quantity: 8, discountPercent: 10, period: MONTH }, 21_550],
		['half a cent upwards', { price: 0.125, quantity: 1, period: MONTH }, 13],
		['half a cent away from zero', { price: -0.125, quantity: 1, period: MONTH }, -13],
		['what binary fractions get wrong', { price: 1.005, quantity: 1, period: MONTH }, 101],
		['weeks', { price: 3, quantity: 2, period: { months: 12, times: 52 } }, 2_600],
	])('is exact for %s', (_what, priced, minor) => {
		expect(perMonth({ ...priced, currency: 'USD' })).toEqual(usd(minor));
	});

	it('knows currencies without cents and with thousandths', () => {
		expect(perMonth({ price: 1500, quantity: 3, period: MONTH, currency: 'JPY' }).minor).toBe(4500);
		expect(perMonth({ price: 1.5, quantity: 3, period: MONTH, currency: 'KWD' }).minor).toBe(4500);
		expect(minorPerMajor('not a currency')).toBe(100);
	});

	it('is the exact quotient rounded once, half away from zero, however large', () => {
		fc.assert(
			fc.property(
				decimal(99_999_999, 6),
				decimal(9_999_999, 2),
				decimal(10_000, 2),
				fc.constantFrom(1, 3, 6, 12, 36),
				fc.constantFrom(1, 26, 52),
				(price, quantity, discount, months, times) => {
					const given = asNumber(discount);
					fc.pre(given >= 0 && given <= 100);
					const top =
						price.whole *
						quantity.whole *
						(100n * 10n ** BigInt(discount.decimals) - discount.whole) *
						BigInt(times) *
						100n;
					const places = price.decimals + quantity.decimals + discount.decimals;
					const bottom = 100n * BigInt(months) * 10n ** BigInt(places);
					const amount = perMonth({
						price: asNumber(price),
						quantity: asNumber(quantity),
						discountPercent: given,
						period: { months, times },
						currency: 'USD',
					});
					expect(amount.minor).toBe(roundedHalfAway(top, bottom));
				},
			),
			{ numRuns: 3000 },
		);
	});
});

describe('a sum', () => {
	it('is known only when every part is, in one currency', () => {
		expect(sumOf([usd(5), usd(-7)])).toEqual(usd(-2));
		expect(sumOf([])).toBeNull();
		expect(sumOf([usd(5), null])).toBeNull();
		expect(sumOf([usd(5), { minor: 5, currency: 'CAD' }])).toBeNull();
	});
});
