import type { SavedLicence } from '../../../core/sync/licences/savedState';
import { adoptionWorld } from '../../../simulators/world/scenarios/adoption';
import { quietNight, type QuietNightLine } from '../../../simulators/world/scenarios/quietNight';
import type { World } from '../../../simulators/world/world';
import { licenceStage, type Night, type NightStage } from '../../support/licenceNight';

/** The night after a run that left all in step: 25 counts, 5 cancellations, 3 new lines, 2 that vanished. */

jest.setTimeout(60_000);
let stage: NightStage | undefined;
afterEach(async () => {
	await stage?.stop();
	stage = undefined;
});

const idOf = ({ account, subscriptionId }: QuietNightLine): string =>
	`${account}/${subscriptionId}`;
const sorted = (values: string[]): string[] => [...values].sort();

/** Every line gets its row in the first night. */
async function begin(saved?: Map<string, SavedLicence>) {
	const world = adoptionWorld(25, 50, { licence: { native: 0, hand: 0, microsoft: 0 } });
	const running = await licenceStage(world);
	stage = running;
	await running.night({ saved });
	const settled = await running.night({ saved });
	expect(settled.applied).toEqual([]);
	const live: World = { ...world, stellr: running.stellr.state, halo: running.halo.state };
	return { running, live };
}

function keysOf(night: Night, action: string): string[] {
	return sorted(
		night.entries.filter(({ plan }) => plan.action === action).map(({ plan }) => plan.key),
	);
}

describe.each([
	['without a table', undefined],
	['with a saved licence map', true],
])('%s', (_how, table) => {
	it('exactly the right rows change, and no row gets another number', async () => {
		const saved = table === undefined ? undefined : new Map<string, SavedLicence>();
		const { running, live } = await begin(saved);
		const before = structuredClone(running.halo.state.licences);
		const changes = quietNight(live);
		const night = await running.night({ saved });

		expect(keysOf(night, 'update')).toEqual(sorted(changes.changed.map(idOf)));
		expect(keysOf(night, 'end')).toEqual(sorted(changes.cancelled.map(idOf)));
		expect(keysOf(night, 'create')).toEqual(sorted(changes.added.map(idOf)));
		expect(keysOf(night, 'held')).toEqual(sorted(changes.removed.map(idOf)));
		expect(new Set(night.applied.map(({ outcome }) => outcome))).toEqual(new Set(['written']));

		const now = new Map(running.halo.state.licences.map((row) => [row.id, row]));
		const quantities = new Map(changes.changed.map((line) => [idOf(line), line.after]));
		const cancelled = new Set(changes.cancelled.map(idOf));
		for (const row of before) {
			const key = row.snowid ?? '';
			const after = quantities.get(key) ?? row.count;
			const isOver = cancelled.has(key);
			expect(now.get(row.id)).toEqual({
				...row,
				count: after,
				is_active: !isOver,
				status: isOver ? now.get(row.id)?.status : row.status,
			});
		}
		expect(now.size).toBe(before.length + 3);
	});

	it('vanished lines are reported, their rows left as they are', async () => {
		const saved = table === undefined ? undefined : new Map<string, SavedLicence>();
		const { running, live } = await begin(saved);
		const changes = quietNight(live);
		const gone = new Set(changes.removed.map(idOf));
		const before = running.halo.state.licences.filter(({ snowid }) => gone.has(snowid ?? ''));
		const copy = structuredClone(before);
		const night = await running.night({ saved });
		const missing = night.entries.filter(({ plan }) => plan.reasons[0].code === 'missingAtStellr');
		expect(missing).toHaveLength(2);
		for (const { plan, customer } of missing) {
			expect(plan).toMatchObject({ action: 'held', after: null });
			expect(changes.removed.map(({ customerNo }) => String(customerNo))).toContain(
				customer.customerNo,
			);
		}
		expect(before).toEqual(copy);
	});

	it('the night after that writes nothing', async () => {
		const saved = table === undefined ? undefined : new Map<string, SavedLicence>();
		const { running, live } = await begin(saved);
		quietNight(live);
		await running.night({ saved });
		const after = await running.night({ saved });
		expect(after.applied).toEqual([]);
		// Lines that vanished are counted to three; nothing else is worth a row.
		if (table === true) for (const row of after.rows) expect(row.missingTimes).toBeGreaterThan(0);
	});
});
