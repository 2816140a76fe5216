/** How many rows one write to Halo carries. */
export interface BatchSize {
	rowsPerRequest: number;
	/**
	 * How many it may carry at the most: to make up for a row that was written alone as a proof, and for licences once Halo
	 * has taken smaller arrays quickly. Absent where a person set the number.
	 */
	mostRowsPerRequest?: number;
}

/** Where the user leaves it open. Public code posts whole lists in one array; how many rows Halo takes is not documented. */
export const USUAL_BATCH: Readonly<BatchSize> = { rowsPerRequest: 20, mostRowsPerRequest: 100 };

/**
 * Rows per request for those that follow a row written alone: so many that all of them together take no more requests
 * than without the proof, ceil(rows ÷ rows per request). Up to one request's worth of rows cannot: two writes it is.
 */
export function sizeAfterProof(
	left: number,
	{ rowsPerRequest, mostRowsPerRequest = rowsPerRequest }: BatchSize,
): number {
	const requests = Math.ceil((left + 1) / rowsPerRequest) - 1;
	if (requests < 1) return rowsPerRequest;
	const needed = Math.ceil(left / requests);
	return Math.max(rowsPerRequest, Math.min(needed, mostRowsPerRequest));
}
