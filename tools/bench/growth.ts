/** The exponent k of "work grows with n to the power k" between two sizes. */
export function growthExponent(
	from: { n: number; seconds: number },
	to: { n: number; seconds: number },
): number {
	return Math.log(to.seconds / from.seconds) / Math.log(to.n / from.n);
}
