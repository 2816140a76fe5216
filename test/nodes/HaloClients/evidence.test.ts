import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { haloClientSchema } from '../../../core/halo/schemas';
import { HaloClients } from '../../../nodes/HaloClients/HaloClients.node';
import { startHaloSimulator, type HaloSimulator } from '../../../simulators/halo/server';
import type { HaloState } from '../../../simulators/halo/state';
import type { HaloSwitches } from '../../../simulators/halo/switches';
import {
	aHaloClient,
	aHaloState,
	aHaloUser,
	aNativeModule,
	aSite,
} from '../../../simulators/world/builders';
import { generateWorld } from '../../../simulators/world/world';
import { haloFields } from '../simulatedCredentials';
import { runNode, type NodeRun } from '../harness';

/** The evidence for Mapping Match that Halo Clients brings along: what it costs, and what is said where it is missing. */

const TENANT = {
	id: 1,
	details_id: 3,
	client_id: 12,
	client_name: 'Acorn Construction',
	azure_tenant_id: 'AAAA-1',
	azure_tenant_name: 'Acorn',
	azure_tenant_domain: 'acorn.onmicrosoft.com',
	new_access_token: 'token-of-the-tenant',
};

const LINK = {
	id: 9,
	table_id: 2,
	module_id: 0,
	halo_id: 12,
	halo_desc: 'Acorn Construction',
	third_party_id: '100482',
	third_party_desc: 'acornconstruction.com',
	details_id: 1,
};

const STELLR_CA = aNativeModule({
	name: 'Stellr CA',
	client_id: 'secret-id-of-the-application',
	halointegrator: false,
	client_mappings: [LINK],
});

let halo: HaloSimulator;
afterEach(async () => await halo.stop());

async function start(
	switches: Partial<HaloSwitches> = {},
	tables: Partial<HaloState> = {},
): Promise<void> {
	const state = aHaloState({
		clients: [
			aHaloClient({ id: 12, website: 'https://acorn.com', main_site_id: 120 }),
			aHaloClient({ id: 13, name: 'Birch Dental', inactive: true }),
		],
		sites: [aSite({ id: 120, client_id: 12 })],
		users: [
			aHaloUser({ id: 1, client_id: 12, site_id: 120, emailaddress: 'dana@Acorn.com' }),
			aHaloUser({ id: 2, client_id: 12, site_id: 120, emailaddress: 'marcus@acorn.com' }),
			aHaloUser({ id: 3, client_id: 12, site_id: 120, emailaddress: 'noor@gmail.com' }),
			aHaloUser({ id: 4, client_id: 12, emailaddress: 'old@birch.ca', inactive: true }),
		],
		azureConnections: [
			{ id: 3, name: 'CSP', type: 2, mappings_client: [TENANT] },
			{ id: 4, name: 'Own', type: 1, mappings_client: [] },
		],
		synnexDetails: [STELLR_CA],
		...tables,
	});
	halo = await startHaloSimulator(state, switches);
}

async function run(options: INodeParameters, more: Partial<NodeRun> = {}) {
	const { parameters, ...rest } = more;
	const result = await runNode({
		nodeType: HaloClients,
		parameters: {
			keyField: { __rl: true, mode: 'list', value: '104:CFStellrCustomerNo' },
			options,
			...parameters,
		},
		credentials: {
			haloPsaOAuth2Api: haloFields(halo),
		},
		...rest,
	});
	expect(result.error).toBeUndefined();
	const { outputs, hints } = result;
	return { clients: outputs[0], attention: outputs[1], hints, all: JSON.stringify(result) };
}

const ALL = { contactDomains: true, microsoftConnection: true, nativeMappings: true };
const routes = () =>
	halo.requests.entries.filter(({ isToken }) => !isToken).map(({ route }) => route);
const issueOf = (item: IDataObject) => item.issue as IDataObject;

describe('without the options', () => {
	it('the list is all that is asked for, and no item has the fields', async () => {
		await start();
		const { clients, hints } = await run({});
		expect(routes()).toEqual(['/client']);
		expect(clients[0]).not.toHaveProperty('contactDomains');
		expect(clients[0]).not.toHaveProperty('nativeMappings');
		expect(hints).toEqual([]);
	});
});

describe('with all options', () => {
	it('each client has its contact domains, tenants and native mappings, as Mapping Match reads them', async () => {
		await start();
		const { clients, attention, hints } = await run(ALL);
		expect(clients).toMatchObject([
			{
				id: 12,
				website: 'https://acorn.com',
				microsoftTenantIds: ['aaaa-1'],
				domains: ['acorn.com', 'acorn.onmicrosoft.com'],
				contactDomains: [
					{ domain: 'acorn.com', contacts: 2 },
					{ domain: 'gmail.com', contacts: 1 },
				],
				nativeMappings: [
					{ customerNo: '100482', customerName: 'acornconstruction.com', connection: 'Stellr CA' },
				],
			},
			{ id: 13, microsoftTenantIds: [], contactDomains: [], nativeMappings: [] },
		]);
		for (const item of clients) expect(haloClientSchema.safeParse(item).success).toBe(true);
		expect(attention).toEqual([]);
		expect(hints).toEqual([]);
	});

	it("costs the least number of requests, all of which Halo's document knows", async () => {
		await start();
		await run(ALL);
		expect(routes()).toEqual([
			'/client',
			'/users',
			'/azureadconnection',
			'/azureadconnection/{id}',
			'/synnexdetails',
			'/synnexdetails/{id}',
		]);
		expect(halo.requests.violations).toEqual([]);
	});

	it('reads a page of contacts per hundred, and no details where the module’s list has the mappings', async () => {
		const users = Array.from({ length: 240 }, (_, index) =>
			aHaloUser({ id: index + 1, emailaddress: `u${index}@acorn.com` }),
		);
		await start({ mappingsNeedDetails: false, mappingsList: 'envelope' }, { users });
		const { clients } = await run({ contactDomains: true, nativeMappings: true });
		expect(clients[0]).toMatchObject({ contactDomains: [{ domain: 'acorn.com', contacts: 240 }] });
		expect(clients[0].nativeMappings).toHaveLength(1);
		expect(routes()).toEqual(['/client', '/users', '/users', '/users', '/synnexdetails']);
	});

	it('reads everything once for equal input items', async () => {
		await start();
		await run(ALL, { inputs: [[{ a: 1 }, { a: 2 }, { a: 3 }]] });
		expect(routes()).toHaveLength(6);
	});

	it('does not ask the Microsoft connection when the client list shows tenants already', async () => {
		const shown = aHaloClient({ id: 12, website: 'https://acorn.com', azure_tenants: [TENANT] });
		await start({}, { clients: [shown] });
		const { clients } = await run({ microsoftConnection: true });
		expect(clients[0]).toMatchObject({ microsoftTenantIds: ['aaaa-1'] });
		expect(routes()).toEqual(['/client']);
	});

	test.each<Partial<HaloSwitches>>([
		{ azureConnectionList: 'envelope' },
		{ azureTenantsNeedType: true },
	])('finds the tenants however the connection answers: %j', async (switches) => {
		await start(switches);
		const { clients } = await run({ microsoftConnection: true });
		expect(clients[0]).toMatchObject({ microsoftTenantIds: ['aaaa-1'] });
	});

	test.each(['client-name', 'site-only'] as const)(
		'places contacts where Halo shows no more of their client than: %s',
		async (usersShow) => {
			await start({ usersShow });
			const { clients } = await run({ contactDomains: true });
			expect(clients[0].contactDomains).toEqual([
				{ domain: 'acorn.com', contacts: 2 },
				{ domain: 'gmail.com', contacts: 1 },
			]);
			expect(routes()).toHaveLength(usersShow === 'site-only' ? 3 : 2);
		},
	);

	it('puts out no token and no credential, in items or hints', async () => {
		await start({}, { synnexDetails: [{ ...STELLR_CA, halointegrator: true }] });
		const { all } = await run(ALL);
		expect(all).not.toContain('token-of-the-tenant');
		expect(all).not.toContain('secret-id-of-the-application');
	});
});

describe('a missing permission', () => {
	it('for contacts leaves them null and says which level is weaker and what to grant', async () => {
		await start({ usersReadable: false });
		const { clients, attention, hints } = await run({ contactDomains: true });
		expect(clients.map((item) => item.contactDomains)).toEqual([null, null]);
		expect(attention).toEqual([]);
		expect(hints).toEqual([
			{
				message:
					'Contact Domains: HaloPSA refused "List Contacts" with status 403. "List Contacts" needs the permission "read:customers" and an agent whose "Users" is Read Only or more: grant it in HaloPSA to the application and to its agent. Without Contact Domains the level Domain of Mapping Match is weaker.',
				type: 'warning',
				location: 'outputPane',
			},
		]);
	});

	it('for the Microsoft connection does the same', async () => {
		await start({ azureConnectionReadable: false });
		const { clients, hints } = await run({ microsoftConnection: true });
		expect(clients[0]).toMatchObject({ microsoftTenantIds: [], domains: ['acorn.com'] });
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringMatching(/"admin".*the levels Microsoft Tenant and Domain of Mapping Match/),
		]);
	});

	it('for the native module does the same', async () => {
		await start({ mappingsReadable: false });
		const { clients, hints } = await run({ nativeMappings: true });
		expect(clients.map((item) => item.nativeMappings)).toEqual([null, null]);
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringMatching(/"admin".*the level Native Mapping of Mapping Match is weaker/),
		]);
	});

	it('for one does not keep the others from being read, and the list stays whole', async () => {
		await start({ missingPermissions: ['read:admin'] });
		const { clients, hints } = await run(ALL);
		expect(clients[0]).toMatchObject({
			contactDomains: [{ domain: 'acorn.com' }, { domain: 'gmail.com' }],
			nativeMappings: null,
			list: { complete: true, total: 2 },
		});
		expect(hints).toHaveLength(2);
	});

	it.each(['401', '404', 'html'])('answered with %s stops nothing either', async (answer) => {
		await start();
		const faults = ['/users', '/azureadconnection', '/synnexdetails'].map((path) => ({
			match: { path },
			skip: 0,
			times: 9,
			do: answer,
		}));
		halo.faults.replace(faults as Parameters<typeof halo.faults.replace>[0]);
		const { clients, hints } = await run(ALL);
		expect(clients).toMatchObject([
			{ contactDomains: null, nativeMappings: null, microsoftTenantIds: [] },
			{ contactDomains: null, nativeMappings: null },
		]);
		expect(hints.map(({ message }) => message.split(':')[0])).toEqual([
			'Contact Domains',
			'Microsoft Connection',
			'Native Mappings',
		]);
	});

	it('for the client list itself asks for no evidence', async () => {
		await start({ missingPermissions: ['read:customers'] });
		await run(ALL, { onError: 'continueRegularOutput' });
		expect(new Set(routes())).toEqual(new Set(['/client']));
	});
});

describe('a list of contacts that came in part', () => {
	it('is not used: a majority of some contacts may be none of all', async () => {
		const users = Array.from({ length: 240 }, (_, index) =>
			aHaloUser({ id: index + 1, emailaddress: `u${index}@acorn.com` }),
		);
		await start({}, { users });
		halo.faults.replace([{ match: { path: '/users' }, skip: 2, times: 50, do: '403' }]);
		const { clients, hints } = await run({ contactDomains: true });
		expect(clients.map((item) => item.contactDomains)).toEqual([null, null]);
		expect(hints).toHaveLength(1);
		expect(hints[0].message).toContain('the level Domain of Mapping Match is weaker');
	});
});

describe('websites', () => {
	it('that no client in the list shows are missed in a hint', async () => {
		await start({ websiteInList: 'left-out' });
		const { hints } = await run({});
		expect(hints).toEqual([
			expect.objectContaining({
				type: 'warning',
				message: expect.stringMatching(/leaves websites out of its list.*level Domain/),
			}),
		]);
	});

	it('that were not asked for are not missed', async () => {
		await start({ websiteInList: 'left-out' });
		expect((await run({ website: false })).hints).toEqual([]);
	});

	it('that the details show are not missed', async () => {
		await start({ websiteInList: 'left-out', includeCustomFields: 'ignored' });
		const { hints } = await run({});
		expect(hints.map(({ message }) => message).join()).not.toContain('Website');
	});
});

describe('the native module', () => {
	it('that still imports is named with its last run and its last message', async () => {
		const runs = { halointegrator: true, halointegrator_lasterror: 'Token expired.' };
		await start({}, { synnexDetails: [{ ...STELLR_CA, ...runs }] });
		const { hints } = await run({ nativeMappings: true });
		expect(hints.map(({ message }) => message)).toEqual([
			'Halo\'s own module "Stellr CA" still imports on its schedule, last run 2026-11-20 02:00; its last message was: Token expired. Untick Halo Integrator in that module in HaloPSA before the first Apply (leave the module and its mappings), or counts are written twice.',
		]);
	});

	const stray = { ...LINK, id: 10, halo_id: 99, halo_desc: 'Gone Ltd', third_party_id: '7' };
	const withStray = { synnexDetails: [{ ...STELLR_CA, client_mappings: [LINK, stray] }] };

	it('has a mapping to a client that is not in the list: it goes to Needs Attention', async () => {
		await start({}, withStray);
		const { attention } = await run({ nativeMappings: true });
		expect(attention).toEqual([
			{
				issue: expect.objectContaining({
					code: 'nativeMappingWithoutClient',
					message:
						'Halo\'s own StreamOne Stellr module "Stellr CA" maps customer 7 "acornconstruction.com" to client 99 "Gone Ltd", which is not in the list of clients.',
				}),
				customerNo: '7',
				customerName: 'acornconstruction.com',
				connection: 'Stellr CA',
				haloClientId: 99,
				haloClientName: 'Gone Ltd',
			},
		]);
	});

	it('has no such mapping as long as only a part of the clients was read', async () => {
		await start({}, withStray);
		const parameters = { returnAll: false, limit: 1 };
		expect((await run({ nativeMappings: true }, { parameters })).attention).toEqual([]);
	});

	it('keeps the mapping of an inactive client that Active Only leaves out', async () => {
		const inactive = { ...LINK, halo_id: 13 };
		await start({}, { synnexDetails: [{ ...STELLR_CA, client_mappings: [inactive] }] });
		const { attention, clients } = await run({ nativeMappings: true, activeOnly: true });
		expect(attention).toEqual([]);
		expect(clients).toHaveLength(1);
	});

	it('has a mapping that cannot be understood: it goes to Needs Attention as well', async () => {
		const odd = { ...LINK, id: 11, halo_id: 'twelve' as unknown as number };
		await start({}, { synnexDetails: [{ ...STELLR_CA, client_mappings: [odd, LINK] }] });
		const { attention, clients } = await run({ nativeMappings: true });
		expect(attention.map((item) => [issueOf(item).code, item.nativeMappingId])).toEqual([
			['recordNotUnderstood', '11'],
		]);
		expect(clients[0].nativeMappings).toHaveLength(1);
	});

	it('that was never set up, and a Microsoft connection without tenants, are told without alarm', async () => {
		await start({}, { synnexDetails: [], azureConnections: [] });
		const { clients, hints } = await run({ nativeMappings: true, microsoftConnection: true });
		expect(clients[0]).toMatchObject({ nativeMappings: [], microsoftTenantIds: [] });
		expect(hints.map(({ type }) => type)).toEqual(['info', 'info']);
	});
});

it('a generated world gives most of its clients every kind of evidence', async () => {
	const world = generateWorld({ customers: 60 });
	halo = await startHaloSimulator(world.halo, { azureTenantsInList: 'left-out', rateLimit: 0 });
	const { clients, hints } = await run(ALL);
	const having = (name: string) =>
		clients.filter((item) => (item[name] as unknown[]).length > 0).length / clients.length;
	expect(having('contactDomains')).toBeGreaterThan(0.5);
	expect(having('microsoftTenantIds')).toBeGreaterThan(0.5);
	const tenants = world.halo.azureConnections.flatMap((connection) => connection.mappings_client);
	expect(new Set(clients.flatMap((item) => item.microsoftTenantIds))).toEqual(
		new Set(tenants.map((tenant) => tenant.azure_tenant_id.toLowerCase())),
	);
	const mapped = world.halo.synnexDetails.flatMap(({ client_mappings }) => client_mappings);
	expect(clients.flatMap((item) => item.nativeMappings)).toHaveLength(mapped.length);
	expect(hints).toEqual([]);
	expect(halo.requests.violations).toEqual([]);
});
