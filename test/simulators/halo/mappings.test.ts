import { aNativeModule } from '../../../simulators/world/builders';
import { clientRow, listed, startHalo, stopAll } from './haloUnderTest';

afterEach(stopAll);

const link = {
	id: 9,
	table_id: 2,
	module_id: 11,
	halo_id: 12,
	halo_desc: 'Buhler Industries',
	third_party_id: '100482',
	third_party_desc: 'buhlerindustries.com',
	details_id: 1,
};

const state = {
	clients: [clientRow(12)],
	externalLinks: [link],
	synnexDetails: [aNativeModule({ name: 'Stellr CA', client_mappings: [link] })],
	azureConnections: [
		{
			id: 3,
			name: 'CSP',
			type: 2,
			mappings_client: [
				{
					id: 1,
					details_id: 3,
					client_id: 12,
					client_name: 'Buhler Industries',
					azure_tenant_id: 'aaa',
					azure_tenant_name: 'Buhler',
					azure_tenant_domain: 'buhler.onmicrosoft.com',
				},
			],
		},
		{ id: 4, name: 'Own', type: 1, mappings_client: [] },
	],
};

describe('the native module’s settings', () => {
	it('come as a bare array without mappings, which the single row has when asked for details', async () => {
		const { get } = await startHalo(state);
		const { rows } = await get('/SynnexDetails');
		expect(rows).toMatchObject([{ id: 1, name: 'Stellr CA', halointegrator: true, toplevel: 1 }]);
		expect(rows[0]).not.toHaveProperty('client_mappings');
		expect((await get('/SynnexDetails/1')).json).not.toHaveProperty('client_mappings');
		const { json } = await get('/SynnexDetails/1?includedetails=true');
		expect(json.client_mappings).toEqual([link]);
	});

	it('can come in an envelope with mappings, or not at all', async () => {
		const { get, sim } = await startHalo(state, {
			mappingsList: 'envelope',
			mappingsNeedDetails: false,
		});
		const [row] = listed(await get('/synnexdetails'), 'synnexdetails');
		expect(row.client_mappings).toEqual([link]);
		expect(listed(await get('/externallink'), 'externallinks')).toHaveLength(1);
		sim.switches.mappingsReadable = false;
		expect((await get('/synnexdetails')).status).toBe(403);
		expect((await get('/externallink')).status).toBe(403);
	});
});

describe('external links', () => {
	it('are filtered, added without looking for a like one, and deleted', async () => {
		const { get, post, del } = await startHalo(state);
		expect((await get('/externallink?module_id=11&table_id=2')).rows).toHaveLength(1);
		expect((await get('/externallink?third_party_id=1')).rows).toEqual([]);
		const again = { module_id: 11, table_id: 2, halo_id: 12, third_party_id: '100482' };
		expect((await post('/externallink', [again])).json.id).toBe(10);
		expect((await get('/externallink?halo_id=12')).rows).toHaveLength(2);
		expect((await del('/externallink/10')).status).toBe(200);
		expect((await post('/externallink/generate', { module_id: 11, tenant_id: 1 })).status).toBe(
			200,
		);
		expect((await get('/externallink')).rows).toHaveLength(1);
	});
});

describe('Microsoft connections', () => {
	it('hold mappings_client only with both flags', async () => {
		const { get } = await startHalo(state);
		expect((await get('/azureadconnection?type=2')).rows).toEqual([
			{ id: 3, name: 'CSP', type: 2 },
		]);
		const path = '/AzureADConnection/3?type=2';
		expect((await get(path)).json).not.toHaveProperty('mappings_client');
		const { json } = await get(`${path}&includedetails=true&includetenants=true`);
		expect(json.mappings_client).toMatchObject([{ client_id: 12, azure_tenant_id: 'aaa' }]);
	});

	it('can be forbidden, come in an envelope, or want the type once more', async () => {
		const { get, sim } = await startHalo(state, {
			azureConnectionList: 'envelope',
			azureTenantsNeedType: true,
		});
		expect(listed(await get('/azureadconnection?type=2'), 'azureadconnections')).toHaveLength(1);
		const path = '/azureadconnection/3?includedetails=true&includetenants=true';
		expect((await get(path)).json).not.toHaveProperty('mappings_client');
		expect((await get(`${path}&type=2`)).json).toHaveProperty('mappings_client');
		sim.switches.azureConnectionReadable = false;
		expect((await get('/azureadconnection?type=2')).status).toBe(403);
		expect((await get(path)).status).toBe(403);
	});
});
