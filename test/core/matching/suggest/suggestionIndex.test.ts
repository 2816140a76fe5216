import fc from 'fast-check';

import {
	suggestionIndex,
	type SuggestClient,
	type Suggestion,
} from '../../../../core/matching/suggest/suggestionIndex';

const NOBODY = new Set<number>();

/** Clients with the ids 1, 2, 3 … in the order given. */
function clients(...rows: Array<string | Partial<SuggestClient>>): SuggestClient[] {
	return rows.map((row, at) => ({
		id: at + 1,
		name: '',
		inactive: false,
		domains: [],
		...(typeof row === 'string' ? { name: row } : row),
	}));
}

const town = clients(
	'Northwind IT Services',
	'Buhler Industries',
	'Acme Building Company Construction',
	{ name: 'Acorn Construction LLC', domains: ['acornbuild.com'] },
	'Harbour View Dental Practice',
	{ name: 'Globex', domains: ['globex.ca'] },
	'Tailspin Toys Manufacturing Ltd.',
	'Acorn Travel',
	'Construtora Almeida e Barbosa Ltda',
	'NWT',
	'Hollister, Ramage & Coe, CPAs',
	'Zephyr Bakery',
);
const index = suggestionIndex(town);

/** The best suggestion as its client's name and reasons. */
function best(name: string | null, domains: string[] = []): [string, ...string[]] | null {
	const [first] = index.suggest({ name, domains }, NOBODY);
	return first === undefined ? null : [nameOf(first), ...first.reasons];
}

function nameOf({ clientId }: Suggestion): string {
	return town[clientId - 1].name;
}

function scoreOf(name: string): number {
	return index.suggest({ name, domains: [] }, NOBODY).at(0)?.score ?? 0;
}

describe('suggestions by name', () => {
	it('see through misspellings and say how many letters differ', () => {
		expect(best('Acorn Constuction')).toEqual([
			'Acorn Construction LLC',
			'both words, one letter differs, legal form LLC left out',
		]);
		expect(best('Harbor View Dental')).toEqual([
			'Harbour View Dental Practice',
			'3 of 4 words, one letter differs',
		]);
	});

	it('see through spaces, order and words written short', () => {
		expect(best('Harbourview Dental Practise')).toEqual([
			'Harbour View Dental Practice',
			'spelled almost the same, one letter differs',
		]);
		expect(best('Dental Harbour View')?.[1]).toBe('3 of 4 words, in another order');
		expect(best('Tailspin Toys Manuf.')?.[1]).toBe(
			'all 3 words, "manuf" may be short for "manufacturing", legal form Ltd left out',
		);
	});

	it('know initials of a name on either side', () => {
		for (const short of ['NWIS', 'nwis.com']) {
			expect(best(short)).toEqual([
				'Northwind IT Services',
				'its letters are the initials of the name',
			]);
		}
		expect(best('Northwest Territories')?.slice(0, 2)).toEqual([
			'NWT',
			'its letters are the initials of the name',
		]);
		for (const short of ['ABC Construction', 'abcconstruction.com']) {
			expect(best(short)).toEqual([
				'Acme Building Company Construction',
				'some words of the name by their initials, the others whole',
			]);
		}
		expect(best('hrccpa.com')?.[0]).toBe('Hollister, Ramage & Coe, CPAs');
	});

	it('are none for a name that has nothing in common with any, or none at all', () => {
		expect(best('Quixote Motors')).toBeNull();
		expect(best(null)).toBeNull();
		expect(best('  ')).toBeNull();
		expect(best('!!!')).toBeNull();
		expect(suggestionIndex([]).suggest({ name: 'Acorn', domains: ['acorn.ca'] }, NOBODY)).toEqual(
			[],
		);
	});

	it('score what is worth a look above 0.6 and a common word below', () => {
		expect(scoreOf('Acorn Constuction')).toBeGreaterThan(0.85);
		expect(scoreOf('NWIS')).toBeGreaterThan(0.6);
		expect(scoreOf('Umber Construction')).toBeLessThan(0.6);
		expect(scoreOf('Umber Dental')).toBeLessThan(0.6);
	});
});

describe('suggestions by domain', () => {
	it('read a domain as the name run together, misspelled or in part', () => {
		expect(best('buhlerindustries.com')).toEqual([
			'Buhler Industries',
			'the domain buhlerindustries.com is the name run together',
		]);
		expect(best('buhler-industires.ca')).toEqual([
			'Buhler Industries',
			'the domain buhler-industires.ca is the name run together, one letter differs',
		]);
		expect(best('tailspintoys.com')).toEqual([
			'Tailspin Toys Manufacturing Ltd.',
			'the domain tailspintoys.com is made of 2 of 3 words of the name',
		]);
		expect(best('almeidaebarbosa.com.br')?.[0]).toBe('Construtora Almeida e Barbosa Ltda');
		expect(best('zephyrbakeryonline.com')?.[0]).toBe('Zephyr Bakery');
	});

	it('take the same domain name with another ending as a hint', () => {
		expect(best('acorn-build.ca')).toEqual([
			'Acorn Construction LLC',
			'same domain name with another ending: acorn-build.ca, acornbuild.com',
		]);
		expect(best('Entirely Unlike', ['globex.net'])?.slice(0, 2)).toEqual([
			'Globex',
			'the domain globex.net is the name run together',
		]);
	});
});

describe('the order of suggestions', () => {
	it('puts an active client before an inactive one of the same evidence', () => {
		const twins = suggestionIndex(
			clients({ name: 'Acorn Dental', inactive: true }, 'Acorn Dental', 'Acorn Dental Ltd'),
		);
		const ids = twins.suggest({ name: 'Acorn Dentl', domains: [] }, NOBODY).map((s) => s.clientId);
		expect(ids[0]).toBe(2);
		expect(ids).toContain(1);
	});

	it('puts the clearer case first: initials that several clients share say less', () => {
		const alone = suggestionIndex(clients('Blue Heron Dental'));
		const shared = suggestionIndex(
			clients('Blue Heron Dental', 'Bow Hill Drilling', 'Bay Harbor Docks'),
		);
		const scoreIn = (of: typeof alone) => of.suggest({ name: 'BHD', domains: [] }, NOBODY)[0].score;
		expect(scoreIn(shared)).toBeLessThan(scoreIn(alone));
	});

	it('puts the name before a domain that many clients share', () => {
		const shared = Array.from({ length: 8 }, (_, at) => ({
			name: `${'ABCDEFGH'[at]}quarius Farms ${at}`,
			domains: ['harbourit.com'],
		}));
		const provider = { name: 'Harbour IT (Internal)', domains: ['harbourit.com'] };
		const all = suggestionIndex(clients(...shared, provider));
		expect(all.suggest({ name: 'harbourit.com', domains: [] }, NOBODY)[0].clientId).toBe(9);
	});

	it('gives three at the most', () => {
		const many = suggestionIndex(
			clients(...Array.from({ length: 9 }, (_, at) => `Acorn ${at} Dental`)),
		);
		expect(many.suggest({ name: 'Acorn Dental', domains: [] }, NOBODY)).toHaveLength(3);
	});
});

const words = fc.constantFrom(
	...'Acorn Bolt Boltt Northwind Dental Dentl Construction Const IT Services & The São Núcleo 株式会社 Inc LLC Ltda'.split(
		' ',
	),
);
const names = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const labels = fc
	.array(fc.constantFrom('acorn', 'bolt', 'dental', 'const', '-'), { minLength: 1, maxLength: 3 })
	.map((parts) => `a${parts.join('')}x`);
const domains = fc
	.tuple(labels, fc.constantFrom('com', 'ca', 'com.br'))
	.map(([label, ending]) => `${label}.${ending}`);
const anyClients = fc.uniqueArray(
	fc.record({
		id: fc.integer({ min: 1, max: 30 }),
		name: fc.oneof(names, domains, fc.string()),
		inactive: fc.boolean(),
		domains: fc.uniqueArray(domains, { maxLength: 2 }),
	}),
	{ selector: ({ id }) => id, maxLength: 12 },
);
const anyCustomer = fc.record({
	name: fc.option(fc.oneof(names, domains, fc.string())),
	domains: fc.uniqueArray(domains, { maxLength: 2 }),
});
const anyRejected = fc
	.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 10 })
	.map((ids) => new Set(ids));
const RUNS = { numRuns: 200 };

describe('whatever is looked for', () => {
	it('suggestions have a score from 0 to 1, fall, name a client once and give a reason', () => {
		fc.assert(
			fc.property(anyClients, anyCustomer, anyRejected, (all, customer, rejected) => {
				const found = suggestionIndex(all).suggest(customer, rejected);
				expect(found.length).toBeLessThanOrEqual(3);
				expect(new Set(found.map(({ clientId }) => clientId)).size).toBe(found.length);
				found.forEach(({ clientId, score, reasons }, at) => {
					expect(all.map(({ id }) => id)).toContain(clientId);
					expect(score).toBeGreaterThan(0);
					expect(score).toBeLessThan(1);
					expect(score).toBeLessThanOrEqual(found[at - 1]?.score ?? 1);
					expect(reasons.length).toBeGreaterThan(0);
					expect(reasons).not.toContain('');
				});
			}),
			RUNS,
		);
	});

	it('a client that a person rejected is never suggested', () => {
		fc.assert(
			fc.property(anyClients, anyCustomer, anyRejected, (all, customer, rejected) => {
				for (const { clientId } of suggestionIndex(all).suggest(customer, rejected)) {
					expect(rejected.has(clientId)).toBe(false);
				}
			}),
			RUNS,
		);
	});

	it('the order of clients and domains plays no part', () => {
		const shuffled = anyClients.chain((all) =>
			fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
		);
		fc.assert(
			fc.property(shuffled, anyCustomer, ([all, other], customer) => {
				const turned = { ...customer, domains: [...customer.domains].reverse() };
				const found = suggestionIndex(all).suggest(customer, NOBODY);
				const again = suggestionIndex(other).suggest(turned, NOBODY);
				expect(again.map(({ clientId, score }) => [clientId, score])).toEqual(
					found.map(({ clientId, score }) => [clientId, score]),
				);
			}),
			RUNS,
		);
	});

	it('an active client of the very same name comes first', () => {
		fc.assert(
			fc.property(anyClients, names, (all, name) => {
				const own = { id: 99, name, inactive: false, domains: [] };
				const others = all.filter(
					(client) => !client.name.toLowerCase().includes(name.toLowerCase()),
				);
				const [first] = suggestionIndex([...others, own]).suggest({ name, domains: [] }, NOBODY);
				expect(first?.clientId).toBe(99);
				expect(first?.reasons[0]).toBe('same name');
			}),
			RUNS,
		);
	});
});
