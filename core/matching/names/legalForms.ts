import { legalFormsByJurisdiction, type LegalForm } from './legalFormTable';

const FORM_BY_ALIAS = new Map<string, LegalForm>();
/** How many words a form may have that ends in this one; most names end in none, which one glance tells. */
const LENGTH_BY_LAST_WORD = new Map<string, number>();
for (const forms of Object.values(legalFormsByJurisdiction)) {
	for (const form of forms) {
		for (const alias of form.aliases) {
			if (!FORM_BY_ALIAS.has(alias)) FORM_BY_ALIAS.set(alias, form);
			const words = alias.split(' ');
			const last = words[words.length - 1];
			const longest = Math.max(LENGTH_BY_LAST_WORD.get(last) ?? 1, words.length);
			LENGTH_BY_LAST_WORD.set(last, longest);
		}
	}
}

const COMPANY = new Set('co company cia cie compagnie companhia compania'.split(' '));

export interface WithoutLegalForm {
	/** The words that are left; never none, a company may be called "Limited". */
	words: string[];
	/** The telling form, null when there is none or only a loose one such as "Co". */
	form: string | null;
	/** The form may as well be a word of the name. */
	formMayBeWord: boolean;
	/** Every form that was taken off, as a person writes it. */
	removed: string[];
	/** The words of those forms, in their order. */
	removedWords: string[];
	/** "& Co" was taken off: "Smith & Co" is often another company than "Smith". */
	andCompany: boolean;
}

/** Takes the legal forms off the end of a name's words, French ones off its beginning too ("SARL Dupont"). */
export function withoutLegalForm(words: string[], name = ''): WithoutLegalForm {
	if (!LENGTH_BY_LAST_WORD.has(words[words.length - 1]) && !FORM_AT_FRONT.has(words[0])) {
		return {
			words,
			form: null,
			formMayBeWord: false,
			removed: NONE,
			removedWords: NONE,
			andCompany: false,
		};
	}
	let rest = words;
	let telling: LegalForm | null = null;
	const removed: string[] = [];
	let removedWords: string[] = [];
	let andCompany = false;
	for (;;) {
		const ending = legalEnding(rest);
		if (ending === null) break;
		// Before a form that tells, a word is a word: "Serenity Spa LLC".
		if (telling !== null && ending.form.alsoWord === true) break;
		const taken = rest.slice(rest.length - ending.length);
		removedWords = [...taken, ...removedWords];
		rest = rest.slice(0, rest.length - ending.length);
		// A joining word is left hanging by "Smith & Co".
		if (rest.length > 1 && rest[rest.length - 1] === 'and') {
			rest = rest.slice(0, -1);
			andCompany ||= COMPANY.has(taken[0]);
		}
		removed.unshift(ending.form.label);
		if (telling === null && ending.form.loose !== true) telling = ending.form;
	}
	const leading = rest.length > 1 && removed.length === 0 ? FORM_AT_FRONT.get(rest[0]) : undefined;
	if (leading !== undefined) {
		rest = rest.slice(1);
		removed.unshift(leading.label);
		telling ??= leading;
	}
	const formMayBeWord = telling?.alsoWord === true && !isWrittenAsForm(telling, name);
	return {
		words: rest,
		form: telling?.label ?? null,
		formMayBeWord,
		removed,
		removedWords,
		andCompany,
	};
}

/** For names without a legal form; nobody adds to it. */
const NONE: string[] = [];

const FORM_AT_FRONT = new Map(
	['sarl', 'sasu', 'eurl', 'gmbh'].flatMap((alias) => {
		const form = FORM_BY_ALIAS.get(alias);
		return form === undefined ? [] : [[alias, form] as const];
	}),
);

/** Words that a legal form ends in, or that stand before a name as one. */
export const legalFormWords: readonly string[] = [
	...LENGTH_BY_LAST_WORD.keys(),
	...FORM_AT_FRONT.keys(),
];

/** "S.p.A." and "A/S" are no words, "SPA" may be one: only dots and slashes tell. */
function isWrittenAsForm({ aliases }: LegalForm, name: string): boolean {
	const end = name.trim().split(/\s+/).pop() ?? '';
	if (/^(?:\p{L}[./])+\p{L}?\.?$/u.test(end)) return true;
	return aliases[0] === 'me' && end === 'ME' && PORTUGUESE_LETTERS.test(name);
}

const PORTUGUESE_LETTERS = /[ãõç]/i;

function legalEnding(words: string[]): { form: LegalForm; length: number } | null {
	const longest = LENGTH_BY_LAST_WORD.get(words[words.length - 1]);
	if (longest === undefined) return null;
	for (let length = Math.min(longest, words.length - 1); length > 0; length--) {
		const form = FORM_BY_ALIAS.get(
			length === 1 ? words[words.length - 1] : words.slice(-length).join(' '),
		);
		if (form !== undefined) return { form, length };
	}
	return null;
}
