/** The exponent k of "work grows with n to the power k" between two sizes; the work in any unit, seconds or multiples. */
export function growthExponent(
	from: { n: number; work: number },
	to: { n: number; work: number },
): number {
	return Math.log(to.work / from.work) / Math.log(to.n / from.n);
}
