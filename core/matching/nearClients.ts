import type { HaloClient } from '../halo/schemas';
import { domainIn } from './names/domainName';
import { exactForm } from './names/foldName';
import { spellingIndex, spellingRatio, type SpellingIndex } from './names/nearSpelling';
import { howNamesDiffer } from './names/nameDifferences';
import { normalName } from './names/normalForm';
import { wordSetIndex, type WordSetIndex } from './names/wordSets';

/** A client that a new one of the given name might double. */
export interface NearClient {
	client: HaloClient;
	/** 0 to 1. */
	score: number;
	/** In words: "same name but for legal form LLC", "inactive in Halo". */
	reasons: string[];
}

/** Made once from all clients, inactive ones included, then asked for each name. */
export interface ClientNameIndex {
	clients: readonly HaloClient[];
	forms: readonly string[];
	positionsByForm: ReadonlyMap<string, number[]>;
	spelling: SpellingIndex;
	wordSets: WordSetIndex;
}

/** Prepares clients for {@link findNearClients}. */
export function clientNameIndex(clients: readonly HaloClient[]): ClientNameIndex {
	const names = clients.map((client) => normalName(client.name));
	const forms = names.map((name) => name.form);
	const positionsByForm = new Map<string, number[]>();
	names.forEach((name, position) => {
		for (const form of name.forms) {
			if (form === '') continue;
			const known = positionsByForm.get(form);
			if (known === undefined) positionsByForm.set(form, [position]);
			else known.push(position);
		}
	});
	return {
		clients,
		forms,
		positionsByForm,
		spelling: spellingIndex(forms),
		wordSets: wordSetIndex(names.map((name) => name.words)),
	};
}

const SCORE_OF_WORDS = 0.85;
const SCORE_OF_DOMAIN = 0.9;

/**
 * The clients a new client of this name might double, likeliest first: the last look before one is created, so it
 * would rather show one too many.
 */
export function findNearClients(name: string, index: ClientNameIndex): NearClient[] {
	const { form, forms, words } = normalName(name);
	if (form === '') return [];
	const near = new Map<number, { score: number; reason: string }>();
	const add = (position: number, score: number, reason: string) => {
		if ((near.get(position)?.score ?? 0) < score) near.set(position, { score, reason });
	};
	for (const position of forms.flatMap((reading) => index.positionsByForm.get(reading) ?? [])) {
		const clientName = index.clients[position].name;
		if (exactForm(clientName) === exactForm(name)) add(position, 1, 'same name');
		else add(position, 0.99, `same name but for ${howNamesDiffer(name, clientName).join(', ')}`);
	}
	for (const position of index.spelling.find(form)) {
		const ratio = spellingRatio(form, index.forms[position]);
		if (ratio < 1) add(position, ratio, 'spelled almost the same');
	}
	for (const position of index.wordSets.find(words)) {
		add(position, SCORE_OF_WORDS, 'one name holds all words of the other');
	}
	// `buhlerindustries.com` and "Buhler Industries".
	const label = domainIn(name)?.split('.')[0].replace(/-/g, '');
	for (const position of (label && index.positionsByForm.get(label)) || []) {
		add(position, SCORE_OF_DOMAIN, 'its name is the domain without its ending');
	}
	return [...near]
		.map(([position, { score, reason }]) => nearClient(index.clients[position], score, reason))
		.sort((a, b) => b.score - a.score || a.client.id - b.client.id);
}

function nearClient(client: HaloClient, score: number, reason: string): NearClient {
	return { client, score, reasons: client.inactive ? [reason, 'inactive in Halo'] : [reason] };
}
