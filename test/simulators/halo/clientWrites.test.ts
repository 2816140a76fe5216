import { clientRow, listed, startHalo, stopAll } from './haloUnderTest';

afterEach(stopAll);

const MORE_FIELDS = [
	{ id: 104, name: 'StellrCustomerNo', label: 'Stellr Customer No', characterlimit: 20 },
	{ id: 105, name: 'Tier', label: 'Tier', characterlimit: 50 },
].map((field) => ({ ...field, type: 0, inputtype: 0, mandatory: false, typeid: 2 }));

describe('POST /Client', () => {
	it('makes two clients of one name sent twice', async () => {
		const { post, sim } = await startHalo();
		const first = await post('/Client', [{ name: 'Acorn' }]);
		const second = await post('/Client', [{ name: 'Acorn' }]);
		expect([first.status, second.status]).toEqual([201, 201]);
		expect([first.json.id, second.json.id]).toEqual([1, 2]);
		expect(sim.state.clients.map(({ name }) => name)).toEqual(['Acorn', 'Acorn']);
	});

	it('with an id changes only the fields sent', async () => {
		const before = clientRow(7, { name: 'Acorn', website: 'acorn.example', notes: 'VIP' });
		const { post, sim } = await startHalo({ clients: [before] });
		await post('/client', [{ id: 7, website: 'acorn.test' }]);
		expect(sim.state.clients).toEqual([{ ...before, website: 'acorn.test' }]);
		await post('/client', [{ id: 7, notes: null, inactive: true }]);
		expect(sim.state.clients[0]).toMatchObject({ notes: null, inactive: true, name: 'Acorn' });
	});

	it('makes a main site, its address and a contact of the newclient fields', async () => {
		const { post, get } = await startHalo();
		const { json } = await post('/client', [
			{
				name: 'Acorn',
				newclient_sitename: 'Head Office',
				newclient_phonenumber: '+1 204 555 0100',
				newclient_contactname: 'Ann Oak',
				newclient_contactemail: 'ann@acorn.example',
				newclient_countrycode: 'CA',
				newclient_delivery_address: { line1: '1 Elm St', line3: 'Winnipeg', postcode: 'R3C 1A1' },
			},
		]);
		const site = (await get(`/site/${json.main_site_id}?includedetails=true`)).json;
		expect(site).toMatchObject({
			name: 'Head Office',
			client_id: json.id,
			phonenumber: '+1 204 555 0100',
			country_code: 'CA',
			delivery_address: { line1: '1 Elm St', line2: null, line3: 'Winnipeg', postcode: 'R3C 1A1' },
		});
		expect(json).toMatchObject({ main_site_name: 'Head Office', main_contact_name: 'Ann Oak' });
		expect(listed(await get('/users'), 'users')).toMatchObject([
			{ emailaddress: 'ann@acorn.example', site_id: json.main_site_id },
		]);
	});

	it('answers object, array or envelope, 201 or 200, as the switches say; several rows as an array', async () => {
		const { post, sim } = await startHalo();
		expect((await post('/client', [{ name: 'A' }])).json.name).toBe('A');
		expect((await post('/client', [{ name: 'B' }, { name: 'C' }])).rows).toHaveLength(2);
		Object.assign(sim.switches, { postAnswer: 'array', createStatus: 200, updateStatus: 200 });
		const array = await post('/client', [{ name: 'D' }]);
		expect([array.status, array.rows.length]).toEqual([200, 1]);
		sim.switches.postAnswer = 'envelope';
		const envelope = await post('/client', [{ id: 1, name: 'A1' }]);
		expect([envelope.status, listed(envelope, 'clients')[0].name]).toEqual([200, 'A1']);
	});

	it('refuses a tenant’s missing extra fields with a plain sentence', async () => {
		const { post, sim } = await startHalo({}, { requiredClientFields: ['customertype', 'CFTier'] });
		const told = await post('/client', [{ name: 'A' }]);
		expect([told.status, told.text]).toEqual([400, 'customertype is a required field.']);
		expect(sim.state.clients).toEqual([]);
		const customfields = [{ name: 'CFTier', value: 'Gold' }];
		expect((await post('/client', [{ name: 'A', customertype: 3, customfields }])).status).toBe(
			201,
		);
	});

	it('refuses a client without a name and one below a top level that is not there', async () => {
		const { post, sim } = await startHalo();
		expect((await post('/client', [{ notes: 'x' }])).status).toBe(400);
		expect((await post('/client', [{ name: 'A', toplevel_id: 9 }])).status).toBe(400);
		expect(sim.state.clients).toEqual([]);
	});

	it('saves nothing of a batch with a bad row, or the good rows where the switch says so', async () => {
		const { post, sim } = await startHalo();
		const rows = [{ name: 'A' }, { name: 'B', toplevel_id: 9 }, { name: 'C' }];
		expect((await post('/client', rows)).status).toBe(400);
		expect(sim.state).toMatchObject({ clients: [], sites: [] });
		sim.switches.batch = 'partial';
		expect((await post('/client', rows)).status).toBe(400);
		expect(sim.state.clients.map(({ name }) => name)).toEqual(['A', 'C']);
	});
});

describe('custom fields of a client', () => {
	const clients = [
		clientRow(1, {
			customfields: [
				{ name: 'CFStellrCustomerNo', value: 'us/1' },
				{ name: 'CFTier', value: 'Gold' },
			],
		}),
	];
	const sent = [{ id: 1, customfields: [{ name: 'cfstellrcustomerno', value: 'us/2' }] }];

	it('not sent are emptied, or kept where the switch merges', async () => {
		const { post, sim } = await startHalo({ clients, fieldInfo: MORE_FIELDS });
		await post('/client', sent);
		expect(sim.state.clients[0].customfields).toEqual([
			{ name: 'CFStellrCustomerNo', value: 'us/2' },
		]);
		sim.reset();
		sim.switches.customFieldWrite = 'merge';
		await post('/client', [{ id: 1, customfields: [{ id: 104, value: 'us/3' }] }]);
		expect(sim.state.clients[0].customfields).toMatchObject([{ value: 'us/3' }, { value: 'Gold' }]);
	});

	it('holding a key can be changed as the key switches say', async () => {
		const { post, sim } = await startHalo({}, { keyFields: ['CFStellrCustomerNo'], keyCutTo: 4 });
		const customfields = [{ name: 'CFStellrCustomerNo', value: 'us/100482' }];
		await post('/client', [{ name: 'A', customfields }]);
		expect(sim.state.clients[0].customfields[0].value).toBe('us/1');
	});

	it('left out altogether stay as they are', async () => {
		const { post, sim } = await startHalo({ clients, fieldInfo: MORE_FIELDS });
		await post('/client', [{ id: 1, notes: 'x' }]);
		expect(sim.state.clients[0].customfields).toHaveLength(2);
	});

	it('unknown ones are swallowed or refused, too long texts refused or cut', async () => {
		const { post, sim } = await startHalo({ fieldInfo: MORE_FIELDS });
		const create = async (name: string, value: string) =>
			(await post('/client', [{ name: 'A', customfields: [{ name, value }] }])).status;
		expect(await create('CFNone', 'x')).toBe(201);
		expect(sim.state.clients[0].customfields).toEqual([]);
		expect(await create('CFStellrCustomerNo', 'us/123456789012345678')).toBe(400);
		Object.assign(sim.switches, { unknownCustomField: 'refuse', customFieldTooLong: 'cut' });
		expect(await create('CFNone', 'x')).toBe(400);
		expect(await create('CFStellrCustomerNo', 'us/123456789012345678')).toBe(201);
		expect(sim.state.clients[1].customfields[0].value).toBe('us/12345678901234567');
	});
});

describe('POST /Site', () => {
	const state = {
		clients: [clientRow(1, { main_site_id: 5 })],
		sites: [
			{
				id: 5,
				name: 'Main',
				client_id: 1,
				inactive: false,
				phonenumber: '555',
				country_code: 'CA',
				region_code: null,
				delivery_address: {
					id: 40,
					line1: 'old 1',
					line2: 'old 2',
					line3: 'old 3',
					line4: 'old 4',
					postcode: 'OLD',
				},
				invoice_address: null,
			},
		],
	};
	const lines = {
		line1: '1 Elm St',
		line2: 'Unit 2',
		line3: 'Winnipeg',
		line4: 'MB',
		postcode: 'R3C',
	};

	it('changes lines 1 to 4 and the postcode of that site', async () => {
		const { post, get } = await startHalo(state);
		await post('/site', [{ id: 5, client_id: 1, delivery_address: { id: 40, ...lines } }]);
		const { json } = await get('/site/5?includedetails=true');
		expect(json.delivery_address).toEqual({ id: 40, site_id: 5, ...lines });
		expect(json).toMatchObject({ phonenumber: '555', client_id: 1, delivery_address_line5: 'R3C' });
	});

	it('without the address id reuses the row, or leaves a second one where the switch says so', async () => {
		const { post, get, sim } = await startHalo(state);
		await post('/site', [{ id: 5, delivery_address: { line1: '1 Elm St' } }]);
		expect(sim.state.sites[0].delivery_address).toMatchObject({ id: 40, line2: 'old 2' });
		sim.reset();
		sim.switches.addressWithoutId = 'add';
		await post('/site', [{ id: 5, delivery_address: lines }]);
		const rows = listed(await get('/address?site_id=5&order=id'), 'addresses');
		expect(rows.map(({ id, line1 }) => [id, line1])).toEqual([
			[40, 'old 1'],
			[41, '1 Elm St'],
		]);
	});

	it('makes a site of a client, and lists it with flat address lines when asked', async () => {
		const { post, get } = await startHalo(state);
		const { json } = await post('/site', [
			{ name: 'Depot', client_id: 1, delivery_address: lines },
		]);
		expect(json).toMatchObject({ id: 6, clientsite_name: 'Client 0001/Depot' });
		const [row] = listed(await get('/site?client_id=1&includeaddress=true&search=depot'), 'sites');
		expect(row).toMatchObject({
			delivery_address_line3: 'Winnipeg',
			delivery_address_line5: 'R3C',
		});
		expect((await post('/site', [{ name: 'Nowhere', client_id: 9 }])).status).toBe(400);
	});
});
