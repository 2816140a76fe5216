import { haloClientSchema } from '../../core/halo/schemas';
import { stellrCustomerSchema } from '../../core/stellr/schemas';
import { harbourWorld } from './harbourWorld';

const HARD_KINDS = [
	'same name',
	'case',
	'legal form',
	'two legal forms',
	'and',
	'article',
	'abbreviation',
	'spacing',
	'accents',
	'noise',
	'dba',
	'typo',
	'acronym',
	'trade name',
	'other TLD same',
	'other TLD another',
	'public mail',
	'shared host',
	'MSP domain',
	'sister firms',
	'franchise',
	'two countries',
	'two top levels',
	'namesake',
	'inactive twin',
	'only inactive',
	'several customers',
	'tenant against name',
	'group tenant',
	'website against name',
	'no client',
	'subset',
	'numbered',
	'branch',
	'person',
	'short',
	'do not use',
];
const ORDINARY_KINDS = [
	'domain is website',
	'domain is mail domain',
	'domains on client',
	'domain reads as name',
	'name and domain',
];

const world = harbourWorld();
const keys = world.customers.map(({ account, customerNo }) => `${account}/${customerNo}`);

function countsOf(values: string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}

describe('the harbour world', () => {
	it('labels every customer, and nobody else', () => {
		expect([...world.labels.keys()].sort()).toEqual([...keys].sort());
	});

	it('gives every customer a key and every client an id of its own', () => {
		expect(new Set(keys).size).toBe(keys.length);
		expect(new Set(world.clients.map(({ id }) => id)).size).toBe(world.clients.length);
	});

	it('names in its labels only clients that exist, and none where nobody can say', () => {
		const ids = new Set(world.clients.map(({ id }) => id));
		for (const { clientId, undecidable } of world.labels.values()) {
			if (clientId !== null) expect(ids).toContain(clientId);
			if (undecidable) expect(clientId).toBeNull();
		}
	});

	it('holds records as they leave a node', () => {
		for (const customer of world.customers) stellrCustomerSchema.strict().parse(customer);
		for (const client of world.clients) haloClientSchema.strict().parse(client);
	});

	it('is the same each time', () => {
		expect(harbourWorld()).toEqual(world);
	});

	it('has about 45, 25, 20 and 10 % of at least 450 customers in the four accounts', () => {
		const counts = countsOf(world.customers.map(({ account }) => account));
		const share = (account: string) => (counts.get(account) ?? 0) / world.customers.length;
		expect(world.customers.length).toBeGreaterThanOrEqual(450);
		expect(Math.abs(share('us') - 0.45)).toBeLessThan(0.04);
		expect(Math.abs(share('ca') - 0.25)).toBeLessThan(0.04);
		expect(Math.abs(share('br') - 0.2)).toBeLessThan(0.04);
		expect(Math.abs(share('mx') - 0.1)).toBeLessThan(0.04);
	});

	it('has at least 600 clients, many of them without a customer', () => {
		const bought = new Set([...world.labels.values()].map(({ clientId }) => clientId));
		expect(world.clients.length).toBeGreaterThanOrEqual(600);
		expect(world.clients.filter(({ id }) => !bought.has(id)).length).toBeGreaterThanOrEqual(200);
	});

	it('knows about half of the customers by their domain', () => {
		const named = world.customers.filter(({ name }) => /^[^\s]+\.[a-z]{2,}$/i.test(name ?? ''));
		const share = named.length / world.customers.length;
		expect(share).toBeGreaterThan(0.48);
		expect(share).toBeLessThan(0.6);
	});

	it('is mostly ordinary, and has six or more of every hard kind', () => {
		const kinds = countsOf([...world.labels.values()].map(({ kind }) => kind));
		expect([...kinds.keys()].sort()).toEqual([...HARD_KINDS, ...ORDINARY_KINDS].sort());
		for (const kind of HARD_KINDS) {
			expect({ kind, enough: (kinds.get(kind) ?? 0) >= 6 }).toEqual({ kind, enough: true });
		}
	});
});
