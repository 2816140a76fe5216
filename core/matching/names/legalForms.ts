import { legalFormsByJurisdiction, type LegalForm } from './legalFormTable';

/** A way to write a legal form, read from its last word to its first. */
interface Ending {
	/** Null where the words read so far are no form by themselves: "de CV" without its "SA". */
	form: LegalForm | null;
	words: readonly string[];
	/** Longer ones, by the word before. */
	longer: Map<string, Ending>;
}

/** By last word; most names end in none of these, which one glance tells. */
const ENDINGS = new Map<string, Ending>();
for (const forms of Object.values(legalFormsByJurisdiction)) {
	for (const form of forms) {
		for (const alias of form.aliases) {
			const ending = endingOf(alias.split(' '));
			ending.form ??= form;
		}
	}
}

function endingOf(words: readonly string[]): Ending {
	let endings = ENDINGS;
	let ending: Ending | undefined;
	for (let at = words.length - 1; at >= 0; at--) {
		ending = endings.get(words[at]);
		if (ending === undefined) {
			ending = { form: null, words: words.slice(at), longer: new Map() };
			endings.set(words[at], ending);
		}
		endings = ending.longer;
	}
	if (ending === undefined) throw new Error('A legal form is written with no word.');
	return ending;
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
	removed: readonly string[];
	/** The words of those forms, in their order. */
	removedWords: readonly string[];
	/** "& Co" was taken off: "Smith & Co" is often another company than "Smith". */
	andCompany: boolean;
}

/** Takes the legal forms off the end of a name's words, French ones off its beginning too ("SARL Dupont"). */
export function withoutLegalForm(words: string[], name = ''): WithoutLegalForm {
	if (!ENDINGS.has(words[words.length - 1]) && !FORM_AT_FRONT.has(words[0])) {
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
	let removedWords: readonly string[] = NONE;
	let andCompany = false;
	for (;;) {
		const ending = legalEnding(rest);
		if (ending === null) break;
		const { form, words: taken } = ending;
		// Before a form that tells, a word is a word: "Serenity Spa LLC".
		if (telling !== null && form.alsoWord === true) break;
		removedWords = removedWords.length === 0 ? taken : [...taken, ...removedWords];
		rest = rest.slice(0, rest.length - taken.length);
		// A joining word is left hanging by "Smith & Co".
		if (rest.length > 1 && rest[rest.length - 1] === 'and') {
			rest = rest.slice(0, -1);
			andCompany ||= COMPANY.has(taken[0]);
		}
		removed.unshift(form.label);
		if (telling === null && form.loose !== true) telling = form;
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
const NONE: readonly string[] = [];

const FORM_AT_FRONT = new Map(
	['sarl', 'sasu', 'eurl', 'gmbh'].flatMap((alias) => {
		const form = ENDINGS.get(alias)?.form ?? null;
		return form === null ? [] : [[alias, form] as const];
	}),
);

/** Words that a legal form ends in, or that stand before a name as one. */
export const legalFormWords: readonly string[] = [...ENDINGS.keys(), ...FORM_AT_FRONT.keys()];

/** "S.p.A." and "A/S" are no words, "SPA" may be one: only dots and slashes tell. */
function isWrittenAsForm({ aliases }: LegalForm, name: string): boolean {
	const end = name.trim().split(/\s+/).pop() ?? '';
	if (/^(?:\p{L}[./])+\p{L}?\.?$/u.test(end)) return true;
	return aliases[0] === 'me' && end === 'ME' && PORTUGUESE_LETTERS.test(name);
}

const PORTUGUESE_LETTERS = /[ãõç]/i;

/** The longest form that the words end in, but not all of them. */
function legalEnding(
	words: readonly string[],
): { form: LegalForm; words: readonly string[] } | null {
	let found: { form: LegalForm; words: readonly string[] } | null = null;
	let endings = ENDINGS;
	for (let at = words.length - 1; at > 0; at--) {
		const ending = endings.get(words[at]);
		if (ending === undefined) break;
		if (ending.form !== null) found = { form: ending.form, words: ending.words };
		endings = ending.longer;
	}
	return found;
}
