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

/** Letters in a run: as many as leave enough runs in the shortest text that may have an edit, one of nine letters. */
const RUN = 4;
/** An edit breaks the runs that its letter is in; a swap of neighbours one more. */
const BROKEN_PER_EDIT = RUN + 1;

/**
 * Of two texts spelled almost alike each has at most so many runs of letters that the other lacks. So when the runs of
 * both are put into one order, they share one of the first few, one more than that. Rare runs come first: what very many
 * names hold, such as the runs of "consulting", is looked up for nearly none of them.
 */
export function spellingIndex(texts: readonly string[]): SpellingIndex {
	const runs = texts.map(runsOf);
	const counts = new Map<string, number>();
	for (const own of runs) for (const run of own) counts.set(run, (counts.get(run) ?? 0) + 1);
	const positionsByRun = new Map<string, number[]>();
	runs.forEach((own, position) => {
		for (const run of rarest(own, mostBroken(texts[position]) + 1, counts)) {
			const known = positionsByRun.get(run);
			if (known === undefined) positionsByRun.set(run, [position]);
			else known.push(position);
		}
	});
	const letters = Int32Array.from(texts, lettersIn);
	return { find: (text) => findAlike(text, { texts, letters, counts, positionsByRun }) };
}

interface Runs {
	texts: readonly string[];
	/** Which letters each text has: rules out most of those that share a run. */
	letters: Int32Array;
	/** How many of the texts have each run. */
	counts: ReadonlyMap<string, number>;
	/** The texts by their rarest runs. */
	positionsByRun: ReadonlyMap<string, number[]>;
}

function findAlike(text: string, { texts, letters, counts, positionsByRun }: Runs): number[] {
	const seen = new Set<number>();
	const own = lettersIn(text);
	for (const run of rarest(runsOf(text), mostBroken(text) + 1, counts)) {
		for (const position of positionsByRun.get(run) ?? []) {
			const { length } = texts[position];
			const edits = Math.floor(Math.max(length, text.length) / LETTERS_PER_EDIT);
			if (Math.abs(length - text.length) > edits) continue;
			// An edit takes away one kind of letter and brings in another at the most.
			if (bitsIn(own ^ letters[position]) <= 2 * edits) seen.add(position);
		}
	}
	return [...seen].filter((position) => spellingRatio(text, texts[position]) > 0);
}

/** The runs that edits can break in a text; the other text may be longer by the ratio, and then allows the more edits. */
function mostBroken({ length }: string): number {
	return BROKEN_PER_EDIT * Math.floor(length / (LETTERS_PER_EDIT - 1));
}

/** Runs of a text that occur several times count as often; a text shorter than a run is one. */
function runsOf(text: string): string[] {
	if (text.length < RUN) return text === '' ? [] : [text];
	const runs = new Set<string>();
	for (let at = 0; at + RUN <= text.length; at++) {
		let run = text.slice(at, at + RUN);
		while (runs.has(run)) run += AGAIN;
		runs.add(run);
	}
	return [...runs];
}

/** Behind a run that the text had before. */
const AGAIN = '+';

/** The first runs in an order that is the same for all texts. */
function rarest(runs: string[], most: number, counts: ReadonlyMap<string, number>): string[] {
	const countOf = (run: string) => counts.get(run) ?? 0;
	return runs.sort((a, b) => countOf(a) - countOf(b) || (a < b ? -1 : 1)).slice(0, most);
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
