import * as fc from 'fast-check';
import type { CustomerLines } from '../../core/sync/licences/customerLines';
import type { PlanItem } from '../../core/sync/planItem';
import { defaultLicencePolicy, type LicencePolicy } from '../../core/sync/licences/policy';
import type { BatchSize } from '../../core/sync/batchSize';
import { cases } from './cases';
import {
	badKeyHabits,
	habits,
	licenceCase,
	batchSize,
	script,
	today,
	type LicenceCase,
} from './licenceWorlds';
import {
	memoryHalo,
	noFaults,
	type Habits,
	type MemoryHalo,
	type Row,
	type Script,
} from './memoryHalo';
import { applyLicenceRun, planLicenceRun, runtimeOver } from './runs';

/** Whatever Halo does to a run, and wherever it dies: what stands in Halo afterwards is what was planned, once. */

jest.setTimeout(600_000);

const KEY = 'snowid';

interface Setting {
	halo: MemoryHalo;
	customers: CustomerLines[];
	policy: LicencePolicy;
	size: BatchSize;
	/** Everything that any run planned. */
	planned: PlanItem[];
}

function settingOf(given: LicenceCase, day: string, size: BatchSize, habit: Habits): Setting {
	return {
		halo: memoryHalo({ licences: given.licences, clients: [] }, habit, KEY),
		customers: given.customers,
		policy: { ...defaultLicencePolicy, today: day },
		size,
		planned: [],
	};
}

/** One run; answers how many rows it sent. */
async function run(setting: Setting, how: Script, cutBy?: 'signal'): Promise<number> {
	const before = setting.halo.sent.length;
	const controller = new AbortController();
	const http = setting.halo.connect(cutBy === 'signal' ? { ...how, crashAt: null } : how);
	let asked = -1;
	const runtime = runtimeOver(async (request) => {
		asked += 1;
		const outcome = await http(request);
		if (cutBy === 'signal' && asked === how.crashAt) controller.abort();
		return outcome;
	}, controller.signal);
	const plans = await planLicenceRun(runtime, setting.customers, setting.policy);
	if (plans === null) return -1;
	setting.planned.push(...structuredClone(plans));
	await applyLicenceRun(runtime, plans, setting.policy, setting.size);
	return setting.halo.sent.length - before;
}

/** Clean runs until one writes nothing. */
async function untilQuiet(setting: Setting): Promise<number> {
	for (let runs = 1; runs <= 5; runs++) {
		if ((await run(setting, noFaults)) === 0) return runs;
	}
	throw new Error('the runs never come to rest');
}

const keyOf = (row: Row) =>
	String(row[KEY] ?? '')
		.toLowerCase()
		.split(' ')[0];

/** What a person sees in Halo: rows without the numbers of new ones; a second row set aside is none. */
function picture({ tables, created }: MemoryHalo): string[] {
	const kept = tables.licences.filter(
		(row) =>
			row.is_active !== false ||
			!created.has(row.id) ||
			!tables.licences.some((other) => other.id < row.id && keyOf(other) === keyOf(row)),
	);
	return kept
		.map((row) => {
			const entries = Object.entries({ ...row, id: created.has(row.id) ? 'new' : row.id });
			return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
		})
		.sort();
}

function expectSingleKeys({ tables, sentKeys }: MemoryHalo): void {
	const keys = tables.licences
		.filter((row) => row.is_active !== false && sentKeys.has(row.id))
		.map((row) => (sentKeys.get(row.id) ?? '').toLowerCase().split(' ')[0]);
	expect([...new Set(keys)].sort()).toEqual([...keys].sort());
}

/** Every field that was sent stood in the plan for that row; a row set aside must be one of two with one key. */
function expectOnlyPlanned({ halo, planned }: Setting): void {
	for (const { body } of halo.sent) {
		const { id, ...fields } = body;
		const fits = planned.some(
			({ haloId, after }) =>
				haloId === (id ?? null) &&
				Object.entries(fields).every(([field, value]) => after?.[field] === value),
		);
		if (fits) continue;
		expect(fields).toEqual({ is_active: false });
		const row = halo.tables.licences.find((entry) => entry.id === id) as Row;
		const rivals = halo.tables.licences.filter(
			(other) => other.id < row.id && keyOf(other) === keyOf(row),
		);
		expect(halo.created.has(row.id) && rivals.length > 0).toBe(true);
	}
	expect(halo.violations).toEqual([]);
}

const KEPT_BY_HALO = ['name', 'notes', 'price', 'purchase_price', 'site_id', 'type', 'client_id'];

function expectOwnFieldsKept(start: Row[], { tables }: MemoryHalo): void {
	const now = new Map(tables.licences.map((row) => [row.id, row]));
	for (const row of start) {
		const after = now.get(row.id);
		expect(after).toBeDefined();
		for (const field of KEPT_BY_HALO) expect(after?.[field]).toEqual(row[field]);
		const key = String(row[KEY] ?? '');
		// The row of a key stays its row; a renewal hands it on to the next line.
		if (key !== '') expect([key, key.replace('_1', '_2')]).toContain(keyOf(after as Row));
	}
}

/** By the documented limits, computed here without the product's code. */
function expectNoForbiddenDecrease(start: Row[], halo: MemoryHalo, day: string): void {
	const counts = new Map(start.map((row) => [row.id, Number(row.count)]));
	const live = (rows: Row[], clientId: unknown) =>
		rows.filter((row) => row.client_id === clientId && row.is_active === true).length;
	for (const { body } of halo.sent) {
		const before = counts.get(Number(body.id));
		if (before === undefined || typeof body.count !== 'number') continue;
		counts.set(Number(body.id), body.count);
		const drop = before - body.count;
		if (drop <= 0) continue;
		expect(drop <= 2 || drop / before <= 0.25).toBe(true);
		expect(day).not.toBe('2026-11-30');
	}
	const ended = halo.sent.filter(
		({ body }) => body.is_active === false && counts.has(Number(body.id)),
	);
	if (ended.length > 0) expect(day).not.toBe('2026-11-30');
	for (const { client_id: clientId } of start) {
		if (live(start, clientId) > 0) expect(live(halo.tables.licences, clientId)).toBeGreaterThan(0);
	}
}

function expectAllRules(given: LicenceCase, day: string, setting: Setting): void {
	expectSingleKeys(setting.halo);
	expectOnlyPlanned(setting);
	expectOwnFieldsKept(given.licences, setting.halo);
	expectNoForbiddenDecrease(given.licences, setting.halo, day);
}

async function reference(
	given: LicenceCase,
	day: string,
	size: BatchSize,
	habit: Habits,
): Promise<Setting> {
	const calm = settingOf(given, day, size, habit);
	await untilQuiet(calm);
	return calm;
}

describe('licence runs among faults', () => {
	it('end where a run without faults ends, whatever fails and wherever runs die', async () => {
		await fc.assert(
			fc.asyncProperty(
				licenceCase,
				habits,
				fc.array(script, { minLength: 1, maxLength: 3 }),
				today,
				batchSize,
				async (given, habit, scripts, day, size) => {
					const calm = await reference(given, day, size, habit);
					const setting = settingOf(given, day, size, habit);
					for (const how of scripts) {
						await run(setting, how);
						expectSingleKeys(setting.halo);
					}
					await untilQuiet(setting);
					expectAllRules(given, day, setting);
					expect(picture(setting.halo)).toEqual(picture(calm.halo));
				},
			),
			cases(800),
		);
	});

	it('end there too when a person stops them at any request', async () => {
		await fc.assert(
			fc.asyncProperty(
				licenceCase,
				habits,
				fc.nat(12),
				today,
				batchSize,
				async (given, habit, stopAt, day, size) => {
					const calm = await reference(given, day, size, habit);
					const setting = settingOf(given, day, size, habit);
					await run(setting, { ...noFaults, crashAt: stopAt }, 'signal');
					await untilQuiet(setting);
					expectAllRules(given, day, setting);
					expect(picture(setting.halo)).toEqual(picture(calm.halo));
				},
			),
			cases(300),
		);
	});

	it('make no row twice even where Halo drops, cuts or hides the keys', async () => {
		await fc.assert(
			fc.asyncProperty(
				licenceCase,
				badKeyHabits,
				fc.array(script, { minLength: 1, maxLength: 3 }),
				batchSize,
				async (given, habit, scripts, size) => {
					const keyless = {
						...given,
						licences: given.licences.filter((row) => row[KEY] === null),
					};
					const setting = settingOf(keyless, '2026-11-23', size, habit);
					for (const how of scripts) await run(setting, how);
					await run(setting, noFaults);
					await run(setting, noFaults);
					expectSingleKeys(setting.halo);
					expectOnlyPlanned(setting);
				},
			),
			cases(300),
		);
	});

	it('of which two cross at any point, planned before either wrote, leave one row for each key', async () => {
		await fc.assert(
			fc.asyncProperty(
				licenceCase,
				habits,
				fc.scheduler(),
				batchSize,
				async (given, habit, scheduler, size) => {
					const day = '2026-11-23';
					const calm = await reference(given, day, size, habit);
					const setting = settingOf(given, day, size, habit);
					const plans = await planLicenceRun(
						runtimeOver(setting.halo.connect(noFaults)),
						setting.customers,
						setting.policy,
					);
					setting.planned.push(...structuredClone(plans ?? []));
					const turn = async () => await scheduler.schedule(Promise.resolve());
					const runs = [1, 2].map(
						async () =>
							await applyLicenceRun(
								runtimeOver(setting.halo.connect(noFaults, turn)),
								structuredClone(plans ?? []),
								setting.policy,
								size,
							),
					);
					await scheduler.waitFor(Promise.all(runs));
					expectSingleKeys(setting.halo);
					await untilQuiet(setting);
					expectAllRules(given, day, setting);
					expect(picture(setting.halo)).toEqual(picture(calm.halo));
				},
			),
			cases(400),
		);
	});
});
