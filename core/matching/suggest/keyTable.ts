/** Finds the positions under a key, for very many keys in little room: eight bytes for each pair. */

export interface KeyTable {
	/**
	 * Positions under this key, ascending. Rarely one under another key is among them, so what is found is compared
	 * again by whoever asks.
	 */
	find: (key: string) => number[];
}

export interface KeyTableBuilder {
	add: (key: string, position: number) => void;
	build: () => KeyTable;
}

/** A whole number to 2^53 holds a hash of 32 bits and a position of 20. */
const MOST_POSITIONS = 2 ** 20;

export function keyTableBuilder(): KeyTableBuilder {
	const pairs: number[] = [];
	return {
		add: (key, position) => pairs.push(hashOf(key) * MOST_POSITIONS + (position % MOST_POSITIONS)),
		build: () => tableOf(Float64Array.from(pairs).sort()),
	};
}

function tableOf(sorted: Float64Array): KeyTable {
	return {
		find: (key) => {
			const first = hashOf(key) * MOST_POSITIONS;
			const found: number[] = [];
			for (let at = placeOf(first, sorted); sorted[at] < first + MOST_POSITIONS; at++) {
				const position = sorted[at] - first;
				if (found[found.length - 1] !== position) found.push(position);
			}
			return found;
		},
	};
}

/** Where the first number that is not smaller stands. */
function placeOf(value: number, sorted: Float64Array): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (sorted[middle] < value) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** FNV-1a. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) {
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	}
	return hash >>> 0;
}
