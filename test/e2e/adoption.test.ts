import { parseLicenceKey } from '../../core/sync/stellrKeys';
import type { HaloState } from '../../simulators/halo/state';
import type { HaloSwitches } from '../../simulators/halo/switches';
import { adoptionWorld } from '../../simulators/world/scenarios/adoption';
import { quietNight } from '../../simulators/world/scenarios/quietNight';
import type { World } from '../../simulators/world/world';
import type { FlowRun, Json } from '../../tools/host/flowRun';
import { writesOf } from './support/costs';
import { applyFirstMapping, openStage, type Stage } from './support/stage';

/** Licences on a Halo that was used before: adopted, never doubled, and quiet once in step. */

jest.setTimeout(300_000);
let stage: Stage;

const countsOf = (run: FlowRun, node: string): Json =>
	(run.items(node, 'Summary')[0]?.counts ?? {}) as Json;

async function open(world: World, haloSwitches: Partial<HaloSwitches> = {}): Promise<void> {
	stage = await openStage({
		stellr: world.stellr,
		halo: world.halo,
		haloSwitches: { rateLimit: 0, ...haloSwitches },
	});
	await applyFirstMapping(stage, 'Update licences');
}

afterEach(async () => {
	const { violations } = stage.halo.requests.counts();
	await stage.close();
	expect(violations).toEqual([]);
});

const holdersOf = (state: HaloState, subscriptionId: string): number[] =>
	state.licences
		.filter((row) => parseLicenceKey(row.snowid)?.key === `us/${subscriptionId}`)
		.map((row) => row.id);

function linkedLicences(state: HaloState): number[][][] {
	return state.recurringInvoices.map((invoice) =>
		invoice.lines.map((line) =>
			[...line.quantity_licences, ...line.quantity_subscriptions].map((link) => link.licence_id),
		),
	);
}

describe('Update licences', () => {
	it('adopts what has id or unique SKU evidence, holds the doubtful, creates the rest, and then rests', async () => {
		const world = adoptionWorld();
		const lines = linkedLicences(world.halo);
		const counts = new Map(world.halo.licences.map((row) => [row.id, row.count]));
		await open(world);
		const first = await stage.runFlow('Update licences');
		expect(first.stopReason).toBeNull();
		expect(countsOf(first, 'Apply licences')).toMatchObject({ notWritten: 0 });

		const table = (await stage.rows('stellr_halo_licences_v1')) ?? [];
		const memory = async () => ({
			pending: await stage.rows('stellr_halo_pending_v1'),
			changes: await stage.rows('stellr_halo_changes_v1'),
		});
		const kept = await memory();
		expect(kept.pending?.length).toBeGreaterThan(0);
		expect(kept.changes?.length).toBeGreaterThan(0);
		const mapped = new Map(table.map((row) => [row.key, Number(row.haloLicenceId)]));
		for (const truth of world.truth.subscriptions) {
			const holders = holdersOf(stage.halo.state, truth.subscriptionId);
			expect(holders.length).toBeLessThan(2);
			const row = holders[0] ?? mapped.get(`us/${truth.subscriptionId}`);
			const certain = truth.evidence === 'id' || truth.evidence === 'sku';
			if (certain && truth.origin !== 'microsoft' && truth.kind === 'seat') {
				expect([truth.subscriptionId, row]).toEqual([truth.subscriptionId, truth.licenceId]);
			} else if (truth.licenceId !== null && row !== undefined) {
				expect([truth.subscriptionId, row]).toEqual([truth.subscriptionId, truth.licenceId]);
			}
		}
		expect(linkedLicences(stage.halo.state)).toEqual(lines);
		for (const row of stage.halo.state.licences) {
			if (counts.has(row.id)) expect([row.id, row.count]).toEqual([row.id, counts.get(row.id)]);
		}

		stage.forgetRequests();
		const second = await stage.runFlow('Update licences');
		expect(second.stopReason).toBeNull();
		expect(writesOf(stage)).toBe(0);
		const saving = second.nodesThatRan.filter((name) => /^(Save|Delete) /.test(name));
		// Nothing is written by a quiet night but when it was.
		expect(saving).toEqual(['Save run']);
		expect(second.nodesThatRan).not.toContain('Apply licences');
		expect(await stage.rows('stellr_halo_licences_v1')).toEqual(table);
		expect(await memory()).toEqual(kept);
		const runs = await stage.rows('stellr_halo_runs_v1');
		expect(runs).toMatchObject([{ flow: 'Update licences', lastRefusal: null }]);
	});

	it.each<[string, Partial<HaloSwitches>]>([
		['leaves out the key', { licenceListOmits: ['snowid'] }],
		['hides inactive rows', { inactiveLicencesNeverListed: true }],
		['cuts the key', { keyCutTo: 9 }],
		['shifts dates', { dateShiftHours: -5 }],
	])(
		'writes nothing on the second run when the list %s, with and without tables',
		async (_what, switches) => {
			for (const flow of ['Quick start', 'Update licences']) {
				await open(adoptionWorld(45, 20), switches);
				await stage.runFlow(flow);
				const rows = stage.halo.state.licences.length;
				stage.forgetRequests();
				const second = await stage.runFlow(flow);
				expect(second.stopReason).toBeNull();
				expect(writesOf(stage)).toBe(0);
				expect(stage.halo.state.licences.length).toBe(rows);
				if (flow === 'Quick start') await stage.close();
			}
		},
	);

	it('after a night of changes touches exactly the rows that changed', async () => {
		// Every line in step before the night: no rows of others, all made by the first run.
		const world = adoptionWorld(7, 60, {
			licence: { native: 0, hand: 0, microsoft: 0 },
			line: { twice: 0 },
		});
		await open(world);
		// Whatever the day of the month on which the tests run.
		await stage.change('Update licences', 'Plan licences', {
			guardrails: { billingFreeze: false },
		});
		await stage.runFlow('Update licences');
		const before = new Map(stage.halo.state.licences.map((row) => [row.id, { ...row }]));
		const live: World = { ...world, stellr: stage.stellr.state, halo: stage.halo.state };
		const night = quietNight(live);
		expect([
			night.changed.length,
			night.cancelled.length,
			night.added.length,
			night.removed.length,
		]).toEqual([25, 5, 3, 2]);

		stage.forgetRequests();
		const run = await stage.runFlow('Update licences');
		expect(run.stopReason).toBeNull();
		expect(countsOf(run, 'Apply licences')).toMatchObject({
			updated: 25,
			ended: 5,
			created: 3,
			adopted: 0,
			notWritten: 0,
		});
		const now = stage.halo.state.licences;
		const idOf = (subscriptionId: string) => holdersOf(stage.halo.state, subscriptionId)[0];
		for (const line of night.changed) {
			expect(now.find((row) => row.id === idOf(line.subscriptionId))?.count).toBe(line.after);
		}
		for (const line of night.cancelled) {
			const row = now.find((entry) => entry.id === idOf(line.subscriptionId));
			expect([row?.is_active, row?.count]).toEqual([false, before.get(row?.id ?? 0)?.count]);
		}
		for (const line of night.removed) {
			const id = idOf(line.subscriptionId);
			expect(now.find((row) => row.id === id)).toEqual(before.get(id));
			const held = run
				.items('Plan licences', 'Held')
				.find((item) => (item.plan as Json).key === `us/${line.subscriptionId}`);
			expect((held?.plan as { reasons: Array<{ code: string }> }).reasons[0].code).toBe(
				'missingAtStellr',
			);
		}
		const touched = new Set(
			[...night.changed, ...night.cancelled].map((line) => idOf(line.subscriptionId)),
		);
		for (const [id, row] of before) {
			if (!touched.has(id)) expect(now.find((entry) => entry.id === id)).toEqual(row);
		}
		expect(now.length).toBe(before.size + 3);
	});
});
