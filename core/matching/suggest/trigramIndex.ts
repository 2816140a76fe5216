import { Likeliest } from './likeliest';

/** Finds the texts most like a given one by the runs of three letters they share, rare runs counting most. */

export interface TrigramIndex {
	/** Reads a text once for any number of comparisons. */
	read: (text: string) => TrigramText;
	/** Positions of the texts most like this one, likest first; equal ones by position. */
	nearest: (text: TrigramText, most: number) => number[];
	/** How alike, 0 to 1. */
	likeness: (text: TrigramText, position: number) => number;
}

export interface TrigramText {
	/** Each run once, ascending. */
	codes: Int32Array;
	norm: number;
}

/** Letters, digits and the space have a sign of their own, all others share the 27 that are left. */
const SIGN_BITS = 6;
const CODES = 1 << (3 * SIGN_BITS);
const LAST_THREE = CODES - 1;

/**
 * Runs that very many texts hold cost most and tell least: the rarest runs of a text are looked up until so many
 * texts were touched. What that finds is then compared by all its runs, so only the finding is cut short.
 */
const MOST_TOUCHED = 12_000;
/** So many are compared by all their runs for each one wanted. */
const COMPARED_PER_WANTED = 3;

/** Makes the index; 12 bytes for each run of each text. */
export function trigramIndex(texts: readonly string[]): TrigramIndex {
	const readCodes = codeReader();
	const { starts, codes, counts } = codesByText(texts, readCodes);
	const { firsts, holders } = textsByCode(starts, codes, counts);
	const weights = weightsOf(counts, texts.length);
	const norms = new Float32Array(texts.length);
	for (let at = 0; at < texts.length; at++) {
		norms[at] = Math.sqrt(sumOf(weights, codes.subarray(starts[at], starts[at + 1])));
	}
	const scores = new Float32Array(texts.length);
	const touched = new Int32Array(texts.length);

	function read(text: string): TrigramText {
		const own = new Int32Array(text.length);
		const sorted = own.subarray(0, readCodes(text, own, 0)).sort();
		return { codes: sorted, norm: Math.sqrt(sumOf(weights, sorted)) };
	}

	function likeness(text: TrigramText, position: number): number {
		const shared = sharedWeight(text.codes, position);
		return shared === 0 ? 0 : Math.min(1, shared / (text.norm * norms[position]));
	}

	function sharedWeight(own: Int32Array, position: number): number {
		let shared = 0;
		let at = starts[position];
		const end = starts[position + 1];
		for (const code of own) {
			while (at < end && codes[at] < code) at += 1;
			if (at < end && codes[at] === code) shared += weights[code];
		}
		return shared;
	}

	function touch(own: Int32Array): number {
		const rarestFirst = [...own].sort((a, b) => counts[a] - counts[b] || a - b);
		let touches = 0;
		let found = 0;
		for (const code of rarestFirst) {
			touches += counts[code];
			if (touches > MOST_TOUCHED && found > 0) break;
			const weight = weights[code];
			for (let at = firsts[code]; at < firsts[code + 1]; at++) {
				const position = holders[at];
				if (scores[position] === 0) touched[found++] = position;
				scores[position] += weight;
			}
		}
		return found;
	}

	function nearest(text: TrigramText, most: number): number[] {
		const found = touch(text.codes);
		const nearly = new Likeliest(most * COMPARED_PER_WANTED);
		for (let at = 0; at < found; at++) {
			const position = touched[at];
			nearly.offer(position, norms[position] === 0 ? 0 : scores[position] / norms[position]);
			scores[position] = 0;
		}
		const best = new Likeliest(most);
		for (const position of nearly.inOrder()) best.offer(position, likeness(text, position));
		return best.inOrder();
	}

	return { read, nearest, likeness };
}

/** Rare runs weigh most, and one that no text has as much as one that a single text has. */
function weightsOf(counts: Int32Array, texts: number): Float32Array {
	const weights = new Float32Array(counts.length).fill(Math.log(1 + texts) ** 2);
	for (let code = 0; code < counts.length; code++) {
		if (counts[code] > 1) weights[code] = Math.log(1 + texts / counts[code]) ** 2;
	}
	return weights;
}

/** Writes the distinct codes of a text into an array from a place on; returns the place after them. */
type CodeReader = (text: string, into: Int32Array, from: number) => number;

function codeReader(): CodeReader {
	const lastSeen = new Int32Array(CODES);
	let reading = 0;
	return (text, into, from) => {
		reading += 1;
		let end = from;
		// A space before and behind: how a text begins and ends tells too.
		let code = text.length === 0 ? 0 : signOf(text.charCodeAt(0));
		for (let at = 1; at <= text.length; at++) {
			const sign = at === text.length ? 0 : signOf(text.charCodeAt(at));
			code = ((code << SIGN_BITS) | sign) & LAST_THREE;
			if (lastSeen[code] === reading) continue;
			lastSeen[code] = reading;
			into[end++] = code;
		}
		return end;
	};
}

function signOf(char: number): number {
	if (char === 32) return 0;
	if (char >= 97 && char <= 122) return char - 96;
	if (char >= 48 && char <= 57) return char - 21;
	return 37 + (char % 27);
}

/** The codes of each text one after the other, and how many texts hold each code. */
function codesByText(texts: readonly string[], readCodes: CodeReader) {
	const starts = new Int32Array(texts.length + 1);
	const codes = new Int32Array(texts.reduce((sum, text) => sum + text.length, 0));
	const counts = new Int32Array(CODES);
	texts.forEach((text, at) => {
		starts[at + 1] = readCodes(text, codes, starts[at]);
		const own = codes.subarray(starts[at], starts[at + 1]).sort();
		for (const code of own) counts[code] += 1;
	});
	return { starts, codes, counts };
}

/** The same turned round: the texts that hold each code, in their order. */
function textsByCode(starts: Int32Array, codes: Int32Array, counts: Int32Array) {
	const firsts = new Int32Array(CODES + 1);
	for (let code = 0; code < CODES; code++) firsts[code + 1] = firsts[code] + counts[code];
	const next = firsts.slice(0, CODES);
	const holders = new Int32Array(firsts[CODES]);
	for (let position = 0; position + 1 < starts.length; position++) {
		for (let at = starts[position]; at < starts[position + 1]; at++) {
			holders[next[codes[at]]++] = position;
		}
	}
	return { firsts, holders };
}

function sumOf(weights: Float32Array, codes: Int32Array): number {
	let sum = 0;
	for (const code of codes) sum += weights[code];
	return sum;
}
