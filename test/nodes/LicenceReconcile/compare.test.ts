import type { HaloLicenceRow } from '../../../simulators/halo/state';
import {
	aHaloClient,
	aLicenceRow,
	aLinkedLine,
	aRecurringInvoice,
} from '../../../simulators/world/builders';
import { aLine } from '../../core/sync/records';
import { fixDay } from '../fixedDay';
import { expectNoErrorKey, issueOf, originsOf } from '../haloNode';
import {
	customerToCompare,
	fileOf,
	plannedItem,
	reconcileStage,
	type ReconcileStage,
} from './reconcileNode';

/** What Compare puts out of what it is given, under n8n's engine against a simulated Halo. */

let stage: ReconcileStage;
beforeAll(() => fixDay('2026-11-25'));
afterAll(() => jest.restoreAllMocks());
afterEach(async () => await stage.stop());

const CLIENTS = [aHaloClient({ id: 12 }), aHaloClient({ id: 13, name: 'Birch Dental' })];
const acorn = (fields: Partial<HaloLicenceRow> = {}) =>
	aLicenceRow({ snowid: 'us/411833_1', ...fields });
const birchRow = (fields: Partial<HaloLicenceRow> = {}) =>
	aLicenceRow({ id: 502, client_id: 13, snowid: 'us/7_1', count: 8, ...fields });

/** Acorn's row and Birch's, each on the invoice of its client. */
async function start(rows: HaloLicenceRow[] = [acorn(), birchRow()]) {
	const recurringInvoices = rows.map((row, at) =>
		aRecurringInvoice({
			id: -10 - at,
			client_id: row.client_id,
			lines: [aLinkedLine(row, { id: 901 + at })],
		}),
	);
	stage = await reconcileStage({ clients: CLIENTS, licences: rows, recurringInvoices });
}

const birch = (quantity = 8, fields: object = {}) =>
	customerToCompare([aLine({ customerNo: '100501', subscriptionId: '7_1', quantity })], {
		customerNo: '100501',
		name: 'Birch Dental',
		haloClientId: 13,
		haloClientName: 'Birch Dental',
		match: { status: 'mapped', client: { inactive: false, stellrKeys: ['us/100501'] } },
		...fields,
	});

describe('Lines', () => {
	it('has what differs, with three numbers, the money and one sentence; what agrees is counted', async () => {
		await start([acorn({ count: 40 }), birchRow()]);
		const run = await stage.compare([customerToCompare(), birch()]);
		expect(run.error).toBeUndefined();
		expect(run.lines).toHaveLength(1);
		expect(run.lines[0]).toMatchObject({
			key: 'us/411833_1',
			verdict: 'differsOriginUnknown',
			quantities: { stellr: 42, halo: 40, invoiced: 40 },
			expected: 42,
			money: {
				cost: { minor: 101_220, currency: 'CAD' },
				revenue: { minor: 119_720, currency: 'CAD' },
				difference: { minor: 5986, currency: 'CAD' },
			},
		});
		expect(run.lines[0].text).toContain('Stellr 42 seats, Halo 40, invoiced 40');
		expect(run.summary).toMatchObject({
			operation: 'compare',
			headline: 'CAD 59.86 a month not billed.',
			counts: { inSync: 1, differsOriginUnknown: 1, needsAttention: 0 },
		});
		expect(run.summary.verdict).toMatch(
			/^Reconcile: 1 in sync, 1 needs a person; all lists complete; data as of 2026-11-25 06:07/,
		);
		expectNoErrorKey(run);
	});

	it('has what agrees too, where that is asked for', async () => {
		await start();
		const quiet = await stage.compare([customerToCompare(), birch()]);
		expect(quiet.lines).toEqual([]);
		const all = await stage.compare([customerToCompare(), birch()], { includeInSync: true });
		expect(all.lines.map(({ verdict }) => verdict)).toEqual(['inSync', 'inSync']);
	});

	it('has a line that agrees but is to be invoiced by hand', async () => {
		await start();
		const prepaid = aLine({ billingFrequency: 'annual', suggestedPrice: 365 });
		const item = customerToCompare([prepaid]);
		stage.halo.state.recurringInvoices[0].period = 'Yearly';
		const saved = { key: 'us/411833_1', haloLicenceId: 501, haloClientId: 12, lastCount: 42 };
		const increase = { increaseSeats: 2, increasedAt: '2026-11-10T02:00:00.000Z' };
		const run = await stage.compare([item], {}, { saved: [{ ...saved, ...increase }] });
		// It was the evening of the 9th in New York, where this n8n is at home.
		expect(run.lines).toMatchObject([
			{ verdict: 'inSync', byHand: { seats: 2, from: '2026-11-09', fromBy: 'saved' } },
		]);
		expect(String(run.summary.text)).toContain('To invoice by hand:');
	});

	it('leaves out the raw record, and keeps by which requests each number was read', async () => {
		await start([acorn({ count: 40 })]);
		const raw = { confidential: 'x'.repeat(50) };
		const run = await stage.compare([customerToCompare([{ ...aLine(), raw }])]);
		expect(JSON.stringify(run.outputs)).not.toContain('confidential');
		expect(run.lines[0].readBy.stellr).toBe('req-7');
	});

	it('pairs each line with the item that it came from, whichever form items have', async () => {
		await start([acorn({ count: 40 }), birchRow({ count: 7 })]);
		const note = { issue: { code: 'x', message: 'm', remedy: 'r' } };
		const run = await stage.compare([note, birch(), customerToCompare()]);
		expect(run.lines.map(({ key }) => key)).toEqual(['us/7_1', 'us/411833_1']);
		expect(originsOf(run, 0)).toEqual([[1], [2]]);
		expect(originsOf(run, 1)).toEqual([[0]]);
		expect(originsOf(run, 2)).toEqual([[0, 1, 2]]);
		const single = { ...aLine(), customerName: 'Acorn Construction', haloClientId: 12 };
		const byLine = await stage.compare([birch(), { ...single, haloClientName: 'Acorn' }]);
		expect(originsOf(byLine, 0)).toEqual([[0], [1]]);
		expect(byLine.summary.verdict).toContain('single lines came, so none was judged missing');
		expect(fileOf(byLine, 'report').text).not.toContain('All lists complete');
	});
});

describe('a licence that Stellr does not list', () => {
	const orphan = acorn({ id: 503, snowid: 'us/9_1', name: 'Visio Plan 2', count: 3 });

	it('is found where the complete lists of its client came', async () => {
		await start([acorn(), orphan]);
		const run = await stage.compare([customerToCompare()]);
		expect(run.lines.map(({ key, verdict }) => [key, verdict])).toEqual([
			['us/9_1', 'licenceWithoutSubscription'],
		]);
		expect(originsOf(run, 0)).toEqual([[0]]);
	});

	it.each([
		['a list that came short', { complete: false }],
		[
			'another customer of the client whose list did not come',
			{ match: { client: { inactive: false, stellrKeys: ['us/100482', 'us/100999'] } } },
		],
	])('is not judged after %s, and the summary says so', async (_what, fields) => {
		await start([acorn(), orphan]);
		const run = await stage.compare([customerToCompare([aLine()], fields)]);
		expect(run.lines).toEqual([]);
		expect(run.summary.counts).toMatchObject({ licencesNotJudged: 1 });
		expect(String(run.summary.text)).toContain(
			'1 Halo licences are not in the Stellr lists that came',
		);
	});

	it('says of an incomplete list that it was incomplete, on the summary and on the page', async () => {
		await start();
		const run = await stage.compare([customerToCompare([aLine()], { complete: false })]);
		expect(run.summary.verdict).toContain('1 list incomplete');
		expect(fileOf(run, 'report').text).toContain('1 list incomplete');
	});
});

describe('Needs Attention', () => {
	it('has items of earlier nodes, plan items and customers that came without subscriptions', async () => {
		await start();
		const unread = { ...customerToCompare(), subscriptions: undefined };
		delete unread.subscriptions;
		const note = { issue: { code: 'x', message: 'm', remedy: 'r' } };
		const run = await stage.compare([note, unread, plannedItem(), { account: 7 }]);
		expect(run.attention.map((item) => issueOf(item).code)).toEqual([
			'x',
			'subscriptionsNotRead',
			'itemNotUnderstood',
			'alreadyPlanned',
		]);
		expect(originsOf(run, 1)).toEqual([[0], [1], [3], [2]]);
		expect(run.summary.counts).toMatchObject({ needsAttention: 4 });
	});

	it('has lines that cannot be compared, and a licence that cannot be understood', async () => {
		await start([acorn(), birchRow({ count: 'many' as unknown as number })]);
		const halves = aLine({ subscriptionId: '8_1', quantity: 2.5 });
		const unknown = aLine({ subscriptionId: '9_1', kind: 'unknown', kindReason: 'no hint' });
		const run = await stage.compare([customerToCompare([aLine(), halves, unknown]), birch()]);
		expect(run.attention.map((item) => [issueOf(item).code, item.key ?? null])).toEqual([
			['recordNotUnderstood', null],
			['quantityNotWhole', 'us/8_1'],
			['kindUnknown', 'us/9_1'],
			['rowUnreadable', 'us/7_1'],
		]);
		expect(run.lines).toEqual([]);
		expectNoErrorKey(run);
	});
});

describe('the files on Summary', () => {
	it('are a page and a table, named by the day', async () => {
		await start([acorn({ count: 40 })]);
		const run = await stage.compare([customerToCompare()], { reportTitle: 'Acme IT, licences' });
		const page = fileOf(run, 'report');
		expect(page).toMatchObject({
			fileName: 'drift-report-2026-11-25.html',
			mimeType: 'text/html',
		});
		expect(page.text).toMatch(/^<!doctype html>/i);
		expect(page.text).toContain('Acme IT, licences');
		expect(page.text).toContain('59.86');
		const table = fileOf(run, 'table');
		expect(table).toMatchObject({
			fileName: 'drift-report-2026-11-25.csv',
			mimeType: 'text/csv',
		});
		expect(table.text.trimEnd().split('\r\n')).toHaveLength(2);
		expect(table.text).toContain('us/411833_1');
	});

	it('are left out where Make Report is off', async () => {
		await start([acorn({ count: 40 })]);
		const run = await stage.compare(
			[customerToCompare()],
			{},
			{
				parameters: { operation: 'compare', report: false },
			},
		);
		expect(run.items[2][0].binary).toBeUndefined();
		expect(run.summary.headline).toBe('CAD 59.86 a month not billed.');
	});
});

describe('an option that holds what it does not know', () => {
	it.each([
		[{ invoicePeriods: 'abc' }, '"Invoice Periods" holds "abc", which is no word with a number'],
		[{ invoiceCurrency: 'dollars' }, '"Default Invoice Currency" holds "dollars"'],
		[{ graceDays: -1 }, '"Grace Days"'],
		[{ keyField: 'name' }, '"Licence Key Field"'],
	])('%j stops the node with a sentence that names it', async (options, words) => {
		await start();
		const run = await stage.compare([customerToCompare()], options);
		expect(run.error?.message).toContain(words);
		expect(run.error?.description).toBeTruthy();
		expect(stage.counts()).toEqual({});
	});
});
