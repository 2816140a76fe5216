import { domainEvidence } from './domainEvidence';
import { weigh, type Evidence } from './evidence';
import { initialsEvidence } from './initialsEvidence';
import { keyTableBuilder, type KeyTable } from './keyTable';
import { nameEvidence } from './nameEvidence';
import { recordTexts, type RecordTexts } from './recordTexts';
import { shortForms } from './shortForms';
import { trigramIndex, type TrigramIndex, type TrigramText } from './trigramIndex';
import { wordCounts, type WordCounts } from './wordCounts';

export interface SuggestClient {
	id: number;
	name: string;
	/** Not in use: comes after others of equal evidence. */
	inactive: boolean;
	/** Registered domains of its own, without those that many firms share. */
	domains: readonly string[];
}

export interface SuggestCustomer {
	name: string | null;
	domains: readonly string[];
}

/** A client that may be the customer, for a person to choose. */
export interface Suggestion {
	clientId: number;
	/** 0 to 1, the same scale for every customer; from about 0.6 on worth a look. */
	score: number;
	/** What speaks for it; that a client is not in use is for the caller to add, who knows why. */
	reasons: string[];
}

export interface SuggestionIndex {
	/** The likeliest three at the most, likeliest first, without those a person rejected. */
	suggest: (customer: SuggestCustomer, rejected: ReadonlySet<number>) => Suggestion[];
}

const SUGGESTIONS = 3;
/** Below this two names have no more in common than any two. */
const LEAST_SCORE = 0.3;
/** Candidates taken from one look-up by likeness. */
const NEAREST = 24;
/** Initials that more clients than this have say nothing. */
const MOST_SHARERS = 60;

interface Index {
	clients: readonly SuggestClient[];
	texts: readonly RecordTexts[];
	counts: WordCounts;
	/** Clients by the words of their domains. */
	labelCounts: WordCounts;
	/** Names as they are, folded: one text a client, empty for one named by its domain. */
	raw: TrigramIndex;
	/** Normal forms and domains' words, several texts a client. */
	compact: TrigramIndex;
	/** The client of each compact text. */
	owners: Int32Array;
	/** Where each client's compact texts begin. */
	firsts: Int32Array;
	/** Clients by the short ways to write their names. */
	byShortForm: KeyTable;
	/** Clients by their compact texts, for customers whose initials those may be. */
	byCompact: KeyTable;
}

/** Prepares clients for suggestions; made once and asked for each customer. Their order plays no part. */
export function suggestionIndex(clients: readonly SuggestClient[]): SuggestionIndex {
	const index = indexOf([...clients].sort(byIdAndText));
	return { suggest: (customer, rejected) => suggest(customer, rejected, index) };
}

function byIdAndText(a: SuggestClient, b: SuggestClient): number {
	return a.id - b.id || (textOf(a) < textOf(b) ? -1 : 1);
}

function textOf({ name, inactive, domains }: SuggestClient): string {
	return [name, String(inactive), ...domains].join('\n');
}

function indexOf(clients: readonly SuggestClient[]): Index {
	const texts = clients.map(({ name, domains }) => recordTexts(name, domains));
	const firsts = new Int32Array(clients.length + 1);
	texts.forEach(({ compact }, at) => (firsts[at + 1] = firsts[at] + compact.length));
	const owners = new Int32Array(firsts[clients.length]);
	texts.forEach((_, at) => owners.fill(at, firsts[at], firsts[at + 1]));
	return {
		clients,
		texts,
		counts: wordCounts(texts.map(({ names }) => names.flatMap(({ words }) => words))),
		labelCounts: wordCounts(texts.map(({ labels }) => labels.map(({ letters }) => letters))),
		raw: trigramIndex(texts.map(({ raw }) => raw)),
		compact: trigramIndex(texts.flatMap(({ compact }) => compact)),
		owners,
		firsts,
		...keyTables(texts),
	};
}

function keyTables(texts: readonly RecordTexts[]): Pick<Index, 'byShortForm' | 'byCompact'> {
	const shortened = keyTableBuilder();
	const plain = keyTableBuilder();
	texts.forEach(({ names, compact }, at) => {
		for (const name of names) for (const form of shortForms(name).keys()) shortened.add(form, at);
		for (const text of compact) plain.add(text, at);
	});
	return { byShortForm: shortened.build(), byCompact: plain.build() };
}

/** The customer's texts, read for both indexes. */
interface Query {
	texts: RecordTexts;
	raw: TrigramText;
	compact: TrigramText[];
}

function suggest(
	customer: SuggestCustomer,
	rejected: ReadonlySet<number>,
	index: Index,
): Suggestion[] {
	const texts = recordTexts(customer.name, customer.domains);
	const query: Query = {
		texts,
		raw: index.raw.read(texts.raw),
		compact: texts.compact.map((text) => index.compact.read(text)),
	};
	const best = new Map<number, Suggestion & { inactive: boolean }>();
	for (const [position, initials] of candidates(query, index)) {
		const { id, inactive } = index.clients[position];
		if (rejected.has(id)) continue;
		const likeness = likenessOf(position, query, index);
		const evidence = [
			...nameEvidence(texts, index.texts[position], index.counts),
			...domainEvidence(texts, index.texts[position], index.counts, index.labelCounts),
			...initials,
		];
		// Where domains were compared, their letters are judged already.
		if (!evidence.some(({ about }) => about === 'domain')) evidence.push(likeLetters(likeness));
		const { score, reasons } = weigh(evidence, likeness, inactive);
		if (score < LEAST_SCORE || (best.get(id)?.score ?? 0) >= score) continue;
		best.set(id, { clientId: id, score, reasons, inactive });
	}
	return [...best.values()]
		.sort(
			(a, b) =>
				b.score - a.score || Number(a.inactive) - Number(b.inactive) || a.clientId - b.clientId,
		)
		.slice(0, SUGGESTIONS)
		.map(({ clientId, score, reasons }) => ({ clientId, score, reasons }));
}

/** Positions of clients worth comparing closely, with the evidence of initials that they were found by. */
function candidates(query: Query, index: Index): Map<number, Evidence[]> {
	const found = initialsFound(query.texts, index);
	const add = (position: number) => {
		if (!found.has(position)) found.set(position, []);
	};
	for (const position of index.raw.nearest(query.raw, NEAREST)) add(position);
	for (const text of query.compact) {
		for (const entry of index.compact.nearest(text, NEAREST)) add(index.owners[entry]);
	}
	return found;
}

function initialsFound(texts: RecordTexts, index: Index): Map<number, Evidence[]> {
	const found = new Map<number, Evidence[]>();
	const add = (position: number, evidence: Evidence[]) => {
		if (evidence.length > 0) found.set(position, [...(found.get(position) ?? []), ...evidence]);
	};
	for (const letters of texts.compact) {
		const sharers = index.byShortForm.find(letters);
		if (sharers.length > MOST_SHARERS) continue;
		for (const position of sharers) {
			add(position, initialsEvidence(letters, index.texts[position], sharers.length));
		}
	}
	for (const letters of new Set(texts.names.flatMap((name) => [...shortForms(name).keys()]))) {
		const sharers = index.byCompact.find(letters);
		if (sharers.length > MOST_SHARERS) continue;
		for (const position of sharers) {
			add(position, initialsEvidence(letters, texts, sharers.length));
		}
	}
	return found;
}

/** Raw and normal form together; where one side has no name, what there is. */
function likenessOf(position: number, { texts, raw, compact }: Query, index: Index): number {
	let best = 0;
	for (const text of compact) {
		for (let entry = index.firsts[position]; entry < index.firsts[position + 1]; entry++) {
			best = Math.max(best, index.compact.likeness(text, entry));
		}
	}
	const named = texts.raw !== '' && index.texts[position].raw !== '';
	return named ? (index.raw.likeness(raw, position) + best) / 2 : best;
}

/** The last resort: nothing but runs of letters in common. */
function likeLetters(likeness: number): Evidence {
	return {
		about: 'letters',
		strength: 0.65 * likeness,
		reason: `${Math.round(100 * likeness)} % of the letters run alike`,
	};
}
