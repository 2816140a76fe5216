/**
 * Letters to insert, delete, replace or swap with their neighbour until the texts are equal; `limit + 1` as soon as it
 * is certain that more than `limit` are needed.
 */
export function editDistance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	// Texts worth comparing mostly begin or end alike, and there nothing is to be edited.
	const start = sharedBeginning(a, b);
	const end = sharedEnd(a, b, Math.min(a.length, b.length) - start);
	return distanceOf(a.slice(start, a.length - end), b.slice(start, b.length - end), limit);
}

function sharedBeginning(a: string, b: string): number {
	const most = Math.min(a.length, b.length);
	let length = 0;
	while (length < most && a[length] === b[length]) length += 1;
	return length;
}

function sharedEnd(a: string, b: string, most: number): number {
	let length = 0;
	while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
	return length;
}

function distanceOf(a: string, b: string, limit: number): number {
	const tooMany = limit + 1;
	if (a === '' || b === '') return Math.min(Math.max(a.length, b.length), tooMany);
	const width = b.length + 1;
	let beforeLast = new Array<number>(width).fill(tooMany);
	let last = Array.from(beforeLast, (_, column) => column);
	let current = [...beforeLast];
	let leastOfLast = 0;
	for (let row = 1; row <= a.length; row++) {
		// What is further from the diagonal takes more than `limit` letters inserted or deleted: it stays at too many.
		const from = Math.max(1, row - limit);
		const to = Math.min(b.length, row + limit);
		current[from - 1] = from === 1 ? row : tooMany;
		let least = current[from - 1];
		for (let column = from; column <= to; column++) {
			const same = a[row - 1] === b[column - 1];
			let distance = Math.min(
				last[column] + 1,
				current[column - 1] + 1,
				last[column - 1] + (same ? 0 : 1),
			);
			const swapped =
				row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			if (swapped) distance = Math.min(distance, beforeLast[column - 2] + 1);
			current[column] = distance;
			least = Math.min(least, distance);
		}
		// Two rows back counts too: a swap may still come cheaper than this row.
		if (least > limit && leastOfLast > limit) return tooMany;
		leastOfLast = least;
		[beforeLast, last, current] = [last, current, beforeLast];
	}
	return Math.min(last[b.length], tooMany);
}
