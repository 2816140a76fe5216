import { shortWords } from './abbreviations';
import { articleWords } from './articles';
import { connectiveWords } from './connectives';
import { PLAIN_WORDS } from './foldName';
import { legalFormWords } from './legalForms';

/** Words that mean more than themselves: a name without any is its own normal form. */
const READ_APART = new Set([
	...shortWords,
	...articleWords,
	...connectiveWords,
	...legalFormWords,
	'and',
	// Words of notes, of second names and of names that are none.
	...'use usar utiliser old zz zzz xx xxx dba aka fka trading business operating known formerly fantasia comercial faisant'.split(
		' ',
	),
	...'unknown test none tbd new default inactive duplicate closed'.split(' '),
]);

/** Whether the words are nothing but themselves, as in most names: then nothing about them need be looked up. */
export function arePlain(words: readonly string[]): boolean {
	for (const word of words) if (READ_APART.has(word)) return false;
	return true;
}

/** The words of a name that is nothing but plain words, as most are; null for all others. */
export function plainWordsOf(name: string): string[] | null {
	if (!PLAIN_WORDS.test(name)) return null;
	const words = name.toLowerCase().split(' ');
	return arePlain(words) && words.every(isWord) ? words : null;
}

/** Letters that stand alone are joined, and zz before a name is a note. */
function isWord(word: string): boolean {
	return word.length > 2;
}
