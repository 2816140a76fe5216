import { editDistance } from '../names/editDistance';
import type { WordCounts } from './wordCounts';

/** How the words of two names go together. */
export interface WordOverlap {
	/** Words of one name that have a counterpart in the other. */
	matched: number;
	/** Words of the longer name. */
	outOf: number;
	/** Letters that differ between counterparts. */
	letters: number;
	/** Words written short in one name, with the long one. */
	shortened: Array<{ short: string; long: string }>;
	/** Counterparts stand in the same order. */
	inOrder: boolean;
	/** Either has words without a counterpart. */
	bothHaveMore: boolean;
	/** 0 to 1: the share of both names that has a counterpart, rare words counting most. */
	ofBoth: number;
	/** 0 to 1: the same of the name that has the larger share. */
	ofOne: number;
	/** Counterparts as the other name has them. */
	words: string[];
}

interface Pair {
	left: number;
	right: number;
	/** 0 to 1. */
	likeness: number;
	letters: number;
	shortened: boolean;
}

/** Pairs off the words of two names: equal ones first, then those misspelled or written short. */
export function wordOverlap(
	left: readonly string[],
	right: readonly string[],
	counts: WordCounts,
): WordOverlap {
	const pairs = pairedOff(left, right);
	const weightOf = (words: readonly string[]) =>
		words.reduce((sum, word) => sum + counts.weight(word), 0);
	const shared = (side: 'left' | 'right', words: readonly string[]) =>
		pairs.reduce((sum, pair) => sum + pair.likeness * counts.weight(words[pair[side]]), 0);
	const sharedLeft = shared('left', left);
	const sharedRight = shared('right', right);
	const [allLeft, allRight] = [weightOf(left), weightOf(right)];
	return {
		matched: pairs.length,
		outOf: Math.max(left.length, right.length),
		letters: pairs.reduce((sum, pair) => sum + pair.letters, 0),
		shortened: pairs
			.filter((pair) => pair.shortened)
			.map((pair) => shortAndLong(left[pair.left], right[pair.right])),
		inOrder: pairs.every((pair, at) => at === 0 || pairs[at - 1].right < pair.right),
		bothHaveMore: pairs.length < Math.min(left.length, right.length),
		ofBoth: (sharedLeft + sharedRight) / (allLeft + allRight || 1),
		ofOne: Math.max(sharedLeft / (allLeft || 1), sharedRight / (allRight || 1)),
		words: pairs.map((pair) => right[pair.right]),
	};
}

function shortAndLong(a: string, b: string): { short: string; long: string } {
	return a.length < b.length ? { short: a, long: b } : { short: b, long: a };
}

function pairedOff(left: readonly string[], right: readonly string[]): Pair[] {
	const pairs: Pair[] = [];
	const freeRight = new Set(right.keys());
	const freeLeft: number[] = [];
	left.forEach((word, at) => {
		const same = [...freeRight].find((other) => right[other] === word);
		if (same === undefined) {
			freeLeft.push(at);
			return;
		}
		freeRight.delete(same);
		pairs.push({ left: at, right: same, likeness: 1, letters: 0, shortened: false });
	});
	const pairedLeft = new Set<number>();
	for (const pair of alikePairs(left, right, freeLeft, freeRight)) {
		if (pairedLeft.has(pair.left) || !freeRight.delete(pair.right)) continue;
		pairedLeft.add(pair.left);
		pairs.push(pair);
	}
	return pairs.sort((a, b) => a.left - b.left);
}

/** Of the words without an equal one, all that may stand for each other, likeliest first. */
function alikePairs(
	left: readonly string[],
	right: readonly string[],
	freeLeft: readonly number[],
	freeRight: ReadonlySet<number>,
): Pair[] {
	const alike: Pair[] = [];
	for (const at of freeLeft) {
		for (const other of freeRight) {
			const pair = compare(left[at], right[other]);
			if (pair !== null) alike.push({ left: at, right: other, ...pair });
		}
	}
	return alike.sort((a, b) => b.likeness - a.likeness || a.left - b.left || a.right - b.right);
}

const LIKENESS_OF_BEGINNING = 0.85;
const LIKENESS_WITHOUT_VOWELS = 0.75;
const LIKENESS_OF_INITIAL = 0.5;

function compare(a: string, b: string): Pick<Pair, 'likeness' | 'letters' | 'shortened'> | null {
	const { short, long } = shortAndLong(a, b);
	// Most pairs of words have neither end in common.
	if (a[0] !== b[0] && a[a.length - 1] !== b[b.length - 1]) return null;
	const limit = editsAllowed(short.length);
	const letters = limit === 0 ? 1 : editDistance(a, b, limit);
	if (letters <= limit) return { likeness: 1 - 0.08 * letters, letters, shortened: false };
	if (long.startsWith(short)) {
		const likeness = short.length >= 3 ? LIKENESS_OF_BEGINNING : LIKENESS_OF_INITIAL;
		return { likeness, letters: 0, shortened: true };
	}
	if (isWithoutVowels(short, long)) {
		return { likeness: LIKENESS_WITHOUT_VOWELS, letters: 0, shortened: true };
	}
	return null;
}

/** A short word with a letter changed is another word. */
function editsAllowed(length: number): number {
	if (length < 4) return 0;
	return length < 8 ? 1 : 2;
}

/** "bldg" for building: its first letter and others in their order, no vowels. */
function isWithoutVowels(short: string, long: string): boolean {
	if (short.length < 3 || short[0] !== long[0] || /[aeiou]/.test(short.slice(1))) return false;
	let at = 0;
	for (const letter of short) {
		at = long.indexOf(letter, at) + 1;
		if (at === 0) return false;
	}
	return true;
}
