/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, runs outside n8n */
import path from 'node:path';
import {
	aHaloClient,
	aHaloState,
	aLicenceRow,
	aStellrCustomer,
	aStellrState,
	aSubscription,
} from '../../simulators/world/builders';
import { writesOf } from '../e2e/support/costs';
import { FLOWS, applyFirstMapping, openStage, type Stage } from '../e2e/support/stage';
import { asOlderFlow, changesIn, knownVersions, makeTables } from './support/olderFlow';

/** The shipped flows in an older n8n, changed as docs/flows.md says: what they leave in Halo, and that a second run writes nothing. */

const file = (name: string): string => path.join(FLOWS, `${name}.json`);
const QUICK_START = file('quick-start');
const IMPORT_CUSTOMERS = file('import-customers');
const UPDATE_LICENCES = file('update-licences');

jest.setTimeout(300_000);
let stage: Stage;
let known: ReadonlyMap<string, number>;
let tables: ReadonlyMap<string, string>;

beforeAll(async () => {
	stage = await openStage({ ...world(), flows: [], haloSwitches: { rateLimit: 0 } });
	known = await knownVersions(stage.rest);
	tables = await makeTables(stage.rest, [IMPORT_CUSTOMERS, UPDATE_LICENCES]);
	for (const flow of [QUICK_START, IMPORT_CUSTOMERS, UPDATE_LICENCES])
		await stage.rest.createWorkflow(asOlderFlow(flow, known, tables));
	await applyFirstMapping(stage, 'Quick start', 'Import customers', 'Update licences');
});
afterAll(async () => await stage.close());
afterEach(() => {
	expect(stage.halo.requests.counts().violations).toEqual([]);
	expect(stage.stellr.requests.counts().violations).toEqual([]);
});

describe('Quick start', () => {
	it('is imported as it is shipped', () => {
		expect(changesIn(QUICK_START, asOlderFlow(QUICK_START, known, tables))).toEqual([]);
	});

	it('links customers to clients and makes their licences', async () => {
		const run = await stage.runFlow('Quick start');
		expect(run.stopReason).toBeNull();
		expect(keys()).toEqual({ 12: 'us/100482', 13: 'us/100484' });
		expect(counts()).toEqual({ 'us/411833_1': 43, 'us/411840_1': 5, 'us/411850_1': 11 });
	});

	it('writes nothing when run again', async () => {
		expect(await writesOfRun('Quick start')).toBe(0);
	});
});

describe('Import customers', () => {
	it('needs its two tables made by hand, and nothing else', () => {
		expect(tableNodesIn(IMPORT_CUSTOMERS)).toEqual(['Saved mapping table', 'Changes table']);
	});

	it('creates a client once that is allowed, and remembers the mapping', async () => {
		for (const node of ['Plan clients', 'Apply clients'])
			await stage.change('Import customers', node, { createMissing: 'on' });
		const run = await stage.runFlow('Import customers');
		expect(run.stopReason).toBeNull();
		expect(Object.values(keys()).sort()).toEqual(['us/100482', 'us/100484', 'us/100485']);
		const rows = (await stage.rows('stellr_halo_mapping_v1')) ?? [];
		expect(rows.map(({ customerNo }) => customerNo).sort()).toEqual(['100482', '100484', '100485']);
	});

	it('writes nothing when run again, neither to Halo nor to its table', async () => {
		const rows = await stage.rows('stellr_halo_mapping_v1');
		expect(await writesOfRun('Import customers')).toBe(0);
		expect(await stage.rows('stellr_halo_mapping_v1')).toEqual(rows);
	});
});

describe('Update licences', () => {
	it('needs its five tables made by hand, and nothing else', () => {
		expect(tableNodesIn(UPDATE_LICENCES)).toEqual([
			'Saved mapping table',
			'Saved state table',
			'Pending table',
			'Changes table',
			'Runs table',
		]);
	});

	it('brings a changed count into Halo, and keeps what it did', async () => {
		line('411833_1').quantity = 44;
		const run = await stage.runFlow('Update licences');
		expect(run.stopReason).toBeNull();
		expect(counts()).toMatchObject({ 'us/411833_1': 44, 'us/411840_1': 5, 'us/411850_1': 11 });
		const saved = (await stage.rows('stellr_halo_licences_v1')) ?? [];
		expect(saved.find(({ key }) => key === 'us/411833_1')).toMatchObject({ lastCount: 44 });
		expect(await stage.rows('stellr_halo_changes_v1')).not.toEqual([]);
		expect(await stage.rows('stellr_halo_runs_v1')).toHaveLength(1);
	});

	it('holds what a person has to decide, and keeps it for that person', async () => {
		line('411850_1').quantity = 90;
		const run = await stage.runFlow('Update licences');
		expect(run.items('Plan licences', 'Held')).toHaveLength(1);
		expect(counts()).toMatchObject({ 'us/411850_1': 11 });
		expect(await stage.rows('stellr_halo_pending_v1')).toHaveLength(1);
		line('411850_1').quantity = 11;
	});

	it('writes nothing when run again, and takes back what is settled', async () => {
		await stage.runFlow('Update licences');
		const saved = await stage.rows('stellr_halo_licences_v1');
		expect(await writesOfRun('Update licences')).toBe(0);
		expect(await stage.rows('stellr_halo_licences_v1')).toEqual(saved);
		expect(await stage.rows('stellr_halo_pending_v1')).toEqual([]);
	});
});

/** Nodes of a flow that are replaced; of the others only the version of the Data table nodes is another one. */
function tableNodesIn(flow: string): string[] {
	const changes = changesIn(flow, asOlderFlow(flow, known, tables));
	const [replaced, lowered] = [/: set instead$/, /: dataTable 1 instead of 1\.1$/];
	expect(changes.filter((change) => !replaced.test(change) && !lowered.test(change))).toEqual([]);
	return changes
		.filter((change) => replaced.test(change))
		.map((change) => change.replace(replaced, ''));
}

/** Runs a flow and counts what it wrote to Halo. */
async function writesOfRun(flow: string): Promise<number> {
	stage.forgetRequests();
	const run = await stage.runFlow(flow);
	expect(run.stopReason).toBeNull();
	return writesOf(stage);
}

/** The key at each client that has one. */
function keys(): Record<number, string> {
	return Object.fromEntries(
		stage.halo.state.clients.flatMap(({ id, customfields }) =>
			customfields
				.filter(({ name, value }) => name === 'CFStellrCustomerNo' && Boolean(value))
				.map(({ value }) => [id, String(value)] as const),
		),
	);
}

/** The count of each licence that has a key. */
function counts(): Record<string, number> {
	return Object.fromEntries(
		stage.halo.state.licences
			.filter(({ snowid }) => Boolean(snowid))
			.map(({ snowid, count }) => [String(snowid), count]),
	);
}

function line(subscriptionId: string) {
	const found = stage.stellr.state.accounts[0].subscriptions.find(
		(entry) => entry.subscriptionId === subscriptionId,
	);
	if (found === undefined) throw new Error(`Stellr has no line ${subscriptionId}`);
	return found;
}

/** Acorn has a client and no licences, Brook a licence with an old count, Cedar no client. */
function world() {
	const subscription = (
		subscriptionId: string,
		customerNo: number,
		quantity: number,
		skuNo: number,
	) =>
		aSubscription({
			subscriptionId,
			customerNo,
			quantity,
			skuNo,
			mfgPartNo: `PART-${skuNo}`,
			productId: skuNo,
		});
	return {
		stellr: aStellrState({
			customers: [
				aStellrCustomer({ customerNo: 100482, name: 'Acorn Construction' }),
				aStellrCustomer({ customerNo: 100484, name: 'Brook Holdings' }),
				aStellrCustomer({ customerNo: 100485, name: 'Cedar Freight' }),
			],
			subscriptions: [
				subscription('411833_1', 100482, 43, 7001),
				subscription('411840_1', 100482, 5, 7002),
				subscription('411850_1', 100484, 11, 7003),
				subscription('411860_1', 100485, 3, 7001),
			],
		}),
		halo: aHaloState({
			clients: [
				aHaloClient({ id: 12, name: 'Acorn Construction' }),
				aHaloClient({ id: 13, name: 'Brook Holdings' }),
			],
			licences: [aLicenceRow({ id: 502, client_id: 13, snowid: 'us/411850_1', count: 10 })],
		}),
	};
}
