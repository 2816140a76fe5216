import { sameConnectives } from './connectives';
import { eachOnce } from './eachOnce';
import { nameWords } from './foldName';
import { withoutNotes } from './nameNotes';
import { normalName, type NormalName } from './normalForm';
import { namesIn } from './otherNames';

/** In words, how two names of one normal form differ: "legal form LLC", "accents". */
export function howNamesDiffer(a: string, b: string): string[] {
	return differencesOf({ name: a, normal: normalName(a) }, { name: b, normal: normalName(b) });
}

/** A name and what it was reduced to. */
export interface ReadName {
	name: string;
	normal: NormalName;
	/** It holds no note and no second name. */
	isNameOnly?: boolean;
}

/** The same for names that were reduced already. */
export function differencesOf(a: ReadName, b: ReadName): string[] {
	const differences = formDifferences(a.normal, b.normal);
	if (a.normal.article !== b.normal.article) {
		differences.push(articleDifference(a.normal, b.normal));
	}
	differences.push(...connectiveDifference(a.name, b.name));
	if (a.normal.form !== b.normal.form && shortWords(a.normal) !== shortWords(b.normal)) {
		differences.push('a word written short');
	}
	if (a.isNameOnly !== true || b.isNameOnly !== true) {
		for (const note of notesOf(a.name, b.name)) differences.push(`the note "${note}"`);
		if (namesIn(a.name).length !== namesIn(b.name).length) differences.push('a second name');
	}
	if (hasAccents(a.name) !== hasAccents(b.name)) differences.push('accents');
	if (
		a.normal.form === b.normal.form &&
		a.normal.ownWords.join(' ') !== b.normal.ownWords.join(' ')
	) {
		differences.push('spaces');
	}
	if (punctuation(a.name) !== punctuation(b.name)) differences.push('punctuation');
	if (differences.length === 0) differences.push('upper and lower case');
	return differences;
}

function formDifferences(left: NormalName, right: NormalName): string[] {
	if (left.removedForms.length === 0 && right.removedForms.length === 0) return [];
	return eachOnce([...left.removedForms, ...right.removedForms])
		.filter((form) => left.removedForms.includes(form) !== right.removedForms.includes(form))
		.map((form) => `legal form ${form}`);
}

function articleDifference(left: NormalName, right: NormalName): string {
	const article = left.article ?? right.article ?? '';
	return `leading "${article.charAt(0).toUpperCase()}${article.slice(1)}"`;
}

const SIGN_FOR_AND = /[&+]/;
/** Names with no such word are not looked at word by word. */
const WORD_FOR_AND = /\s(?:and|et|y|e|und|og|och)\s/i;

function connectiveDifference(a: string, b: string): string[] {
	if (SIGN_FOR_AND.test(a) !== SIGN_FOR_AND.test(b)) return ['"&" and "and"'];
	if (!WORD_FOR_AND.test(a) && !WORD_FOR_AND.test(b)) return [];
	return connectivesOf(a) === connectivesOf(b) ? [] : ['the word for "and"'];
}

function connectivesOf(name: string): string {
	const words = nameWords(name);
	const same = sameConnectives(words, name);
	return words.filter((_word, at) => same[at] === 'and').join(' ');
}

function shortWords({ ownWords, words }: NormalName): string {
	return ownWords.filter((word) => !words.includes(word)).join(' ');
}

function notesOf(a: string, b: string): string[] {
	const left = withoutNotes(a).notes;
	const right = withoutNotes(b).notes;
	if (left.length === 0 && right.length === 0) return [];
	return [
		...left.filter((note) => !right.includes(note)),
		...right.filter((note) => !left.includes(note)),
	];
}

const ONLY_ASCII = /^[\x20-\x7e]*$/;

function hasAccents(text: string): boolean {
	if (ONLY_ASCII.test(text)) return false;
	return text.normalize('NFKD').replace(/[\u0300-\u036f]+/g, '') !== text.normalize('NFC');
}

const NO_PUNCTUATION = /^[A-Za-z0-9 &+]*$/;

function punctuation(text: string): string {
	return NO_PUNCTUATION.test(text) ? '' : text.replace(/[\p{L}\p{N}\p{M}\s&+]+/gu, '');
}
