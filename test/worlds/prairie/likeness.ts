/** How alike words are by the pairs of letters they share, for many words at once. */

/** Clients' names read as single words, and who bears each. */
export class WordIndex {
	private readonly lengths: number[] = [];
	private readonly bearers: number[] = [];
	private readonly words: string[] = [];
	private readonly byPair = new Map<string, number[]>();

	add(word: string, bearer: number): void {
		const index = this.words.push(word) - 1;
		this.bearers.push(bearer);
		const pairs = letterPairs(word);
		this.lengths.push(pairs.length);
		for (const pair of pairs) {
			const list = this.byPair.get(pair);
			if (list === undefined) this.byPair.set(pair, [index]);
			else list.push(index);
		}
	}

	/** The likeness of a word to each bearer, 0 to 1; bearers that share next to nothing are left out. */
	likenesses(word: string): Map<number, number> {
		const pairs = letterPairs(word);
		const shared = new Uint16Array(this.words.length);
		for (const pair of pairs) for (const index of this.byPair.get(pair) ?? []) shared[index]++;
		const found = new Map<number, number>();
		for (let index = 0; index < shared.length; index++) {
			const dice = (2 * shared[index]) / (pairs.length + this.lengths[index]);
			if (dice < 0.15) continue;
			const bearer = this.bearers[index];
			const best = Math.max(dice, beginning(word, this.words[index]), found.get(bearer) ?? 0);
			if (best >= 0.4) found.set(bearer, best);
		}
		return found;
	}
}

/** The likeness of two words, for once. */
export function likeness(one: string, other: string): number {
	const index = new WordIndex();
	index.add(other, 0);
	return index.likenesses(one).get(0) ?? 0;
}

/** One word that begins with the other could be the same name cut short or grown; one within the other less so. */
function beginning(one: string, other: string): number {
	if (one === other) return 1;
	const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
	if (shorter.length >= 4 && longer.startsWith(shorter)) return 0.94;
	return shorter.length >= 8 && longer.includes(shorter) ? 0.8 : 0;
}

/** Pairs of letters, a second "an" told from the first. */
function letterPairs(word: string): string[] {
	const seen = new Map<string, number>();
	const pairs: string[] = [];
	for (let at = 0; at < word.length - 1; at++) {
		const pair = word.slice(at, at + 2);
		const times = (seen.get(pair) ?? 0) + 1;
		seen.set(pair, times);
		pairs.push(`${pair}${times}`);
	}
	return pairs;
}
