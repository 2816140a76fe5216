import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { HaloLicenceUpsert } from '../../../nodes/HaloLicenceUpsert/HaloLicenceUpsert.node';
import type { HaloLicenceRow } from '../../../simulators/halo/state';
import {
	aHaloClient,
	aLicenceRow,
	aLinkedLine,
	aRecurringInvoice,
} from '../../../simulators/world/builders';
import { aLine } from '../../core/sync/records';
import { customerItem } from '../customerItem';
import { expectNoErrorKey, haloNodeStage, issueOf, type HaloNodeStage } from '../haloNode';

/** What a run leaves for Data tables, and taking it back, under n8n's engine against a simulated Halo. */

let stage: HaloNodeStage;
afterEach(async () => await stage.stop());

const PLAN: INodeParameters = { operation: 'plan' };
const APPLY: INodeParameters = { operation: 'apply' };
const SHOW: INodeParameters = { operation: 'revert' };
const REVERT: INodeParameters = { operation: 'revert', onlyShow: false };

const keyed = (fields: Partial<HaloLicenceRow> = {}) =>
	aLicenceRow({ snowid: 'us/411833_1', end_date: '2026-11-30T00:00:00', ...fields });

/** The first row hangs on a line that is pro-rata or not. */
async function start(licences: HaloLicenceRow[], proRata = false): Promise<void> {
	const lines = [aLinkedLine(licences[0], {}, { pro_rata: proRata })];
	stage = await haloNodeStage(HaloLicenceUpsert, {
		clients: [aHaloClient({ id: 12 })],
		licences,
		recurringInvoices: [aRecurringInvoice({ lines })],
	});
}

const item = (quantity = 42): object => customerItem([aLine({ quantity })]);

const rowsIn = (summary: IDataObject, field: string) => summary[field] as IDataObject[];
const licence = () => stage.halo.state.licences[0];
const writes = () =>
	Object.keys(stage.counts()).filter((route) => !route.startsWith('GET ')).length;

describe('Apply', () => {
	it('logs what it wrote, with the run, before and after', async () => {
		await start([keyed({ count: 41 })]);
		const { summary } = await stage.run([item()], { parameters: APPLY });
		const [row, ...more] = rowsIn(summary, 'changeLogRows');
		expect(more).toEqual([]);
		expect(row).toMatchObject({
			run: 'test',
			by: 'n8n-nodes-stellr-halo',
			target: 'licence',
			key: 'us/411833_1',
			haloId: licence().id,
			haloClientId: 12,
			action: 'update',
			customer: 'Acorn Construction',
			what: 'Microsoft 365 Business Premium: 41 to 42 seats',
			outcome: 'written',
			before: '{"count":41}',
			after: '{"count":42}',
		});
	});

	it('logs nothing where nothing was written', async () => {
		await start([keyed()]);
		const { summary } = await stage.run([item()], { parameters: APPLY });
		expect(rowsIn(summary, 'changeLogRows')).toEqual([]);
	});

	it('says which approvals fit nothing, and which are used up', async () => {
		await start([keyed()]);
		const planned = await stage.run([item(8)], { parameters: PLAN });
		const { hash } = planned.held[0].plan as IDataObject;
		const approvedChanges = [`Acorn Construction · ${String(hash)}`, 'other · 0123456789abcdef'];
		const { summary } = await stage.run(planned.held, {
			parameters: { ...APPLY, approvedChanges: approvedChanges as unknown as string },
		});
		expect(licence().count).toBe(8);
		expect(summary.approvalsLapsed).toEqual(['0123456789abcdef']);
		expect(summary.pendingGone).toEqual([{ hash, key: 'us/411833_1' }]);
	});
});

describe('Apply, where Saved State is connected to Plan alone', () => {
	const saved = (fields: object = {}) => ({
		key: 'us/411833_1',
		haloLicenceId: licence().id,
		haloClientId: 12,
		lastCount: 42,
		adoptedAt: null,
		link: 'key',
		changedAt: '2026-11-20T04:00:00.000Z',
		increaseSeats: 3,
		increasedAt: '2026-11-20T04:00:00.000Z',
		missingTimes: 0,
		...fields,
	});
	const night = async (rows: object[], items: object[], guardrails: object = {}) => {
		const planned = await stage.run([], {
			parameters: { ...PLAN, guardrails } as INodeParameters,
			inputs: [items as IDataObject[], rows as IDataObject[]],
		});
		// As on the canvas: nothing to write, and n8n does not run Apply.
		if (planned.first.length === 0) return { planned, rows: [] };
		const { summary } = await stage.run(planned.first, { parameters: APPLY });
		return { planned, rows: rowsIn(summary, 'rowsToSave') };
	};

	it('does not take an edited count for the last written one when it writes a date', async () => {
		await start([keyed({ count: 45, end_date: '2026-10-31T00:00:00' })]);
		const keepHalo = { handEdits: 'keepHalo' };
		const first = await night([saved()], [item()], keepHalo);
		expect(first.rows).toMatchObject([{ lastCount: 42, increaseSeats: 3 }]);
		expect(licence().end_date).toContain('2026-11-30');
		await night(first.rows, [item()], keepHalo);
		expect(licence().count).toBe(45);
	});

	it('goes on holding an edited count when a renewal gives the row another key', async () => {
		await start([keyed({ count: 41 })]);
		const over = { vendorSubscriptionId: 'ms-1', state: 'expired', status: 'Expire' } as const;
		const next = { vendorSubscriptionId: 'ms-1', subscriptionId: '500000_1' };
		const items = [customerItem([aLine({ ...over, endDate: '2026-11-20' }), aLine(next)])];
		const first = await night([saved()], items);
		expect(licence().snowid).toBe('us/500000_1');
		expect(first.rows).toMatchObject([{ key: 'us/500000_1', lastCount: 42 }]);
		const second = await night([saved(), ...first.rows], items);
		expect(second.planned.held).toHaveLength(1);
		expect(licence().count).toBe(41);
	});

	it('keeps the difference of the day of adoption that only the map knows', async () => {
		await start([keyed({ snowid: 'sherweb-9', count: 40 })]);
		const mark = saved({ link: 'map', adoptedAt: 40, lastCount: null });
		const suspended = customerItem([aLine({ state: 'suspended', status: 'Suspended' })]);
		const first = await night([mark], [suspended]);
		expect(licence().status).toBe('Suspended');
		expect(first.rows).toMatchObject([{ adoptedAt: 40, lastCount: null }]);
		await night(first.rows, [item(41)]);
		expect(licence().count).toBe(40);
	});
});

describe('Plan', () => {
	it('tells the pending table what is new once, and speaks of its age after', async () => {
		await start([keyed()]);
		const first = await stage.run([item(8)], { parameters: PLAN });
		const [row] = rowsIn(first.summary, 'pendingRows');
		expect(row).toMatchObject({ key: 'us/411833_1', wouldBe: 'update' });
		expect(String(first.summary.form)).toContain(String(row.hash));
		const older = { ...row, heldSince: '2020-01-01', snoozedUntil: null, id: 1 };
		const second = await stage.run([], {
			parameters: PLAN,
			inputs: [[item(8) as IDataObject], [older as IDataObject]],
		});
		expect(rowsIn(second.summary, 'pendingRows')).toEqual([]);
		expect(String(second.summary.text)).toContain('Still held, day ');
		const third = await stage.run([], {
			parameters: PLAN,
			inputs: [[item() as IDataObject], [older as IDataObject]],
		});
		expect(rowsIn(third.summary, 'pendingGone')).toEqual([{ hash: row.hash, key: row.key }]);
	});

	it('notes a good run only where nothing is left to write', async () => {
		await start([keyed()]);
		const quiet = await stage.run([item()], { parameters: PLAN });
		expect(rowsIn(quiet.summary, 'runRows')).toEqual([
			expect.objectContaining({ lastGoodVerdict: quiet.summary.verdict }),
		]);
		const busy = await stage.run([item(43)], { parameters: PLAN });
		expect(rowsIn(busy.summary, 'runRows')).toEqual([]);
	});

	it('notes a run whose lists came in part as one that did not go well', async () => {
		await start([keyed()]);
		const run = await stage.run([{ ...item(), complete: false }], { parameters: PLAN });
		expect(rowsIn(run.summary, 'runRows')).toEqual([
			expect.objectContaining({ lastRefusalVerdict: run.summary.verdict }),
		]);
	});
});

describe('Revert', () => {
	const applied = async (proRata = false) => {
		await start([keyed({ count: 41 })], proRata);
		const { summary } = await stage.run([item()], { parameters: APPLY });
		expect(licence().count).toBe(42);
		stage.forget();
		return rowsIn(summary, 'changeLogRows');
	};

	it('only shows what would happen, unless told otherwise', async () => {
		const run = await runOver(await applied(), SHOW);
		expect(writes()).toBe(0);
		expect(run.first.map(({ plan }) => (plan as IDataObject).after)).toEqual([{ count: 41 }]);
		expect(run.summary.verdict).toContain('1 to be put back');
		expect(run.summary.proRata).toEqual([]);
		expect(rowsIn(run.summary, 'changeLogRows')).toEqual([]);
		expectNoErrorKey(run);
	});

	it('says beforehand which rows pro-rata lines may charge for both writes', async () => {
		const run = await runOver(await applied(true), SHOW);
		expect(run.summary.text).toContain('1 row would go away and back');
		expect(run.summary.text).toContain('41 to 42 to 41 seats');
		expect(rowsIn(run.summary, 'proRata')).toMatchObject([
			{ customer: 'Acorn Construction', onProRata: true },
		]);
	});

	it('puts the row back and logs that, so that it can be taken back too', async () => {
		const run = await runOver(await applied(), REVERT);
		expect(licence().count).toBe(41);
		const log = rowsIn(run.summary, 'changeLogRows');
		expect(log).toMatchObject([{ action: 'revert', before: expect.stringContaining('42') }]);
		await runOver(log, REVERT);
		expect(licence().count).toBe(42);
	});

	it('takes the items of the Plan where the run left no log', async () => {
		await start([keyed({ count: 41 })]);
		const planned = await stage.run([item()], { parameters: PLAN });
		await stage.run(planned.first, { parameters: APPLY });
		await runOver(planned.first, REVERT);
		expect(licence().count).toBe(41);
	});

	it('leaves a row that somebody changed since and says so', async () => {
		const log = await applied();
		licence().count = 50;
		const run = await runOver(log, REVERT);
		expect(licence().count).toBe(50);
		expect(writes()).toBe(0);
		expect(run.attention.map((entry) => issueOf(entry).code)).toEqual(['changedSince']);
	});

	it('takes nothing back from several runs at once when nothing was chosen', async () => {
		const [row] = await applied();
		const run = await runOver([row, { ...row, run: '2' }], REVERT);
		expect(run.error?.message).toMatch(/neither run nor client nor days/);
		expect(writes()).toBe(0);
	});

	it('takes back the run that is named', async () => {
		const [row] = await applied();
		await runOver([row, { ...row, run: '2' }], { ...REVERT, run: 'another' });
		expect(licence().count).toBe(42);
		await runOver([row, { ...row, run: '2' }], { ...REVERT, run: 'test' });
		expect(licence().count).toBe(41);
	});

	it('says of an item that is no change that it is none', async () => {
		await start([keyed()]);
		const run = await runOver([{ hello: 'there' }], SHOW);
		expect(run.attention.map((entry) => issueOf(entry).code)).toEqual(['itemNotUnderstood']);
	});
});

async function runOver(items: object[], parameters: INodeParameters) {
	return await stage.run(items, { parameters });
}
