import { companyDomain, domainIn, domainLabel } from '../names/domainName';
import { nameWords } from '../names/foldName';
import { normalNames, type NormalName } from '../names/normalForm';

/** Articles, prepositions and words for "and", which a firm counts or not when it shortens its name. */
const SMALL_WORDS = new Set(
	`a al an and ao as at au aux by com con da das de del dem den der des di die do dos du e el em en et for fur in la las
	le les los na nas no nos o of on os para pela pelo por pour sur the to und van von y`.split(/\s+/),
);

export function isSmallWord(word: string): boolean {
	return SMALL_WORDS.has(word);
}

/** One name of a record, read for comparing. */
export interface NameText {
	/** As `NormalName` has it, without spaces. */
	form: string;
	/** Other ways to run the name together, as a domain may: words as written, without small ones. */
	otherForms: string[];
	/** The telling words without small ones; all of them in a name of small words only. */
	words: string[];
	/** The same, and where short words were read in full also as written. */
	readings: string[][];
	/** All words in their order, those of the legal form last, with whether a shortened name may leave them out. */
	parts: NamePart[];
	removedForms: readonly string[];
}

export interface NamePart {
	word: string;
	optional: boolean;
}

/** A domain's own word. */
export interface LabelText {
	domain: string;
	/** Letters and digits before the ending, without hyphens. */
	letters: string;
	/** The same without what domains add to a name ("getacorn", "acornhq"), null when nothing was added. */
	bare: string | null;
	/** The record's own name run together: says nothing that the name does not say. */
	isOwnName: boolean;
}

/** What is known of a customer or client, read once for all comparisons. */
export interface RecordTexts {
	/** As written; null where the name is a domain or there is none. */
	written: string | null;
	names: NameText[];
	labels: LabelText[];
	/** The name with all its words, notes and legal form too, folded: the raw text beside the normal form. */
	raw: string;
	/** Each distinct text without spaces: normal forms and domains' words. */
	compact: string[];
}

/** Reads a record; a name that is a domain counts as one of its domains. */
export function recordTexts(name: string | null, domains: readonly string[]): RecordTexts {
	const nameDomain = domainIn(name);
	const written = nameDomain === null && name !== null && name.trim() !== '' ? name : null;
	const rawWords = written === null ? [] : nameWords(written);
	const names = written === null ? [] : namesOf(written, rawWords);
	const own = nameDomain === null ? null : (companyDomain(nameDomain) ?? nameDomain);
	const labels = [...new Set(own === null ? domains : [own, ...domains])].map((domain) =>
		labelText(domain, names),
	);
	const compact = new Set([
		...names.flatMap(({ form, otherForms }) => [form, ...otherForms]),
		...labels.map(({ letters }) => letters),
	]);
	return { written, names, labels, raw: rawWords.join(' '), compact: [...compact] };
}

function namesOf(written: string, rawWords: readonly string[]): NameText[] {
	const names = normalNames(written).filter(({ form }) => form !== '');
	// Of a text that holds two names it is not known which words belong to which.
	return names.map((name) => nameText(name, names.length === 1 ? rawWords : name.ownWords));
}

function nameText(name: NormalName, rawWords: readonly string[]): NameText {
	const words = tellingWords(name.words);
	const ownWords = tellingWords(name.ownWords);
	const article = name.article === null ? [] : [name.article];
	const otherForms = [
		name.ownWords.join(''),
		rawWords.slice(article.length, article.length + name.words.length).join(''),
		words.join(''),
	];
	return {
		form: name.form,
		otherForms: [...new Set(otherForms)].filter((form) => form !== '' && form !== name.form),
		words,
		readings: ownWords.join(' ') === words.join(' ') ? [words] : [words, ownWords],
		parts: [
			...article.map((word) => ({ word, optional: true })),
			...name.words.map((word) => ({ word, optional: !words.includes(word) })),
			...name.formWords.map((word) => ({ word, optional: true })),
		],
		removedForms: name.removedForms,
	};
}

/** Whether the letters are the name without its spaces. */
export function isRunTogether(letters: string, { form, otherForms }: NameText): boolean {
	return letters === form || otherForms.includes(letters);
}

function tellingWords(all: string[]): string[] {
	const telling = all.filter((word) => !isSmallWord(word));
	return telling.length > 0 ? telling : all;
}

/** What firms put before or behind their name when the plain domain was taken. */
const ADDED_BEFORE = /^(?:the|get|go|my|we|weare|team|join|visit|shop|try|hello)(?=.{4})/;
const ADDED_BEHIND =
	/(?<=.{4})(?:hq|online|web|site|app|group|grp|team|inc|llc|ltd|ltda|corp|co|company|us|usa|ca|canada|br|brasil|brazil|mx|mexico|uk|na|intl|global|365)+$/;

function labelText(domain: string, names: readonly NameText[]): LabelText {
	const letters = domainLabel(domain.toLowerCase());
	const before = letters.replace(ADDED_BEFORE, '');
	const bare = before.replace(ADDED_BEHIND, '');
	const isOwnName = names.some((name) => isRunTogether(letters, name));
	return { domain, letters, bare: bare === letters ? null : bare, isOwnName };
}
