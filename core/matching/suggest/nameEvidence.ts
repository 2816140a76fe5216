import { editDistance } from '../names/editDistance';
import { exactForm } from '../names/foldName';
import { howNamesDiffer } from '../names/nameDifferences';
import type { Evidence } from './evidence';
import type { NameText, RecordTexts } from './recordTexts';
import type { WordCounts } from './wordCounts';
import { wordOverlap, type WordOverlap } from './wordOverlap';

/** What the names of both say: equal, spelled almost alike, or sharing words. */
export function nameEvidence(
	customer: RecordTexts,
	client: RecordTexts,
	counts: WordCounts,
): Evidence[] {
	const evidence: Evidence[] = [];
	for (const own of customer.names) {
		for (const other of client.names) {
			const same = sameName(own, other, customer.written ?? '', client.written ?? '');
			if (same !== null) return [same];
			evidence.push(...byWords(own, other, counts), ...bySpelling(own, other));
		}
	}
	return evidence;
}

function sameName(
	own: NameText,
	other: NameText,
	customerName: string,
	clientName: string,
): Evidence | null {
	if (exactForm(customerName) === exactForm(clientName)) {
		return { about: 'name', strength: 0.98, reason: 'same name' };
	}
	if (own.form !== other.form) return null;
	const reason = `same name but for ${howNamesDiffer(customerName, clientName).join(', ')}`;
	return { about: 'name', strength: 0.95, reason };
}

const STRENGTH_OF_ALL_WORDS = 0.95;
/** Where all words of one name are in the other, less for each time that twice as many clients hold those words. */
const STRENGTH_OF_CONTAINED = 0.8;
const LESS_FOR_DOUBLE = 0.08;
const LEAST_OF_CONTAINED = 0.25;
/** Of two names that hold the other's words, the one that holds little else is likelier. */
const MORE_FOR_BOTH = 0.05;
/** "Petrov Staffing" and "Petrov Excavating": what either has and the other not speaks against them. */
const SHARE_IF_BOTH_HAVE_MORE = 0.85;

/** Names as written and with short words in full: "Cons." may stand for more than one word. */
function byWords(own: NameText, other: NameText, counts: WordCounts): Evidence[] {
	let best: { strength: number; overlap: WordOverlap } | null = null;
	for (const left of own.readings) {
		for (const right of other.readings) {
			const overlap = wordOverlap(left, right, counts);
			const strength = strengthOf(overlap, counts);
			if (best === null || strength > best.strength) best = { strength, overlap };
		}
	}
	if (best === null || best.overlap.matched === 0) return [];
	const reason = [wordsInWords(best.overlap), ...legalFormInWords(own, other)].join(', ');
	return [{ about: 'name', strength: best.strength, reason }];
}

function strengthOf(overlap: WordOverlap, counts: WordCounts): number {
	if (overlap.matched === 0) return 0;
	const contained =
		overlap.ofOne * containedStrength(overlap.words, counts) + MORE_FOR_BOTH * overlap.ofBoth;
	const strength = Math.max(STRENGTH_OF_ALL_WORDS * overlap.ofBoth, contained);
	return strength * (overlap.bothHaveMore ? SHARE_IF_BOTH_HAVE_MORE : 1);
}

/** How much it says that these words stand in a client's name: little if many clients have them. */
export function containedStrength(words: readonly string[], counts: WordCounts): number {
	const less = LESS_FOR_DOUBLE * Math.log2(counts.holdingAll(words));
	return Math.max(LEAST_OF_CONTAINED, STRENGTH_OF_CONTAINED - less);
}

function wordsInWords(overlap: WordOverlap): string {
	const { matched, outOf, letters, shortened, inOrder } = overlap;
	const said = [matched === outOf ? allWords(outOf) : `${matched} of ${outOf} words`];
	if (letters > 0) said.push(lettersDiffer(letters));
	for (const { short, long } of shortened) said.push(`"${short}" may be short for "${long}"`);
	if (!inOrder) said.push('in another order');
	return said.join(', ');
}

function allWords(count: number): string {
	if (count === 1) return 'the same word';
	return count === 2 ? 'both words' : `all ${count} words`;
}

/** "one letter differs". */
export function lettersDiffer(letters: number): string {
	return letters === 1 ? 'one letter differs' : `${letters} letters differ`;
}

function legalFormInWords(own: NameText, other: NameText): string[] {
	const forms = [
		...own.removedForms.filter((form) => !other.removedForms.includes(form)),
		...other.removedForms.filter((form) => !own.removedForms.includes(form)),
	];
	return [...new Set(forms)].map((form) => `legal form ${form} left out`);
}

/** Words that both have are set aside: a misspelling is looked for in the others, wherever their spaces are. */
function bySpelling(own: NameText, other: NameText): Evidence[] {
	const left = own.words.filter((word) => !other.words.includes(word)).join('');
	const right = other.words.filter((word) => !own.words.includes(word)).join('');
	const letters = lettersApart(left, right);
	if (letters === null) return [];
	if (letters === 0) return [{ about: 'name', strength: 0.93, reason: 'same name but for spaces' }];
	const strength = spellingStrength(letters, left, right);
	return [
		{ about: 'name', strength, reason: `spelled almost the same, ${lettersDiffer(letters)}` },
	];
}

/** How sure a misspelling is one: each further letter leaves more doubt than the one before, most in short texts. */
export function spellingStrength(letters: number, a: string, b: string): number {
	const share = letters / Math.max(a.length, b.length);
	return 0.93 - 0.3 * share - 3 * share ** 2;
}

/** No misspelling has more letters wrong. */
const MOST_LETTERS = 3;
const LETTERS_PER_EDIT = 3;

/** Letters in which two texts differ, null when they are too many for a misspelling. */
export function lettersApart(a: string, b: string): number | null {
	if (a === b) return 0;
	const limit = Math.min(MOST_LETTERS, Math.floor(Math.min(a.length, b.length) / LETTERS_PER_EDIT));
	if (limit === 0 || Math.abs(a.length - b.length) > limit) return null;
	if (a[0] !== b[0] && a[a.length - 1] !== b[b.length - 1]) return null;
	const letters = editDistance(a, b, limit);
	return letters > limit ? null : letters;
}
