import type { IDataObject } from 'n8n-workflow';

import type { HaloLicenceRow } from '../../../simulators/halo/state';
import {
	aHaloClient,
	aLicenceRow,
	aLinkedLine,
	aRecurringInvoice,
} from '../../../simulators/world/builders';
import { aLine } from '../../core/sync/records';
import { fixDay } from '../fixedDay';
import { issueOf } from '../haloNode';
import {
	customerToCompare,
	reconcileStage,
	type ReconcileRun,
	type ReconcileStage,
} from './reconcileNode';

/** What Compare leaves for the Data table of drift, and what it makes of the rows on Saved State. */

let stage: ReconcileStage;
beforeEach(async () => {
	const row = (fields: Partial<HaloLicenceRow>) =>
		aLicenceRow({ snowid: 'us/411833_1', ...fields });
	const licences = [row({ count: 40 }), row({ id: 502, snowid: 'us/7_1' })];
	const lines = licences.map((licence, at) => aLinkedLine(licence, { id: 901 + at }));
	stage = await reconcileStage({
		clients: [aHaloClient({ id: 12 })],
		licences,
		recurringInvoices: [aRecurringInvoice({ lines })],
	});
});
afterEach(async () => {
	jest.restoreAllMocks();
	await stage.stop();
});

const items = (quantity = 42) => [
	customerToCompare([
		aLine({ quantity }),
		aLine({ subscriptionId: '7_1', skuNo: 'other', mfgPartNo: null }),
	]),
];

/** A run on a day, with what an earlier one left in the table. */
async function runOn(day: string, saved: object[], given = items()): Promise<ReconcileRun> {
	jest.restoreAllMocks();
	fixDay(day);
	const run = await stage.compare(given, { historyLines: 0 }, { saved });
	expect(run.error).toBeUndefined();
	return run;
}

const rowsOf = (run: ReconcileRun, name: 'driftRows' | 'driftGone') =>
	run.summary[name] as IDataObject[];
/** As a Data table gives rows back. */
const asTable = (rows: IDataObject[]) =>
	rows.map((row, at) => ({ id: at + 1, createdAt: '2026-11-02T12:00:00.000Z', ...row }));

describe('the rows for the table of drift', () => {
	it('are one for each line that differs, with the day and the three numbers', async () => {
		const run = await runOn('2026-11-02', []);
		expect(rowsOf(run, 'driftRows')).toEqual([
			{
				key: 'us/411833_1',
				verdict: 'differsOriginUnknown',
				numbers: '42/40/40',
				firstSeen: '2026-11-02',
			},
		]);
		expect(rowsOf(run, 'driftGone')).toEqual([]);
		expect(run.lines).toMatchObject([{ since: null, age: 'unknown' }]);
	});

	it('are none on a second run that sees the same, which knows since when', async () => {
		const first = await runOn('2026-11-02', []);
		const second = await runOn('2026-11-25', asTable(rowsOf(first, 'driftRows')));
		expect(rowsOf(second, 'driftRows')).toEqual([]);
		expect(rowsOf(second, 'driftGone')).toEqual([]);
		expect(second.lines).toMatchObject([
			{ since: { day: '2026-11-02', by: 'firstSeen' }, age: 'drift' },
		]);
		expect(second.attention).toEqual([]);
	});

	it('are timing within the days of grace', async () => {
		const first = await runOn('2026-11-24', []);
		const second = await runOn('2026-11-25', asTable(rowsOf(first, 'driftRows')));
		expect(second.lines).toMatchObject([{ age: 'timing' }]);
		expect(second.summary.verdict).toContain('1 only a matter of timing');
	});

	it('begin anew when the numbers are others', async () => {
		const first = await runOn('2026-11-02', []);
		const second = await runOn('2026-11-25', asTable(rowsOf(first, 'driftRows')), items(43));
		expect(rowsOf(second, 'driftRows')).toMatchObject([
			{ numbers: '43/40/40', firstSeen: '2026-11-25' },
		]);
		expect(second.lines).toMatchObject([{ since: null }]);
	});

	it('are taken back when the line agrees again, and not when nobody looked at it', async () => {
		const first = await runOn('2026-11-02', []);
		const saved = asTable(rowsOf(first, 'driftRows'));
		const settled = await runOn('2026-11-25', saved, items(40));
		expect(rowsOf(settled, 'driftGone')).toEqual([{ key: 'us/411833_1' }]);
		const elsewhere = [customerToCompare([], { customerNo: '9', haloClientId: 14, match: null })];
		const other = await runOn('2026-11-25', saved, elsewhere);
		expect(rowsOf(other, 'driftGone')).toEqual([]);
	});
});

describe('Saved State', () => {
	it('tells by the count last written who moved', async () => {
		const written = (lastCount: number) => [
			{ key: 'us/411833_1', haloLicenceId: 501, haloClientId: 12, lastCount },
		];
		const behind = await runOn('2026-11-25', written(40));
		expect(behind.lines).toMatchObject([
			{ verdict: 'haloBehind', age: 'timing', changedBy: { who: 'stellr' } },
		]);
		const edited = await runOn('2026-11-25', written(42));
		expect(edited.lines).toMatchObject([
			{ verdict: 'editedByHand', lastCount: 42, changedBy: { who: 'person', name: null } },
		]);
	});

	it('has held items, which say since when', async () => {
		const held = { hash: '0123456789abcdef', key: 'us/411833_1', heldSince: '2026-11-10' };
		const run = await runOn('2026-11-25', [held]);
		expect(run.lines).toMatchObject([{ since: { day: '2026-11-10', by: 'held' }, age: 'drift' }]);
	});

	it('has decisions for single subscriptions: an ignored one is counted and not compared', async () => {
		const ignored = { account: 'us', subscriptionId: '411833_1', ignore: true, reason: 'own use' };
		const run = await runOn('2026-11-25', [ignored]);
		expect(run.lines).toEqual([]);
		expect(run.attention).toEqual([]);
	});

	it('says which of its rows cannot be used, and goes on', async () => {
		const run = await runOn('2026-11-25', [{ key: 'us/1_1', haloLicenceId: 'many' }]);
		expect(run.attention.map((item) => issueOf(item).code)).toEqual(['savedRowNotUnderstood']);
		expect(run.items[1][0].pairedItem).toEqual({ item: 0, input: 1 });
		expect(run.lines).toHaveLength(1);
	});
});
