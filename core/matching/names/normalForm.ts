import { nameWords } from './foldName';
import { withoutLegalForm } from './legalForms';

/** A name reduced to what tells companies apart. */
export interface NormalName {
	/** Without case, accents, punctuation, leading "The", legal form and spaces; empty when nothing is left. */
	form: string;
	/** The telling words of the name, the same without the spaces removed. */
	words: string[];
	/** The legal form as a person writes it, null when the name has none that tells. */
	legalForm: string | null;
	/** The legal form is also an everyday word, such as Spa or Ag. */
	legalFormMayBeWord: boolean;
	/** Every legal form taken off, for the reasons a person reads. */
	removedForms: string[];
	leadingThe: boolean;
}

/** Reduces a company name to its normal form. */
export function normalName(name: string): NormalName {
	const all = nameWords(name);
	const leadingThe = all.length > 1 && all[0] === 'the';
	const rest = withoutLegalForm(leadingThe ? all.slice(1) : all);
	return {
		form: rest.words.join(''),
		words: rest.words,
		legalForm: rest.form,
		legalFormMayBeWord: rest.formMayBeWord,
		removedForms: rest.removed,
		leadingThe,
	};
}

/**
 * Two names with different legal forms are two companies; a name without one may be either, unless the other's form
 * may be a word: "Serenity" need not be "Serenity Spa".
 */
export function legalFormsDiffer(a: NormalName, b: NormalName): boolean {
	if (a.legalForm === b.legalForm) return false;
	if (a.legalForm !== null && b.legalForm !== null) return true;
	return a.legalForm === null ? b.legalFormMayBeWord : a.legalFormMayBeWord;
}

/** In words, how two names of one normal form differ: "legal form LLC left out", "accents". */
export function howNamesDiffer(a: string, b: string): string[] {
	const left = normalName(a);
	const right = normalName(b);
	const differences: string[] = [];
	const forms = [...new Set([...left.removedForms, ...right.removedForms])].filter(
		(form) => left.removedForms.includes(form) !== right.removedForms.includes(form),
	);
	for (const form of forms) differences.push(`legal form ${form}`);
	if (left.leadingThe !== right.leadingThe) differences.push('leading "The"');
	if (/[&+]/.test(a) !== /[&+]/.test(b)) differences.push('"&" and "and"');
	if ((plain(a) !== a.normalize('NFC')) !== (plain(b) !== b.normalize('NFC'))) {
		differences.push('accents');
	}
	if (left.words.join(' ') !== right.words.join(' ')) differences.push('spaces');
	if (punctuation(a) !== punctuation(b)) differences.push('punctuation');
	if (differences.length === 0) differences.push('upper and lower case');
	return differences;
}

function plain(text: string): string {
	return text.normalize('NFKD').replace(/[\u0300-\u036f]+/g, '');
}

function punctuation(text: string): string {
	return text.replace(/[\p{L}\p{N}\p{M}\s&+]/gu, '');
}
