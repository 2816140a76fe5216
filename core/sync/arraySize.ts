/** Twice the rows must be answered long before a minute is over, after which an answer counts as lost. */
const QUICK_MS = 8000;

/**
 * Rows of the next array. What Halo takes at once is not documented, so it is found out from below: an array that was
 * taken whole and quickly may be followed by one of twice its size. The first one that is not ends that: from then on all
 * have the size of the first, since a large array in doubt leaves many rows to be looked up.
 */
export class ArraySize {
	rows: number;

	/** False for good after the first trouble. */
	mayGrow = true;

	constructor(
		private readonly usual: number,
		private readonly most = usual,
	) {
		this.rows = usual;
	}

	/** Halo took all of an array and told row by row, in so many milliseconds where that is known. */
	taken(tookMs: number | null): void {
		// A clock that was set back says nothing.
		if (tookMs === null || tookMs < 0) return;
		if (tookMs > QUICK_MS) this.troubled();
		else if (this.mayGrow) this.rows = Math.max(this.usual, Math.min(this.rows * 2, this.most));
	}

	/** Anything but a plain yes. */
	troubled(): void {
		this.mayGrow = false;
		this.rows = this.usual;
	}
}
