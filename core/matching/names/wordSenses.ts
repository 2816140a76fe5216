import { longWords, shortWords } from './abbreviations';
import { articleWords } from './articles';
import { connectiveWords } from './connectives';
import { legalFormWords } from './legalForms';

/**
 * What the words of a name may mean beside themselves, as a set of bits: one look-up a word tells which of the rules
 * about names can have anything to say. Most words mean nothing but themselves.
 */
export type Senses = number;

/** Other words for "and". */
export const CONNECTIVE = 1;
export const AND = 2;
export const ARTICLE = 4;
export const LEGAL_FORM = 8;
/** Short for a longer word, or for several. */
export const SHORT = 16;
/** Has a usual short form. */
export const LONG = 32;
/** Words of notes, of second names and of names that are none: such a name is read with more care. */
export const APART = 64;

const SENSES = new Map<string, Senses>();

function add(words: readonly string[], sense: Senses): void {
	for (const word of words) SENSES.set(word, (SENSES.get(word) ?? 0) | sense);
}

add(
	connectiveWords.filter((word) => word !== 'and'),
	CONNECTIVE,
);
add(['and'], AND);
add(articleWords, ARTICLE);
add(legalFormWords, LEGAL_FORM);
add(shortWords, SHORT);
add(longWords, LONG);
add('use usar utiliser donotuse old zz zzz xx xxx'.split(' '), APART);
add(
	'dba aka fka trading business operating known formerly fantasia comercial faisant'.split(' '),
	APART,
);
add('unknown test none tbd new default inactive duplicate closed'.split(' '), APART);

/** All senses of all words; 0 for words that are nothing but themselves, as in most names. */
export function sensesOf(words: readonly string[]): Senses {
	let senses = 0;
	for (const word of words) {
		const more = SENSES.get(word);
		if (more !== undefined) senses |= more;
	}
	return senses;
}
