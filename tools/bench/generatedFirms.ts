/** Firms by the ten thousands: names as lists of customers hold them, with website and country. The same for one seed. */
import { seededRandom, type Random } from '../../simulators/random';
import {
	BRANDS,
	BR_SURNAMES,
	BR_TRADES,
	MX_SURNAMES,
	MX_TRADES,
	PLACES,
	SURNAMES,
	TRADES,
} from '../../simulators/world/words';

export type Country = 'US' | 'CA' | 'BR' | 'MX';

export interface GeneratedFirm {
	/** Without legal form. */
	name: string;
	legalForm: string | null;
	country: Country;
	domain: string;
}

const SHARES: Record<Country, number> = { US: 50, CA: 25, BR: 15, MX: 10 };
const LEGAL_FORMS: Record<Country, readonly string[]> = {
	US: ['Inc', 'LLC', 'Inc.', 'Corp.', 'LLP', 'Co.'],
	CA: ['Ltd.', 'Inc.', 'Limited', 'Ltée', 'Corp.'],
	BR: ['Ltda', 'S.A.', 'EIRELI', 'Ltda.'],
	MX: ['S.A. de C.V.', 'S. de R.L. de C.V.', 'S.C.'],
};
const ENDINGS: Record<Country, string> = { US: '.com', CA: '.ca', BR: '.com.br', MX: '.com.mx' };
const SHARE_WITH_LEGAL_FORM = 0.6;

/** So many firms of different names. */
export function generatedFirms(count: number, seed: number): GeneratedFirm[] {
	const random = seededRandom(`firms ${seed}`);
	const taken = new Set<string>();
	const firms: GeneratedFirm[] = [];
	while (firms.length < count) {
		const country = random.weighted(SHARES);
		const name = nameIn(country, random);
		if (taken.has(name)) continue;
		taken.add(name);
		const legalForm = random.chance(SHARE_WITH_LEGAL_FORM)
			? random.pick(LEGAL_FORMS[country])
			: null;
		firms.push({ name, legalForm, country, domain: domainLabel(name) + ENDINGS[country] });
	}
	return firms;
}

/** The name as a register has it. */
export function fullName({ name, legalForm }: GeneratedFirm): string {
	return legalForm === null ? name : `${name} ${legalForm}`;
}

export function domainLabel(name: string): string {
	return name
		.normalize('NFD')
		.toLowerCase()
		.replace(/&/g, 'and')
		.replace(/[^a-z0-9]/g, '');
}

function nameIn(country: Country, random: Random): string {
	if (country === 'BR') return `${random.pick(BR_TRADES)} ${family(BR_SURNAMES, 'e', random)}`;
	if (country === 'MX') return `${random.pick(MX_TRADES)} ${family(MX_SURNAMES, 'y', random)}`;
	const trade = random.pick(TRADES);
	switch (random.weighted({ brand: 3, coined: 4, partners: 2, placed: 2 })) {
		case 'brand':
			return `${random.pick(BRANDS)} ${trade}`;
		case 'coined':
			return `${coined(random)} ${trade}`;
		case 'partners':
			return `${random.pick(SURNAMES)} & ${random.pick(SURNAMES)} ${trade}`;
		case 'placed':
			return `${random.pick(PLACES)} ${random.pick(BRANDS)} ${trade}`;
	}
}

function family(surnames: readonly string[], and: string, random: Random): string {
	const first = random.pick(surnames);
	return random.chance(0.3)
		? `${coined(random)} ${first}`
		: `${first} ${and} ${random.pick(surnames)}`;
}

const STARTS =
	'Al Ar Bel Bran Cal Cor Dal Del El En Fa Fer Gal Glo Har In Jor Kan Lo Lum Mar Mon Na Nor O Or Pa Pro Qua Ra Ro Sal Ser Ta Tor Tri U Va Vel Ver Vi Wes Xe Zan'.split(
		' ',
	);
const MIDDLES =
	'a ba co da de do fi ga la le li lo ma mi na ne no ra re ri ro sa se ta te ti to va ve vi'.split(
		' ',
	);
const ENDS =
	'bix con dex don fax gen lan len lux max mon net nix phor quin ra rix ron sys tek tis tra vex via vo xis zen'.split(
		' ',
	);

/** A made-up word, as a third of all firms have. */
function coined(random: Random): string {
	const middle = random.chance(0.6) ? random.pick(MIDDLES) : '';
	return random.pick(STARTS) + middle + random.pick(ENDS);
}
