import { readTenantLinks, withTenantLinks } from '../../../core/halo/microsoftTenants';
import type { HaloClient } from '../../../core/halo/schemas';
import { fakeHalo, json } from './fakeHalo';

/** The Microsoft tenants that Halo's Microsoft connection links to clients. */

const link = (fields: object = {}) => ({
	id: 1,
	details_id: 3,
	client_id: 12,
	client_name: 'Acorn Construction',
	azure_tenant_id: 'AAAA-1',
	azure_tenant_name: 'Acorn',
	azure_tenant_domain: 'acorn.onmicrosoft.com',
	new_access_token: 'eyJ-secret-of-the-tenant',
	...fields,
});

const connection = (id: number, mappings: unknown) => ({
	id,
	name: 'CSP',
	type: 2,
	new_refresh_token: 'secret-of-the-connection',
	mappings_client: mappings,
});

function haloWith(list: unknown, details: (id: number, typed: boolean) => unknown) {
	return fakeHalo(({ path, query }) => {
		const id = /\/azureadconnection\/(\d+)$/.exec(path)?.[1];
		return id === undefined ? list : details(Number(id), query?.type !== undefined);
	});
}

describe('reading the Microsoft connections', () => {
	it('costs one request, and one for each connection', async () => {
		const halo = haloWith([{ id: 3 }, { id: 4 }], (id) =>
			connection(id, [link({ client_id: id === 3 ? 12 : 13, azure_tenant_id: `T-${id}` })]),
		);
		const read = await readTenantLinks(halo.runtime);
		expect(read).toMatchObject({
			ok: true,
			value: [
				{ clientId: 12, tenantId: 't-3', domain: 'acorn.onmicrosoft.com' },
				{ clientId: 13, tenantId: 't-4', domain: 'acorn.onmicrosoft.com' },
			],
		});
		expect(halo.requests.map(({ path, query }) => [path, query])).toEqual([
			['/azureadconnection', { type: 2 }],
			['/azureadconnection/3', { includedetails: true, includetenants: true }],
			['/azureadconnection/4', { includedetails: true, includetenants: true }],
		]);
	});

	it('sends the type along only where the tenants do not come without it', async () => {
		const halo = haloWith([{ id: 3 }], (id, typed) => connection(id, typed ? [link()] : undefined));
		const read = await readTenantLinks(halo.runtime);
		expect(read).toMatchObject({ ok: true, value: [{ clientId: 12 }] });
		expect(halo.requests.map(({ query }) => query)).toEqual([
			{ type: 2 },
			{ includedetails: true, includetenants: true },
			{ type: 2, includedetails: true, includetenants: true },
		]);
	});

	test.each<[string, unknown]>([
		['a bare list', [{ id: 3 }]],
		['an envelope of any name', { record_count: 1, connections: [{ id: 3 }] }],
		['the only connection itself', { id: 3, name: 'CSP' }],
	])('understands %s', async (_, list) => {
		const halo = haloWith(list, (id) => connection(id, [link()]));
		expect(await readTenantLinks(halo.runtime)).toMatchObject({ value: [{ clientId: 12 }] });
	});

	it('takes nothing but client, tenant and domain out of it', async () => {
		const halo = haloWith([{ id: 3 }], (id) => connection(id, [link()]));
		expect(JSON.stringify(await readTenantLinks(halo.runtime))).not.toContain('secret');
	});

	it('leaves out tenants that are linked to no client', async () => {
		const links = [
			link({ client_id: null }),
			link({ client_id: -1 }),
			link({ client_id: 0 }),
			link({ client_id: '12' }),
		];
		const halo = haloWith([{ id: 3 }], (id) => connection(id, links));
		expect(await readTenantLinks(halo.runtime)).toMatchObject({ value: [{ clientId: 12 }] });
	});

	it('finds none where no connection is set up', async () => {
		const halo = haloWith([], () => json('', 404));
		expect(await readTenantLinks(halo.runtime)).toMatchObject({ ok: true, value: [] });
		expect(halo.requests).toHaveLength(1);
	});

	it('gives none of the tenants when those of one connection do not come', async () => {
		const halo = haloWith([{ id: 3 }, { id: 4 }], (id) =>
			id === 3 ? connection(id, [link()]) : json('', 403),
		);
		expect(await readTenantLinks(halo.runtime)).toMatchObject({
			ok: false,
			failure: { code: 'notAllowed', doing: 'Read Microsoft Connection' },
		});
	});

	it('says so when the answer has a form that is not known', async () => {
		const odd = haloWith([{ id: 3 }], (id) => connection(id, { tenants: 1 }));
		expect(await readTenantLinks(odd.runtime)).toMatchObject({
			failure: { code: 'unexpectedShape' },
		});
		const unnumbered = haloWith([{ name: 'CSP' }], () => json('', 404));
		expect(await readTenantLinks(unnumbered.runtime)).toMatchObject({
			failure: { code: 'unexpectedShape' },
		});
	});
});

it('tenants are added to what the client itself shows, each once', () => {
	const client: HaloClient = {
		id: 12,
		name: 'Acorn',
		topLevelId: 1,
		topLevelName: null,
		inactive: false,
		website: null,
		stellrKeys: [],
		foreignKeyText: null,
		microsoftTenantIds: ['t-1'],
		domains: ['acorn.com'],
		mainSiteId: null,
		country: null,
	};
	const links = [
		{ clientId: 12, tenantId: 't-1', domain: 'acorn.com' },
		{ clientId: 12, tenantId: 't-2', domain: null },
		{ clientId: 12, tenantId: null, domain: 'acorn.onmicrosoft.com' },
		{ clientId: 99, tenantId: 't-9', domain: 'other.com' },
	];
	expect(withTenantLinks([client, { ...client, id: 13 }], links)).toEqual([
		{
			...client,
			microsoftTenantIds: ['t-1', 't-2'],
			domains: ['acorn.com', 'acorn.onmicrosoft.com'],
		},
		{ ...client, id: 13 },
	]);
});
