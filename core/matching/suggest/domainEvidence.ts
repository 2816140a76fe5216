import type { Evidence } from './evidence';
import { containedStrength, lettersApart, lettersDiffer, spellingStrength } from './nameEvidence';
import { isRunTogether, type LabelText, type NameText, type RecordTexts } from './recordTexts';
import { readRunTogether, type RunTogether } from './runTogether';
import type { WordCounts } from './wordCounts';

/** Each time that twice as many clients have a domain of this name: a group's, or its service provider's. */
const LESS_FOR_DOUBLE = 0.1;
const LEAST_OF_SHARED = 0.3;

/**
 * What domains say: one and the same, another ending, or made of the other side's name.
 * @param counts clients by the words of their names
 * @param labelCounts clients by the words of their domains
 */
export function domainEvidence(
	customer: RecordTexts,
	client: RecordTexts,
	counts: WordCounts,
	labelCounts: WordCounts,
): Evidence[] {
	const evidence: Evidence[] = [];
	for (const own of customer.labels) {
		for (const other of client.labels) {
			const less = LESS_FOR_DOUBLE * Math.log2(labelCounts.of(other.letters));
			for (const one of labelsCompared(own, other)) {
				evidence.push({ ...one, strength: Math.max(LEAST_OF_SHARED, one.strength - less) });
			}
		}
		if (own.isOwnName) continue;
		const whose = `the domain ${own.domain}`;
		for (const name of client.names) evidence.push(...labelAndName(own, name, whose, counts));
	}
	for (const other of client.labels) {
		if (other.isOwnName) continue;
		const whose = `the client's domain ${other.domain}`;
		for (const name of customer.names) evidence.push(...labelAndName(other, name, whose, counts));
	}
	return evidence;
}

/** Three letters are soon taken under every ending. */
const SHORT_LABEL = 3;

function labelsCompared(own: LabelText, other: LabelText): Evidence[] {
	const both = `${own.domain}, ${other.domain}`;
	if (own.domain === other.domain) {
		return [{ about: 'domain', strength: 0.95, reason: `same domain ${own.domain}` }];
	}
	if (own.letters === other.letters) {
		const strength = own.letters.length <= SHORT_LABEL ? 0.7 : 0.88;
		const reason =
			endingOf(own.domain) === endingOf(other.domain)
				? `same domain name but for hyphens: ${both}`
				: `same domain name with another ending: ${both}`;
		return [{ about: 'domain', strength, reason }];
	}
	if ((own.bare ?? own.letters) === (other.bare ?? other.letters)) {
		return [{ about: 'domain', strength: 0.75, reason: `nearly the same domain name: ${both}` }];
	}
	if (own.isOwnName || other.isOwnName) return [];
	const letters = lettersApart(own.letters, other.letters);
	if (letters !== null) {
		const strength = spellingStrength(letters, own.letters, other.letters) - 0.08;
		return [
			{
				about: 'domain',
				strength,
				reason: `domain names alike, ${lettersDiffer(letters)}: ${both}`,
			},
		];
	}
	return beginningsCompared(own, other, both);
}

const SHORTEST_BEGINNING = 5;

function beginningsCompared(own: LabelText, other: LabelText, both: string): Evidence[] {
	const [short, long] = [own.letters, other.letters].sort((a, b) => a.length - b.length);
	if (short.length < SHORTEST_BEGINNING || !long.startsWith(short)) return [];
	const strength = 0.5 + (0.25 * short.length) / long.length;
	const reason = `one domain name begins with the other: ${both}`;
	return [{ about: 'domain', strength, reason }];
}

function endingOf(domain: string): string {
	return domain.slice(domain.indexOf('.'));
}

function labelAndName(
	label: LabelText,
	name: NameText,
	whose: string,
	counts: WordCounts,
): Evidence[] {
	if (isRunTogether(label.letters, name)) {
		return [{ about: 'name', strength: 0.92, reason: `${whose} is the name run together` }];
	}
	return [
		...misspelled(label, name, whose),
		...beginsWithName(label, name, whose, counts),
		...runTogether(label, name, whose, counts),
	];
}

/** Whole words at either end are set aside: a misspelling is looked for in what is left. */
function misspelled(label: LabelText, name: NameText, whose: string): Evidence[] {
	let found: Evidence[] = [];
	for (const form of [name.form, ...name.otherForms]) {
		if (Math.abs(form.length - label.letters.length) > MOST_LETTERS) continue;
		const [left, right] = withoutSharedWords(label.letters, form, name);
		const letters = lettersApart(left, right);
		if (letters === null || letters === 0) continue;
		const strength = spellingStrength(letters, left, right) - LESS_FOR_DOMAIN;
		if (found.length > 0 && found[0].strength >= strength) continue;
		const reason = `${whose} is the name run together, ${lettersDiffer(letters)}`;
		found = [{ about: 'name', strength, reason }];
	}
	return found;
}

const MOST_LETTERS = 3;
const LESS_FOR_DOMAIN = 0.04;

function withoutSharedWords(letters: string, form: string, { words }: NameText): [string, string] {
	let [left, right] = [letters, form];
	for (let at = words.length - 1; at > 0; at--) {
		if (!left.endsWith(words[at]) || !right.endsWith(words[at])) break;
		left = left.slice(0, -words[at].length);
		right = right.slice(0, -words[at].length);
	}
	for (const word of words) {
		if (!left.startsWith(word) || !right.startsWith(word) || right === word) break;
		left = left.slice(word.length);
		right = right.slice(word.length);
	}
	return [left, right];
}

/** The domain goes on where the name ends: buhlerindustries.com and "Buhler". */
function beginsWithName(
	label: LabelText,
	name: NameText,
	whose: string,
	counts: WordCounts,
): Evidence[] {
	if (name.form.length < SHORTEST_BEGINNING || !label.letters.startsWith(name.form)) return [];
	const share = name.form.length / label.letters.length;
	const strength = containedStrength(name.words, counts) * (0.6 + 0.4 * share);
	return [{ about: 'name', strength, reason: `${whose} begins with the name` }];
}

function runTogether(
	label: LabelText,
	name: NameText,
	whose: string,
	counts: WordCounts,
): Evidence[] {
	const plain = readRunTogether(label.letters, name.parts);
	if (plain !== null) return [...wordsOfName(plain, whose, counts, 0)];
	const bare = label.bare === null ? null : readRunTogether(label.bare, name.parts);
	return bare === null ? [] : wordsOfName(bare, whose, counts, LESS_FOR_ADDED);
}

/** "getacorn.com" is a little further from "Acorn" than acorn.com. */
const LESS_FOR_ADDED = 0.06;

/** Of two names that hold these words the shorter one is likelier. */
const LESS_FOR_LEFT_OUT = 0.02;
const MOST_LEFT_OUT = 4;

/** Whole words and beginnings; initials are judged apart, since many firms share them. */
function wordsOfName(
	{ whole, begun, left }: RunTogether,
	whose: string,
	counts: WordCounts,
	less: number,
): Evidence[] {
	const used = whole.length + begun.length;
	if (used === 0) return [];
	const evidence = (strength: number, reason: string): Evidence[] => [
		{ about: 'name', strength: strength - less, reason },
	];
	if (left.length === 0 && begun.length === 0) {
		return evidence(0.92, `${whose} is the name run together`);
	}
	if (left.length === 0) {
		return evidence(0.84, `${whose} is made of the beginnings of the name's words`);
	}
	// A beginning may be that of other words too, so it counts less than the word.
	const share = (whole.length + 0.8 * begun.length) / used;
	const contained = containedStrength([...whole, ...begun], counts) * share;
	const strength = contained - LESS_FOR_LEFT_OUT * Math.min(left.length, MOST_LEFT_OUT);
	return evidence(
		strength,
		`${whose} is made of ${used} of ${used + left.length} words of the name`,
	);
}
