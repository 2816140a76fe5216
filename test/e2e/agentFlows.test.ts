import type { FlowRun, Json } from '../../tools/host/flowRun';
import type { WorkflowNode } from '../../tools/host/restClient';
import { writesOf } from './support/costs';
import { openStage, type Stage } from './support/stage';
import { scriptedModel, type ScriptedModel } from './support/scriptedModel';
import { sharedClientWorld } from './support/sharedClient';

/** The flows that AI agents call as tools, called by another flow and by a real AI Agent node. */

jest.setTimeout(300_000);
const PLAN = 'Plan licences of a customer';
const APPLY = 'Apply planned licences';
let stage: Stage;

beforeEach(async () => {
	stage = await openStage(sharedClientWorld());
});
afterEach(async () => {
	const { violations } = stage.halo.requests.counts();
	await stage.close();
	expect(violations).toEqual([]);
});

const node = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: Json = {},
	more: Partial<WorkflowNode> = {},
): WorkflowNode => ({ id: name, name, type, typeVersion, position: [0, 0], parameters, ...more });

const START = node('Run by hand', 'n8n-nodes-base.manualTrigger', 1);

/** How a flow calls another one: the flow, and its declared inputs filled in. */
async function callOf(flow: string, value: Record<string, string>): Promise<Json> {
	const { id } = await stage.rest.findWorkflow(flow);
	const schema = Object.keys(value).map((input) => ({
		id: input,
		displayName: input,
		type: 'string',
		required: false,
		defaultMatch: false,
		display: true,
		canBeUsedToMatch: true,
		removed: false,
	}));
	return {
		workflowId: { __rl: true, mode: 'id', value: id },
		workflowInputs: {
			mappingMode: 'defineBelow',
			value,
			matchingColumns: [],
			schema,
			attemptToConvertTypes: false,
			convertFieldsToString: true,
		},
	};
}

async function call(flow: string, value: Record<string, string>): Promise<FlowRun> {
	const { id } = await stage.rest.createWorkflow({
		name: 'Caller',
		nodes: [START, node('Call', 'n8n-nodes-base.executeWorkflow', 1.2, await callOf(flow, value))],
		connections: { 'Run by hand': { main: [[{ node: 'Call', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	const run = await stage.rest.runWorkflow(id);
	await stage.rest.deleteWorkflow(id);
	return run;
}

async function answer(flow: string, value: Record<string, string>): Promise<Json> {
	const run = await call(flow, value);
	expect(run.stopReason).toBeNull();
	const items = run.items('Call');
	expect(items).toHaveLength(1);
	return items[0];
}

const countOf = (id: number) => stage.halo.state.licences.find((row) => row.id === id)?.count;

describe('Plan licences of a customer', () => {
	it('answers with the plan of everybody at its Halo client, and writes nothing to Halo', async () => {
		const plan = await answer(PLAN, { customerNo: '100482' });
		expect(plan).toMatchObject({
			planned: true,
			canBeApplied: true,
			why: [],
			client: 'Acorn Construction',
			haloClientId: 12,
			customers: ['us/100482 Acorn Construction', 'us/100483 Acorn Construction East'],
			counts: { updated: 1, created: 1, held: 0, needsAttention: 0 },
			held: [],
		});
		expect(plan.planHash).toMatch(/^[0-9a-f]{16,}$/);
		expect(plan.moneyPerMonth).toEqual([expect.objectContaining({ currency: expect.any(String) })]);
		expect(plan.text).toContain('42 to 43 seats');
		expect(writesOf(stage)).toBe(0);
	});

	it('has the same hash as long as nothing changed, and takes a key for the number', async () => {
		const first = await answer(PLAN, { customerNo: '100482' });
		const second = await answer(PLAN, { customerNo: ' US/100483 ', account: '' });
		expect(second.planHash).toBe(first.planHash);
	});

	it('says in words what is held, with the money, and that this cannot be applied', async () => {
		const plan = await answer(PLAN, { customerNo: '100484' });
		expect(plan).toMatchObject({ planned: true, canBeApplied: false, counts: { held: 1 } });
		const [held] = plan.held as Json[];
		expect(held).toMatchObject({ customer: 'Brook Holdings', currency: expect.any(String) });
		expect(held.what).toContain('90');
		expect(plan.why).toEqual(
			expect.arrayContaining([expect.stringContaining('a person decides about them')]),
		);
	});

	it.each([
		['a number that Stellr does not know', { customerNo: '999999' }, /999999/],
		['no number', { customerNo: '' }, /Customer is empty/],
		[
			'a customer of another account',
			{ customerNo: '100482', account: 'ca' },
			/account us, not ca/,
		],
		['a customer without a client', { customerNo: '100485' }, /Cedar Freight has no Halo client/],
	])('says what to do about %s', async (_what, value, text) => {
		const plan = await answer(PLAN, value);
		expect(plan).toMatchObject({ planned: false, planHash: '' });
		expect(plan.text).toMatch(text);
		expect(writesOf(stage)).toBe(0);
	});

	it("says so when the customer's subscriptions cannot be read", async () => {
		stage.stellr.faults.replace([
			{ match: { path: '/subscriptions' }, skip: 0, times: 50, do: '404' },
		]);
		const run = await call(PLAN, { customerNo: '100484' });
		expect(run.stopReason).toBeNull();
		expect(run.items('Call')).toEqual([
			{ planned: false, planHash: '', text: expect.stringMatching(/100484.*Stellr/) },
		]);
	});

	it('hands its caller the sentence when an account cannot be read at all', async () => {
		stage.halo.faults.replace([{ match: { path: '/client' }, skip: 0, times: 50, do: '403' }]);
		const run = await call(PLAN, { customerNo: '100482' });
		expect(run.stopReason?.message).toMatch(/Halo.*403/);
	});
});

describe('Apply planned licences', () => {
	const apply = async (customerNo: string, planHash: unknown) =>
		await answer(APPLY, { customerNo, planHash: String(planHash) });

	it('writes the plan with that hash, logs it, and touches no other client', async () => {
		const { planHash } = await answer(PLAN, { customerNo: '100482' });
		const done = await apply('100482', planHash);
		expect(done).toMatchObject({
			applied: true,
			planHash,
			client: 'Acorn Construction',
			counts: { updated: 1, created: 1, notWritten: 0 },
		});
		expect(done.text).toContain('42 to 43 seats');
		expect(countOf(501)).toBe(43);
		expect(countOf(502)).toBe(10);
		const log = (await stage.rows('stellr_halo_changes_v1')) ?? [];
		expect(log.map(({ key, run }) => [key, run]).sort()).toEqual([
			['us/411833_1', done.run],
			['us/411840_1', done.run],
		]);
		expect(await stage.rows('stellr_halo_licences_v1')).toHaveLength(2);
	});

	it('a second time finds nothing to write', async () => {
		const { planHash } = await answer(PLAN, { customerNo: '100482' });
		await apply('100482', planHash);
		stage.forgetRequests();
		const again = await apply('100482', planHash);
		expect(again.applied).toBe(false);
		expect(again.text).toContain('Nothing is to be written.');
		expect(writesOf(stage)).toBe(0);
	});

	it.each(['', '0123456789abcdef'])('writes nothing for the hash "%s"', async (planHash) => {
		const plan = await answer(PLAN, { customerNo: '100482' });
		const refused = await apply('100482', planHash);
		expect(refused).toMatchObject({ applied: false, planHash: plan.planHash });
		expect(refused.text).toMatch(/^Nothing was written\. The plan is not the one with that hash/);
		expect(refused.text).toContain('42 to 43 seats');
		expect(writesOf(stage)).toBe(0);
	});

	it('writes nothing when Halo or Stellr moved since, and answers with the new plan', async () => {
		const { planHash } = await answer(PLAN, { customerNo: '100482' });
		stage.halo.state.licences[0].count = 41;
		const refused = await apply('100482', planHash);
		expect(refused.applied).toBe(false);
		expect(refused.planHash).not.toBe(planHash);
		expect(refused.text).toContain('41 to 43 seats');
		expect(writesOf(stage)).toBe(0);
	});

	it('writes nothing while something is held, whatever the hash', async () => {
		const plan = await answer(PLAN, { customerNo: '100484' });
		const refused = await apply('100484', plan.planHash);
		expect(refused).toMatchObject({ applied: false, held: [{ customer: 'Brook Holdings' }] });
		expect(refused.text).toContain('1 held');
		expect(writesOf(stage)).toBe(0);
	});
});

describe('an AI Agent', () => {
	let model: ScriptedModel;
	afterEach(async () => await model.close());

	/** The agent of docs/flows.md: both flows and two of the nodes as its tools. */
	async function agent(): Promise<string> {
		for (const flow of [PLAN, APPLY]) {
			await stage.rest.publishWorkflow((await stage.rest.findWorkflow(flow)).id);
		}
		const { id } = await stage.rest.createCredential({
			name: 'Scripted model',
			type: 'openAiApi',
			data: { apiKey: 'none', url: model.url, header: false },
		});
		const stellr = (await stage.rest.listCredentials()).find(
			({ type }) => type === 'stellrOAuth2Api',
		);
		const byAgent = (input: string) => `={{ $fromAI('${input}', '', 'string') }}`;
		const workflow = await stage.rest.createWorkflow({
			name: 'Agent',
			nodes: [
				START,
				node('AI Agent', '@n8n/n8n-nodes-langchain.agent', 2.2, {
					promptType: 'define',
					text: 'Bring customer 100482 up to date.',
					options: {},
				}),
				node(
					'Model',
					'@n8n/n8n-nodes-langchain.lmChatOpenAi',
					1.2,
					{ model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
					{ credentials: { openAiApi: { id, name: 'Scripted model' } } },
				),
				node('plan_licences', '@n8n/n8n-nodes-langchain.toolWorkflow', 2.2, {
					description: 'Says what would change in the licences of a customer. Writes nothing.',
					...(await callOf(PLAN, { customerNo: byAgent('customerNo') })),
				}),
				node('apply_licences', '@n8n/n8n-nodes-langchain.toolWorkflow', 2.2, {
					description: 'Writes a plan that a person has confirmed, by its planHash.',
					...(await callOf(APPLY, {
						customerNo: byAgent('customerNo'),
						planHash: byAgent('planHash'),
					})),
				}),
				node(
					'stellr_customer',
					'n8n-nodes-stellr-halo.stellrCustomersTool',
					1,
					{
						descriptionType: 'manual',
						toolDescription: 'Reads one Stellr customer by its number.',
						operation: 'get',
						customer: { __rl: true, mode: 'number', value: byAgent('customerNo') },
					},
					{ credentials: { stellrOAuth2Api: { id: stellr?.id ?? '', name: stellr?.name ?? '' } } },
				),
			],
			connections: {
				'Run by hand': { main: [[{ node: 'AI Agent', type: 'main', index: 0 }]] },
				Model: { ai_languageModel: [[{ node: 'AI Agent', type: 'ai_languageModel', index: 0 }]] },
				...Object.fromEntries(
					['plan_licences', 'apply_licences', 'stellr_customer'].map((tool) => [
						tool,
						{ ai_tool: [[{ node: 'AI Agent', type: 'ai_tool', index: 0 }]] },
					]),
				),
			},
			settings: { executionOrder: 'v1' },
		});
		return workflow.id;
	}

	it('reads the customer, plans, applies with the hash it was told, and reports', async () => {
		model = await scriptedModel([
			() => ({ tool: 'stellr_customer', input: { customerNo: '100482' } }),
			() => ({ tool: 'plan_licences', input: { customerNo: '100482' } }),
			(toolAnswer) => {
				const planHash = /"planHash":\s*"([0-9a-f]+)"/.exec(toolAnswer)?.[1] ?? 'not told';
				return { tool: 'apply_licences', input: { customerNo: '100482', planHash } };
			},
			(toolAnswer) => ({ say: `Told: ${toolAnswer}` }),
		]);
		const run = await stage.rest.runWorkflow(await agent());
		expect(run.stopReason).toBeNull();
		expect(model.tools()).toEqual(
			expect.arrayContaining(['apply_licences', 'plan_licences', 'stellr_customer']),
		);
		expect(model.answers()[0]).toContain('Acorn Construction');
		const [{ output }] = run.items('AI Agent');
		expect(output).toContain('"applied": true');
		expect(output).toContain('42 to 43 seats');
		expect(countOf(501)).toBe(43);
	});
});
