import { fullReadings, hasShortWord, shortReading } from './abbreviations';
import { withoutArticle } from './articles';
import { sameConnectives } from './connectives';
import { nameWords } from './foldName';
import { withoutLegalForm } from './legalForms';
import { arePlain, plainWordsOf } from './plainWords';
import { withoutNotes, type NameWithoutNotes } from './nameNotes';
import { namesIn } from './otherNames';
import { eachOnce } from './eachOnce';

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
	removedForms: string[];
	/** The leading article taken off, as folded. */
	article: string | null;
	/** The telling words as the name has them: run together they are `form`. */
	ownWords: string[];
	/** Words of the legal forms taken off. */
	formWords: readonly string[];
	/** "& Co" was taken off. */
	andCompany: boolean;
	/** How the name may stand in a domain: with or without its legal form, "and" and short words. */
	inDomains: readonly string[];
	/** `form` and the same with short words in full, in every way in which they may be read. */
	forms: string[];
}

/** Reduces a company name to its normal form. Of "Contoso LLC dba Acorn" this is the first name. */
export function normalName(name: string): NormalName {
	return normalOf(namesIn(withoutNotes(name).name)[0]);
}

/** Every name that a text holds, reduced: two for "Contoso LLC dba Acorn Construction", one for nearly all texts. */
export function normalNames(name: string): NormalName[] {
	const words = plainWordsOf(name);
	return words === null ? namesWithoutNotes(withoutNotes(name)) : [plainName(words)];
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
	const written = nameWords(name);
	if (arePlain(written)) return plainName(written);
	const all = sameConnectives(written, name);
	const { words, article } = withoutArticle(all, name);
	const rest = withoutLegalForm(words, name);
	const form = rest.words.length === 1 ? rest.words[0] : rest.words.join('');
	const readings = hasShortWord(rest.words)
		? fullReadings(rest.words, DOT_BEHIND_FIRST.test(name))
		: [];
	const forms =
		readings.length === 0
			? [form]
			: eachOnce([form, ...readings.map((reading) => reading.join(''))]);
	return {
		form,
		words: readings.length === 0 ? rest.words : readings[0],
		legalForm: rest.form,
		legalFormMayBeWord: rest.formMayBeWord,
		removedForms: rest.removed,
		article,
		ownWords: rest.words,
		formWords: rest.removedWords,
		andCompany: rest.andCompany,
		inDomains: waysInDomains(forms, rest.words, rest.removedWords),
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
		inDomains: forms,
		forms,
	};
}

const NONE: string[] = [];

function waysInDomains(
	forms: readonly string[],
	words: readonly string[],
	formWords: readonly string[],
): readonly string[] {
	const short = shortReading(words);
	if (formWords.length === 0 && short === null && !words.includes('and')) return forms;
	const written = formWords.length === 0 ? forms[0] : `${forms[0]}${formWords.join('')}`;
	if (short === null && !words.includes('and')) return eachOnce([...forms, written]);
	return eachOnce([
		...forms,
		written,
		(short ?? words).join(''),
		words.filter((word) => word !== 'and').join(''),
	]);
}

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
