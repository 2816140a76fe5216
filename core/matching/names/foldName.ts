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
const ONLY_ASCII = /^[\x20-\x7e]*$/;

/** The same text but for surrounding and repeated spaces and the case of letters. */
export function exactForm(name: string): string {
	if (PLAIN_WORDS.test(name)) return name.toLowerCase();
	const text = ONLY_ASCII.test(name) ? name : name.normalize('NFC');
	return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The words of a name without case, accents and punctuation; `&` and `+` are read as "and". */
export function nameWords(written: string): string[] {
	const name = readableName(written);
	if (PLAIN_WORDS.test(name)) return joinSingleLetters(name.toLowerCase().split(' '));
	if (EVERYDAY.test(name)) return joinSingleLetters(everydayWords(name.toLowerCase()));
	const plain = withoutAccents(name.toLowerCase())
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
	for (let at = 0; at < name.length; at++) {
		const sign = name[at];
		if ((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9')) {
			word += sign;
			continue;
		}
		if (BREAK.has(sign) && isDigit(name[at - 1]) && isDigit(name[at + 1])) {
			word += '.';
			continue;
		}
		if ((sign === '.' || sign === "'") && at > 0 && name[at - 1] !== ' ') continue;
		if (word !== '') words.push(word);
		word = '';
		if (sign === '&' || sign === '+') words.push('and');
	}
	if (word !== '') words.push(word);
	return words;
}

/** "Area 5.1" is not "Area 51". */
const BREAK = new Set(['.', '-']);

function isDigit(sign: string | undefined): boolean {
	return sign !== undefined && sign >= '0' && sign <= '9';
}

/** A dot or apostrophe joins what stands on both sides of it. */
function joins(text: string, at: number): boolean {
	return at > 0 && /\S/.test(text[at - 1]);
}

function withoutAccents(text: string): string {
	if (ONLY_ASCII.test(text)) return text;
	return text
		.replace(/[™℠]/g, ' ')
		.normalize('NFKD')
		.toLowerCase()
		.replace(ACCENTS, '')
		.replace(UNDIVIDED, (letter) => UNDIVIDED_LETTERS[letter]);
}

/** "s a de c v" is `sa de cv`: the same form is written with and without spaces. */
function joinSingleLetters(words: string[]): string[] {
	if (!words.some((word) => word.length === 1)) return words;
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
