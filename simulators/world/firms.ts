/** Made-up firms: a name nobody else in the world has, a domain, an address, a phone. */
import type { Random } from '../random';
import {
	BRANDS,
	BR_SURNAMES,
	BR_TRADES,
	CITIES,
	MX_SURNAMES,
	MX_TRADES,
	PLACES,
	STREETS,
	SURNAMES,
	TRADES,
} from './words';

export type Region = 'us' | 'ca' | 'br' | 'mx';

/** Dice coefficient of trigrams from which two names count as near. */
const NEAR = 0.55;

export interface Firm {
	/** Trading name, without legal form. */
	name: string;
	domain: string;
	region: Region;
	street: string;
	street2: string | null;
	city: string;
	state: string;
	zip: string;
	phone: string;
}

/** Hands out firms; with `distinct` no first word is used twice and no two names are near each other. */
export class FirmRegister {
	private readonly taken = new Set<string>();
	private readonly firstWords = new Set<string>();
	private readonly given: Array<Set<string>> = [];

	constructor(
		private readonly random: Random,
		private readonly distinct = false,
	) {}

	next(region: Region): Firm {
		const name = this.freshName(region);
		const { city, state, zip } = this.random.pick(CITIES[region]);
		const number = this.random.between(10, 9899);
		const street = this.random.pick(STREETS);
		const streets = {
			us: `${number} ${street} Street`,
			ca: `${number} ${street} Ave`,
			br: `Rua ${this.random.pick(BR_SURNAMES)}, ${number}`,
			mx: `Calle ${this.random.pick(MX_SURNAMES)} ${number}`,
		};
		return {
			name,
			domain: domainOf(name, region),
			region,
			street: streets[region],
			street2: this.random.chance(0.2) ? `Suite ${this.random.between(100, 900)}` : null,
			city,
			state,
			zip: this.filled(zip),
			phone: this.filled(
				region === 'us' || region === 'ca' ? '+1 ### 555 01##' : '+5# ## 5550 0###',
			),
		};
	}

	/** Keeps a name that came from elsewhere from being given out. */
	reserve(name: string): void {
		this.taken.add(plainForm(name));
		if (!this.distinct) return;
		this.firstWords.add(firstWord(name));
		this.given.push(trigrams(name));
	}

	private standsOut(name: string): boolean {
		if (this.firstWords.has(firstWord(name))) return false;
		const own = trigrams(name);
		return this.given.every((other) => likeness(own, other) < NEAR);
	}

	private freshName(region: Region): string {
		for (let attempt = 0; attempt < 100_000; attempt += 1) {
			const name = this.compose(region, attempt);
			const plain = plainForm(name);
			if (this.taken.has(plain)) continue;
			if (this.distinct && !this.standsOut(name)) continue;
			this.reserve(name);
			return name;
		}
		throw new Error('The word lists hold no further name; make a smaller world');
	}

	private compose(region: Region, attempt: number): string {
		const { random } = this;
		if (region === 'br')
			return `${random.pick(BR_TRADES)} ${this.joined(BR_SURNAMES, 'e', attempt)}`;
		if (region === 'mx')
			return `${random.pick(MX_TRADES)} ${this.joined(MX_SURNAMES, 'y', attempt)}`;
		const first = random.pick([BRANDS, PLACES, SURNAMES][random.between(0, 2)]);
		return `${first} ${random.pick(TRADES)}`;
	}

	/** One surname; two once single ones run out. */
	private joined(surnames: readonly string[], and: string, attempt: number): string {
		const first = this.random.pick(surnames);
		if (attempt < 5) return first;
		const second = this.random.pick(surnames);
		return second === first ? first : `${first} ${and} ${second}`;
	}

	private filled(pattern: string): string {
		return pattern.replace(/[#@]/g, (sign) =>
			sign === '#'
				? String(this.random.between(0, 9))
				: this.random.pick(['A', 'C', 'E', 'J', 'T']),
		);
	}
}

/** Letters and digits only, lower case, without accents. */
export function plainForm(name: string): string {
	return name
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '');
}

function firstWord(name: string): string {
	return plainForm(name.split(' ')[0]);
}

function trigrams(name: string): Set<string> {
	const text = ` ${plainForm(name)} `;
	return new Set(Array.from({ length: text.length - 2 }, (_, at) => text.slice(at, at + 3)));
}

function likeness(a: Set<string>, b: Set<string>): number {
	const shared = [...a].filter((part) => b.has(part)).length;
	return (2 * shared) / (a.size + b.size);
}

function domainOf(name: string, region: Region): string {
	return plainForm(name) + { us: '.com', ca: '.ca', br: '.com.br', mx: '.com.mx' }[region];
}
