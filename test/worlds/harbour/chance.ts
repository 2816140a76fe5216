/** A whole number from a text, the same on every run: a world that changed by itself could not be compared. */
export function numberFrom(text: string): number {
	let hash = 2166136261;
	for (const character of text) {
		hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
	}
	return Math.imul(hash ^ (hash >>> 15), 2246822519) >>> 0;
}

/** True for about so many of a hundred texts; the question keeps two draws about one firm apart. */
export function happens(percent: number, question: string, text: string): boolean {
	return numberFrom(`${question}/${text}`) % 100 < percent;
}

/** A tenant id, or any other GUID, that belongs to a word. */
export function guidOf(word: string): string {
	const hex = ['a', 'b', 'c', 'd']
		.map((part) => numberFrom(`${part}:${word}`).toString(16).padStart(8, '0'))
		.join('');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`4${hex.slice(13, 16)}`,
		`a${hex.slice(17, 20)}`,
		hex.slice(20, 32),
	].join('-');
}
