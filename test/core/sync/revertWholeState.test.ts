import { readLicences } from '../../../core/halo/licences';
import { changeLogRows } from '../../../core/sync/changeLog';
import { applyLicencePlan } from '../../../core/sync/licences/apply';
import { readLoggedChanges } from '../../../core/sync/licences/loggedChange';
import { planRevert } from '../../../core/sync/licences/revert';
import { changeText, customerName } from '../../../core/sync/licences/summary';
import type { HaloLicenceRow } from '../../../simulators/halo/state';
import { adoptionWorld } from '../../../simulators/world/scenarios/adoption';
import { quietNight } from '../../../simulators/world/scenarios/quietNight';
import type { World } from '../../../simulators/world/world';
import { noGuardrails } from '../../support/guardrails';
import { licenceStage, type Night, type NightStage } from '../../support/licenceNight';
import { runtimeFor, signIn } from '../../support/simulatorRuntime';

/** Halo's whole state before a run, and after the run was taken back from its change log. */

jest.setTimeout(120_000);
let stage: NightStage;
afterEach(async () => await stage.stop());

async function takeBack(night: Night, run: string): Promise<{ reported: number; written: number }> {
	const { halo } = stage;
	const token = await signIn(
		`${halo.authUrl}/token?tenant=${halo.credentials.tenant ?? ''}`,
		halo.credentials,
		'all',
	);
	const runtime = runtimeFor(halo.apiUrl, token);
	const byPlan = new Map(night.entries.map((entry) => [entry.plan, entry]));
	const log = changeLogRows(
		night.applied.flatMap((applied) => {
			const entry = byPlan.get(applied.plan);
			return entry === undefined
				? []
				: [
						{
							...applied,
							haloClientId: entry.customer.haloClientId,
							customer: customerName(entry),
							what: changeText(entry),
						},
					];
		}),
		{ id: run, at: '2026-11-23T04:07:00.000Z' },
	);
	const changes = log.flatMap((row, at) => {
		const read = readLoggedChanges({ ...row }, at);
		return read.kind === 'changes' ? read.changes : [];
	});
	expect(changes).toHaveLength(log.length);
	const { list } = await readLicences(runtime, {});
	const { reverts, attention } = planRevert(changes, list.rows, 'snowid');
	const applied = await applyLicencePlan(
		runtime,
		reverts.map(({ plan }) => plan),
		{ keyField: 'snowid', rowsPerRequest: 20, hasSavedState: false, nameOf: ({ key }) => key },
	);
	expect(applied.filter(({ outcome }) => outcome === 'notWritten')).toEqual([]);
	return { reported: attention.length, written: applied.length };
}

const snapshot = (): HaloLicenceRow[] => structuredClone(stage.halo.state.licences);

/** An emptied text and none are the same to Halo; nothing else is left out. */
const comparable = (rows: HaloLicenceRow[]) =>
	rows.map((row) =>
		Object.fromEntries(
			Object.entries(row).map(([name, value]) => [name, value === '' ? null : value]),
		),
	);

function expectRestored(before: HaloLicenceRow[], rest: () => unknown, restBefore: unknown): void {
	const ids = new Set(before.map(({ id }) => id));
	const now = stage.halo.state.licences;
	expect(comparable(now.filter(({ id }) => ids.has(id)))).toEqual(comparable(before));
	expect(now.filter(({ id, is_active }) => !ids.has(id) && is_active)).toEqual([]);
	expect(rest()).toEqual(restBefore);
}

/** Everything in Halo but the rows themselves and what each change of a count leaves behind. */
function restOfState(): unknown {
	const { licences, licenceChanges, proRataEntries, ...rest } = stage.halo.state;
	expect([licences, licenceChanges, proRataEntries].every(Array.isArray)).toBe(true);
	return structuredClone(rest);
}

describe('a run that is taken back', () => {
	it('leaves every row as it was before the take-over; what was created is inactive', async () => {
		const world = adoptionWorld(7, 60);
		stage = await licenceStage(world);
		const before = snapshot();
		const rest = restOfState();
		const night = await stage.night({ policy: { guardrails: noGuardrails } });
		expect(night.applied.some(({ plan }) => plan.action === 'adopt')).toBe(true);
		expect(night.applied.some(({ plan }) => plan.action === 'create')).toBe(true);
		expect(comparable(snapshot())).not.toEqual(comparable(before));
		const { reported, written } = await takeBack(night, '1');
		expect(reported).toBe(0);
		expect(written).toBeGreaterThan(0);
		expectRestored(before, restOfState, rest);
	});

	it('leaves counts, states and keys as they were after the night before', async () => {
		const world = adoptionWorld(7, 60, {
			licence: { native: 0, hand: 0, microsoft: 0 },
			line: { twice: 0 },
		});
		stage = await licenceStage(world);
		await stage.night({ policy: { guardrails: noGuardrails } });
		const before = snapshot();
		const rest = restOfState();
		quietNight({ ...world, stellr: stage.stellr.state, halo: stage.halo.state } as World);
		const night = await stage.night({ policy: { guardrails: noGuardrails } });
		const actions = new Set(night.applied.map(({ plan }) => plan.action));
		expect([...actions].sort()).toEqual(['create', 'end', 'update']);
		const { reported } = await takeBack(night, '2');
		expect(reported).toBe(0);
		expectRestored(before, restOfState, rest);
	});

	it('reports the row that somebody changed since, and leaves that one alone', async () => {
		const world = adoptionWorld(7, 60, {
			licence: { native: 0, hand: 0, microsoft: 0 },
			line: { twice: 0 },
		});
		stage = await licenceStage(world);
		await stage.night({ policy: { guardrails: noGuardrails } });
		quietNight({ ...world, stellr: stage.stellr.state, halo: stage.halo.state } as World);
		const night = await stage.night({ policy: { guardrails: noGuardrails } });
		const changed = night.applied.find(({ plan }) => plan.action === 'update');
		const row = stage.halo.state.licences.find(({ id }) => id === changed?.haloId);
		if (row === undefined) throw new Error('no row was updated');
		row.count = 777;
		expect((await takeBack(night, '3')).reported).toBe(1);
		expect(row.count).toBe(777);
	});
});
