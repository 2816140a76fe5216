/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */

/** Cases of one property: a share of STELLR_HALO_CASES, else the number given; the seed stays, so that a run repeats. */
export function cases(numRuns: number): { numRuns: number; seed: number } {
	const wanted = Number(process.env.STELLR_HALO_CASES ?? 0);
	return {
		numRuns: Math.max(numRuns, Math.ceil(wanted / 6)),
		seed: Number(process.env.STELLR_HALO_SEED ?? 20261123),
	};
}
