import {
	clientRow,
	invoiceLine,
	licenceRow,
	listed,
	quantityLink,
	recurringInvoice,
	startHalo,
	stopAll,
} from './haloUnderTest';

afterEach(stopAll);

const clients = [clientRow(1)];

describe('POST /SoftwareLicence', () => {
	it('with an id changes the count and keeps the id and all else', async () => {
		const { post, sim } = await startHalo({ clients, licences: [licenceRow(5)] });
		const told = await post('/SoftwareLicence', [{ id: 5, count: 9 }]);
		expect(told.json).toMatchObject({ id: 5, count: 9 });
		expect(sim.state.licences).toEqual([licenceRow(5, { count: 9 })]);
	});

	it('takes new and existing rows in one array', async () => {
		const { post, sim } = await startHalo({ clients, licences: [licenceRow(5)] });
		const told = await post('/softwarelicence', [
			{ id: 5, count: 9 },
			{ name: 'Visio', client_id: 1, count: 3, type: 1, snowid: 'us/1_1', end_date: '2027-01-31' },
		]);
		expect(told.rows.map(({ id, count }) => [id, count])).toEqual([
			[5, 9],
			[6, 3],
		]);
		expect(sim.state.licences[1]).toMatchObject({
			site_id: -1,
			is_active: true,
			start_date: '2026-11-23T12:00:00',
			end_date: '2027-01-31T00:00:00',
		});
	});

	it('refuses a count that is no integer', async () => {
		const { post, sim } = await startHalo({ clients, licences: [licenceRow(5)] });
		expect((await post('/softwarelicence', [{ id: 5, count: 9.5 }])).status).toBe(400);
		expect(sim.state.licences[0].count).toBe(42);
	});

	it('refuses a row without a client, and one without a site where the switch says so', async () => {
		const { post, sim } = await startHalo({ clients });
		expect((await post('/softwarelicence', [{ name: 'Visio' }])).status).toBe(400);
		expect((await post('/softwarelicence', [{ name: 'Visio', client_id: 9 }])).status).toBe(400);
		sim.switches.siteMissing = 'refuse';
		expect((await post('/softwarelicence', [{ name: 'Visio', client_id: 1 }])).status).toBe(400);
		expect(sim.state.licences).toEqual([]);
	});

	it('can drop the key, or trim, lower-case and cut it', async () => {
		const { post, sim } = await startHalo({ clients });
		const keyOf = async () => {
			const row = { name: 'Visio', client_id: 1, snowid: ' US/411833_1 ' };
			return (await post('/softwarelicence', [row])).json.snowid;
		};
		expect(await keyOf()).toBe(' US/411833_1 ');
		Object.assign(sim.switches, { keyTrimmed: true, keyLowerCased: true, keyCutTo: 8 });
		expect(await keyOf()).toBe('us/41183');
		sim.switches.snowid = 'dropped';
		expect(await keyOf()).toBeNull();
	});
});

describe('a changed count', () => {
	const state = {
		clients,
		licences: [licenceRow(5, { count: 10 })],
		recurringInvoices: [recurringInvoice([invoiceLine(1, [quantityLink(5, { pro_rata: true })])])],
	};

	it('leaves a licence change', async () => {
		const { post, get, sim } = await startHalo(state);
		await post('/softwarelicence', [{ id: 5, count: 12 }]);
		await post('/softwarelicence', [{ id: 5, count: 12, status: 'Active' }]);
		expect((await get('/licencechange?licence_id=5')).rows).toEqual([
			expect.objectContaining({
				licence_id: 5,
				field: 'count',
				old_value: '10',
				new_value: '12',
				date: '2026-11-23T12:00:00',
			}),
		]);
		expect((await get('/licencechange?change_date=2026-11-24')).rows).toEqual([]);
		sim.switches.licenceChangesList = 'envelope';
		expect((await get('/licencechange')).json.record_count).toBe(1);
	});

	it('leaves an entry dated at the write on a pro-rata line, both ways', async () => {
		const { post, sim } = await startHalo(state);
		await post('/softwarelicence', [{ id: 5, count: 12 }]);
		await post('/softwarelicence', [{ id: 5, count: 10 }]);
		expect(sim.state.proRataEntries).toMatchObject([
			{ invoice_line_id: 1, licence_id: 5, difference: 2, date: '2026-11-23T12:00:00' },
			{ difference: -2 },
		]);
	});

	it('can net out the same day, or leave no negative entry', async () => {
		const { post, sim } = await startHalo(state, { sameDayReversal: 'nets' });
		const move = async (count: number) => await post('/softwarelicence', [{ id: 5, count }]);
		await move(12);
		await move(10);
		expect(sim.state.proRataEntries).toEqual([]);
		sim.switches.negativeProRata = 'left-out';
		await move(8);
		expect(sim.state.proRataEntries).toEqual([]);
		Object.assign(sim.switches, { proRata: false, licenceChanges: false });
		const changes = sim.state.licenceChanges.length;
		await move(20);
		expect([sim.state.proRataEntries.length, sim.state.licenceChanges.length]).toEqual([
			0,
			changes,
		]);
	});
});

describe('a recurring line linked to licences', () => {
	const links = [quantityLink(5, { qty_free: 2 }), quantityLink(6, { minimum_qty: 5 })];
	const state = {
		clients,
		licences: [licenceRow(5, { count: 10 }), licenceRow(6, { count: 1 })],
		recurringInvoices: [
			recurringInvoice([
				invoiceLine(1, links),
				invoiceLine(2, [], { recurring_invoice_quantity_type: 0, qty_order: 3 }),
			]),
		],
	};

	it('shows its licences’ seats less the free ones, not under the minimum', async () => {
		const { get, post } = await startHalo(state);
		const quantity = async () => {
			const { json } = await get('/recurringinvoice/-31?includedetails=true');
			return (json.lines as Array<{ qty_order: number }>).map(({ qty_order }) => qty_order);
		};
		expect(await quantity()).toEqual([8 + 5, 3]);
		await post('/softwarelicence', [{ id: 5, count: 15 }]);
		expect(await quantity()).toEqual([13 + 5, 3]);
		await post('/softwarelicence', [{ id: 6, count: 7 }]);
		expect(await quantity()).toEqual([13 + 7, 3]);
	});

	it('loses the seats and the name of a deleted licence', async () => {
		const { get, del } = await startHalo(state);
		expect((await del('/softwarelicence/5')).status).toBe(200);
		const [invoice] = listed(
			await get('/recurringinvoice?includelines=true&client_id=1'),
			'invoices',
		);
		const [line] = invoice.lines as Array<Record<string, unknown>>;
		expect(line.qty_order).toBe(5);
		const [broken, whole] = line.quantity_subscriptions as Array<Record<string, unknown>>;
		expect(broken).not.toHaveProperty('licence_name');
		expect(whole.licence_name).toBe('Microsoft 365 Business Premium');
	});

	it('can take the minimum for the whole line', async () => {
		const { get } = await startHalo(state, { minimumQuantity: 'line' });
		const { json } = await get('/recurringinvoice/-31?includedetails=true');
		expect((json.lines as Array<{ qty_order: number }>)[0].qty_order).toBe(8 + 1);
	});

	it('is lost when an update of its invoice leaves it out', async () => {
		const { post, sim } = await startHalo(state);
		await post('/recurringinvoice', [{ id: -31, name: 'Renamed' }]);
		expect(sim.state.recurringInvoices[0].lines).toHaveLength(2);
		await post('/recurringinvoice', [{ id: -31, lines: [{ id: 2, unit_price: 11 }] }]);
		const [invoice] = sim.state.recurringInvoices;
		expect(invoice.name).toBe('Renamed');
		expect(invoice.lines).toMatchObject([{ id: 2, unit_price: 11, qty_order: 3 }]);
	});

	it('survives added and changed lines, which have routes of their own', async () => {
		const { post, sim } = await startHalo(state);
		await post('/recurringinvoice', [{ id: -31, add_lines: [{ item_shortdescription: 'Visio' }] }]);
		await post('/recurringinvoice/updatelines', [{ id: 1, unit_price: 12 }]);
		await post('/recurringinvoice/lines', [
			{
				recurring_invoice_id: -31,
				recurring_invoice_quantity_type: 4,
				quantity_subscriptions: [{ licence_id: 6, pro_rata: 1 }],
			},
		]);
		const { lines } = sim.state.recurringInvoices[0];
		expect(lines.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
		expect(lines[0]).toMatchObject({
			unit_price: 12,
			quantity_subscriptions: [{ id: 5 }, { id: 6 }],
		});
		expect(lines[3].quantity_subscriptions).toMatchObject([
			{ id: 7, licence_id: 6, pro_rata: true, invoice_line_id: 4 },
		]);
	});

	it('hangs on invoices with negative ids, new ones included', async () => {
		const { post, get } = await startHalo(state);
		const { json } = await post('/recurringinvoice', [{ client_id: 1, name: 'Second', lines: [] }]);
		expect(json.id).toBe(-32);
		expect((await get('/recurringinvoice/-32')).json).toMatchObject({
			name: 'Second',
			enddate: '1901-01-01T00:00:00',
		});
	});
});
