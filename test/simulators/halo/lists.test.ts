import { clientRow, clientRows, licenceRow, listed, startHalo, stopAll } from './haloUnderTest';

afterEach(stopAll);

const ids = (rows: Array<Record<string, unknown>>) => rows.map(({ id }) => Number(id));

describe('a list', () => {
	it('without pageinate=true ignores page number and size and holds 50 rows, without a word', async () => {
		const { get } = await startHalo({ clients: clientRows(120) });
		const first = await get('/client?page_no=1&page_size=100');
		const second = await get('/client?page_no=2&page_size=100');
		expect(first.status).toBe(200);
		expect(listed(first, 'clients')).toHaveLength(50);
		expect(second.text).toBe(first.text);
		expect(first.json.record_count).toBe(120);
		expect(first.json).not.toHaveProperty('page_no');
	});

	it('with paging holds at most 100 rows a page, counts from 1, and gives each row once', async () => {
		const { get } = await startHalo({ clients: clientRows(217) });
		const page = async (no: number) =>
			await get(`/Client?pageinate=true&page_size=1000&page_no=${no}&order=id`);
		const pages = [await page(1), await page(2), await page(3), await page(4)];
		expect(pages.map((told) => listed(told, 'clients').length)).toEqual([100, 100, 17, 0]);
		expect(pages.map((told) => told.json.record_count)).toEqual([217, 217, 217, 217]);
		const all = ids(pages.flatMap((told) => listed(told, 'clients')));
		expect(all).toEqual(clientRows(217).map(({ id }) => id));
	});

	it('has no page cap where the switch lifts it', async () => {
		const { get } = await startHalo({ clients: clientRows(217) }, { pageCap: 0 });
		const told = await get('/client?pageinate=true&page_size=1000&page_no=1');
		expect(listed(told, 'clients')).toHaveLength(217);
	});

	it('unpaged takes count up to the cap, and can count only what it shows', async () => {
		const { get } = await startHalo(
			{ clients: clientRows(120) },
			{ unpagedRecordCount: 'slice', unpagedCountCap: 90, defaultSlice: 20 },
		);
		const told = await get('/client?count=100000');
		expect([listed(told, 'clients').length, told.json.record_count]).toEqual([90, 90]);
		expect((await get('/client')).json.record_count).toBe(20);
	});

	it('sorts by the order asked for, unless the switch ignores it', async () => {
		const clients = [clientRow(1, { name: 'Zebra' }), clientRow(2, { name: 'Acorn' })];
		const { get, sim } = await startHalo({ clients });
		expect(ids(listed(await get('/client?order=id&orderdesc=true'), 'clients'))).toEqual([2, 1]);
		sim.switches.order = 'ignored';
		expect(ids(listed(await get('/client?order=id'), 'clients'))).toEqual([2, 1]);
		expect((await get('/client?idonly=true')).json.clients).toEqual([{ id: 2 }, { id: 1 }]);
	});
});

describe('the client list', () => {
	const state = {
		clients: [
			clientRow(1, {
				name: 'Acorn',
				website: 'acorn.example',
				main_site_id: 5,
				ref: 'R1',
				customfields: [{ name: 'CFStellrCustomerNo', value: 'us/1' }],
				azure_tenants: [
					{
						id: 1,
						details_id: 3,
						client_id: 1,
						client_name: 'Acorn',
						azure_tenant_id: 'aaa',
						azure_tenant_name: 'Acorn',
						azure_tenant_domain: 'acorn.onmicrosoft.com',
					},
				],
			}),
			clientRow(2, { name: 'Old Bakery', inactive: true }),
			clientRow(3, { name: 'Ourselves', internal: true, toplevel_id: 2 }),
		],
		toplevels: [
			{ id: 1, name: 'Customers' },
			{ id: 2, name: 'Internal' },
		],
		sites: [
			{
				id: 5,
				name: 'Main',
				client_id: 1,
				inactive: false,
				phonenumber: '555',
				country_code: null,
				region_code: null,
				delivery_address: null,
				invoice_address: null,
			},
		],
	};

	it('leaves out main site, website and custom fields; details have them', async () => {
		const { get } = await startHalo(state);
		const [row] = listed(await get('/client'), 'clients');
		expect(row).toMatchObject({ id: 1, name: 'Acorn', toplevel_name: 'Customers' });
		for (const name of ['main_site_id', 'website', 'customfields', 'ref', 'notes']) {
			expect(row).not.toHaveProperty(name);
		}
		const { json } = await get('/client/1?includedetails=true');
		expect(json).toMatchObject({ main_site_id: 5, website: 'acorn.example', ref: 'R1' });
		expect(json.customfields).toEqual([
			expect.objectContaining({ id: 104, name: 'CFStellrCustomerNo', value: 'us/1' }),
		]);
		expect((await get('/client/1')).json).not.toHaveProperty('customfields');
	});

	it('shows custom fields, website and tenants when asked, as far as the switches allow', async () => {
		const { get, sim } = await startHalo(state);
		const path = '/client?include_custom_fields=104&include_website=true&includeazuretenants=true';
		const [row] = listed(await get(path), 'clients');
		expect(row).toMatchObject({
			website: 'acorn.example',
			customfields: [{ id: 104, value: 'us/1' }],
			azure_tenants: [{ azure_tenant_id: 'aaa' }],
		});
		Object.assign(sim.switches, {
			includeCustomFields: 'ignored',
			azureTenantsInList: 'left-out',
			websiteInList: 'left-out',
			referencesInList: 'shown',
		});
		const [other] = listed(await get(path), 'clients');
		expect(other).not.toHaveProperty('customfields');
		expect(other).not.toHaveProperty('azure_tenants');
		expect(other).not.toHaveProperty('website');
		expect(other.ref).toBe('R1');
	});

	it('shows active clients unless asked for others, and filters', async () => {
		const { get } = await startHalo(state);
		const shown = async (query: string) => ids(listed(await get(`/client?${query}`), 'clients'));
		expect(await shown('')).toEqual([1, 3]);
		expect(await shown('includeinactive=true&order=id')).toEqual([1, 2, 3]);
		expect(await shown('activeinactive=false,true')).toEqual([2]);
		expect(await shown('exclude_internal=true')).toEqual([1]);
		expect(await shown('toplevel_id=2')).toEqual([3]);
		expect(await shown('search=corn')).toEqual([1]);
	});
});

describe('the licence list', () => {
	const licences = [
		licenceRow(1),
		licenceRow(2, { is_active: false, client_id: 2, end_date: '' }),
		licenceRow(3, { deleted: true, supplier_id: null }),
	];
	const clients = [clientRow(1), clientRow(2, { toplevel_id: 2 })];

	it('hides inactive and deleted rows unless includeinactive is sent, or shows them by switch', async () => {
		const { get, sim } = await startHalo({ licences, clients });
		const shown = async (query: string) =>
			ids(listed(await get(`/softwarelicence?order=id&${query}`), 'licences'));
		expect(await shown('')).toEqual([1]);
		expect(await shown('includeinactive=true')).toEqual([1, 2, 3]);
		expect(await shown('includeinactive=true&client_id=2')).toEqual([2]);
		expect(await shown('includeinactive=true&toplevelid=2')).toEqual([2]);
		sim.switches.inactiveLicencesNeverListed = true;
		expect(await shown('includeinactive=true')).toEqual([1, 3]);
		Object.assign(sim.switches, {
			inactiveLicencesNeverListed: false,
			inactiveLicencesHidden: false,
			deletedLicencesHidden: false,
		});
		expect(await shown('')).toEqual([1, 2, 3]);
	});

	it('shows unset dates as the sentinel and leaves unset texts out', async () => {
		const { get, sim } = await startHalo({ licences, clients });
		const path = '/softwarelicence?includeinactive=true&order=id';
		const rows = listed(await get(path), 'licences');
		expect(rows.map(({ end_date }) => end_date)).toEqual(Array(3).fill('1901-01-01T00:00:00'));
		expect(rows[0]).toMatchObject({ supplier_name: 'TD SYNNEX', client_name: 'Client 0001' });
		expect(rows[2]).not.toHaveProperty('supplier_id');
		sim.switches.unsetDate = '0001-01-01T00:00:00';
		const [again] = listed(await get(path), 'licences');
		expect(again).toMatchObject({
			start_date: '2025-11-12T00:00:00',
			end_date: '0001-01-01T00:00:00',
		});
	});

	it('can omit the key, which the single row still has, and shift dates by the zone', async () => {
		const { get } = await startHalo(
			{ licences, clients },
			{ licenceListOmits: ['snowid'], dateShiftHours: -5 },
		);
		const [row] = listed(await get('/softwarelicence'), 'licences');
		expect(row).not.toHaveProperty('snowid');
		expect(row).toMatchObject({
			start_date: '2025-11-11T19:00:00',
			end_date: '1901-01-01T00:00:00',
		});
		expect((await get('/softwarelicence/1')).json.snowid).toBe('us/411831_1');
	});
});

describe('smaller lists', () => {
	it('top levels come under any of the keys that were seen', async () => {
		const { get, sim } = await startHalo();
		expect(listed(await get('/toplevel'), 'tree')).toMatchObject([{ id: 1, name: 'Customers' }]);
		sim.switches.topLevelKey = 'toplevels';
		expect(listed(await get('/toplevel'), 'toplevels')).toHaveLength(1);
		sim.switches.topLevelKey = 'bare';
		expect((await get('/toplevel')).rows).toHaveLength(1);
	});

	it('fields, lookups, suppliers, items and users are there', async () => {
		const { get } = await startHalo({ lookups: [{ lookupid: 74, id: 1, name: 'Canada' }] });
		expect((await get('/fieldinfo?typeid=2')).rows).toMatchObject([{ id: 104, usage: 2 }]);
		expect((await get('/fieldinfo?typeid=9')).rows).toEqual([]);
		expect((await get('/lookup?lookupid=74')).rows).toMatchObject([{ name: 'Canada' }]);
		expect(listed(await get('/supplier'), 'suppliers')).toMatchObject([{ id: 7 }]);
		expect((await get('/item')).json).toMatchObject({ record_count: 0, items: [] });
		expect((await get('/users')).json).toMatchObject({ record_count: 0, users: [] });
	});

	it('users say what they are allowed to of their client, or are forbidden while clients are not', async () => {
		const users = [
			{
				id: 1,
				name: 'Dana',
				client_id: 12,
				site_id: 120,
				emailaddress: 'dana@acorn.com',
				inactive: false,
			},
		];
		const { get, sim } = await startHalo({ clients: [clientRow(12, { name: 'Acorn' })], users });
		const shown = async () => listed(await get('/users'), 'users')[0];
		expect(await shown()).toMatchObject({ client_id: 12, client_name: 'Acorn', site_id: 120 });
		sim.switches.usersShow = 'client-name';
		expect(await shown()).not.toHaveProperty('client_id');
		sim.switches.usersShow = 'site-only';
		expect(await shown()).not.toHaveProperty('client_name');
		sim.switches.usersReadable = false;
		expect((await get('/users')).status).toBe(403);
		expect((await get('/users/1')).status).toBe(403);
		expect((await get('/client')).status).toBe(200);
	});
});
