import { aLicenceRow } from '../../simulators/world/builders';
import { adoptionWorld } from '../../simulators/world/scenarios/adoption';
import type { World } from '../../simulators/world/world';
import type { FlowRun, Json } from '../../tools/host/flowRun';
import { applyFirstMapping, nodeOf, openStage, type Stage } from './support/stage';

/** What goes wrong is said in one clear sentence, and nothing else in the run is lost. */

jest.setTimeout(300_000);
const FLOW = 'Update licences';
let stage: Stage;
let world: World;

interface Issue {
	code: string;
	message: string;
	remedy: string;
}

const issuesOf = (run: FlowRun, node: string): Issue[] =>
	run.items(node, 'Needs Attention').map((item) => item.issue as Issue);
const countsOf = (run: FlowRun, node: string): Json =>
	(run.items(node, 'Summary')[0]?.counts ?? {}) as Json;

beforeEach(async () => {
	world = adoptionWorld(11, 10, {
		licence: { native: 0, hand: 0, microsoft: 0 },
		line: { twice: 0 },
	});
	stage = await openStage({
		stellr: world.stellr,
		halo: world.halo,
		haloSwitches: { rateLimit: 0 },
	});
	await applyFirstMapping(stage, FLOW);
});
afterEach(async () => await stage.close());

/** Every node goes on, as a user sets it who wants to see what is wrong on the canvas. */
async function goOn(): Promise<void> {
	await stage.edit(FLOW, (workflow) => {
		for (const name of [
			'Stellr Customers',
			'Halo Clients',
			'Stellr Subscriptions',
			'Plan licences',
		]) {
			nodeOf(workflow, name).onError = 'continueRegularOutput';
		}
	});
}

async function changeCredential(name: string, data: Json): Promise<void> {
	const known = (await stage.rest.listCredentials()).find((entry) => entry.name === name);
	if (known === undefined) throw new Error(`no credential "${name}"`);
	await stage.rest.deleteCredential(known.id);
	const created = await stage.rest.createCredential({ name, type: known.type, data });
	await stage.edit(FLOW, (workflow) => {
		for (const node of workflow.nodes) {
			if (node.credentials?.[known.type] !== undefined) {
				node.credentials = { [known.type]: { id: created.id, name } };
			}
		}
	});
}

const stellrData = (change: Json = {}): Json => {
	const [account] = stage.stellr.state.accounts;
	return {
		accountLabel: account.label,
		region: 'custom',
		environment: 'production',
		baseUrl: stage.stellr.url,
		tokenUrl: stage.stellr.tokenUrl,
		clientId: account.clientId,
		clientSecret: account.clientSecret,
		...change,
	};
};
const haloData = (change: Json = {}): Json => ({
	resourceServer: stage.halo.apiUrl,
	authorisationServer: stage.halo.authUrl,
	tenant: stage.halo.credentials.tenant ?? '',
	scope: 'all',
	clientId: stage.halo.credentials.clientId,
	clientSecret: stage.halo.credentials.clientSecret,
	...change,
});

describe.each<[string, string, string, () => Promise<void> | void, RegExp, RegExp]>([
	[
		'a wrong Stellr secret',
		'Stellr Customers',
		'signInRefused',
		async () =>
			await changeCredential('StreamOne Stellr account', stellrData({ clientSecret: 'wrong' })),
		/Stellr did not accept/,
		/secret.*10 minutes/,
	],
	[
		'a wrong Halo secret',
		'Halo Clients',
		'signInRefused',
		async () => await changeCredential('HaloPSA account', haloData({ clientSecret: 'wrong' })),
		/HaloPSA did not accept/,
		/Client ID and Client Secret/,
	],
	[
		'another server than the API',
		'Stellr Customers',
		'notJson',
		() => {
			stage.stellr.faults.replace([
				{ match: { path: '/cloud/customers' }, skip: 0, times: 20, do: 'html' },
			]);
		},
		/web page|not JSON|HTML/i,
		/Region, Application Type/,
	],
	[
		'HTML from Halo',
		'Halo Clients',
		'notJson',
		() => {
			stage.halo.faults.replace([{ match: {}, skip: 0, times: 20, do: 'html' }]);
		},
		/web page|not JSON|HTML/i,
		/Resource Server/,
	],
	[
		'a missing permission in Halo',
		'Plan licences',
		'notAllowed',
		() => {
			stage.halo.switches.missingPermissions = ['read:softwarelicensing'];
		},
		/not allowed|may not|refused/i,
		/Software Licensing|softwarelicensing/i,
	],
])('%s', (_what, node, code, breakIt, seen, remedy) => {
	it('is said on Needs Attention with what was seen and what to do', async () => {
		await goOn();
		await breakIt();
		const licences = JSON.stringify(stage.halo.state.licences);
		const run = await stage.runFlow(FLOW);
		const issues = issuesOf(run, node);
		expect(issues).toHaveLength(1);
		expect(issues[0].code).toBe(code);
		expect(issues[0].message).toMatch(seen);
		expect(issues[0].remedy).toMatch(remedy);
		expect(JSON.stringify(stage.halo.state.licences)).toBe(licences);
	});

	it('stops the run with the same sentence when the node is set to stop', async () => {
		await breakIt();
		const run = await stage.runFlow(FLOW);
		expect(run.stopReason?.node).toBe(node);
		expect(run.stopReason?.message).toMatch(seen);
		expect(run.stopReason?.description).toMatch(remedy);
	});
});

it('an account without customers is not taken for an empty one', async () => {
	stage.stellr.state.accounts[0].customers.length = 0;
	const run = await stage.runFlow(FLOW);
	const [issue] = issuesOf(run, 'Stellr Customers');
	expect(issue.message).toMatch(/no customers|empty|0/i);
	expect(issue.remedy).not.toBe('');
	expect(countsOf(run, 'Plan licences').ended ?? 0).toBe(0);
});

it('bad records leave by Needs Attention, each with its sentence, and all others are served', async () => {
	const [account] = stage.stellr.state.accounts;
	const [first, second] = account.subscriptions;
	first.quantity = 2.5;
	const customerWithoutId = { ...account.customers[0], name: 'Nameless Number' } as Partial<
		(typeof account.customers)[0]
	>;
	delete customerWithoutId.customerNo;
	account.customers.push(customerWithoutId as (typeof account.customers)[0]);
	stage.halo.state.licences.push(
		aLicenceRow({ id: 99001, client_id: 987654, snowid: `us/${second.subscriptionId}` }),
	);

	const run = await stage.runFlow(FLOW);
	expect(run.stopReason).toBeNull();
	const fractional = issuesOf(run, 'Plan licences').find(
		(issue) => issue.code === 'quantityNotWhole',
	);
	expect(fractional?.message).toContain(first.subscriptionId);
	expect(fractional?.message).toContain('2.5');
	const gone = issuesOf(run, 'Plan licences').find((issue) => issue.code === 'clientGone');
	expect(gone?.message).toContain('987654');
	expect(gone?.message).toContain(second.subscriptionId);
	expect(gone?.remedy).toContain('Move the row');
	const [nameless] = issuesOf(run, 'Stellr Customers');
	expect(nameless.message).toMatch(/customerNo|number|id/i);
	expect(nameless.message).toContain('Nameless Number');

	const others = account.subscriptions.length - 2;
	expect(countsOf(run, 'Apply licences')).toMatchObject({ notWritten: 0 });
	expect(Number(countsOf(run, 'Apply licences').created)).toBeGreaterThan(others * 0.8);
});
