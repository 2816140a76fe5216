/** Numbers that look random and are the same for the same seed (mulberry32: small, fast, good enough for test worlds). */
export interface Random {
	/** 0 ≤ x < 1. */
	next: () => number;
	/** Whole number from `low` to `high`, both included. */
	between: (low: number, high: number) => number;
	/** True in this share of the calls. */
	chance: (share: number) => boolean;
	pick: <T>(values: readonly T[]) => T;
	/** One of the keys, each as often as its weight says. */
	weighted: <Key extends string>(weights: Readonly<Record<Key, number>>) => Key;
	/** Whole number with this median and 95th percentile, from `low` to `high`; long-tailed, as seats and lines are. */
	longTail: (median: number, p95: number, low: number, high: number) => number;
	/** A new array in another order. */
	shuffled: <T>(values: readonly T[]) => T[];
	/** A source of its own, so that one more draw here moves nothing there. */
	fork: (name: string) => Random;
}

/** Normal deviate of the 95th percentile. */
const Z95 = 1.6449;

export function seededRandom(seed: number | string): Random {
	let state = hash(String(seed));
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
	const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
	const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
	return {
		next,
		between,
		chance: (share) => next() < share,
		pick: (values) => values[between(0, values.length - 1)],
		weighted: (weights) => pickWeighted(weights, next()),
		longTail: (median, p95, low, high) => {
			const sigma = Math.log(p95 / median) / Z95;
			const value = Math.round(Math.exp(Math.log(median) + sigma * normal()));
			return Math.min(high, Math.max(low, value));
		},
		shuffled: (values) => {
			const copy = [...values];
			for (let i = copy.length - 1; i > 0; i -= 1) {
				const j = between(0, i);
				[copy[i], copy[j]] = [copy[j], copy[i]];
			}
			return copy;
		},
		fork: (name) => seededRandom(`${seed}/${name}`),
	};
}

function pickWeighted<Key extends string>(weights: Readonly<Record<Key, number>>, x: number): Key {
	const keys = Object.keys(weights) as Key[];
	let rest = x * keys.reduce((sum, key) => sum + weights[key], 0);
	for (const key of keys) {
		rest -= weights[key];
		if (rest < 0) return key;
	}
	return keys[keys.length - 1];
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
	let h = 0x811c9dc5;
	for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
	return h;
}
