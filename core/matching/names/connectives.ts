/** "and" in the languages of the countries that Stellr sells in, as `foldName` leaves them. */
const AND = new Set(['and', 'et', 'y', 'e', 'und', 'og', 'och']);

export const connectiveWords: readonly string[] = [...AND];

/** One word for "and" however it is written, between other words only: "Y Combinator" keeps its Y. */
export function sameConnectives(words: string[], name: string): string[] {
	if (!words.some((word) => word !== 'and' && AND.has(word))) return words;
	return words.map((word, at) =>
		at > 0 && at < words.length - 1 && AND.has(word) && !isInitial(word, name) ? 'and' : word,
	);
}

/** "Thomas E Moore" has a middle initial; "Souza e Lima" are two. */
function isInitial(word: string, name: string): boolean {
	return word.length === 1 && !name.includes(` ${word} `);
}
