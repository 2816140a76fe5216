import type { HaloLicenceRow } from '../../simulators/halo/state';
import { adoptionWorld } from '../../simulators/world/scenarios/adoption';
import type { FlowRun, Json } from '../../tools/host/flowRun';
import { writesOf } from './support/costs';
import { FormVisitor, type FormPage } from './support/formVisitor';
import { applyFirstMapping, openStage, type Stage } from './support/stage';

/** The page on which held changes are approved, and taking a run back, in the real n8n. */

jest.setTimeout(300_000);
const FORM = 'stellr-halo-approve';
const APPROVE = 'Approve changes';
let stage: Stage;

/** A Halo that was used before, after its first night: some is held. */
beforeEach(async () => {
	const world = adoptionWorld(7, 25);
	stage = await openStage({
		stellr: world.stellr,
		halo: world.halo,
		haloSwitches: { rateLimit: 0 },
	});
	await applyFirstMapping(stage, 'Update licences', APPROVE);
});

afterEach(async () => {
	const { violations } = stage.halo.requests.counts();
	await stage.close();
	expect(violations).toEqual([]);
});

async function firstNight(): Promise<FlowRun> {
	const run = await stage.runFlow('Update licences');
	expect(run.stopReason).toBeNull();
	stage.forgetRequests();
	return run;
}

async function publish(): Promise<void> {
	await stage.rest.publishWorkflow((await stage.rest.findWorkflow(APPROVE)).id);
}

/** Signs in, opens the form and asks for what waits. */
async function openPage(): Promise<{ visitor: FormVisitor; page: FormPage }> {
	const visitor = new FormVisitor();
	await visitor.signIn();
	const first = await visitor.open(FORM);
	if (first === null) throw new Error('The form asked for a sign-in.');
	const page = await visitor.submit(first, null);
	if (page === null) throw new Error('The page of held changes did not come.');
	return { visitor, page };
}

/** The run behind the form, once it has ended. */
async function endedRun(): Promise<FlowRun> {
	const workflow = await stage.rest.findWorkflow(APPROVE);
	const filter = encodeURIComponent(JSON.stringify({ workflowId: workflow.id }));
	const { results } = await stage.rest.data<{ results: Array<{ id: string }> }>(
		'GET',
		`/rest/executions?filter=${filter}&limit=5`,
	);
	return await stage.rest.waitForExecution(results[0].id, workflow);
}

const rowsNow = (): HaloLicenceRow[] => structuredClone(stage.halo.state.licences);

const pendingRow = async (wouldBe: string): Promise<Json> => {
	const rows = (await stage.rows('stellr_halo_pending_v1')) ?? [];
	const found = rows.find((row) => row.wouldBe === wouldBe);
	if (found === undefined) throw new Error(`Nothing is held that would be "${wouldBe}".`);
	return found;
};

const hashIn = (page: FormPage, hash: unknown): string => {
	const choice = page.choices.find((text) => text.endsWith(` · ${String(hash)}`));
	if (choice === undefined) throw new Error(`The page has no choice for ${String(hash)}.`);
	return choice;
};

describe('Approve changes', () => {
	it('shows the page to nobody who is not signed in to n8n', async () => {
		await firstNight();
		await publish();
		expect(await new FormVisitor().open(FORM)).toBeNull();
	});

	it('writes what is ticked and nothing else', async () => {
		await firstNight();
		await publish();
		const held = await pendingRow('update');
		const before = rowsNow();
		const { visitor, page } = await openPage();
		const done = await visitor.submit(page, [hashIn(page, held.hash)]);
		expect(done?.text).toContain('1 applied');
		await visitor.close(done);
		const run = await endedRun();
		expect(run.stopReason).toBeNull();

		const log = (await stage.rows('stellr_halo_changes_v1')) ?? [];
		const [row] = log.filter(({ hash }) => hash === held.hash);
		expect(row).toMatchObject({ key: held.key, action: 'update', outcome: 'written' });
		const changed = rowsNow().filter(
			(now) => JSON.stringify(now) !== JSON.stringify(before.find(({ id }) => id === now.id)),
		);
		expect(changed.map(({ id }) => id)).toEqual([row.haloId]);
		expect(changed[0]).toMatchObject(JSON.parse(String(row.after)));
		const pending = (await stage.rows('stellr_halo_pending_v1')) ?? [];
		expect(pending.filter(({ hash }) => hash === held.hash)).toEqual([]);
		expect(pending.length).toBeGreaterThan(0);
	});

	it('creates a second licence only for a choice that says so, below all others', async () => {
		await firstNight();
		await publish();
		const held = await pendingRow('create');
		const before = rowsNow();
		const { visitor, page } = await openPage();
		expect(page.text).toContain('Settle these in Halo first');
		const { options } = page.fields['Approve all the same'];
		const choice = options.find((text) => text.endsWith(` · ${String(held.hash)}`));
		expect(choice).toMatch(/^Creates a new licence, \d+ seats?, beside the row/);
		const done = await visitor.fillIn(page, { 'Approve all the same': [choice ?? ''] });
		expect(done?.text).toContain('1 applied');
		await visitor.close(done);
		const known = new Set(before.map(({ id }) => id));
		expect(rowsNow().filter(({ id }) => !known.has(id))).toHaveLength(1);
	});

	it('writes nothing for a choice that fits no held item', async () => {
		await firstNight();
		await publish();
		const { visitor, page } = await openPage();
		const done = await visitor.submit(page, ['Acorn Construction: anything · 0123456789abcdef']);
		expect(done?.text).toContain('0 applied');
		expect(done?.text).toContain('1 of your choices no longer fit');
		await visitor.close(done);
		expect((await endedRun()).stopReason).toBeNull();
		expect(writesOf(stage)).toBe(0);
	});

	it('writes nothing when the row moved while the page was open', async () => {
		await firstNight();
		await publish();
		const held = await pendingRow('update');
		const { visitor, page } = await openPage();
		const row = stage.halo.state.licences.find(
			({ snowid }) => snowid?.split('#')[0].trim().startsWith(String(held.key)) === true,
		);
		if (row === undefined) throw new Error('The held row was not found.');
		row.count += 1;
		const done = await visitor.submit(page, [hashIn(page, held.hash)]);
		expect(done?.text).toContain('0 applied');
		await visitor.close(done);
		expect(writesOf(stage)).toBe(0);
	});

	it('writes nothing when nothing is ticked', async () => {
		await firstNight();
		await publish();
		const { visitor, page } = await openPage();
		const done = await visitor.submit(page, []);
		expect(done?.text).toContain('Nothing was applied');
		await visitor.close(done);
		const run = await endedRun();
		expect(run.nodesThatRan).not.toContain('Apply approved');
		expect(writesOf(stage)).toBe(0);
	});

	it('writes nothing when nobody answers in time', async () => {
		await firstNight();
		await stage.change(APPROVE, 'What waits', { resumeAmount: 2, resumeUnit: 'seconds' });
		await publish();
		const { page } = await openPage();
		expect(page.choices.length).toBeGreaterThan(0);
		const run = await endedRun();
		expect(run.status).toBe('success');
		expect(run.nodesThatRan).toContain('Answered at all?');
		expect(run.nodesThatRan).not.toContain('Apply approved');
		expect(writesOf(stage)).toBe(0);
	});
});

describe('Revert changes', () => {
	const comparable = (rows: HaloLicenceRow[]) =>
		rows.map((row) =>
			Object.fromEntries(
				Object.entries(row).map(([name, value]) => [name, value === '' ? null : value]),
			),
		);

	it('first says what it would take back, then puts every row back as it was before the run', async () => {
		const before = rowsNow();
		const night = await firstNight();
		const log = (await stage.rows('stellr_halo_changes_v1')) ?? [];
		expect(new Set(log.map(({ run }) => run))).toEqual(new Set([night.executionId]));

		await stage.change('Revert changes', 'Revert', { run: night.executionId });
		const shown = await stage.runFlow('Revert changes');
		expect(shown.stopReason).toBeNull();
		expect(shown.items('Revert', 'Changed').length).toBeGreaterThan(0);
		expect(writesOf(stage)).toBe(0);

		await stage.change('Revert changes', 'Revert', { onlyShow: false });
		const run = await stage.runFlow('Revert changes');
		expect(run.stopReason).toBeNull();
		expect(run.items('Revert', 'Needs Attention')).toEqual([]);
		const ids = new Set(before.map(({ id }) => id));
		const now = rowsNow();
		expect(comparable(now.filter(({ id }) => ids.has(id)))).toEqual(comparable(before));
		expect(now.filter(({ id, is_active }) => !ids.has(id) && is_active)).toEqual([]);
		expect((await stage.rows('stellr_halo_changes_v1'))?.length).toBeGreaterThan(log.length);

		stage.forgetRequests();
		await stage.runFlow('Revert changes');
		expect(writesOf(stage)).toBe(0);
	});
});

describe('Missed night', () => {
	const messages = async () =>
		(await stage.runFlow('Missed night')).items('Put your message here').map(({ text }) => text);

	it('speaks up until there was a good run, and again when the last one is older than a day', async () => {
		expect(await messages()).toEqual([expect.stringContaining('no good run since it was set up')]);
		await firstNight();
		expect(await messages()).toEqual([]);
		await stage.setRows(
			'stellr_halo_runs_v1',
			{
				flow: 'string',
				lastGoodRun: 'string',
				lastGoodVerdict: 'string',
				lastRefusal: 'string',
				lastRefusalVerdict: 'string',
			},
			[{ flow: 'Update licences', lastGoodRun: '2026-01-02T04:07:00.000Z' }],
		);
		expect(await messages()).toEqual([expect.stringContaining('2026-01-02')]);
	});
});
