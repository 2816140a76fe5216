import { sameConnectives } from './connectives';
import { nameWords } from './foldName';
import { withoutNotes } from './nameNotes';
import { normalName, type NormalName } from './normalForm';
import { namesIn } from './otherNames';

/** In words, how two names of one normal form differ: "legal form LLC", "accents". */
export function howNamesDiffer(a: string, b: string): string[] {
	const left = normalName(a);
	const right = normalName(b);
	const differences = formDifferences(left, right);
	if (left.article !== right.article) differences.push(articleDifference(left, right));
	if (/[&+]/.test(a) !== /[&+]/.test(b)) differences.push('"&" and "and"');
	else if (connectivesOf(a) !== connectivesOf(b)) differences.push('the word for "and"');
	if (left.form !== right.form && shortWords(left) !== shortWords(right)) {
		differences.push('a word written short');
	}
	for (const note of notesOf(a, b)) differences.push(`the note "${note}"`);
	if (namesIn(a).length !== namesIn(b).length) differences.push('a second name');
	if ((plain(a) !== a.normalize('NFC')) !== (plain(b) !== b.normalize('NFC'))) {
		differences.push('accents');
	}
	if (left.form === right.form && left.ownWords.join(' ') !== right.ownWords.join(' ')) {
		differences.push('spaces');
	}
	if (punctuation(a) !== punctuation(b)) differences.push('punctuation');
	if (differences.length === 0) differences.push('upper and lower case');
	return differences;
}

function formDifferences(left: NormalName, right: NormalName): string[] {
	return [...new Set([...left.removedForms, ...right.removedForms])]
		.filter((form) => left.removedForms.includes(form) !== right.removedForms.includes(form))
		.map((form) => `legal form ${form}`);
}

function articleDifference(left: NormalName, right: NormalName): string {
	const article = left.article ?? right.article ?? '';
	return `leading "${article.charAt(0).toUpperCase()}${article.slice(1)}"`;
}

function connectivesOf(name: string): string {
	const words = nameWords(name);
	const same = sameConnectives(words);
	return words.filter((_word, at) => same[at] === 'and').join(' ');
}

function shortWords({ ownWords, words }: NormalName): string {
	return ownWords.filter((word) => !words.includes(word)).join(' ');
}

function notesOf(a: string, b: string): string[] {
	const left = withoutNotes(a).notes;
	const right = withoutNotes(b).notes;
	return [
		...left.filter((note) => !right.includes(note)),
		...right.filter((note) => !left.includes(note)),
	];
}

function plain(text: string): string {
	return text.normalize('NFKD').replace(/[\u0300-\u036f]+/g, '');
}

function punctuation(text: string): string {
	return text.replace(/[\p{L}\p{N}\p{M}\s&+]/gu, '');
}
