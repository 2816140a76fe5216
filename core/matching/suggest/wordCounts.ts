/** How many clients hold each word: sharing "Zephyr" says more than sharing "Services". */
export interface WordCounts {
	/** Clients that hold the word; at least one. */
	of: (word: string) => number;
	/** How much the word tells: large for a rare one. */
	weight: (word: string) => number;
	/** How many clients hold all of these words, were they spread by chance; at least one. */
	holdingAll: (words: readonly string[]) => number;
}

export function wordCounts(lists: Iterable<readonly string[]>): WordCounts {
	const counts = new Map<string, number>();
	let clients = 0;
	for (const words of lists) {
		clients += 1;
		for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	const of = (word: string) => counts.get(word) ?? 1;
	return {
		of,
		weight: (word) => Math.log(1 + clients / of(word)),
		holdingAll: (words) =>
			Math.max(
				1,
				words.reduce((left, word) => left * (of(word) / Math.max(1, clients)), clients),
			),
	};
}
