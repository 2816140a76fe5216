/** Finds names whose words are all among the words of another name, without comparing each with each. */
export interface WordSetIndex {
	/** Positions of the lists of words that hold all of these words, or whose words are all among these. */
	find: (words: readonly string[]) => number[];
}

/** A single shared word says nothing: "Acme" and "Acme Travel" need not be one company. */
const FEWEST_WORDS = 2;

export function wordSetIndex(lists: ReadonlyArray<readonly string[]>): WordSetIndex {
	const sets = lists.map((words) => new Set(words));
	const byWord = new Map<string, number[]>();
	sets.forEach((set, position) => {
		for (const word of set) push(byWord, word, position);
	});
	const howOften = (word: string) => byWord.get(word)?.length ?? 0;
	// A list within the query also has its rarest word there, and rare words have short lists.
	const byRarestWord = new Map<string, number[]>();
	sets.forEach((set, position) => {
		if (set.size >= FEWEST_WORDS) push(byRarestWord, rarest(set, howOften), position);
	});
	return {
		find: (words) => {
			const query = new Set(words);
			if (query.size < FEWEST_WORDS) return [];
			const holding = (byWord.get(rarest(query, howOften)) ?? []).filter((position) =>
				holdsAll(sets[position], query),
			);
			const within = [...query].flatMap((word) =>
				(byRarestWord.get(word) ?? []).filter((position) => holdsAll(query, sets[position])),
			);
			return [...new Set([...holding, ...within])];
		},
	};
}

function rarest(words: ReadonlySet<string>, howOften: (word: string) => number): string {
	return [...words].reduce((best, word) => (howOften(word) < howOften(best) ? word : best));
}

function holdsAll(outer: ReadonlySet<string>, inner: ReadonlySet<string>): boolean {
	for (const word of inner) if (!outer.has(word)) return false;
	return true;
}

function push(lists: Map<string, number[]>, word: string, position: number): void {
	const known = lists.get(word);
	if (known === undefined) lists.set(word, [position]);
	else known.push(position);
}
