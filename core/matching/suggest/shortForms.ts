import { secondPart } from './compoundWords';
import { isSmallWord, type NamePart, type NameText } from './recordTexts';

/** How much of a name its short form leaves. */
export type Shortening = 'initials' | 'initials and words';

/** A longer name is not spelled by its initials. */
const MOST_WORDS = 8;

/**
 * The short ways in which a firm may write its name: all initials ("NWIS" for Northwind IT Services), initials of the
 * first words and the rest whole ("ABC Construction", "jsmith"), or the first words and the initials of the rest; each
 * with and without small words and legal form, run together.
 */
export function shortForms(name: NameText): Map<string, Shortening> {
	const found = new Map<string, Shortening>();
	for (const words of wordLists(name.parts)) {
		if (words.length < 2 || words.length > MOST_WORDS) continue;
		for (const initials of initialLists(words)) addShortened(words, initials, found);
	}
	return found;
}

function addShortened(words: string[], initials: string[], found: Map<string, Shortening>): void {
	found.set(initials.join(''), 'initials');
	const mixed = (text: string) => {
		for (const form of [text, withoutPlural(text)]) {
			if (!found.has(form)) found.set(form, 'initials and words');
		}
	};
	for (let at = 1; at < words.length; at++) {
		mixed(initials.slice(0, at).join('') + words.slice(at).join(''));
		if (at < words.length - 1) mixed(words.slice(0, at).join('') + initials.slice(at).join(''));
	}
}

/** "hrccpa" for Hollister, Ramage & Coe, CPAs. */
function withoutPlural(text: string): string {
	return text.endsWith('s') && !text.endsWith('ss') ? text.slice(0, -1) : text;
}

function wordLists(parts: readonly NamePart[]): string[][] {
	const all = parts.map(({ word }) => word);
	const telling = parts.filter(({ optional }) => !optional).map(({ word }) => word);
	if (telling.length === all.length) return [all];
	const withoutSmall = all.filter((word) => !isSmallWord(word));
	const withoutForm = parts
		.filter(({ word, optional }) => !optional || isSmallWord(word))
		.map(({ word }) => word);
	return [telling, all, withoutSmall, withoutForm];
}

/** One letter a word, or two where a word is made of two or is itself two initials ("IT"). */
function initialLists(words: string[]): string[][] {
	const lists = [words.map((word) => word[0])];
	if (words.some((word) => secondPart(word) !== null)) lists.push(words.map(compoundInitials));
	if (words.some((word) => word.length === 2 && !isSmallWord(word))) {
		lists.push(words.map((word) => (word.length === 2 ? word : word[0])));
	}
	return lists;
}

/** "nw" for "northwind". */
function compoundInitials(word: string): string {
	const second = secondPart(word);
	return second === null ? word[0] : word[0] + word[second];
}
