import { editDistance } from './editDistance';

/** One letter in ten may differ. */
const LETTERS_PER_EDIT = 10;

/** How alike two texts are spelled, 0 to 1. */
export function spellingRatio(a: string, b: string): number {
	const longest = Math.max(a.length, b.length);
	const limit = Math.floor(longest / LETTERS_PER_EDIT);
	const distance = editDistance(a, b, limit);
	return distance > limit ? 0 : 1 - distance / longest;
}

/** Finds texts that are spelled almost alike without comparing each with each. */
export interface SpellingIndex {
	/** Positions in the list the index was made from. */
	find: (text: string) => number[];
}

/**
 * Every text is cut into more pieces than the allowed edits can touch (an edit touches one piece, a swap of neighbours
 * two), so a text spelled almost alike holds at least one piece unchanged, near the same place.
 */
export function spellingIndex(texts: readonly string[]): SpellingIndex {
	const positionsByPiece = new Map<string, number[]>();
	const letters = Int32Array.from(texts, lettersIn);
	texts.forEach((text, position) => {
		for (const { number, piece } of piecesOf(text)) {
			const key = pieceKey(text.length, number, piece);
			const known = positionsByPiece.get(key);
			if (known === undefined) positionsByPiece.set(key, [position]);
			else known.push(position);
		}
	});
	return { find: (text) => findAlike(text, { texts, letters, positionsByPiece }) };
}

interface Pieces {
	texts: readonly string[];
	/** Which letters each text has: rules out most of those that share only a common word. */
	letters: Int32Array;
	positionsByPiece: ReadonlyMap<string, number[]>;
}

function findAlike(text: string, { texts, letters, positionsByPiece }: Pieces): number[] {
	const seen = new Set<number>();
	const own = lettersIn(text);
	const longest = Math.floor((text.length * LETTERS_PER_EDIT) / (LETTERS_PER_EDIT - 1));
	const shortest = Math.ceil((text.length * (LETTERS_PER_EDIT - 1)) / LETTERS_PER_EDIT);
	for (let length = shortest; length <= longest; length++) {
		const edits = Math.floor(Math.max(length, text.length) / LETTERS_PER_EDIT);
		for (const { number, start, size } of cuts(length)) {
			for (let at = Math.max(0, start - edits); at <= start + edits; at++) {
				const piece = text.slice(at, at + size);
				if (piece.length < size) break;
				for (const position of positionsByPiece.get(pieceKey(length, number, piece)) ?? []) {
					// An edit takes away one kind of letter and brings in another at the most.
					if (bitsIn(own ^ letters[position]) <= 2 * edits) seen.add(position);
				}
			}
		}
	}
	return [...seen].filter((position) => spellingRatio(text, texts[position]) > 0);
}

function pieceKey(length: number, number: number, piece: string): string {
	return `${length} ${number} ${piece}`;
}

function piecesOf(text: string): Array<{ number: number; piece: string }> {
	return cuts(text.length).map(({ number, start, size }) => ({
		number,
		piece: text.slice(start, start + size),
	}));
}

/** Where a text of some length is cut; the same for all texts of that length. */
function cuts(length: number): Array<{ number: number; start: number; size: number }> {
	// The other text may be longer by the ratio, and then allows the more edits.
	const edits = Math.floor(length / (LETTERS_PER_EDIT - 1));
	const pieces = Math.min(2 * edits + 1, length);
	return Array.from({ length: pieces }, (_, number) => {
		const start = Math.floor((number * length) / pieces);
		return { number, start, size: Math.floor(((number + 1) * length) / pieces) - start };
	});
}

/** One bit for each letter of the alphabet that occurs, whatever else occurs shares the other six. */
function lettersIn(text: string): number {
	let bits = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const letter = code - 97;
		bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (code % 6));
	}
	return bits;
}

function bitsIn(bits: number): number {
	let left = bits;
	let count = 0;
	while (left !== 0) {
		left &= left - 1;
		count += 1;
	}
	return count;
}
