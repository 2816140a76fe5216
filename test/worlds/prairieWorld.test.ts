import { haloClientSchema } from '../../core/halo/schemas';
import { stellrCustomerSchema } from '../../core/stellr/schemas';
import type { Label } from './labelledWorld';
import { registeredFirms } from './prairie/firm';
import { customerKey } from './prairie/ledger';
import { prairieWorld } from './prairieWorld';

const world = prairieWorld();
const labels = [...world.labels.values()];
const clientsById = new Map(world.clients.map((client) => [client.id, client]));

/** How many of each kind, for a look at what a world asks. */
function kindCounts(list: readonly Label[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { kind } of list) counts[kind] = (counts[kind] ?? 0) + 1;
	return counts;
}

const share = <T>(list: readonly T[], is: (one: T) => boolean): number =>
	list.filter(is).length / list.length;

describe('the records of the prairie world', () => {
	it('are at least 900 customers of four accounts and 1,200 clients', () => {
		expect(world.customers.length).toBeGreaterThanOrEqual(900);
		expect(world.clients.length).toBeGreaterThanOrEqual(1200);
		const accounts = new Set(world.customers.map(({ account }) => account));
		expect([...accounts].sort()).toEqual(['br', 'ca', 'mx', 'us']);
	});

	it('have the shape that leaves the nodes', () => {
		for (const customer of world.customers) {
			expect(stellrCustomerSchema.parse(customer)).toEqual(customer);
		}
		for (const client of world.clients) expect(haloClientSchema.parse(client)).toEqual(client);
	});

	it('have keys and ids of their own', () => {
		expect(new Set(world.customers.map(customerKey)).size).toBe(world.customers.length);
		expect(clientsById.size).toBe(world.clients.length);
	});

	it('carry evidence about as often as real ones', () => {
		const { customers, clients } = world;
		const isDomain = (name: string | null) => /^\S+\.[a-z]{2,}\/?$/i.test(name ?? '');
		expect(share(customers, ({ name }) => isDomain(name))).toBeCloseTo(0.55, 1);
		expect(share(clients, ({ website }) => website !== null)).toBeCloseTo(0.6, 1);
		const hasContacts = share(clients, ({ contactDomains }) => (contactDomains ?? []).length > 0);
		expect(hasContacts).toBeCloseTo(0.4, 1);
		const hasTenant = share(clients, ({ microsoftTenantIds }) => microsoftTenantIds.length > 0);
		expect(hasTenant).toBeCloseTo(0.25, 1);
	});

	it('show in the domains what the website says', () => {
		for (const { website, domains } of world.clients) {
			if (website === null) continue;
			const host = website
				.toLowerCase()
				.replace(/^https?:\/\//, '')
				.replace(/^www\./, '')
				.replace(/\/.*$/, '');
			expect(domains).toContain(host);
		}
	});

	it('come from more than 400 firms written by hand, no two with one name or domain', () => {
		const firms = registeredFirms();
		expect(firms.length).toBeGreaterThanOrEqual(400);
		expect(new Set(firms.map(({ name }) => name)).size).toBe(firms.length);
		expect(new Set(firms.map(({ domain }) => domain)).size).toBe(firms.length);
		for (const { city, state, domain } of firms) {
			expect([city, state].every(Boolean)).toBe(true);
			expect(domain).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
		}
	});
});

describe('the labels of the prairie world', () => {
	it('are one for every customer and none besides', () => {
		const keys = world.customers.map(customerKey).sort();
		expect([...world.labels.keys()].sort()).toEqual(keys);
	});

	it('name clients that exist', () => {
		const named = labels.flatMap(({ clientId }) => (clientId === null ? [] : [clientId]));
		expect(named.filter((id) => !clientsById.has(id))).toEqual([]);
	});

	it('leave a fifth of the customers without a client, most of them not by doubt', () => {
		const absent = labels.filter(({ clientId }) => clientId === null);
		expect(absent.length / labels.length).toBeCloseTo(0.2, 1);
		expect(share(absent, ({ undecidable }) => undecidable === true)).toBeLessThan(0.2);
	});

	it('call few undecidable, yet some where the evidence contradicts itself', () => {
		expect(share(labels, ({ undecidable }) => undecidable === true)).toBeLessThan(0.14);
		const against = labels.filter(({ kind }) => kind.includes(' against name'));
		expect(against.length).toBeGreaterThan(8);
		expect(against.every(({ undecidable }) => undecidable)).toBe(true);
	});

	it('cover every hard kind, the common ones often', () => {
		const counts = kindCounts(labels);
		const rare = ['accents', 'abbreviation', 'connective', 'article', 'case', 'dba', 'typo']
			.concat(['acronym', 'trade name', 'joined words', 'trailing noise', 'punctuation'])
			.concat(['legal form left out', 'legal form written otherwise', 'word order', 'cut off'])
			.concat(['www domain', 'other TLD', 'acronym domain', 'domain of a trade name'])
			.concat(['inactive duplicate', 'marked DO NOT USE', 'one tenant on two clients'])
			.concat(['decoy: sister firm', 'decoy: namesake abroad', 'decoy: one letter apart'])
			.concat(['decoy: legal form', 'decoy: other TLD', 'decoy: a word more']);
		expect(rare.filter((kind) => (counts[kind] ?? 0) < 3)).toEqual([]);
		for (const kind of ['domain as name', 'onmicrosoft', 'several customers on one client']) {
			expect(counts[kind]).toBeGreaterThan(25);
		}
	});

	it('put several customers on one client where they belong to one firm', () => {
		const shared = labels.filter(({ kind }) => kind === 'several customers on one client');
		expect(new Set(shared.map(({ clientId }) => clientId)).size).toBeLessThan(shared.length);
	});

	it('never take an inactive client while an active one has the same name', () => {
		const active = new Set(world.clients.flatMap((one) => (one.inactive ? [] : [one.name])));
		const inactive = labels.flatMap(({ clientId }) => {
			const client = clientId === null ? undefined : clientsById.get(clientId);
			return client?.inactive ? [client.name] : [];
		});
		expect(inactive.length).toBeGreaterThan(0);
		expect(inactive.filter((name) => active.has(name))).toEqual([]);
	});
});

describe('seeds of the prairie world', () => {
	it('give the same world when they are the same, and another when they are not', () => {
		const again = prairieWorld();
		expect(again.customers).toEqual(world.customers);
		expect(again.clients).toEqual(world.clients);
		expect([...again.labels]).toEqual([...world.labels]);
		const other = prairieWorld(7);
		expect(other.customers).not.toEqual(world.customers);
		expect(other.customers.length).toBeGreaterThanOrEqual(900);
		expect(other.clients.length).toBeGreaterThanOrEqual(1200);
	});
});
