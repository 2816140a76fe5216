/** The page on which a person sets Halo up: what is saved there holds for the next call. */
import { aNativeModule } from '../../../simulators/world/builders';
import {
	clientRow,
	invoiceLine,
	licenceRow,
	listed,
	quantityLink,
	recurringInvoice,
	startHalo,
	stopAll,
	type HaloUnderTest,
} from './haloUnderTest';

afterEach(stopAll);

const state = {
	clients: [clientRow(1)],
	licences: [licenceRow(5, { count: 10 })],
	fieldInfo: [],
	recurringInvoices: [
		recurringInvoice([invoiceLine(1, [quantityLink(5, { pro_rata: true })], { qty_order: 7 })]),
	],
};

/** Everything as it should be; a test leaves out or changes what it is about. */
const ALL = {
	permission: 'all',
	team: 'on',
	administrator: 'on',
	customers: 'Read and Modify',
	softwarelicensing: 'Read and Modify',
	invoices: 'Read and Modify',
	suppliers: 'Read and Modify',
	licensing: 'on',
	calculation: 'on',
};

async function save({ sim }: HaloUnderTest, form: Record<string, string>, path = '') {
	const body = new URLSearchParams(form);
	const init = { method: 'POST', body, redirect: 'manual' as const };
	return await fetch(sim.settingsUrl + path, init);
}

const without = (name: keyof typeof ALL) =>
	Object.fromEntries(Object.entries(ALL).filter(([key]) => key !== name));

it('shows what is to be copied, and every setting as it is', async () => {
	const halo = await startHalo(state, { softwareLicensing: 'off' });
	const { text, headers } = await halo.control('GET', '/_sim/settings');
	expect(headers.get('content-type')).toContain('text/html');
	for (const value of [halo.sim.apiUrl, halo.sim.authUrl, halo.sim.credentials.clientSecret]) {
		expect(text).toContain(`value="${value}"`);
	}
	expect(text).toMatch(/name="licensing" value="on">/);
	expect(text).toMatch(/name="calculation" value="on" checked>/);
});

it('gives the agent the rights that were saved, each for its area', async () => {
	const halo = await startHalo(state);
	await save(halo, { ...ALL, customers: 'No Access', softwarelicensing: 'Read Only' });
	const statuses = async () => [
		(await halo.get('/client')).status,
		(await halo.get('/softwarelicence')).status,
		(await halo.post('/softwarelicence', [{ id: 5, count: 11 }])).status,
	];
	expect(await statuses()).toEqual([403, 200, 403]);
	await save(halo, ALL);
	expect(await statuses()).toEqual([200, 200, 201]);
});

it('shows nothing to an agent outside the team that sees the clients', async () => {
	const halo = await startHalo(state);
	await save(halo, without('team'));
	expect(listed(await halo.get('/client?pageinate=true'), 'clients')).toEqual([]);
});

it('grants new tokens no more than the application was given', async () => {
	const halo = await startHalo(state);
	await save(halo, { ...ALL, permission: 'read:customers' });
	expect((await halo.mint({ scope: 'all' })).status).toBe(400);
	expect((await halo.mint({ scope: 'read:customers' })).status).toBe(200);
	halo.sim.reset();
	expect((await halo.mint({ scope: 'all' })).status).toBe(200);
});

it('has no licences while Software Licensing is off', async () => {
	const halo = await startHalo(state);
	await save(halo, without('licensing'));
	expect((await halo.get('/softwarelicence')).status).toBe(404);
	expect((await halo.get('/client')).status).toBe(200);
});

it('bills the stored quantity, and leaves no entry, while quantities are not calculated', async () => {
	const halo = await startHalo(state);
	const shown = async () => {
		const { json } = await halo.get('/recurringinvoice/-31?includedetails=true');
		return (json.lines as Array<{ qty_order: number }>)[0].qty_order;
	};
	await save(halo, without('calculation'));
	await halo.post('/softwarelicence', [{ id: 5, count: 12 }]);
	expect(await shown()).toBe(7);
	expect(halo.sim.state.proRataEntries).toEqual([]);
	await save(halo, ALL);
	expect(await shown()).toBe(12);
});

it('adds a custom field to clients, once', async () => {
	const halo = await startHalo(state);
	const field = { name: 'StellrCustomerNo', label: 'Stellr <number>' };
	expect((await save(halo, field, '/custom-field')).status).toBe(303);
	expect((await save(halo, field, '/custom-field')).status).toBe(400);
	const { rows } = await halo.get('/fieldinfo?typeid=2');
	expect(rows.map(({ name }) => name)).toEqual(['StellrCustomerNo']);
	const { text } = await halo.control('GET', '/_sim/settings?saved=1');
	expect(text).toContain('StellrCustomerNo (Stellr &lt;number&gt;)');
	expect(text).toContain('Saved.');
});

it('ticks and unticks the schedule of the native module', async () => {
	const halo = await startHalo({ ...state, synnexDetails: [aNativeModule()] });
	await save(halo, ALL);
	expect(halo.sim.state.synnexDetails[0].halointegrator).toBe(false);
	await save(halo, { ...ALL, integrator: 'on' });
	expect(halo.sim.state.synnexDetails[0].halointegrator).toBe(true);
});

it('leaves all other paths below it to the steering', async () => {
	const halo = await startHalo(state);
	expect((await halo.control('GET', '/_sim/settings/else')).status).toBe(404);
	expect((await save(halo, {}, '/else')).status).toBe(404);
});
