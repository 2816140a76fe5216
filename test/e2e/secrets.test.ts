/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, runs outside n8n */
import { readFileSync } from 'node:fs';
import { aHaloClient } from '../../simulators/world/builders';
import { adoptionWorld } from '../../simulators/world/scenarios/adoption';
import { hostAddress } from './support/sharedHost';
import { openStage, type Stage } from './support/stage';

/** Secrets stay in the credentials, and whatever a record holds is data. */

jest.setTimeout(300_000);
const RECOGNISABLE = ['Str3ng', 'Geheim', 'Stellr0815'].join('-');
let stage: Stage;

/** Tokens as both simulators make them. */
const TOKEN = /halo-token-\d+-\w+|sim-us-\d+-\w+/g;

async function open(change: (world: ReturnType<typeof adoptionWorld>) => void = () => {}) {
	const world = adoptionWorld(23, 6);
	world.stellr.accounts[0].clientSecret = RECOGNISABLE;
	change(world);
	stage = await openStage({ ...world, haloSwitches: { rateLimit: 0 } });
	return world;
}

afterEach(async () => {
	await stage.close();
});

/** Everything that n8n kept or said: executions with their data, workflows, Data tables, its log. */
async function everythingSaid(): Promise<Map<string, string>> {
	const said = new Map<string, string>();
	const { results } = await stage.rest.data<{ results: Array<{ id: string }> }>(
		'GET',
		'/rest/executions?limit=50',
	);
	for (const { id } of results)
		said.set(
			`execution ${id}`,
			JSON.stringify(await stage.rest.data('GET', `/rest/executions/${id}`)),
		);
	for (const { id, name } of await stage.rest.listWorkflows())
		said.set(name, JSON.stringify(await stage.rest.getWorkflow(id)));
	for (const { name } of await stage.rest.listDataTables())
		said.set(name, JSON.stringify(await stage.rows(name)));
	said.set('log', readFileSync(hostAddress().logFile, 'utf8'));
	return said;
}

async function expectNoSecret(): Promise<void> {
	const secrets = [RECOGNISABLE, stage.halo.credentials.clientSecret];
	const said = await everythingSaid();
	// The executions really came with their data: the clients' names stand in them.
	const names = stage.halo.state.clients
		.map(({ name }) => name)
		.filter((name) => /^[\w ]+$/.test(name));
	const texts = [...said.values()];
	expect(names.some((name) => texts.some((text) => text.includes(name)))).toBe(true);
	for (const [place, text] of said) {
		const found = [
			...secrets.filter((secret) => text.includes(secret)),
			...(text.match(TOKEN) ?? []),
		];
		expect([place, found]).toEqual([place, []]);
	}
}

describe('secrets and tokens', () => {
	it('appear in no execution, item, hint, message, table or log, whatever fails', async () => {
		await open();
		const { halo, stellr } = stage;
		await stage.runFlow('Quick start');
		expect(halo.requests.counts().tokens).toBeGreaterThan(0);
		const troubles: Array<() => void> = [
			() =>
				stellr.faults.replace([{ match: { path: '/customers' }, skip: 0, times: 9, do: '401' }]),
			() => halo.faults.replace([{ match: {}, skip: 1, times: 1, do: 'html' }]),
			() => halo.faults.replace([{ match: {}, skip: 0, times: 1, do: 'expire-token' }]),
			() => halo.faults.replace([{ match: { path: '/auth/token' }, skip: 0, times: 9, do: '500' }]),
			() =>
				halo.faults.replace([
					{ match: { method: 'POST' }, skip: 0, times: 9, do: 'reset-after-commit' },
				]),
		];
		for (const trouble of troubles) {
			stellr.faults.replace([]);
			halo.faults.replace([]);
			trouble();
			for (const line of stellr.state.accounts[0].subscriptions.slice(0, 2))
				line.quantity = (line.quantity ?? 0) + 1;
			await stage.runFlow('Quick start');
		}
		stellr.switches.strayCredentials = true;
		halo.faults.replace([]);
		stellr.faults.replace([]);
		await stage.runFlow('Update licences');
		await expectNoSecret();
	});
});

describe('hostile records', () => {
	const HOSTILE = [
		'<img src=x onerror=alert(1)>',
		'=HYPERLINK("http://x","y")',
		'__proto__',
		'constructor',
		'{{ $json.secret }}',
		'Ünïcödé 株式会社 🏗️',
		'N'.repeat(5000),
	];

	it('stay data: no crash, no polluted prototype, every row where it belongs', async () => {
		const world = await open(({ stellr, halo }) => {
			const [account] = stellr.accounts;
			HOSTILE.forEach((name, at) => {
				const customer = account.customers[at % account.customers.length];
				const line = account.subscriptions.find(
					({ customerNo }) => customerNo === customer.customerNo,
				);
				if (line !== undefined) line.productName = name;
				halo.clients.push(aHaloClient({ id: 9000 + at, name: name.slice(0, 200) }));
			});
			const nasty = { ...account.subscriptions[0], subscriptionId: '../../Client?x=1#__proto__' };
			account.subscriptions.push(nasty);
		});
		const before = new Set(world.halo.licences.map(({ id }) => id));
		const run = await stage.runFlow('Quick start');
		expect(run.stopReason).toBeNull();
		expect(stage.halo.requests.counts().violations).toEqual([]);
		expect(stage.stellr.requests.counts().violations).toEqual([]);
		const paths = stage.halo.requests.entries.map(({ path }) => path);
		expect(paths.filter((path) => !/^\/(api|auth)\/[A-Za-z]+(\/\d+)?$/.test(path))).toEqual([]);
		for (const id of before)
			expect(stage.halo.state.licences.some((row) => row.id === id)).toBe(true);
		const second = await stage.runFlow('Quick start');
		expect(second.stopReason).toBeNull();
		expect(run.items('Apply licences', 'Summary')).toHaveLength(1);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});
