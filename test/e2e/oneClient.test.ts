import type { FlowRun, Json } from '../../tools/host/flowRun';
import { writesOf } from './support/costs';
import { FormVisitor } from './support/formVisitor';
import { sharedClientWorld } from './support/sharedClient';
import { applyFirstMapping, nodeOf, openStage, type Stage } from './support/stage';

/** One client at a time: brought in step at once, and its story told; and what a flow says that stops by night. */

jest.setTimeout(300_000);
const SYNC = 'Sync one client now';
const STORY = 'What happened to this client';
let stage: Stage;

beforeEach(async () => {
	stage = await openStage(sharedClientWorld());
});
afterEach(async () => {
	const { violations } = stage.halo.requests.counts();
	await stage.close();
	expect(violations).toEqual([]);
});

const PENDING = {
	hash: 'string',
	key: 'string',
	customer: 'string',
	product: 'string',
	what: 'string',
	wouldBe: 'string',
	moneyPerMonth: 'number',
	currency: 'string',
	heldSince: 'string',
	snoozedUntil: 'string',
	snoozeReason: 'string',
} as const;

async function sync(customerNo: string): Promise<FlowRun> {
	const customer = { __rl: true, mode: 'list', value: customerNo };
	await stage.change(SYNC, 'Which customer', { customer });
	return await stage.runFlow(SYNC);
}

async function tell(clientId: number): Promise<FlowRun> {
	const client = { __rl: true, mode: 'list', value: clientId };
	await stage.change(STORY, 'Which client', { client });
	return await stage.runFlow(STORY);
}

const countOf = (id: number) => stage.halo.state.licences.find((row) => row.id === id)?.count;
const textOf = (run: FlowRun, node: string) => String(run.items(node)[0]?.text);

describe('Sync one client now', () => {
	it('plans and writes the picked customer with all others at its client, and nobody else', async () => {
		const run = await sync('100483');
		expect(run.stopReason).toBeNull();
		expect(textOf(run, 'What is planned')).toContain('1 to be created');
		expect(textOf(run, 'What was written')).toContain('42 to 43 seats');
		expect(countOf(501)).toBe(43);
		expect(countOf(502)).toBe(10);
		const [created] = stage.halo.state.licences.filter(({ id }) => id !== 501 && id !== 502);
		expect(created).toMatchObject({ client_id: 12, count: 5, snowid: 'us/411840_1' });
		const log = (await stage.rows('stellr_halo_changes_v1')) ?? [];
		expect(log.map(({ haloClientId }) => haloClientId)).toEqual([12, 12]);
		expect(run.items('What needs attention')).toEqual([]);
	});

	it('reads the subscriptions of its client only, and a second run writes nothing', async () => {
		await sync('100482');
		stage.forgetRequests();
		const second = await stage.runFlow(SYNC);
		expect(second.stopReason).toBeNull();
		expect(writesOf(stage)).toBe(0);
		expect(second.nodesThatRan.filter((name) => /^(Save|Delete) /.test(name))).toEqual([]);
		const lists = Object.entries(stage.stellr.requests.counts().counts)
			.filter(([route]) => /\/subscriptions$/.test(route))
			.map(([, count]) => count);
		expect(lists.reduce((sum, count) => sum + count, 0)).toBe(2);
	});

	it('remembers what is held at it, and leaves what is held elsewhere', async () => {
		const elsewhere = { hash: 'aaaa', key: 'us/999_1', customer: 'Cedar Freight', what: 'waits' };
		await stage.setRows('stellr_halo_pending_v1', PENDING, [elsewhere]);
		const run = await sync('100484');
		expect(run.stopReason).toBeNull();
		expect(textOf(run, 'What is planned')).toContain('1 held');
		expect(run.nodesThatRan).not.toContain('Apply licences');
		const rows = (await stage.rows('stellr_halo_pending_v1')) ?? [];
		expect(rows.map(({ customer }) => customer).sort()).toEqual([
			'Brook Holdings',
			'Cedar Freight',
		]);
		expect(writesOf(stage)).toBe(0);
	});

	it('plans what Update licences plans for that client', async () => {
		await applyFirstMapping(stage, 'Update licences');
		await stage.edit('Update licences', (workflow) => {
			nodeOf(workflow, 'Apply licences').disabled = true;
		});
		const night = await stage.runFlow('Update licences');
		const hashes = (run: FlowRun) =>
			run
				.items('Plan licences', 'Changed')
				.filter(({ haloClientId }) => haloClientId === 12)
				.map(({ plan }) => (plan as Json).hash)
				.sort();
		expect(hashes(night)).toHaveLength(2);
		expect(hashes(await sync('100482'))).toEqual(hashes(night));
	});

	it('says what to do about a customer that has no client', async () => {
		const run = await sync('100485');
		expect(run.stopReason).toBeNull();
		expect(textOf(run, 'No client yet')).toMatch(
			/Cedar Freight has no Halo client .*Review mapping/,
		);
		expect(run.nodesThatRan).not.toContain('Plan licences');
		expect(writesOf(stage)).toBe(0);
	});

	it('asks for a customer when none is picked, and says when Stellr does not know it', async () => {
		expect((await stage.runFlow(SYNC)).stopReason?.message).toMatch(/"Customer" is required/);
		const gone = await sync('999999');
		expect(gone.stopReason).toBeNull();
		expect(textOf(gone, 'What needs attention')).toMatch(/999999/);
		expect(writesOf(stage)).toBe(0);
	});
});

describe('What happened to this client', () => {
	const entries = (run: FlowRun) => run.items('By time') as Array<Record<string, string>>;
	const from = (run: FlowRun, source: string) =>
		entries(run).filter((entry) => entry.source === source);

	it('tells what was written, what staff changed, what was decided and what is held, newest first', async () => {
		await applyFirstMapping(stage, 'Import customers');
		await stage.runFlow('Import customers');
		await sync('100482');
		await sync('100484');
		expect(stage.halo.staffEdit({ licenceId: 501, count: 40, who: 'Dana Whitfield' })).toBe(true);
		stage.forgetRequests();

		const acorn = await tell(12);
		expect(acorn.stopReason).toBeNull();
		expect(writesOf(stage)).toBe(0);
		const written = from(acorn, 'Written by these flows').map(({ what }) => what);
		expect(written).toHaveLength(2);
		expect(written.join()).toContain('42 to 43 seats');
		const history = from(acorn, "Halo's change history").map(({ what }) => what);
		expect(history.join()).toContain('43 to 40 seats, by Dana Whitfield.');
		expect(from(acorn, 'Mapping').map(({ what }) => what)).toEqual([
			expect.stringContaining('Acorn Construction'),
			expect.stringContaining('Acorn Construction'),
		]);
		expect(from(acorn, 'Now')).toEqual([
			expect.objectContaining({ what: expect.stringContaining('is active in Halo') }),
		]);
		expect(from(acorn, 'Held since then')).toEqual([]);
		const times = entries(acorn).map(({ at }) => at);
		expect(times).toEqual([...times].sort().reverse());
		const text = textOf(acorn, 'In words');
		for (const { what } of entries(acorn)) expect(text).toContain(what);

		const brook = await tell(13);
		expect(from(brook, 'Held since then').map(({ what }) => what)).toEqual([
			expect.stringContaining('Brook Holdings'),
		]);
		expect(from(brook, 'Written by these flows')).toEqual([]);
	});

	it('says what it does not know where Halo shows no history', async () => {
		stage.halo.faults.replace([
			{ match: { path: '/licencechange' }, skip: 0, times: 50, do: '403' },
		]);
		const run = await tell(12);
		expect(run.stopReason).toBeNull();
		expect(from(run, 'Not known')).toEqual([
			expect.objectContaining({
				what: expect.stringContaining('the change history of its licences could not be read'),
			}),
		]);
		expect(from(run, 'Now')).toHaveLength(1);
	});

	it('tells of a client of which nothing was ever written, and asks for one when none is picked', async () => {
		const none = await stage.runFlow(STORY);
		const run = await tell(13);
		expect(entries(run).map(({ source }) => source)).toEqual(['Now']);
		expect(none.stopReason?.message).toMatch(/"Client" is required/);
		const gone = await tell(99);
		expect(gone.stopReason).toBeNull();
		expect(textOf(gone, 'What needs attention')).toMatch(/Client 99/);
	});
});

describe('a flow that stops by itself', () => {
	it('says why, at which node, on its own error branch', async () => {
		const flow = await stage.rest.findWorkflow('Approve changes');
		await stage.rest.publishWorkflow(flow.id);
		stage.halo.faults.replace([{ match: { path: '/client' }, skip: 0, times: 50, do: '403' }]);
		const visitor = new FormVisitor();
		await visitor.signIn();
		const page = await visitor.open('stellr-halo-approve');
		if (page === null) throw new Error('The form asked for a sign-in.');
		await visitor.submit(page, null).catch(() => null);
		const told = await errorRun();
		expect(textOf(told, 'Tell somebody')).toMatch(
			/^Approve changes stopped at Halo Clients: .*Halo/,
		);
	});

	/** The execution of the error branch, which n8n starts after the one that stopped. */
	async function errorRun(): Promise<FlowRun> {
		const flow = await stage.rest.findWorkflow('Approve changes');
		for (let tries = 0; tries < 60; tries += 1) {
			for (const { id } of await stage.rest.executionsOf(flow.id)) {
				const run = await stage.rest.waitForExecution(id, flow);
				if (run.nodesThatRan.includes('If it stops')) return run;
			}
		}
		throw new Error('The error branch did not run.');
	}
});
