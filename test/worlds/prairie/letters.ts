import type { Chance } from './chance';

/** Slips of the finger in one word of a name, never in its first letter and never in a short word. */
const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** The text with one letter left out, doubled, swapped or hit beside; null when no word is long enough. */
export function withTypo(text: string, chance: Chance): string | null {
	const words = text.split(' ');
	const long = words.flatMap((word, index) => (/^[A-Za-zÀ-ÿ]{6,}$/.test(word) ? [index] : []));
	if (long.length === 0) return null;
	const index = chance.oneOf(long);
	const wrong = slip(words[index], chance);
	if (wrong === words[index]) return null;
	return words.map((word, place) => (place === index ? wrong : word)).join(' ');
}

/** The same for a word that stands alone, such as the first part of a domain. */
export function slip(word: string, chance: Chance): string {
	const at = chance.between(1, word.length - 2);
	const before = word.slice(0, at);
	const after = word.slice(at + 1);
	switch (chance.between(1, 4)) {
		case 1:
			return before + after;
		case 2:
			return before + word[at] + word[at] + after;
		case 3:
			return before + after[0] + word[at] + after.slice(1);
		default:
			return before + neighbour(word[at], chance) + after;
	}
}

function neighbour(letter: string, chance: Chance): string {
	const row = keyboard.find((keys) => keys.includes(letter));
	if (row === undefined) return '';
	const at = row.indexOf(letter);
	const beside = [row[at - 1], row[at + 1]].filter((key) => key !== undefined);
	return chance.oneOf(beside);
}
