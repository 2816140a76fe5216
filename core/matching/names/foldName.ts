import { readableName } from './readableName';

/** The two plainest readings of a name, from which everything else is made. */

/** Letters that Unicode does not take apart into a base letter and an accent. */
const UNDIVIDED_LETTERS: Record<string, string> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	ð: 'd',
	đ: 'd',
	þ: 'th',
	ł: 'l',
	ı: 'i',
};
const UNDIVIDED = new RegExp(`[${Object.keys(UNDIVIDED_LETTERS).join('')}]`, 'g');
/** Only the accents of Latin, Greek and Cyrillic: in other scripts such marks are vowels. */
const ACCENTS = /[\u0300-\u036f]+/g;
/** Most names: nothing to fold but the case. */
export const PLAIN_WORDS = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;
/** The marks that names are written with every day; a slash joins letters and takes more care. */
const EVERYDAY = /^[A-Za-z0-9 .,&+'()"-]*$/;
/** The same once accents are gone; digits of such names are read below. */
const EVERYDAY_FOLDED = /^[a-z .,&+'()"-]*$/;
const ONLY_ASCII = /^[\x20-\x7e]*$/;
/** Single spaces, and no sign that can be written in two ways: accents that stand alone come later. */
const SINGLE_SPACED = /^[!-~\u00a1-\u02ff]+(?: [!-~\u00a1-\u02ff]+)*$/;

/** The same text but for surrounding and repeated spaces and the case of letters. */
export function exactForm(name: string): string {
	if (SINGLE_SPACED.test(name)) return name.toLowerCase();
	const text = ONLY_ASCII.test(name) ? name : name.normalize('NFC');
	return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The words of a name without case, accents and punctuation; `&` and `+` are read as "and". */
export function nameWords(written: string): string[] {
	return wordsOfReadable(readableName(written));
}

/** The same for a name that is readable already. */
export function wordsOfReadable(name: string): string[] {
	if (PLAIN_WORDS.test(name)) return joinSingleLetters(name.toLowerCase().split(' '));
	if (EVERYDAY.test(name)) return joinSingleLetters(everydayWords(name.toLowerCase()));
	const folded = withoutAccents(name.toLowerCase());
	if (EVERYDAY_FOLDED.test(folded)) return joinSingleLetters(everydayWords(folded));
	const plain = folded
		.replace(/[&+]/g, ' and ')
		// Within a word these only decorate: S.A., O'Brien, A/S.
		.replace(/\b(\p{L})\/(?=\p{L}\b)/gu, '$1')
		.replace(/[.'’`´]/g, (_mark, at: number, all: string) => (joins(all, at) ? '' : ' '))
		.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
		.trim();
	return plain === '' ? [] : joinSingleLetters(plain.split(' '));
}

/** The same as below for names of everyday signs, in one pass: most of a long list are of these. */
function everydayWords(name: string): string[] {
	const words: string[] = [];
	let word = '';
	// Letters and digits are taken by the run.
	let from = 0;
	for (let at = 0; at <= name.length; at++) {
		const code = at < name.length ? name.charCodeAt(at) : SPACE;
		if ((code >= SMALL_A && code <= SMALL_Z) || (code >= DIGIT_0 && code <= DIGIT_9)) continue;
		if (at > from) word = word === '' ? name.slice(from, at) : word + name.slice(from, at);
		from = at + 1;
		// "Area 5.1" is not "Area 51".
		if ((code === DOT || code === HYPHEN) && isDigit(name, at - 1) && isDigit(name, at + 1)) {
			word += '.';
			continue;
		}
		const joins = (code === DOT || code === APOSTROPHE) && at > 0 && name[at - 1] !== ' ';
		if (joins) continue;
		if (word !== '') words.push(word);
		word = '';
		if (code === AMPERSAND || code === PLUS) words.push('and');
	}
	return words;
}

const [SPACE, DOT, HYPHEN, APOSTROPHE, AMPERSAND, PLUS, SMALL_A, SMALL_Z, DIGIT_0, DIGIT_9] =
	Array.from(" .-'&+az09", (sign) => sign.charCodeAt(0));

function isDigit(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code >= DIGIT_0 && code <= DIGIT_9;
}

/** A dot or apostrophe joins what stands on both sides of it. */
function joins(text: string, at: number): boolean {
	return at > 0 && /\S/.test(text[at - 1]);
}

function withoutAccents(text: string): string {
	return ONLY_ASCII.test(text) ? text : (foldedLatin(text) ?? foldedText(text));
}

const FIRST_ACCENTED = 0xc0;
/** What the small accented letters of Latin are folded to, from the first one on; null for what is no such letter. */
const FOLDED_LATIN = Array.from({ length: 0x180 - FIRST_ACCENTED }, (_, at) => {
	const letter = String.fromCharCode(FIRST_ACCENTED + at);
	const folded = foldedText(letter);
	return /^[a-z]+$/.test(folded) ? folded : null;
});

/** The same as below for a text with no other sign than these letters; null for any other. */
function foldedLatin(text: string): string | null {
	let folded = '';
	let from = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code < 0x80) continue;
		const letter = code < FIRST_ACCENTED ? null : FOLDED_LATIN[code - FIRST_ACCENTED];
		if (letter === null || letter === undefined) return null;
		folded += text.slice(from, at) + letter;
		from = at + 1;
	}
	return folded + text.slice(from);
}

function foldedText(text: string): string {
	return text
		.replace(/[™℠]/g, ' ')
		.normalize('NFKD')
		.toLowerCase()
		.replace(ACCENTS, '')
		.replace(UNDIVIDED, (letter) => UNDIVIDED_LETTERS[letter]);
}

/** "s a de c v" is `sa de cv`: the same form is written with and without spaces. */
function joinSingleLetters(words: string[]): string[] {
	if (!hasSingleLetter(words)) return words;
	const joined: string[] = [];
	let letters = '';
	for (const word of words) {
		if (word.length === 1 && /\p{L}/u.test(word)) {
			letters += word;
			continue;
		}
		if (letters !== '') joined.push(letters);
		letters = '';
		joined.push(word);
	}
	if (letters !== '') joined.push(letters);
	return joined;
}

function hasSingleLetter(words: readonly string[]): boolean {
	for (const word of words) if (word.length === 1) return true;
	return false;
}
