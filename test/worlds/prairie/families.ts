import type { Chance } from './chance';
import {
	entries,
	familyForms,
	familyHeads,
	familyPlaces,
	familyTrades,
	type Region,
} from './familyWords';
import { initialsOf, mainWords, squeezed, withoutAccents, type Country, type Firm } from './firm';

const regions: readonly Region[] = ['us', 'ca', 'qc', 'br', 'mx'];

/** The last parts of domains in each country, commonest first. */
export const endings: Record<Country, readonly string[]> = {
	us: ['com', 'com', 'com', 'net', 'org', 'us'],
	ca: ['ca', 'ca', 'com'],
	br: ['com.br', 'com.br', 'com.br', 'net.br'],
	mx: ['com.mx', 'mx', 'com'],
};

/** Makes sister firms that share words and never the whole name or, unless they are one group, the domain. */
export class FirmFamilies {
	private readonly names: Set<string>;
	private readonly domains: Set<string>;

	constructor(
		private readonly chance: Chance,
		known: readonly Firm[],
	) {
		this.names = new Set(known.map((firm) => squeezed(firm.name)));
		this.domains = new Set(known.map((firm) => firm.domain));
	}

	/** One family a head of each region. */
	all(): Firm[] {
		return regions.flatMap((region) =>
			entries(familyHeads[region]).flatMap((head) =>
				this.family(head, region, this.chance.between(2, 7)),
			),
		);
	}

	/** A new firm of a kind and region by chance, for a scene that needs one of its own. */
	firm(region: Region, head?: string): Firm {
		for (let attempt = 0; attempt < 200; attempt++) {
			const word = head ?? this.chance.oneOf(entries(familyHeads[region]));
			const [found] = this.family(word, region, 1);
			if (found !== undefined) return found;
		}
		throw new Error(`No name is left in ${region} for ${head ?? 'another firm'}`);
	}

	/** A domain nobody has yet, from words or letters. */
	freeDomain(label: string, country: Country): string {
		const stem = squeezed(label);
		const candidates = [
			...this.chance.shuffled(endings[country]).map((ending) => `${stem}.${ending}`),
			...endings[country].map((ending) => `${stem}online.${ending}`),
			`${stem}${this.chance.between(2, 9999)}.com`,
		];
		const free = candidates.find((domain) => !this.domains.has(domain)) ?? `${stem}-x.com`;
		this.domains.add(free);
		return free;
	}

	/** Takes a domain that a scene makes up itself; false when it is taken. */
	claimDomain(domain: string): boolean {
		if (this.domains.has(domain)) return false;
		this.domains.add(domain);
		return true;
	}

	/** Takes a name for a firm that a scene makes up itself; false when it is taken. */
	claimName(name: string): boolean {
		if (this.names.has(squeezed(name))) return false;
		this.names.add(squeezed(name));
		return true;
	}

	private family(head: string, region: Region, size: number): Firm[] {
		const trades: string[] = [];
		for (const trade of this.chance.shuffled(entries(familyTrades[region]))) {
			const name = trade.replace('{}', head);
			if (trades.length < size && this.claimName(name)) trades.push(name);
		}
		const country = region === 'qc' ? 'ca' : region;
		const shared =
			size > 2 && this.chance.whether(0.18) ? this.freeDomain(`${head} group`, country) : null;
		return trades.map((name) => {
			const [city, state] = this.chance.oneOf(entries(familyPlaces[region])).split(', ');
			const form = this.chance.oneOf(entries(familyForms[region]));
			const domain = shared ?? this.freeDomain(this.labelFor(name, head), country);
			return { name, form, city, state, country, domain, tradeName: null, family: head };
		});
	}

	private labelFor(name: string, head: string): string {
		const words = mainWords(name);
		const initials = initialsOf(name);
		if (initials.length > 3 && this.chance.whether(0.15)) return initials;
		if (this.chance.whether(0.07)) return head;
		if (this.chance.whether(0.12)) {
			const other = words.find((word) => !head.includes(word)) ?? '';
			return `${squeezed(head)}${squeezed(other).slice(0, 4)}`;
		}
		return withoutAccents(words.join(''));
	}
}
