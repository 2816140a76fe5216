import {
	type Json,
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

const state = {
	clients: [clientRow(1)],
	licences: [licenceRow(5, { count: 10 }), licenceRow(6, { count: 4 })],
	recurringInvoices: [recurringInvoice([invoiceLine(1, [quantityLink(5, { pro_rata: true })])])],
};

describe('a count that a person types into Halo', () => {
	it('is in the change history under that person’s name, beside what came through the API', async () => {
		const { sim, post, get } = await startHalo(state);
		await post('/softwarelicence', [{ id: 5, count: 12 }]);
		expect(sim.staffEdit({ licenceId: 5, count: 15, who: 'Mia Park' })).toBe(true);
		const changes = (await get('/LicenceChange?licence_id=5')).rows;
		expect(changes).toEqual([
			expect.objectContaining({ who: 'API agent', old_value: '10', new_value: '12' }),
			expect.objectContaining({ who: 'Mia Park', old_value: '12', new_value: '15' }),
		]);
		expect(sim.state.licences[0].count).toBe(15);
		expect(sim.state.proRataEntries.map(({ difference }) => difference)).toEqual([2, 3]);
	});

	it('can be made over the wire, and says what it lacks', async () => {
		const { control, sim } = await startHalo(state);
		const edit = async (body: Json) => (await control('POST', '/_sim/staff-edit', body)).status;
		expect(await edit({ licence_id: 6, count: 9 })).toBe(200);
		expect(sim.state.licences[1].count).toBe(9);
		expect(sim.state.licenceChanges[0].who).not.toBe('API agent');
		expect(await edit({ licence_id: 6, count: 9.5 })).toBe(400);
		expect(await edit({ count: 9 })).toBe(400);
		expect(await edit({ licence_id: 6, count: 9, who: 3 })).toBe(400);
		expect(await edit({ licence_id: 99, count: 9 })).toBe(404);
		expect(sim.staffEdit({ licenceId: 99, count: 1 })).toBe(false);
	});

	it('leaves no change when the count is the same', async () => {
		const { sim } = await startHalo(state);
		sim.staffEdit({ licenceId: 6, count: 4 });
		expect(sim.state.licenceChanges).toEqual([]);
	});
});

describe('the change history', () => {
	const history = {
		...state,
		licenceChanges: [
			{ id: 1, licence_id: 5, date: '2026-11-01T08:00:00' },
			{ id: 2, licence_id: 6, date: '2026-11-10T08:00:00' },
			{ id: 3, licence_id: 5, date: '2026-11-20T08:00:00' },
		].map((row) => ({ field: 'count', old_value: '1', new_value: '2', who: 'Mia Park', ...row })),
	};

	it('comes bare or in an envelope, of one licence or since a day', async () => {
		const { get, sim } = await startHalo(history);
		const ids = (rows: Json[]) => rows.map(({ id }) => id);
		expect(ids((await get('/LicenceChange?licence_id=5')).rows)).toEqual([1, 3]);
		expect(ids((await get('/LicenceChange?change_date=2026-11-10')).rows)).toEqual([2, 3]);
		const both = '/LicenceChange?licence_id=5&change_date=2026-11-10';
		expect(ids((await get(both)).rows)).toEqual([3]);
		sim.switches.licenceChangesList = 'envelope';
		const told = await get(both);
		expect(told.json.record_count).toBe(1);
		expect(ids(listed(told, 'licencechanges'))).toEqual([3]);
	});

	it('is empty in a Halo that keeps none', async () => {
		const { get, sim } = await startHalo(history, { licenceChanges: false });
		expect((await get('/LicenceChange?licence_id=5')).rows).toEqual([]);
		sim.staffEdit({ licenceId: 5, count: 1 });
		expect(sim.state.licenceChanges).toHaveLength(3);
	});

	it('is closed to who may not read licences', async () => {
		const { get } = await startHalo(history, { missingPermissions: ['read:softwarelicensing'] });
		expect((await get('/LicenceChange?licence_id=5')).status).toBe(403);
	});
});
