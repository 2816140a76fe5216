import type { HaloState } from '../../simulators/halo/state';
import {
	MAIN_JOB_COUNTS,
	mainJobCustomers,
	ownNames,
} from '../../simulators/world/scenarios/mainJob';
import type { FlowRun, Json } from '../../tools/host/flowRun';
import { applyFirstMapping, openStage, type Stage } from './support/stage';
import { haloCost, stellrCost, writesOf } from './support/costs';

/** The main job on 200 customers: who is linked, who is created, who waits, and that a second run finds nothing to do. */

jest.setTimeout(300_000);
let stage: Stage;
const world = mainJobCustomers();

const summaryOf = (run: FlowRun, node: string): Json => run.items(node, 'Summary')[0] ?? {};
const countsOf = (run: FlowRun, node: string): Json => summaryOf(run, node).counts as Json;
const keysIn = (state: HaloState): string[] =>
	state.clients.flatMap((client) =>
		client.customfields
			.filter((field) => field.name === 'CFStellrCustomerNo')
			.flatMap((field) => String(field.value ?? '').split(';'))
			.filter((key) => key !== ''),
	);

async function setCreating(createMissing: 'off' | 'on'): Promise<void> {
	for (const node of ['Plan clients', 'Apply clients'])
		await stage.change('Import customers', node, { createMissing });
}

async function allowCreates(topLevel: number): Promise<void> {
	for (const node of ['Plan clients', 'Apply clients']) {
		await stage.change('Import customers', node, {
			createMissing: 'on',
			topLevel: { __rl: true, mode: 'id', value: String(topLevel) },
		});
	}
}

beforeAll(async () => {
	stage = await openStage({
		stellr: world.stellr,
		halo: world.halo,
		haloSwitches: { rateLimit: 0 },
	});
	await stage.change('Import customers', 'Mapping Match', { ownCompany: ownNames.join(', ') });
	await applyFirstMapping(stage, 'Import customers');
	await setCreating('off');
});
afterAll(async () => await stage.close());
afterEach(() => {
	expect(stage.halo.requests.counts().violations).toEqual([]);
	expect(stage.stellr.requests.counts().violations).toEqual([]);
});

describe('Import customers', () => {
	it('links the 150 customers that have a client and creates nobody until that is allowed', async () => {
		const before = stage.halo.state.clients.length;
		const run = await stage.runFlow('Import customers');
		expect(run.stopReason).toBeNull();
		expect(countsOf(run, 'Apply clients')).toMatchObject({
			linked: 150,
			created: 0,
			notWritten: 0,
		});
		expect(new Set(keysIn(stage.halo.state)).size).toBe(150);
		expect(stage.halo.state.clients.length).toBe(before);
		expect(countsOf(run, 'Plan clients')).toMatchObject({
			held: MAIN_JOB_COUNTS.domainOnly + MAIN_JOB_COUNTS.plainNew,
			leftOut: MAIN_JOB_COUNTS.discontinued + MAIN_JOB_COUNTS.withoutLiveLine + ownNames.length,
		});
	});

	it('links each to the right client', () => {
		for (const { customerNo, haloClientId } of world.truth.customers) {
			const client = stage.halo.state.clients.find((entry) =>
				entry.customfields.some((field) => field.value === `us/${customerNo}`),
			);
			if (haloClientId !== null)
				expect([customerNo, client?.id]).toEqual([customerNo, haloClientId]);
		}
	});

	it('holds creating while Halo has several top levels and none is chosen', async () => {
		await setCreating('on');
		const before = writesOf(stage);
		const run = await stage.runFlow('Import customers');
		const codes = run
			.items('Plan clients', 'Held')
			.map((item) => (item.plan as { reasons: Array<{ code: string }> }).reasons[0].code);
		expect(codes.filter((code) => code === 'chooseTopLevel')).toHaveLength(
			MAIN_JOB_COUNTS.plainNew,
		);
		expect(writesOf(stage)).toBe(before);
	});

	it("creates exactly the 20 that are live, properly named and nobody's own, under the chosen top level", async () => {
		const known = new Set(stage.halo.state.clients.map((client) => client.id));
		const topLevel = stage.halo.state.toplevels[1].id;
		await allowCreates(topLevel);
		const run = await stage.runFlow('Import customers');
		expect(countsOf(run, 'Apply clients')).toMatchObject({ created: 20, linked: 0, notWritten: 0 });
		const created = stage.halo.state.clients.filter((client) => !known.has(client.id));
		expect(created).toHaveLength(20);
		expect(created.map((client) => client.toplevel_id)).toEqual(created.map(() => topLevel));
		const stellrNames = new Map(
			world.stellr.accounts[0].customers.map((customer) => [customer.customerNo, customer.name]),
		);
		const expected = world.truth.customers
			.filter(({ sort, haloClientId }) => sort === 'plain' && haloClientId === null)
			.map(({ customerNo }) => String(stellrNames.get(customerNo)))
			.filter((name) => !name.includes('.'));
		expect(created.map((client) => client.name).sort()).toEqual(expected.sort());
		expect(new Set(keysIn(stage.halo.state)).size).toBe(170);
	});

	it('says why each of the others has no client', async () => {
		stage.forgetRequests();
		const run = await stage.runFlow('Import customers');
		const held = run.items('Plan clients', 'Held');
		expect(held).toHaveLength(MAIN_JOB_COUNTS.domainOnly);
		for (const item of held) {
			const [reason] = (item.plan as { reasons: Array<{ code: string; text: string }> }).reasons;
			expect(reason.code).toBe('domainAsName');
			expect(reason.text).toContain(String(item.name));
		}
		const leftOut = summaryOf(run, 'Plan clients').leftOut as Array<{ what: string }>;
		expect(leftOut).toHaveLength(15);
		for (const { what } of leftOut) expect(what).not.toBe('');
	});

	it('a second run writes nothing, neither to Halo nor to the Data table', async () => {
		const rows = await stage.rows('stellr_halo_mapping_v1');
		expect(rows).toHaveLength(170);
		stage.forgetRequests();
		const run = await stage.runFlow('Import customers');
		expect(writesOf(stage)).toBe(0);
		expect(run.timesRun('Save mapping')).toBe(0);
		expect(await stage.rows('stellr_halo_mapping_v1')).toEqual(rows);
	});
});

describe('Quick start', () => {
	it('makes licences for the mapped customers, and an unchanged run costs exactly the reads it needs', async () => {
		const first = await stage.runFlow('Quick start');
		expect(first.stopReason).toBeNull();
		expect(countsOf(first, 'Apply licences')).toMatchObject({ notWritten: 0 });
		stage.forgetRequests();
		const second = await stage.runFlow('Quick start');
		expect(second.stopReason).toBeNull();
		expect(haloCost(stage)).toEqual({
			'GET /client': Math.ceil(stage.halo.state.clients.length / 100),
			'GET /softwarelicence': Math.ceil(stage.halo.state.licences.length / 100),
			'GET /fieldinfo': 1,
		});
		expect(stellrCost(stage)).toEqual({
			customers: Math.ceil(stage.stellr.state.accounts[0].customers.length / 100),
			subscriptions: 170,
		});
	});

	it("saves the field list's request when the key field was picked from its list", async () => {
		const { id, name } = stage.halo.state.fieldInfo[0];
		const picked = { __rl: true, mode: 'list', value: `${id}:CF${name}`, cachedResultName: name };
		for (const node of ['Halo Clients', 'Plan clients', 'Apply clients']) {
			await stage.change('Quick start', node, { keyField: picked });
		}
		stage.forgetRequests();
		await stage.runFlow('Quick start');
		expect(haloCost(stage)).toEqual({
			'GET /client': Math.ceil(stage.halo.state.clients.length / 100),
			'GET /softwarelicence': Math.ceil(stage.halo.state.licences.length / 100),
		});
	});

	it('reads each client once more when Halo ignores include_custom_fields, and says so', async () => {
		stage.halo.switches.includeCustomFields = 'ignored';
		stage.forgetRequests();
		const run = await stage.runFlow('Quick start');
		const clients = stage.halo.state.clients.length;
		expect(haloCost(stage)).toEqual({
			'GET /client': Math.ceil(clients / 100),
			'GET /client/{id}': clients,
			'GET /softwarelicence': Math.ceil(stage.halo.state.licences.length / 100),
		});
		expect(run.hints('Halo Clients').join(' ')).toMatch(/one by one|each client|one request/i);
		stage.halo.switches.includeCustomFields = 'honoured';
	});

	it('with address updates on reads the sites and each client with several of them', async () => {
		for (const node of ['Plan clients', 'Apply clients']) {
			await stage.change('Quick start', node, { updateAddress: 'all' });
		}
		await stage.runFlow('Quick start');
		stage.forgetRequests();
		const run = await stage.runFlow('Quick start');
		expect(run.stopReason).toBeNull();
		const { sites, clients, licences } = stage.halo.state;
		const linked = new Set(
			clients
				.filter((client) =>
					client.customfields.some((field) => String(field.value ?? '').startsWith('us/')),
				)
				.map((client) => client.id),
		);
		const several = [...linked].filter(
			(id) => sites.filter((site) => site.client_id === id).length > 1,
		);
		expect(haloCost(stage)).toEqual({
			'GET /client': Math.ceil(clients.length / 100),
			'GET /site': Math.ceil(sites.length / 100),
			...(several.length > 0 ? { 'GET /client/{id}': several.length } : {}),
			'GET /softwarelicence': Math.ceil(licences.length / 100),
		});
	});
});
