import { clientRow, licenceRow, startHalo, stopAll } from './haloUnderTest';

afterEach(stopAll);

describe('what is sent', () => {
	it('an unknown field is refused, recorded, and nothing is saved', async () => {
		const { post, sim } = await startHalo();
		const told = await post('/Client', [{ name: 'Acorn', synnex_id: '1' }]);
		expect(told.status).toBe(400);
		expect(told.json).toEqual({ '[0].synnex_id': ["is not in Halo's document"] });
		expect(sim.requests.violations).toEqual([
			{
				method: 'POST',
				path: '/api/Client',
				field: '[0].synnex_id',
				what: "is not in Halo's document",
			},
		]);
		expect(sim.state.clients).toEqual([]);
	});

	it('an unknown field is still recorded where the switch lets it pass', async () => {
		const { post, sim } = await startHalo({}, { unknownField: 'ignore' });
		expect((await post('/client', [{ name: 'Acorn', synnex_id: '1' }])).status).toBe(201);
		expect(sim.requests.violations).toHaveLength(1);
	});

	it('a wrong type is refused, deep inside as well', async () => {
		const { post, sim } = await startHalo({ clients: [clientRow(1)], licences: [licenceRow(1)] });
		const fieldsOf = async (path: string, body: unknown) => {
			const told = await post(path, body);
			expect(told.status).toBe(400);
			return Object.keys(told.json);
		};
		expect(await fieldsOf('/client', [{ id: '1' }])).toEqual(['[0].id']);
		expect(await fieldsOf('/client', [{ id: 1 }, { name: 7 }])).toEqual(['[1].name']);
		expect(await fieldsOf('/site', [{ delivery_address: { city: 'Winnipeg' } }])).toEqual([
			'[0].delivery_address.city',
		]);
		expect(await fieldsOf('/client', [{ customfields: [{ key: 'x' }] }])).toEqual([
			'[0].customfields[0].key',
		]);
		expect(await fieldsOf('/softwarelicence', [{ id: 1, is_active: 'no' }])).toEqual([
			'[0].is_active',
		]);
		expect(
			await fieldsOf('/recurringinvoice', [
				{ lines: [{ quantity_licences: [{ pro_rata: true }] }] },
			]),
		).toEqual(['[0].lines[0].quantity_licences[0].pro_rata']);
		expect(sim.requests.violations).toHaveLength(6);
	});

	it('a text longer than its column is refused', async () => {
		const { post } = await startHalo({ clients: [clientRow(1)], licences: [licenceRow(1)] });
		const send = async (field: string, length: number) =>
			(await post('/softwarelicence', [{ id: 1, [field]: 'x'.repeat(length) }])).status;
		expect([await send('snowid', 500), await send('snowid', 501)]).toEqual([201, 400]);
		expect([await send('status', 100), await send('status', 101)]).toEqual([201, 400]);
	});

	it('a body that is no array is refused, or taken and recorded where the switch says so', async () => {
		const { post, sim } = await startHalo();
		expect((await post('/client', { name: 'Acorn' })).status).toBe(400);
		sim.switches.nonArrayPost = 'accept';
		expect((await post('/client', { name: 'Acorn' })).status).toBe(201);
		expect(sim.requests.violations.map(({ what }) => what)).toEqual([
			'the body is no array',
			'the body is no array',
		]);
		expect((await post('/client', 'Acorn')).status).toBe(400);
	});

	it('a body that is no JSON, or is not sent as such, is refused', async () => {
		const { sim, mint } = await startHalo();
		const token = (await mint()).json.access_token;
		const send = async (type: string, body: string) => {
			const headers = { authorization: `Bearer ${String(token)}`, 'content-type': type };
			return (await fetch(`${sim.apiUrl}/client`, { method: 'POST', headers, body })).status;
		};
		expect(await send('application/json', '[{')).toBe(400);
		expect(await send('application/x-www-form-urlencoded', 'name=Acorn')).toBe(415);
		expect(sim.requests.violations.length).toBeGreaterThanOrEqual(2);
	});

	it('an unknown query parameter is recorded and otherwise ignored; the undocumented ones in use are not', async () => {
		const { get, sim } = await startHalo();
		const path =
			'/client?include_custom_fields=104&include_website=true&TopLevel_id=1&PAGEINATE=true';
		expect((await get(path)).status).toBe(200);
		expect(sim.requests.violations).toEqual([]);
		expect((await get('/softwarelicence?toplevel_id=1')).status).toBe(200);
		expect(sim.requests.violations).toMatchObject([{ field: '?toplevel_id' }]);
	});
});
