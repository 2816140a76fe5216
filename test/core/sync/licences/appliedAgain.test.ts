import { readLicences } from '../../../../core/halo/licences';
import type { StellrSubscription } from '../../../../core/stellr/schemas';
import { applyLicencePlan } from '../../../../core/sync/licences/apply';
import type { AppliedLicence } from '../../../../core/sync/licences/write';
import { writingActions, type PlanItem } from '../../../../core/sync/planItem';
import type { HaloLicenceRow } from '../../../../simulators/halo/state';
import { aHaloClient, aLicenceRow } from '../../../../simulators/world/builders';
import { haloStage, type HaloStage } from '../../../support/haloStage';
import { aCustomer, aLine, plansFor } from '../records';

/** The items of one plan applied a second time, as a repeated execution does, at once or days later. */

let stage: HaloStage;
afterEach(async () => await stage.stop());

const END = '2026-11-30T00:00:00';
const OLD_END = '2026-10-31T00:00:00';
const PROVED = aLicenceRow({ id: 400, snowid: 'us/1_1', name: 'Zulu', is_active: false });
const row = (fields: Partial<HaloLicenceRow> = {}) =>
	aLicenceRow({ id: 501, snowid: 'us/411833_1', count: 40, end_date: END, ...fields });
const over = aLine({ state: 'expired', status: 'Expire', endDate: '2026-11-20' });
const next = aLine({
	subscriptionId: '500000_1',
	vendorSubscriptionId: over.vendorSubscriptionId,
	startDate: '2026-11-21',
});

const WAYS: Array<[string, HaloLicenceRow[], StellrSubscription[]]> = [
	['create', [], [aLine()]],
	[
		'adopt update',
		[row({ snowid: null, count: 42, product_sku: '7654321', end_date: OLD_END })],
		[aLine()],
	],
	['update', [row()], [aLine()]],
	['end', [row()], [over]],
	['succeed update', [row({ count: 40 })], [over, next]],
];

async function plannedOn(rows: HaloLicenceRow[], lines: StellrSubscription[]): Promise<PlanItem[]> {
	const licences = structuredClone([PROVED, ...rows]);
	stage = await haloStage({ clients: [aHaloClient({ id: 12 })], licences });
	const { list } = await readLicences(stage.runtime, {});
	const plans = plansFor({ customers: [aCustomer(lines)], rows: list.rows });
	return plans.filter(({ action }) => writingActions.includes(action));
}

async function apply(plans: PlanItem[]): Promise<AppliedLicence[]> {
	stage.forget();
	return await applyLicencePlan(stage.runtime, structuredClone(plans), {
		keyField: 'snowid',
		rowsPerRequest: 20,
		hasSavedState: false,
		nameOf: ({ key }) => key,
	});
}

it.each(WAYS)('%s: nothing is written again', async (actions, rows, lines) => {
	const plans = await plannedOn(rows, lines);
	expect(plans.map(({ action }) => action).join(' ')).toBe(actions);
	const first = await apply(plans);
	expect(new Set(first.map(({ outcome }) => outcome))).toEqual(new Set(['written']));
	const before = structuredClone(stage.halo.state.licences);
	const again = await apply(plans);
	expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['alreadySo']));
	expect(again.map(({ haloId }) => haloId)).toEqual(first.map(({ haloId }) => haloId));
	expect(stage.counts()['POST /softwarelicence']).toBeUndefined();
	expect(stage.halo.state.licences).toEqual(before);
});

it.each(WAYS)('%s: what somebody changed since stays', async (_actions, rows, lines) => {
	const plans = await plannedOn(rows, lines);
	await apply(plans);
	const mine = stage.halo.state.licences.find(({ id }) => id !== PROVED.id);
	if (mine === undefined) throw new Error('no row');
	Object.assign(mine, { count: 99, is_active: true });
	const before = structuredClone(stage.halo.state.licences);
	await apply(plans);
	expect(stage.counts()['POST /softwarelicence']).toBeUndefined();
	expect(stage.halo.state.licences).toEqual(before);
});

it.each(WAYS.slice(1))(
	'%s: a row that was given to another line since stays its',
	async (_actions, rows, lines) => {
		const plans = await plannedOn(rows, lines);
		const [, mine] = stage.halo.state.licences;
		mine.snowid = 'us/900000_1';
		const before = structuredClone(stage.halo.state.licences);
		const applied = await apply(plans);
		expect(new Set(applied.map(({ outcome }) => outcome))).toEqual(new Set(['notWritten']));
		expect(stage.halo.state.licences).toEqual(before);
	},
);
