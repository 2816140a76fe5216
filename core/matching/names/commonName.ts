import { wordsOfReadable } from './foldName';
import { LONGEST } from './readableName';

/**
 * The words of a name that is written as nearly all are: nothing in it but a word can be a note, a domain or join a
 * second name. Null for a name that takes more care.
 */
export function commonWordsOf(name: string): string[] | null {
	const manner = name.length > LONGEST ? UNCOMMON : mannerOf(name);
	if (manner === UNCOMMON) return null;
	const words = wordsOfReadable(name);
	if (manner === SEVERAL_WORDS) return words.length === 0 ? null : words;
	// "NA" stands for no name.
	return name.length > 2 ? words : null;
}

const UNCOMMON = 0;
const ONE_PLAIN_WORD = 1;
const SEVERAL_WORDS = 2;

/** One word of letters and digits, or several words with everyday marks and single spaces. */
function mannerOf(name: string): number {
	let spaces = 0;
	let hasMarks = false;
	let before = SPACE;
	let behindDot = 0;
	for (let at = 0; at < name.length; at++) {
		const code = name.charCodeAt(at);
		const sign = code < SIGNS.length ? SIGNS[code] : OTHER;
		if (sign === LETTER) {
			// A dot before several letters may be a domain's.
			behindDot = before === DOT ? 1 : before === LETTER && behindDot > 0 ? 2 : 0;
			if (behindDot === 2) return UNCOMMON;
		} else if (sign === SPACE) {
			// A hyphen beside a space sets a note apart.
			if (before === SPACE || before === HYPHEN) return UNCOMMON;
			spaces++;
		} else {
			if (sign === OTHER || (sign === HYPHEN && before === SPACE)) return UNCOMMON;
			hasMarks = true;
		}
		before = sign;
	}
	if (before === SPACE) return UNCOMMON;
	if (spaces > 0) return SEVERAL_WORDS;
	return hasMarks || !IS_ASCII.test(name) ? UNCOMMON : ONE_PLAIN_WORD;
}

const IS_ASCII = /^[\x20-\x7e]*$/;

const OTHER = 0;
const LETTER = 1;
const SPACE = 2;
const DOT = 3;
const HYPHEN = 4;
const MARK = 5;

/** What each sign is, by its code, as far as names in Latin letters go. */
const SIGNS = Uint8Array.from({ length: 0x180 }, (_, code) => {
	const sign = String.fromCharCode(code);
	if (sign === ' ') return SPACE;
	if (sign === '.') return DOT;
	if (sign === '-') return HYPHEN;
	if (",&+'".includes(sign)) return MARK;
	// An umlaut is also spelled out: such a name is read in two ways.
	return /[a-z0-9]|[\u00c0-\u017f]/i.test(sign) && !/[äöü×÷]/i.test(sign) ? LETTER : OTHER;
});
