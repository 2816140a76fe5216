import type { LicencePlanEntry } from '../../../core/sync/licences/plan';
import type { SavedLicence } from '../../../core/sync/licences/savedState';
import { parseLicenceKey } from '../../../core/sync/stellrKeys';
import type { HaloState } from '../../../simulators/halo/state';
import type { HaloSwitches } from '../../../simulators/halo/switches';
import { adoptionWorld } from '../../../simulators/world/scenarios/adoption';
import type { World } from '../../../simulators/world/world';
import { licenceStage, type NightStage } from '../../support/licenceNight';

/** The first licence run on a Halo that was used before, and the second, which must find nothing to do. */

jest.setTimeout(120_000);
let stage: NightStage | undefined;
afterEach(async () => {
	await stage?.stop();
	stage = undefined;
});

async function begin(world: World, switches: Partial<HaloSwitches> = {}): Promise<NightStage> {
	stage = await licenceStage(world, switches);
	return stage;
}

const actionsOf = (entries: LicencePlanEntry[], subscriptionId: string): string[] =>
	entries
		.filter((entry) => entry.subscription?.subscriptionId === subscriptionId)
		.map(({ plan }) => plan.action);

const writesOf = (running: NightStage): number =>
	Object.entries(running.halo.requests.counts().counts)
		.filter(([route]) => route.startsWith('POST '))
		.reduce((sum, [, count]) => sum + count, 0);

function linkedLicences(state: HaloState): string {
	return JSON.stringify(
		state.recurringInvoices.map((invoice) =>
			invoice.lines.map((line) =>
				[...line.quantity_licences, ...line.quantity_subscriptions].map((link) => link.licence_id),
			),
		),
	);
}

function keyHolders(state: HaloState): Map<string, number[]> {
	const holders = new Map<string, number[]>();
	for (const row of state.licences) {
		const key = parseLicenceKey(row.snowid)?.key;
		if (key !== undefined) holders.set(key, [...(holders.get(key) ?? []), row.id]);
	}
	return holders;
}

describe('with a saved licence map', () => {
	it('adopts every row with id or unique SKU evidence, and the right one', async () => {
		const world = adoptionWorld();
		const saved = new Map<string, SavedLicence>();
		const running = await begin(world);
		const { entries } = await running.night({ saved });
		const certain = world.truth.subscriptions.filter(
			({ evidence }) => evidence === 'id' || evidence === 'sku',
		);
		expect(certain.length).toBeGreaterThan(100);
		for (const truth of certain) {
			if (truth.origin === 'microsoft') continue;
			const row = keyHolders(running.halo.state).get(`us/${truth.subscriptionId}`)?.[0];
			const mapped = saved.get(`us/${truth.subscriptionId}`)?.haloLicenceId;
			expect([truth.subscriptionId, row ?? mapped]).toEqual([
				truth.subscriptionId,
				truth.licenceId,
			]);
			expect(actionsOf(entries, truth.subscriptionId)).not.toContain('create');
		}
	});

	it('a second run writes nothing to Halo and nothing to the table', async () => {
		const saved = new Map<string, SavedLicence>();
		const running = await begin(adoptionWorld());
		await running.night({ saved });
		const before = writesOf(running);
		const second = await running.night({ saved });
		expect(writesOf(running)).toBe(before);
		expect(second.rows).toEqual([]);
	});

	it('never overwrites what another importer wrote into the key field', async () => {
		const world = adoptionWorld();
		const foreign = world.halo.licences.filter((row) => row.snowid !== null);
		expect(foreign.length).toBeGreaterThan(5);
		const running = await begin(world);
		await running.night({ saved: new Map() });
		const now = new Map(running.halo.state.licences.map((row) => [row.id, row.snowid]));
		for (const row of foreign) expect([row.id, now.get(row.id)]).toEqual([row.id, row.snowid]);
	});
});

describe('without any table', () => {
	it('holds the doubtful rows and makes no second row for them', async () => {
		const world = adoptionWorld();
		const running = await begin(world);
		const { entries } = await running.night();
		const doubtful = world.truth.subscriptions.filter(
			({ origin, evidence }) => origin === 'microsoft' || (origin === 'hand' && evidence !== 'sku'),
		);
		expect(doubtful.length).toBeGreaterThan(15);
		for (const truth of doubtful) {
			const actions = actionsOf(entries, truth.subscriptionId);
			expect([truth.subscriptionId, actions]).toEqual([
				truth.subscriptionId,
				[expect.stringMatching(/^(held|skipped)$/)],
			]);
		}
	});

	it('creates only where nothing similar exists, and no subscription has two rows', async () => {
		const world = adoptionWorld();
		const before = world.halo.licences.length;
		const running = await begin(world);
		const { entries, applied } = await running.night();
		const created = entries.filter(({ plan }) => plan.action === 'create');
		for (const { subscription } of created) {
			const truth = world.truth.subscriptions.find(
				(entry) => entry.subscriptionId === subscription?.subscriptionId,
			);
			expect([subscription?.subscriptionId, truth?.licenceId]).toEqual([
				subscription?.subscriptionId,
				null,
			]);
		}
		expect(created.length).toBeGreaterThan(50);
		expect(applied.filter((result) => result.outcome !== 'written')).toEqual([]);
		expect(running.halo.state.licences.length).toBe(before + created.length);
		for (const [key, ids] of keyHolders(running.halo.state))
			expect([key, ids.length]).toEqual([key, 1]);
	});

	it('keeps the licence id of every recurring line and the count of every adopted row', async () => {
		const world = adoptionWorld();
		const lines = linkedLicences(world.halo);
		const counts = world.halo.licences.map((row) => [row.id, row.count]);
		const running = await begin(world);
		await running.night();
		expect(linkedLicences(running.halo.state)).toBe(lines);
		const known = new Set(counts.map(([id]) => id));
		const now = running.halo.state.licences
			.filter((row) => known.has(row.id))
			.map((row) => [row.id, row.count]);
		expect(now).toEqual(counts);
	});

	it('adoption writes the key and nothing else', async () => {
		const running = await begin(adoptionWorld());
		const { applied } = await running.night();
		const adopted = applied.filter(({ plan }) => plan.action === 'adopt');
		expect(adopted.length).toBeGreaterThan(50);
		for (const { plan } of adopted) expect(Object.keys(plan.after ?? {})).toEqual(['snowid']);
	});

	it('holds count differences found at adoption on every later night, until a person settles them', async () => {
		const world = adoptionWorld();
		const running = await begin(world);
		const first = await running.night();
		const waiting = (entries: LicencePlanEntry[]) =>
			entries
				.filter(({ plan }) => plan.action === 'held' && plan.reasons[0].code === 'countAtAdoption')
				.map(({ plan }) => plan.key)
				.sort();
		expect(waiting(first.entries).length).toBeGreaterThan(3);
		const second = await running.night();
		expect(second.applied).toEqual([]);
		expect(waiting(second.entries)).toEqual(waiting(first.entries));
	});

	it('takes the mark off once somebody brought the count in step', async () => {
		const running = await begin(adoptionWorld());
		const first = await running.night();
		const held = first.entries.find(({ plan }) => plan.reasons[0].code === 'countAtAdoption');
		const row = running.halo.state.licences.find(({ id }) => id === held?.plan.haloId);
		if (row === undefined || held === undefined)
			throw new Error('no held difference in this world');
		row.count = held.subscription?.quantity ?? 0;
		const second = await running.night();
		expect(second.applied.map(({ plan }) => plan.after)).toEqual([{ snowid: held.plan.key }]);
		const third = await running.night();
		expect(third.applied).toEqual([]);
	});
});

describe.each<[string, Partial<HaloSwitches>]>([
	['nothing unusual', {}],
	['the list leaves out the key', { licenceListOmits: ['snowid'] }],
	['the list hides inactive rows', { inactiveLicencesNeverListed: true }],
	['the key is cut', { keyCutTo: 9 }],
	['the key loses what stands behind it', { keyCutTo: 16 }],
	['the key is written in lower case', { keyLowerCased: true }],
	['dates are shifted back by the zone', { dateShiftHours: -5 }],
	['dates are shifted ahead by the zone', { dateShiftHours: 10 }],
	['writes are answered with an envelope', { postAnswer: 'envelope' }],
])('a second run writes nothing when %s', (_what, switches) => {
	it.each([
		['without a table', undefined],
		['with a saved licence map', true],
	])('%s', async (_how, table) => {
		const running = await begin(adoptionWorld(45, 24), switches);
		const saved = table === undefined ? undefined : new Map<string, SavedLicence>();
		await running.night({ saved });
		const before = writesOf(running);
		const rows = running.halo.state.licences.length;
		await running.night({ saved });
		expect(writesOf(running)).toBe(before);
		expect(running.halo.state.licences.length).toBe(rows);
	});
});

it('stops after one row, night after night, when the key field drops what it is given', async () => {
	const running = await begin(adoptionWorld(45, 24), { snowid: 'dropped' });
	const rows = running.halo.state.licences.length;
	const first = await running.night();
	const second = await running.night();
	for (const { applied } of [first, second]) {
		expect(applied.filter(({ outcome }) => outcome === 'written')).toHaveLength(1);
		expect(applied.map(({ issue }) => issue?.code)).toEqual(applied.map(() => 'keyNotVisible'));
	}
	expect(running.halo.state.licences.length).toBe(rows);
});

it('stops when the agent sees no licences at all, instead of creating every row anew', async () => {
	const running = await begin(adoptionWorld(45, 24), { invisibleAreas: ['softwarelicensing'] });
	const rows = running.halo.state.licences.length;
	const { applied } = await running.night();
	expect(applied.filter(({ outcome }) => outcome === 'written')).toHaveLength(1);
	expect(running.halo.state.licences.length).toBe(rows + 1);
});
