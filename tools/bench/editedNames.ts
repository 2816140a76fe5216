/** Customers that a person would know again, each one known step away from its client. */
import { seededRandom, type Random } from '../../simulators/random';
import { domainLabel, fullName, generatedFirms, type GeneratedFirm } from './generatedFirms';

export interface LabelledQuery {
	name: string;
	domains: string[];
	/** Position of its client; null for a firm that is none of them. */
	client: number | null;
	kind: string;
}

type Edit = (firm: GeneratedFirm, random: Random) => { name: string; domains?: string[] };

const EDITS: Record<string, Edit> = {
	'one letter': (firm, random) => ({ name: misspelled(fullName(firm), 1, random) }),
	'two letters': (firm, random) => ({ name: misspelled(firm.name, 2, random) }),
	'word left out': (firm, random) => ({ name: withoutWord(firm, random) }),
	'word added': ({ name }, random) => ({
		name: `${name} ${random.pick(['Group', 'Services', 'Holdings', 'North', 'Canada', 'International'])}`,
	}),
	'other order': ({ name }) => ({ name: turned(name) }),
	'legal form and letter': ({ name }, random) => ({
		name: `${misspelled(name, 1, random)} ${random.pick(['LLC', 'Ltd', 'Incorporated'])}`,
	}),
	'shortened words': ({ name }) => ({ name: shortened(name) }),
	'spaces left out': ({ name }) => ({ name: name.replace(/ (?=\S+$)/, '') }),
	'only its domain': ({ domain }) => ({ name: domain }),
	'domain of other ending': ({ name }, random) => ({
		name: domainLabel(name) + random.pick(['.net', '.org', '.io']),
	}),
	'domain misspelled': ({ name, domain }, random) => ({
		name: misspelled(domainLabel(name), 1, random) + domain.slice(domain.indexOf('.')),
	}),
};

/** Queries of all kinds in turn; one in five belongs to no client. */
export function editedNames(
	firms: readonly GeneratedFirm[],
	count: number,
	seed: number,
): LabelledQuery[] {
	const random = seededRandom(`edits ${seed}`);
	const names = new Set(firms.map(({ name }) => name));
	const strangers = generatedFirms(count, seed + 1000).filter(({ name }) => !names.has(name));
	const kinds = Object.keys(EDITS);
	return Array.from({ length: count }, (_, at) => {
		if (at % 5 === 4) return strangerQuery(strangers[at % strangers.length]);
		const client = random.between(0, firms.length - 1);
		const kind = kinds[at % kinds.length];
		const { name, domains } = EDITS[kind](firms[client], random);
		return { name, domains: domains ?? [], client, kind };
	});
}

function strangerQuery(firm: GeneratedFirm): LabelledQuery {
	return { name: fullName(firm), domains: [], client: null, kind: 'no client' };
}

/** Letters changed, left out, doubled or swapped, the first one never. */
function misspelled(text: string, letters: number, random: Random): string {
	let result = text;
	for (let left = letters; left > 0; left--) {
		const at = random.between(1, Math.max(1, result.length - 2));
		const [before, here, after] = [result.slice(0, at), result[at], result.slice(at + 1)];
		result = random.pick([
			before + random.pick([...'aeinorst']) + after,
			before + after,
			before + here + here + after,
			before + after.slice(0, 1) + here + after.slice(1),
		]);
	}
	return result;
}

/** One of three words or more, never the first; of two words both are needed to know the firm again. */
function withoutWord(firm: GeneratedFirm, random: Random): string {
	const words = firm.name.split(' ').filter((word) => !['&', 'e', 'y'].includes(word));
	if (words.length < 3) return `${fullName(firm)} Group`;
	const gone = random.between(1, words.length - 1);
	return words.filter((_, at) => at !== gone).join(' ');
}

function turned(name: string): string {
	const [first, ...rest] = name.split(' ');
	return `${rest.join(' ')}, ${first}`;
}

/** Long words cut to their first letters, but for the first. */
function shortened(name: string): string {
	return name
		.split(' ')
		.map((word, at) => (at > 0 && word.length > 6 ? `${word.slice(0, 4)}.` : word))
		.join(' ');
}
