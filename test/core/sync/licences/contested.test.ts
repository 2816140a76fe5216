import { readLicences } from '../../../../core/halo/licences';
import type { StellrSubscription } from '../../../../core/stellr/schemas';
import { applyLicencePlan } from '../../../../core/sync/licences/apply';
import type { AppliedLicence } from '../../../../core/sync/licences/write';
import { writingActions, type PlanItem } from '../../../../core/sync/planItem';
import type { HaloLicenceRow } from '../../../../simulators/halo/state';
import { aHaloClient, aLicenceRow } from '../../../../simulators/world/builders';
import { haloStage, type HaloStage } from '../../../support/haloStage';
import { aCustomer, aLine, plansFor } from '../records';

/** The items of two plans in one Apply, as two Plan nodes wired to it bring them. */

let stage: HaloStage;
afterEach(async () => await stage.stop());

const END = '2026-11-30T00:00:00';
const PROVED = aLicenceRow({ id: 400, snowid: 'us/1_1', name: 'Zulu', is_active: false });
const keyed = (fields: Partial<HaloLicenceRow> = {}) =>
	aLicenceRow({ id: 501, snowid: 'us/411833_1', count: 40, end_date: END, ...fields });
const unkeyed = (fields: Partial<HaloLicenceRow> = {}) =>
	keyed({ snowid: null, product_sku: '7654321', ...fields });

async function begin(...licences: HaloLicenceRow[]): Promise<void> {
	stage = await haloStage({ clients: [aHaloClient({ id: 12 })], licences: [PROVED, ...licences] });
}

async function planned(...lines: StellrSubscription[]): Promise<PlanItem[]> {
	const { list } = await readLicences(stage.runtime, {});
	const plans = plansFor({ customers: [aCustomer(lines)], rows: list.rows });
	return plans.filter(({ action }) => writingActions.includes(action));
}

async function apply(...plans: PlanItem[]): Promise<AppliedLicence[]> {
	stage.forget();
	return await applyLicencePlan(stage.runtime, plans, {
		keyField: 'snowid',
		rowsPerRequest: 20,
		hasSavedState: false,
		nameOf: ({ key }) => key,
	});
}

const rowNow = (id = 501) => stage.halo.state.licences.find((row) => row.id === id);
const said = (applied: AppliedLicence[]) =>
	applied.map(({ outcome, issue }) => issue?.code ?? outcome);
const written = () => stage.counts()['POST /softwarelicence'] ?? 0;

it('two counts for one row: neither is written, and both say so', async () => {
	await begin(keyed());
	const plans = [
		...(await planned(aLine({ quantity: 42 }))),
		...(await planned(aLine({ quantity: 45 }))),
	];
	expect(said(await apply(...plans))).toEqual(['contested', 'contested']);
	expect([rowNow()?.count, written()]).toEqual([40, 0]);
});

it('two lines that take over one row: neither gets it, and nothing else is written to it', async () => {
	await begin(unkeyed());
	const plans = [
		...(await planned(aLine({ quantity: 40 }))),
		...(await planned(aLine({ subscriptionId: '7_1', quantity: 40, endDate: '2026-12-31' }))),
	];
	expect(plans.map(({ action, key }) => `${action} ${key}`)).toEqual([
		'adopt us/411833_1',
		'adopt us/7_1',
		'update us/7_1',
	]);
	expect(said(await apply(...plans))).toEqual(['contested', 'contested', 'contested']);
	expect([rowNow()?.snowid, written()]).toEqual([null, 0]);
});

it('an end of the old line beside the renewal that takes its row over: the row stays live', async () => {
	await begin(keyed({ count: 42 }));
	const over = aLine({ state: 'expired', status: 'Expire', endDate: '2026-11-20' });
	const next = aLine({
		subscriptionId: '500000_1',
		vendorSubscriptionId: over.vendorSubscriptionId,
		startDate: '2026-11-21',
	});
	const plans = [...(await planned(over)), ...(await planned(over, next))];
	expect(plans.map(({ action }) => action)).toEqual(['end', 'succeed']);
	expect(said(await apply(...plans))).toEqual(['contested', 'contested']);
	expect([rowNow()?.snowid, rowNow()?.is_active]).toEqual(['us/411833_1', true]);
});

it('a new row for a line that another plan gives an existing one: no second row is made', async () => {
	await begin();
	const create = await planned(aLine());
	stage.halo.state.licences.push(unkeyed({ count: 42 }));
	const adopt = await planned(aLine());
	expect([...create, ...adopt].map(({ action }) => action)).toEqual(['create', 'adopt']);
	expect(said(await apply(...create, ...adopt))).toEqual(['contested', 'contested']);
	expect([stage.halo.state.licences.length, written()]).toEqual([2, 0]);
});

it('two new rows for one line with different counts: none is made and none is said to be there', async () => {
	await begin();
	const plans = [
		...(await planned(aLine({ quantity: 42 }))),
		...(await planned(aLine({ quantity: 45 }))),
	];
	const applied = await apply(...plans);
	expect(applied.map(({ outcome }) => outcome)).toEqual(['notWritten', 'notWritten']);
	expect(applied[0].issue?.code).toBe('contested');
	expect(stage.halo.state.licences).toHaveLength(1);
});

it('the others of the run are written all the same', async () => {
	const other = aLine({ subscriptionId: '9_1', skuNo: 'b', mfgPartNo: null, productName: 'Duo' });
	await begin(keyed(), keyed({ id: 502, snowid: 'us/9_1', name: 'Duo' }));
	const plans = [
		...(await planned(aLine({ quantity: 42 }), other)),
		...(await planned(aLine({ quantity: 45 }), other)),
	];
	expect(said(await apply(...plans))).toEqual(['contested', 'written', 'contested', 'alreadySo']);
	expect([rowNow()?.count, rowNow(502)?.count]).toEqual([40, 42]);
});

it('an older plan that is settled or has lapsed speaks against nothing', async () => {
	await begin(keyed());
	const old = await planned(aLine({ quantity: 42 }));
	const [row] = stage.halo.state.licences.slice(1);
	row.count = 42;
	const now = await planned(aLine({ quantity: 45 }));
	expect(said(await apply(...old, ...now))).toEqual(['alreadySo', 'written']);
	row.count = 46;
	const next = await planned(aLine({ quantity: 47 }));
	expect(said(await apply(...now, ...next))).toEqual(['movedSince', 'written']);
});

it('taking a row over and changing it at once is no contradiction', async () => {
	await begin(unkeyed({ count: 42, end_date: '2026-10-31T00:00:00' }));
	const plans = await planned(aLine());
	expect(plans.map(({ action }) => action)).toEqual(['adopt', 'update']);
	expect(said(await apply(...plans))).toEqual(['written', 'written']);
});
