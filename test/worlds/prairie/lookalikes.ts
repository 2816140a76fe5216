import type { Firm, Country } from './firm';
import { mainWords } from './firm';
import type { Stage } from './ledger';

/** Pairs of firms whose names differ by a letter, a number or a place. */

const spellings: ReadonlyArray<readonly [country: Country, one: string, other: string]> = [
	['us', 'Benton', 'Denton'],
	['us', 'Harlow', 'Marlow'],
	['us', 'Camden', 'Hamden'],
	['us', 'Hansen', 'Hanson'],
	['us', 'Larsen', 'Larson'],
	['us', 'Stuart', 'Stewart'],
	['us', 'Collins', 'Rollins'],
	['us', 'Carver', 'Carter'],
	['us', 'Bolton', 'Colton'],
	['us', 'Weaver', 'Weever'],
	['us', 'Sterling', 'Stirling'],
	['us', 'Fisher', 'Fischer'],
	['ca', 'Weston', 'Easton'],
	['ca', 'Macdonald', 'McDonald'],
	['ca', 'Tanner', 'Banner'],
	['ca', 'Gauthier', 'Gautier'],
	['ca', 'Cartier', 'Carrier'],
	['br', 'Ferreira', 'Pereira'],
	['br', 'Lima', 'Luma'],
	['br', 'Prado', 'Prada'],
	['br', 'Sousa', 'Souza'],
	['mx', 'Montes', 'Cortes'],
	['mx', 'Salas', 'Salinas'],
	['mx', 'Mora', 'Moran'],
	['mx', 'Olvera', 'Olivera'],
];

const spelledTrades: Record<Country, readonly string[]> = {
	us: ['{} Foods', '{} Electric', '{} Family Dental', '{} Auto Glass', '{} & Sons', '{} Law Firm'],
	ca: ['{} Foods', '{} Mechanical', '{} Optometry', '{} Steel', '{} Insurance Group'],
	br: ['Supermercado {}', '{} Engenharia', 'Clínica {}', 'Auto Peças {}'],
	mx: ['Alimentos {}', 'Constructora {}', 'Farmacia {}', 'Grupo {}'],
};

/** Two firms one letter apart, each with a domain of its own; null when the names are taken. */
export function oneLetterApart(stage: Stage): [Firm, Firm] | null {
	const { chance, families } = stage;
	const [country, one, other] = chance.oneOf(spellings);
	const trade = chance.oneOf(spelledTrades[country]);
	const model = families.firm(country);
	const [first, second] = chance.shuffled([one, other]).map((word): Firm => {
		const name = trade.replace('{}', word);
		const domain = families.freeDomain(mainWords(name).join(''), country);
		return { ...model, name, domain, family: null };
	});
	const free = [first, second].map((firm) => families.claimName(firm.name));
	return free.every(Boolean) ? [first, second] : null;
}

const bodies: ReadonlyArray<readonly [country: Country, name: string]> = [
	['us', 'Moose Lodge {n}'],
	['us', 'Pipefitters Local {n}'],
	['us', 'Independent School District {n}'],
	['us', 'First Baptist Church of {p}'],
	['us', 'City of {p}'],
	['us', 'Sunrise Suites {p}'],
	['ca', 'Royal Legion Branch {n}'],
	['ca', 'Rotary Club of {p}'],
	['ca', 'Town of {p}'],
	['br', 'Escola Municipal {n}'],
	['br', 'Prefeitura Municipal de {p}'],
	['br', 'Sindicato dos Metalúrgicos de {p}'],
	['mx', 'Escuela Secundaria Técnica {n}'],
	['mx', 'Notaría {n}'],
	['mx', 'Ayuntamiento de {p}'],
];
const places: Record<Country, readonly string[]> = {
	us: ['Fargo', 'Tulsa', 'Ottumwa', 'Bakersfield', 'Lima', 'Selma', 'Salem', 'Yankton', 'Moab'],
	ca: ['Timmins', 'Estevan', 'Nanaimo', 'Antigonish', 'Selkirk', 'Whitby', 'Sarnia'],
	br: ['Bagé', 'Sobral', 'Marabá', 'Ubatuba', 'Assis', 'Caicó', 'Lages'],
	mx: ['Comala', 'Tulum', 'Jerez', 'Atlixco', 'Loreto', 'Arandas', 'Xalapa'],
};

/** Two lodges, schools or towns that differ only by number or place. */
export function numberedBodies(stage: Stage): [Firm, Firm] {
	const { chance, families } = stage;
	for (;;) {
		const [country, pattern] = chance.oneOf(bodies);
		const [one, other] = chance.shuffled(places[country]);
		const number = chance.between(11, 489);
		const next = number + chance.oneOf([1, 9, 10, 100]);
		const names = [
			pattern.replace('{p}', one).replace('{n}', String(number)),
			pattern.replace('{p}', other).replace('{n}', String(next)),
		];
		if (!names.every((name) => families.claimName(name))) continue;
		const model = families.firm(country);
		const [first, second] = names.map((name): Firm => {
			const domain = families.freeDomain(mainWords(name).join(''), country);
			return { ...model, name, domain, form: '', family: null };
		});
		return [first, second];
	}
}

const below: ReadonlyArray<readonly [country: Country, ending: string, name: string]> = [
	['us', 'k12.mn.us', '{} Public Schools'],
	['us', 'lib.ia.us', '{} Public Library'],
	['ca', 'qc.ca', 'Ville de {}'],
	['ca', 'on.ca', '{} District School Board'],
	['br', 'sp.gov.br', 'Câmara Municipal de {}'],
	['br', 'g12.br', 'Colégio {}'],
	['mx', 'gob.mx', 'Municipio de {}'],
	['mx', 'edu.mx', 'Colegio {}'],
];
const towns =
	`Northtown|Alder Falls|Larkspur|Belmont Heights|Kerrwood|Pontrouge|Vaudrelle|Sainte-Aude|Jaguari|Tapirema|Morungá
	|Piracema|Zapotal|Tecomate|Amatitlán|Cuesta Alta|Mill Pond|Gravel Bay|Orono Bluff|Esperanto`
		.split('|')
		.map((town) => town.trim());

/** Two bodies whose domains share a public ending of several parts. */
export function publicEndings(stage: Stage): [Firm, Firm] {
	const { chance, families } = stage;
	for (;;) {
		const [country, ending, pattern] = chance.oneOf(below);
		const model = families.firm(country);
		const [one, other] = chance.shuffled(towns).map((town): Firm => {
			const label = mainWords(town)
				.join('')
				.normalize('NFD')
				.replace(/[^A-Za-z]/g, '')
				.toLowerCase();
			const name = pattern.replace('{}', town);
			return { ...model, name, domain: `${label}.${ending}`, form: '', family: null };
		});
		if (![one, other].every((firm) => families.claimName(firm.name))) continue;
		if (![one, other].every((firm) => families.claimDomain(firm.domain))) continue;
		return [one, other];
	}
}
