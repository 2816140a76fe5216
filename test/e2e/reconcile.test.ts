import { SOMEBODY } from '../../simulators/halo/staffEdit';
import {
	aHaloClient,
	aHaloState,
	aLicenceRow,
	aLinkedLine,
	aRecurringInvoice,
	aStellrCustomer,
	aStellrState,
	aSubscription,
} from '../../simulators/world/builders';
import type { FlowRun, Json } from '../../tools/host/flowRun';
import { haloCost, stellrCost } from './support/costs';
import { applyFirstMapping, openStage, type Stage } from './support/stage';

/** Three customers after a first night; the reports on them, in the real n8n, from the flows as they are shipped. */

jest.setTimeout(300_000);
const DRIFT = 'Drift report';
const RADAR = 'Renewal radar';
const TABLE = 'stellr_halo_drift_v1';
const FAR_AWAY = '2099-11-30';
const IN_STEP = aLicenceRow({ id: 501, client_id: 11, count: 8, snowid: 'us/4100_1' });
const OVER = aLicenceRow({ id: 502, client_id: 11, count: 4, snowid: 'us/4101_1' });
const TO_BE_EDITED = aLicenceRow({ id: 503, client_id: 12, count: 5, snowid: 'us/4110_1' });
let stage: Stage;

const day = (fromToday: number): string =>
	new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);

/** Stellr's prices and Halo's invoices are the builders': CAD 24.10 in, CAD 29.93 out, by the month. */
beforeAll(async () => {
	stage = await openStage({
		stellr: aStellrState({
			customers: [
				aStellrCustomer({ customerNo: 100, name: 'Acorn Construction' }),
				aStellrCustomer({ customerNo: 101, name: 'Birch Dental' }),
				aStellrCustomer({ customerNo: 102, name: 'Cedar Freight' }),
			],
			subscriptions: [
				aSubscription({
					subscriptionId: '4100_1',
					customerNo: 100,
					quantity: 8,
					startDate: day(41 - 365),
					endDate: day(40),
				}),
				aSubscription({
					subscriptionId: '4101_1',
					customerNo: 100,
					quantity: 4,
					status: 'Cancelled',
					startDate: day(-385),
					endDate: day(-20),
				}),
				aSubscription({
					subscriptionId: '4110_1',
					customerNo: 101,
					quantity: 5,
					endDate: FAR_AWAY,
				}),
				aSubscription({
					subscriptionId: '4120_1',
					customerNo: 102,
					quantity: 3,
					endDate: FAR_AWAY,
				}),
			],
		}),
		halo: aHaloState({
			clients: [
				aHaloClient({ id: 11, name: 'Acorn Construction' }),
				aHaloClient({ id: 12, name: 'Birch Dental' }),
				aHaloClient({ id: 14, name: 'Cedar Freight' }),
			],
			licences: [IN_STEP, OVER, TO_BE_EDITED],
			recurringInvoices: [
				aRecurringInvoice({
					id: -10,
					client_id: 11,
					lines: [aLinkedLine(IN_STEP, { id: 901 }), aLinkedLine(OVER, { id: 902 })],
				}),
				aRecurringInvoice({
					id: -11,
					client_id: 12,
					lines: [aLinkedLine(TO_BE_EDITED, { id: 903 })],
				}),
			],
		}),
		haloSwitches: { rateLimit: 0 },
	});
	await applyFirstMapping(stage, 'Import customers', 'Update licences');
	for (const flow of ['Import customers', 'Update licences']) {
		const run = await stage.runFlow(flow);
		expect(run.stopReason).toBeNull();
	}
});
afterAll(async () => await stage.close());
beforeEach(() => stage.forgetRequests());
afterEach(() => {
	expect(stage.halo.requests.counts().violations).toEqual([]);
	expect(stage.stellr.requests.counts().violations).toEqual([]);
});

async function reconciled(): Promise<FlowRun> {
	const run = await stage.runFlow(DRIFT);
	expect(run.stopReason).toBeNull();
	return run;
}

/** Key and verdict of each line that the node put out. */
function verdicts(run: FlowRun): Array<[string, string]> {
	return run
		.items('Licence Reconcile', 'Lines')
		.map(({ key, verdict }): [string, string] => [String(key), String(verdict)])
		.sort();
}

async function textOf(run: FlowRun, node: string, property: string): Promise<string> {
	const [files] = run.files(node);
	return (await stage.rest.readFile(files[property])).toString('utf8');
}

async function driftRows(): Promise<Json[]> {
	const rows = (await stage.rows(TABLE)) ?? [];
	return rows.map(({ key, verdict, numbers, firstSeen }) => ({ key, verdict, numbers, firstSeen }));
}

const READS = {
	'GET /client': 1,
	'GET /fieldinfo': 1,
	'GET /softwarelicence': 1,
	'GET /recurringinvoice': 1,
};

/** Today where n8n is. */
const A_DAY: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);

const AFTER_THE_FIRST_NIGHT: Array<[string, string]> = [
	['us/4101_1', 'cancelledButInvoiced'],
	['us/4120_1', 'neverInvoiced'],
];

describe('Drift report', () => {
	it('says what is not billed and what is billed too much, to the cent', async () => {
		const run = await reconciled();
		expect(verdicts(run)).toEqual(AFTER_THE_FIRST_NIGHT);
		const [summary] = run.items('Licence Reconcile', 'Summary');
		// 3 seats on no invoice, and 4 that are over and billed still.
		const headline = 'CAD 89.79 a month not billed, CAD 119.72 a month billed too much.';
		expect(summary.headline).toBe(headline);
		expect(summary.counts).toMatchObject({ inSync: 2, needsAttention: 0 });
		expect(summary.text).toContain(headline);
		expect(summary.text).toContain('Cedar Freight');
	});

	it('hands on a page and a table to whatever is plugged in behind it', async () => {
		const run = await reconciled();
		const [files] = run.files('Send the report');
		expect(files).toMatchObject({
			report: { mimeType: 'text/html', fileName: expect.stringMatching(/^drift-report-.+\.html$/) },
			table: { mimeType: 'text/csv', fileName: expect.stringMatching(/^drift-report-.+\.csv$/) },
		});
		const page = await textOf(run, 'Send the report', 'report');
		expect(page).toMatch(/^<!DOCTYPE html>/);
		for (const shown of ['89.79', '119.72', 'us/4101_1', 'us/4120_1']) {
			expect(page).toContain(shown);
		}
		const table = await textOf(run, 'Send the report', 'table');
		for (const [key] of AFTER_THE_FIRST_NIGHT) expect(table).toContain(key);
	});

	it('remembers since when, and a second run saves nothing', async () => {
		const rows = await stage.rows(TABLE);
		expect(await driftRows()).toEqual([
			{ key: 'us/4101_1', verdict: 'cancelledButInvoiced', numbers: '0/4/4', firstSeen: A_DAY },
			{ key: 'us/4120_1', verdict: 'neverInvoiced', numbers: '3/3/0', firstSeen: A_DAY },
		]);
		const run = await reconciled();
		expect(run.timesRun('Save drift')).toBe(0);
		expect(run.timesRun('Delete drift')).toBe(0);
		expect(await stage.rows(TABLE)).toEqual(rows);
	});

	it('reads each list once and writes nothing to Halo', async () => {
		await reconciled();
		expect(haloCost(stage)).toEqual(READS);
		expect(stellrCost(stage)).toEqual({ customers: 1, subscriptions: 3 });
	});

	it('finds a count that a person typed in Halo, and says who and since when', async () => {
		expect(stage.halo.staffEdit({ licenceId: TO_BE_EDITED.id, count: 7 })).toBe(true);
		const run = await reconciled();
		expect(verdicts(run)).toEqual([
			AFTER_THE_FIRST_NIGHT[0],
			['us/4110_1', 'editedByHand'],
			AFTER_THE_FIRST_NIGHT[1],
		]);
		const edited = run
			.items('Licence Reconcile', 'Lines')
			.find(({ key }) => key === 'us/4110_1') as Json;
		expect(edited).toMatchObject({
			quantities: { stellr: 5, halo: 7, invoiced: 7 },
			lastCount: 5,
			changedBy: { who: 'person', name: SOMEBODY },
			since: { by: 'changeHistory' },
			// 2 seats too many at CAD 29.93.
			money: { difference: { minor: -5986, currency: 'CAD' } },
		});
		// The history names no total, so that an empty page says where it ends.
		expect(haloCost(stage)).toEqual({ ...READS, 'GET /licencechange': 2 });
		expect((await driftRows()).map(({ key }) => key)).toContain('us/4110_1');
	});

	it('forgets a line that somebody put right', async () => {
		stage.halo.staffEdit({ licenceId: TO_BE_EDITED.id, count: 5 });
		const run = await reconciled();
		expect(verdicts(run)).toEqual(AFTER_THE_FIRST_NIGHT);
		expect((await driftRows()).map(({ key }) => key)).toEqual(['us/4101_1', 'us/4120_1']);
	});
});

describe('Renewal radar', () => {
	it('lists the term that ends soon with its last day to reduce, on a page and in a table', async () => {
		const run = await stage.runFlow(RADAR);
		expect(run.stopReason).toBeNull();
		expect(run.items('List renewals', 'Lines')).toEqual([
			expect.objectContaining({ key: 'us/4100_1', seats: 8, endDate: day(40) }),
		]);
		const [summary] = run.items('Send the list');
		expect(summary.counts).toMatchObject({ terms: 1, customers: 1 });
		expect(summary.text).toContain('Acorn Construction');
		expect(await textOf(run, 'Send the list', 'report')).toContain('us/4100_1');
		expect(await textOf(run, 'Send the list', 'table')).toContain('us/4100_1');
	});

	it('asks nothing of Halo', async () => {
		await stage.runFlow(RADAR);
		expect(haloCost(stage)).toEqual({});
	});
});
