import { mainJobCustomers } from '../../simulators/world/scenarios/mainJob';
import { adoptionWorld } from '../../simulators/world/scenarios/adoption';
import type { FlowRun } from '../../tools/host/flowRun';
import type { Workflow } from '../../tools/host/restClient';
import { writesOf } from './support/costs';
import { applyFirstMapping, nodeOf, openStage, type Stage } from './support/stage';

/** Lists that come in part, or not at all, must create nobody and lose nobody. */

jest.setTimeout(300_000);
let stage: Stage;
const FLOW = 'Import customers';

beforeEach(async () => {
	const world = mainJobCustomers();
	stage = await openStage({
		stellr: world.stellr,
		halo: world.halo,
		haloSwitches: { rateLimit: 0 },
	});
	for (const node of ['Plan clients', 'Apply clients']) {
		await stage.change(FLOW, node, {
			createMissing: 'on',
			topLevel: { __rl: true, mode: 'id', value: String(world.halo.toplevels[0].id) },
		});
	}
	await applyFirstMapping(stage, FLOW);
});
afterEach(async () => await stage.close());

/** Every customer of the account is on one output of Mapping Match, decided or for review. */
function expectNobodyLost(run: FlowRun): void {
	const seen = ['Decided', 'Review'].flatMap((output) =>
		run.items('Mapping Match', output).map((item) => item.customerNo),
	);
	expect(new Set(seen).size).toBe(200);
	expect(seen).toHaveLength(200);
}

function expectNobodyCreated(clients: number): void {
	expect(stage.halo.state.clients.length).toBe(clients);
	expect(stage.halo.requests.counts().counts['POST /client'] ?? 0).toBe(0);
}

function refuseClients(): void {
	stage.halo.switches.missingPermissions = ['read:customers'];
}

const setOnError = (onError: string) => (workflow: Workflow) => {
	nodeOf(workflow, 'Halo Clients').onError = onError;
};

it('reviews everybody by name when Halo Clients is limited to 50', async () => {
	const clients = stage.halo.state.clients.length;
	await stage.change(FLOW, 'Halo Clients', { returnAll: false, limit: 50 });
	const run = await stage.runFlow(FLOW);
	expectNobodyCreated(clients);
	expectNobodyLost(run);
	const reasons = JSON.stringify(run.items('Mapping Match', 'Review')[0].match);
	expect(reasons).toContain(`50 of ${clients}`);
	expect(reasons).toContain('Return All');
});

it('reviews everybody by name when a Filter stands between', async () => {
	const clients = stage.halo.state.clients.length;
	await stage.edit(FLOW, (workflow) => {
		workflow.nodes.push({
			id: 'filter',
			name: 'Active only',
			type: 'n8n-nodes-base.filter',
			typeVersion: 2.2,
			position: [360, 100],
			parameters: {
				conditions: {
					options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
					conditions: [
						{
							id: '1',
							leftValue: '={{ $json.id }}',
							rightValue: 60,
							operator: { type: 'number', operation: 'lt' },
						},
					],
					combinator: 'and',
				},
				options: {},
			},
		});
		workflow.connections['Halo Clients'] = {
			main: [[{ node: 'Active only', type: 'main', index: 0 }]],
		};
		workflow.connections['Active only'] = {
			main: [[{ node: 'Mapping Match', type: 'main', index: 1 }]],
		};
	});
	const run = await stage.runFlow(FLOW);
	expect(run.stopReason).toBeNull();
	expectNobodyCreated(clients);
	expectNobodyLost(run);
});

describe('when Halo refuses the client list', () => {
	it('stops the run with one clear sentence under Stop Workflow', async () => {
		const clients = stage.halo.state.clients.length;
		refuseClients();
		const run = await stage.runFlow(FLOW);
		expect(run.stopReason?.node).toBe('Halo Clients');
		expect(`${run.stopReason?.message} ${run.stopReason?.description}`).toMatch(
			/clients.*permission|Customers/i,
		);
		expectNobodyCreated(clients);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'])(
		'under %s says so on Needs Attention and creates nobody',
		async (onError) => {
			const clients = stage.halo.state.clients.length;
			await stage.edit(FLOW, setOnError(onError));
			refuseClients();
			const run = await stage.runFlow(FLOW);
			expectNobodyCreated(clients);
			expect(run.items('Halo Clients', 'Needs Attention')).toHaveLength(1);
			expectNobodyLost(run);
		},
	);
});

it('creates nobody when Halo shows no client at all', async () => {
	const clients = stage.halo.state.clients.length;
	stage.halo.switches.invisibleAreas = ['customers'];
	const run = await stage.runFlow(FLOW);
	expectNobodyCreated(clients);
	expectNobodyLost(run);
});

it('takes an empty saved mapping for what it is: nothing decided yet', async () => {
	const run = await stage.runFlow(FLOW);
	expect(run.stopReason).toBeNull();
	expectNobodyLost(run);
	expect(run.items('Mapping Match', 'Decided').length).toBe(200);
});

it("leaves another account's customers alone", async () => {
	await stage.close();
	const world = adoptionWorld(3, 12);
	const other = {
		...world.stellr.accounts[0],
		label: 'ca',
		clientId: 'other-id',
		clientSecret: 'other-secret',
		customers: [],
		subscriptions: [],
	};
	stage = await openStage({
		stellr: { accounts: [...world.stellr.accounts, other] },
		halo: world.halo,
		haloSwitches: { rateLimit: 0 },
	});
	await applyFirstMapping(stage, 'Update licences');
	await stage.runFlow('Update licences');
	const before = JSON.stringify(stage.halo.state.licences);
	const name = 'StreamOne Stellr account (ca)';
	const id = (await stage.rest.listCredentials()).find((entry) => entry.name === name)?.id ?? '';
	await stage.edit('Update licences', (workflow) => {
		nodeOf(workflow, 'Stellr Subscriptions').credentials = { stellrOAuth2Api: { id, name } };
	});
	stage.forgetRequests();
	const run = await stage.runFlow('Update licences');
	expect(run.stopReason).toBeNull();
	expect(run.items('Stellr Subscriptions', 'Other Accounts')).toHaveLength(12);
	expect(run.items('Stellr Subscriptions', 'Subscriptions')).toHaveLength(0);
	expect(writesOf(stage)).toBe(0);
	expect(JSON.stringify(stage.halo.state.licences)).toBe(before);
});
