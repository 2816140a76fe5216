import type { NamePart } from './recordTexts';

/** How letters are made of the words of a name, in their order. */
export interface RunTogether {
	/** Words that stand in it whole. */
	whole: string[];
	/** Words of which three letters or more stand in it: "build" of Building. */
	begun: string[];
	/** Telling words that are not in it. */
	left: string[];
}

const SHORTEST_BEGINNING = 3;
const COST_OF_BEGUN = 1;
const COST_OF_LEFT = 3;

interface Search {
	letters: string;
	parts: readonly NamePart[];
	best: RunTogether | null;
	bestCost: number;
}

/** Reads letters as words of a name run together, leaving as few words out as can be; null when they are not. */
export function readRunTogether(letters: string, parts: readonly NamePart[]): RunTogether | null {
	if (!parts.some((part) => part.word[0] === letters[0])) return null;
	const search: Search = { letters, parts, best: null, bestCost: Infinity };
	step(search, 0, 0, 0, { whole: [], begun: [], left: [] });
	return search.best;
}

/** Tries every way for one word, then goes on to the next. */
function step(search: Search, at: number, from: number, cost: number, sofar: RunTogether): void {
	if (cost >= search.bestCost) return;
	const { letters, parts } = search;
	if (at === parts.length) {
		if (from < letters.length) return;
		search.best = sofar;
		search.bestCost = cost;
		return;
	}
	const { word, optional } = parts[at];
	for (const spelled of spellings(word)) {
		if (!letters.startsWith(spelled, from)) continue;
		const whole = optional ? sofar.whole : [...sofar.whole, word];
		step(search, at + 1, from + spelled.length, cost, { ...sofar, whole });
	}
	const same = sharedBeginning(word, letters, from);
	for (let length = same; length >= Math.max(SHORTEST_BEGINNING, same - 1); length--) {
		if (length === word.length) continue;
		const begun = [...sofar.begun, word];
		step(search, at + 1, from + length, cost + COST_OF_BEGUN, { ...sofar, begun });
	}
	if (optional) step(search, at + 1, from, cost, sofar);
	else step(search, at + 1, from, cost + COST_OF_LEFT, { ...sofar, left: [...sofar.left, word] });
}

/** A normal form has one word for "and", a domain that of its country. */
const SPELLINGS_OF_AND = ['and', 'y', 'e', 'et', 'n'];

function spellings(word: string): readonly string[] {
	return word === 'and' ? SPELLINGS_OF_AND : [word];
}

function sharedBeginning(word: string, letters: string, from: number): number {
	let length = 0;
	while (length < word.length && word[length] === letters[from + length]) length += 1;
	return length;
}
