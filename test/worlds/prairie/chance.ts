/** Seeded random numbers: the same seed gives the same world, on every machine. */
export interface Chance {
	/** At least `low`, at most `high`, whole. */
	between(low: number, high: number): number;
	whether(probability: number): boolean;
	oneOf<T>(list: readonly T[]): T;
	shuffled<T>(list: readonly T[]): T[];
	/** A Microsoft tenant id. */
	guid(): string;
}

/** A Weyl sequence whose steps are well stirred. */
export function seededChance(seed: number): Chance {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x9e3779b9) >>> 0;
		let mixed = state;
		mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
		mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
		return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
	};
	const below = (limit: number): number => Math.floor(next() * limit);
	const oneOf = <T>(list: readonly T[]): T => {
		if (list.length === 0) throw new Error('Nothing to choose from');
		return list[below(list.length)];
	};
	return {
		between: (low, high) => low + below(high - low + 1),
		whether: (probability) => next() < probability,
		oneOf,
		shuffled: (list) => {
			const copy = [...list];
			for (let last = copy.length - 1; last > 0; last--) {
				const other = below(last + 1);
				[copy[last], copy[other]] = [copy[other], copy[last]];
			}
			return copy;
		},
		guid: () =>
			[8, 4, 4, 4, 12]
				.map((length) => Array.from({ length }, () => oneOf([...'0123456789abcdef'])).join(''))
				.join('-'),
	};
}
