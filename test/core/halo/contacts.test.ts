import { readContactDomains } from '../../../core/halo/contacts';
import type { HaloClient } from '../../../core/halo/schemas';
import type { HttpRequest } from '../../../core/http/types';
import { fakeHalo, json, pageOf } from './fakeHalo';

/** Which mail domains the contacts of a client use, from Halo's list of users. */

const client = (id: number, name = `Client ${id}`): HaloClient => ({
	id,
	name,
	topLevelId: 1,
	topLevelName: 'Customers',
	inactive: false,
	website: null,
	stellrKeys: [],
	foreignKeyText: null,
	microsoftTenantIds: [],
	domains: [],
	mainSiteId: null,
	country: null,
});

const whole = (...rows: HaloClient[]) => ({ rows, complete: true });

const user = (id: number, emailaddress: string | null, more: object = {}) => ({
	id,
	name: `User ${id}`,
	client_id: 12,
	emailaddress,
	inactive: false,
	...more,
});

const haloWith = (users: unknown[], sites: unknown[] = []) =>
	fakeHalo((request) =>
		request.path === '/Users' ? pageOf(request, 'users', users) : pageOf(request, 'sites', sites),
	);

const pathsOf = ({ requests }: { requests: HttpRequest[] }) => requests.map(({ path }) => path);

async function read(
	users: unknown[],
	clients = whole(client(12), client(13)),
	sites: unknown[] = [],
) {
	const halo = haloWith(users, sites);
	const result = await readContactDomains(halo.runtime, clients);
	if (!result.ok) throw new Error(`not read: ${result.failure.code}`);
	return { ...result.value, paths: pathsOf(halo) };
}

describe('the mail domains of contacts', () => {
	it('are counted for each client, the commonest first', async () => {
		const { byClient } = await read([
			user(1, 'Dana@Acorn.com'),
			user(2, 'marcus@gmail.com'),
			user(3, ' priya@acorn.com '),
			user(4, 'grant@birch.ca', { client_id: 13 }),
		]);
		expect([...byClient]).toEqual([
			[
				12,
				[
					{ domain: 'acorn.com', contacts: 2 },
					{ domain: 'gmail.com', contacts: 1 },
				],
			],
			[13, [{ domain: 'birch.ca', contacts: 1 }]],
		]);
	});

	it('leave out contacts that are inactive or have no mail address', async () => {
		const { byClient } = await read([
			user(1, 'dana@acorn.com'),
			user(2, 'old@elsewhere.com', { inactive: true }),
			user(3, null),
			user(4, 'not an address'),
			user(5, 'root@localhost'),
		]);
		expect(byClient.get(12)).toEqual([{ domain: 'acorn.com', contacts: 1 }]);
	});

	it('count a contact once, however its addresses are written', async () => {
		const { byClient } = await read([
			user(1, 'Dana Whitfield <dana@acorn.com>; d.whitfield@acorn.com'),
		]);
		expect(byClient.get(12)).toEqual([{ domain: 'acorn.com', contacts: 1 }]);
	});

	it('come from ids as numbers, doubles and texts', async () => {
		const { byClient } = await read([
			user(1, 'a@acorn.com', { client_id: JSON.parse('12.0') as number }),
			user(2, 'b@acorn.com', { client_id: '12' }),
			user(3, 'c@acorn.com', { client_id: '12.0' }),
		]);
		expect(byClient.get(12)).toEqual([{ domain: 'acorn.com', contacts: 3 }]);
	});
});

describe('a contact that does not name the id of its client', () => {
	const nameless = { client_id: undefined };

	it('is placed by the name of the client, which costs nothing', async () => {
		const { byClient, paths } = await read([
			user(1, 'a@acorn.com', { ...nameless, client_name: 'Client 12', site_id: 120.0 }),
		]);
		expect(byClient.get(12)).toEqual([{ domain: 'acorn.com', contacts: 1 }]);
		expect(paths).toEqual(['/Users']);
	});

	it('is placed by its site when there is no name, which costs the list of sites', async () => {
		const { byClient, paths } = await read(
			[user(1, 'a@acorn.com', { client_id: 0, site_id: '130.0' })],
			whole(client(12), client(13)),
			[{ id: 130, name: 'Main', client_id: 13.0 }],
		);
		expect([...byClient.keys()]).toEqual([13]);
		expect(paths).toEqual(['/Users', '/Site']);
	});

	it('is placed by its site when two clients have its name', async () => {
		const { byClient } = await read(
			[user(1, 'a@acorn.com', { ...nameless, client_name: 'Acorn', site_id: 130 })],
			whole(client(12, 'Acorn'), client(13, 'Acorn')),
			[{ id: 130, name: 'Main', client_id: 13 }],
		);
		expect([...byClient.keys()]).toEqual([13]);
	});

	it('is not placed by a name in a part of the client list, where namesakes may be missing', async () => {
		const { byClient, paths } = await read(
			[user(1, 'a@acorn.com', { ...nameless, client_name: 'Client 12', site_id: 130 })],
			{ rows: [client(12)], complete: false },
			[{ id: 130, name: 'Main', client_id: 99 }],
		);
		expect([...byClient.keys()]).toEqual([99]);
		expect(paths).toEqual(['/Users', '/Site']);
	});

	it('makes namesakes unsure when nothing tells them apart', async () => {
		const { byClient, unsure } = await read(
			[user(1, 'a@acorn.com', { ...nameless, client_name: 'Acorn' })],
			whole(client(12, 'Acorn'), client(13, 'Acorn'), client(14)),
		);
		expect([...unsure]).toEqual([12, 13]);
		expect(byClient.size).toBe(0);
	});

	it('counts for nobody when it names no place at all, and that is said', async () => {
		const { byClient, withoutClient } = await read([
			user(1, 'a@acorn.com', nameless),
			user(2, 'b@acorn.com'),
			user(3, 'c@elsewhere.com', { ...nameless, client_name: 'Nobody here' }),
		]);
		expect(byClient.get(12)).toEqual([{ domain: 'acorn.com', contacts: 1 }]);
		expect(withoutClient).toBe(1);
	});
});

describe('the list of contacts', () => {
	test.each([
		[1, 1],
		[100, 1],
		[250, 3],
	])('of %i costs %i requests', async (count, requests) => {
		const users = Array.from({ length: count }, (_, index) => user(index + 1, 'a@acorn.com'));
		const { byClient, paths } = await read(users);
		expect(byClient.get(12)).toEqual([{ domain: 'acorn.com', contacts: count }]);
		expect(paths).toHaveLength(requests);
	});

	it('is asked for in pages and without inactive ones', async () => {
		const halo = haloWith([user(1, 'a@acorn.com')]);
		await readContactDomains(halo.runtime, whole(client(12)));
		expect(halo.requests[0].query).toEqual({
			includeactive: true,
			includeinactive: false,
			pageinate: true,
			page_size: 100,
			page_no: 1,
			order: 'id',
		});
	});

	it('that came in part is not used at all', async () => {
		const users = Array.from({ length: 250 }, (_, index) => user(index + 1, 'a@acorn.com'));
		const halo = fakeHalo((request) =>
			request.query?.page_no === 3 ? json('', 403) : pageOf(request, 'users', users),
		);
		const result = await readContactDomains(halo.runtime, whole(client(12)));
		expect(result).toMatchObject({ ok: false, failure: { code: 'notAllowed', status: 403 } });
	});

	it('that repeats its first page is not used at all', async () => {
		const users = Array.from({ length: 250 }, (_, index) => user(index + 1, 'a@acorn.com'));
		const halo = fakeHalo((request) => pageOf(request, 'users', users, { repeats: true }));
		const result = await readContactDomains(halo.runtime, whole(client(12)));
		expect(result).toMatchObject({ ok: false, failure: { code: 'listIncomplete' } });
	});

	it('with a contact that cannot be understood is not used at all', async () => {
		const halo = haloWith([user(1, 'a@acorn.com'), user(2, 'b@acorn.com', { client_id: {} })]);
		const result = await readContactDomains(halo.runtime, whole(client(12)));
		expect(result).toMatchObject({ ok: false });
		expect(!result.ok && result.failure.words?.message).toContain('contact 2 "User 2"');
	});

	it('that is empty is taken for a login that may not see contacts', async () => {
		const result = await readContactDomains(haloWith([]).runtime, whole(client(12)));
		expect(!result.ok && result.failure.words?.message).toContain('showed no contact at all');
	});

	it('is not used when the sites it needs do not come whole', async () => {
		const halo = fakeHalo((request) =>
			request.path === '/Users'
				? pageOf(request, 'users', [user(1, 'a@acorn.com', { client_id: null, site_id: 130 })])
				: json('', 403),
		);
		const result = await readContactDomains(halo.runtime, whole(client(12)));
		expect(result).toMatchObject({ ok: false, failure: { doing: 'List Sites' } });
	});
});
