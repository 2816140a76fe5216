/**
 * The positions that score best of those offered, best first; equal ones by position, so that the order in which they
 * are offered plays no part. Very many are offered for each customer and nearly all fall behind at once, so they are
 * kept in two plain lists of numbers.
 */
export class Likeliest {
	private readonly positions: Int32Array;
	private readonly scores: Float64Array;
	private size = 0;

	constructor(private readonly most: number) {
		this.positions = new Int32Array(most);
		this.scores = new Float64Array(most);
	}

	offer(position: number, score: number): void {
		const { positions, scores, most } = this;
		if (this.size === most && !this.isBehind(most - 1, position, score)) return;
		let at = this.size < most ? this.size++ : most - 1;
		for (; at > 0 && this.isBehind(at - 1, position, score); at--) {
			positions[at] = positions[at - 1];
			scores[at] = scores[at - 1];
		}
		positions[at] = position;
		scores[at] = score;
	}

	inOrder(): number[] {
		return Array.from(this.positions.subarray(0, this.size));
	}

	private isBehind(at: number, position: number, score: number): boolean {
		const known = this.scores[at];
		return known < score || (known === score && this.positions[at] > position);
	}
}
