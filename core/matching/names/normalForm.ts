import { fullReadings, hasShortWord } from './abbreviations';
import { withoutArticle } from './articles';
import { sameConnectives } from './connectives';
import { commonWordsOf } from './commonName';
import { nameWords } from './foldName';
import { withoutLegalForm } from './legalForms';
import { withoutNotes, type NameWithoutNotes } from './nameNotes';
import { namesIn } from './otherNames';
import { eachOnce } from './eachOnce';
import {
	AND,
	APART,
	ARTICLE,
	CONNECTIVE,
	LEGAL_FORM,
	LONG,
	sensesOf,
	SHORT,
	type Senses,
} from './wordSenses';

/** A name reduced to what tells companies apart. */
export interface NormalName {
	/** Without case, accents, punctuation, notes, leading article, legal form and spaces; empty when nothing is left. */
	form: string;
	/** The telling words of the name, short ones in full. */
	words: string[];
	/** The legal form as a person writes it, null when the name has none that tells. */
	legalForm: string | null;
	/** The legal form is also an everyday word, such as Spa or Ag. */
	legalFormMayBeWord: boolean;
	/** Every legal form taken off, for the reasons a person reads. */
	removedForms: readonly string[];
	/** The leading article taken off, as folded. */
	article: string | null;
	/** The telling words as the name has them: run together they are `form`. */
	ownWords: string[];
	/** Words of the legal forms taken off. */
	formWords: readonly string[];
	/** "& Co" was taken off. */
	andCompany: boolean;
	/** It may stand in a domain in more ways than its forms: with its legal form, without "and", with short words. */
	hasMoreWays: boolean;
	/** `form` and the same with short words in full, in every way in which they may be read. */
	forms: string[];
}

/** Reduces a company name to its normal form. Of "Contoso LLC dba Acorn" this is the first name. */
export function normalName(name: string): NormalName {
	return normalOf(namesIn(withoutNotes(name).name)[0]);
}

/** Every name that a text holds, reduced: two for "Contoso LLC dba Acorn Construction", one for nearly all texts. */
export function normalNames(name: string): NormalName[] {
	return commonNames(name) ?? namesWithoutNotes(withoutNotes(name));
}

/** The same for a text that is a name and nothing else, as nearly all are; null for one that takes more care. */
export function commonNames(name: string): NormalName[] | null {
	const words = commonWordsOf(name);
	if (words === null) return null;
	const senses = sensesOf(words);
	if ((senses & APART) !== 0) return null;
	const own = normalOfWords(words, senses, name);
	const other = name.includes(',') ? surnameLast(name) : null;
	return other === null ? [own] : [own, normalOf(other)];
}

/** The same for a text that was freed of its notes. */
export function namesWithoutNotes({ name: plain, bracketed }: NameWithoutNotes): NormalName[] {
	const names = namesIn(plain);
	const all = names.map(normalOf);
	if (EVERYDAY_NAME.test(plain)) return all;
	for (const other of [surnameLast(plain), spelledOut(plain)]) {
		if (other !== null) all.push(normalOf(other));
	}
	for (const inside of bracketed) {
		const without = withoutInitials(names[0], inside);
		if (without !== null) all.push(normalOf(without));
	}
	return all;
}

function normalOf(name: string): NormalName {
	const words = nameWords(name);
	return normalOfWords(words, sensesOf(words), name);
}

/** The same for the words of a name, with all that they may mean. */
function normalOfWords(written: string[], senses: Senses, name: string): NormalName {
	if (senses === 0) return plainName(written);
	let words = (senses & CONNECTIVE) === 0 ? written : sameConnectives(written, name);
	let article: string | null = null;
	if ((senses & ARTICLE) !== 0) ({ words, article } = withoutArticle(words, name));
	const formed = (senses & LEGAL_FORM) === 0 ? null : withoutLegalForm(words, name);
	const ownWords = formed?.words ?? words;
	const formWords = formed?.removedWords ?? NONE;
	const form = ownWords.length === 1 ? ownWords[0] : ownWords.join('');
	const readings =
		(senses & SHORT) !== 0 && hasShortWord(ownWords)
			? fullReadings(ownWords, DOT_BEHIND_FIRST.test(name))
			: NO_READINGS;
	const forms =
		readings.length === 0
			? [form]
			: eachOnce([form, ...readings.map((reading) => reading.join(''))]);
	return {
		form,
		words: readings.length === 0 ? ownWords : readings[0],
		legalForm: formed?.form ?? null,
		legalFormMayBeWord: formed?.formMayBeWord ?? false,
		removedForms: formed?.removed ?? NONE,
		article,
		ownWords,
		formWords,
		andCompany: formed?.andCompany ?? false,
		hasMoreWays: formWords.length > 0 || (senses & (AND | CONNECTIVE | LONG)) !== 0,
		forms,
	};
}

/** A name of words that mean nothing but themselves. */
function plainName(words: string[]): NormalName {
	const form = words.join('');
	const forms = [form];
	return {
		form,
		words,
		legalForm: null,
		legalFormMayBeWord: false,
		removedForms: NONE,
		article: null,
		ownWords: words,
		formWords: NONE,
		andCompany: false,
		hasMoreWays: false,
		forms,
	};
}

const NONE: readonly string[] = [];
const NO_READINGS: readonly string[][] = [];

/** "Dist. de Lácteos": the first word is cut short. */
const DOT_BEHIND_FIRST = /^\s*\p{L}+\./u;

/** No comma, bracket or umlaut: nothing more to read. */
const EVERYDAY_NAME = /^[A-Za-z0-9 .&+'-]*$/;

const SURNAME_FIRST =
	/^(\p{L}[\p{L}'’-]+), (\p{L}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){0,2})( ?,.*| ?\(.*)?$/u;
const INITIAL = /(?:^| )\p{L}\.?(?= |$)/u;
const TITLE = /\b(?:CPA|MD|M\.D\.|DDS|D\.D\.S\.|DMD|DVM|DC|OD|PhD|Esq|Dr|Jr|Sr)\b/;

/** "Mercer, John R., CPA" is "John R. Mercer, CPA"; null for what is no person's name. */
function surnameLast(name: string): string | null {
	const [, surname, given, rest = ''] = SURNAME_FIRST.exec(name) ?? [];
	if (surname === undefined || given === undefined) return null;
	// "Taylor, Morgan" may be a firm of two: an initial or a title shows a person.
	if (!INITIAL.test(given) && !TITLE.test(name)) return null;
	return withoutLegalForm(['x', ...nameWords(given)]).removed.length > 0
		? null
		: `${given.trim()} ${surname}${rest}`;
}

const UMLAUTS: Readonly<Record<string, string>> = {
	ä: 'ae',
	ö: 'oe',
	ü: 'ue',
	Ä: 'Ae',
	Ö: 'Oe',
	Ü: 'Ue',
};

/** "Mühlenbach" is also written "Muehlenbach"; null for a name without umlauts. */
function spelledOut(name: string): string | null {
	const text = name.normalize('NFC');
	return /[äöü]/i.test(text) ? text.replace(/[äöüÄÖÜ]/g, (letter) => UMLAUTS[letter]) : null;
}

/** "Acorn Building Company (ABC)" is "Acorn Building Company": the brackets hold only its initials. */
function withoutInitials(name: string, inside: string): string | null {
	const rest = name.replace(/\s*[([{][^()[\]{}]*[)\]}]\s*/g, ' ').trim();
	const initials = nameWords(rest)
		.map((word) => word[0])
		.join('');
	const short = nameWords(inside).join('');
	return short.length > 2 && initials === short && rest !== '' ? rest : null;
}

/**
 * Two names with different legal forms are two companies; a name without one may be either, unless the other's form
 * may be a word: "Serenity" need not be "Serenity Spa". "Acme Co" may be "Acme Co Ltd" but need not be "Acme LLC".
 */
export function legalFormsDiffer(a: NormalName, b: NormalName): boolean {
	if (a.andCompany !== b.andCompany) return true;
	if (a.legalForm === b.legalForm) return false;
	if (a.legalForm !== null && b.legalForm !== null) return true;
	const [plain, formed] = a.legalForm === null ? [a, b] : [b, a];
	const onlyCompany =
		plain.removedForms.includes(COMPANY) && !formed.removedForms.includes(COMPANY);
	return formed.legalFormMayBeWord || onlyCompany;
}

const COMPANY = 'Co';
