import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { HaloClients } from '../../../nodes/HaloClients/HaloClients.node';
import { startHaloSimulator, type HaloSimulator } from '../../../simulators/halo/server';
import type { HaloSwitches } from '../../../simulators/halo/switches';
import { aHaloClient, aHaloState } from '../../../simulators/world/builders';
import { haloFields } from '../simulatedCredentials';
import { runNode, type NodeRun } from '../harness';

let halo: HaloSimulator;

async function start(count: number, switches: Partial<HaloSwitches> = {}): Promise<void> {
	const clients = Array.from({ length: count }, (_, index) =>
		aHaloClient({
			id: index + 1,
			name: `Client ${index + 1}`,
			inactive: index % 10 === 9,
			website: `https://www.client${index + 1}.com`,
			stellrKey: `us/${1000 + index}`,
		}),
	);
	halo = await startHaloSimulator(aHaloState({ clients }), switches);
}

afterEach(async () => await halo.stop());

async function run(parameters: INodeParameters = {}, more: Partial<NodeRun> = {}) {
	const result = await runNode({
		nodeType: HaloClients,
		parameters,
		credentials: {
			haloPsaOAuth2Api: haloFields(halo),
		},
		...more,
	});
	return { ...result, clients: result.outputs[0], attention: result.outputs[1] };
}

const listOf = (item: IDataObject) => item.list as IDataObject;
const issueOf = (item: IDataObject) => item.issue as IDataObject;
const sent = () => halo.requests.entries.filter(({ isToken }) => !isToken);
const PICKED = { keyField: { __rl: true, mode: 'list', value: '104:CFStellrCustomerNo' } };
const byId = (id: string): INodeParameters => ({
	operation: 'get',
	client: { __rl: true, mode: 'id', value: id },
});

describe('Get Many', () => {
	it('reads every client, inactive ones too, each stamped with the list', async () => {
		await start(230);
		const { clients, attention, error, hints } = await run(PICKED);
		expect(error).toBeUndefined();
		expect(attention).toEqual([]);
		expect(clients).toHaveLength(230);
		expect(clients.filter(({ inactive }) => inactive)).toHaveLength(23);
		expect(clients[0]).toMatchObject({ id: 1, name: 'Client 1', stellrKeys: ['us/1000'] });
		expect(new Set(clients.map((item) => listOf(item).id)).size).toBe(1);
		expect(listOf(clients[229])).toMatchObject({ total: 230, complete: true });
		expect(hints).toEqual([]);
		expect(halo.requests.violations).toEqual([]);
	});

	it('costs a page per hundred clients when the key field was picked from its list', async () => {
		await start(230);
		await run(PICKED);
		expect(sent().map(({ route }) => route)).toEqual(['/client', '/client', '/client']);
	});

	it('costs one look at the custom fields more when the key field is given by name', async () => {
		await start(5);
		const { clients } = await run({}, { inputs: [[{ a: 1 }, { a: 2 }, { a: 3 }]] });
		expect(clients).toHaveLength(5);
		expect(sent().map(({ route }) => route)).toEqual(['/fieldinfo', '/client']);
	});

	it('says in a hint what it costs when Halo leaves the key field out of its list', async () => {
		await start(12, { includeCustomFields: 'ignored' });
		const { clients, hints } = await run(PICKED);
		expect(clients[11]).toMatchObject({ stellrKeys: ['us/1011'] });
		expect(listOf(clients[0])).toMatchObject({ total: 12, complete: true });
		expect(sent()).toHaveLength(13);
		expect(hints.map(({ message }) => message).join()).toContain('13 requests');
	});

	it('a limited list says that there are more', async () => {
		await start(70);
		const { clients, hints } = await run({ ...PICKED, returnAll: false, limit: 50 });
		expect(clients).toHaveLength(50);
		expect(listOf(clients[0])).toMatchObject({ total: 70, complete: false });
		expect(hints.map(({ message }) => message).join()).toContain('50 of 70 Halo clients');
	});

	it('Active Only leaves inactive clients out but keeps the true total on the stamp', async () => {
		await start(20);
		const { clients } = await run({ ...PICKED, options: { activeOnly: true } });
		expect(clients).toHaveLength(18);
		expect(listOf(clients[0])).toMatchObject({ total: 20, complete: true });
	});

	it('a Halo that shows no client at all is one stamp that does not count as complete', async () => {
		await start(0);
		const { clients, attention } = await run(PICKED);
		expect(clients).toEqual([
			{ list: expect.objectContaining({ total: 0, complete: false, id: expect.any(String) }) },
		]);
		expect(attention.map((item) => issueOf(item).code)).toEqual(['noClientsVisible']);
	});

	it('needs no key field when Halo keeps no keys', async () => {
		await start(3);
		const { clients } = await run({ stellrKeyIn: 'none' });
		expect(clients[0]).toMatchObject({ stellrKeys: [] });
		expect(sent()).toHaveLength(1);
		expect(sent()[0].query).not.toHaveProperty('include_custom_fields');
	});

	it('a key field that Halo does not have stops the node with its name and the place to create it', async () => {
		await start(3);
		const { error } = await run({ keyField: { __rl: true, mode: 'name', value: 'CFNobody' } });
		expect(error?.message).toContain('"CFNobody"');
		expect(error?.description).toContain('Custom Objects > Custom Fields');
	});

	it('a missing permission stops the node and names the remedy', async () => {
		await start(3, { missingPermissions: ['read:customers'] });
		const { error } = await run(PICKED);
		expect(error?.message).toContain('List Clients');
		expect(error?.description).toContain('read:customers');
	});

	test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'under On Error %s it becomes one attention item and a list of which nothing is known',
		async (onError) => {
			await start(3, { missingPermissions: ['read:customers'] });
			const { clients, attention, error } = await run(PICKED, { onError, inputs: [[{ seed: 1 }]] });
			expect(error).toBeUndefined();
			expect(clients.map((item) => [Object.keys(item), listOf(item).complete])).toEqual([
				[['list'], false],
			]);
			expect(attention).toHaveLength(1);
			expect(issueOf(attention[0])).toMatchObject({ code: 'notAllowed' });
		},
	);

	it('an agent who sees no clients is told so', async () => {
		await start(3, { invisibleAreas: ['customers'] });
		const { clients, attention } = await run(PICKED);
		expect(clients.map((item) => listOf(item).complete)).toEqual([false]);
		expect(issueOf(attention[0]).remedy).toContain('agent');
	});

	it('a list that breaks off gives what came only where the flow goes on', async () => {
		await start(230);
		halo.faults.replace([{ match: { path: '/client' }, skip: 1, times: 50, do: '403' }]);
		expect((await run(PICKED)).error?.message).toContain('List Clients');
		halo.faults.replace([{ match: { path: '/client' }, skip: 1, times: 50, do: '403' }]);
		const { clients, attention } = await run(PICKED, { onError: 'continueRegularOutput' });
		expect(clients).toHaveLength(100);
		expect(listOf(clients[0])).toMatchObject({ total: 230, complete: false });
		expect(attention.map((item) => issueOf(item).code)).toEqual(['notAllowed']);
	});

	it('web pages instead of data stop the node', async () => {
		await start(3, { htmlWith200: true });
		const { error } = await run(PICKED);
		expect(error?.description).toContain('Resource Server');
	});
});

describe('Get', () => {
	it('reads one client with its key, without a list stamp', async () => {
		await start(5);
		const { clients, attention } = await run({ ...PICKED, ...byId('3') });
		expect(clients).toEqual([expect.objectContaining({ id: 3, stellrKeys: ['us/1002'] })]);
		expect(clients[0]).not.toHaveProperty('list');
		expect(attention).toEqual([]);
	});

	it('reads equal clients once, and points back at all items that asked', async () => {
		await start(5);
		const { items } = await run(
			{ ...PICKED, operation: 'get', client: { __rl: true, mode: 'id', value: '={{ $json.id }}' } },
			{ inputs: [[{ id: 3 }, { id: 4 }, { id: 3 }]] },
		);
		expect(items[0].map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
			[3, [{ item: 0 }, { item: 2 }]],
			[4, { item: 1 }],
		]);
		expect(sent()).toHaveLength(2);
	});

	it('a client that is not there goes to Needs Attention and the others come out', async () => {
		await start(5);
		const { clients, attention } = await run(
			{ ...PICKED, operation: 'get', client: { __rl: true, mode: 'id', value: '={{ $json.id }}' } },
			{ inputs: [[{ id: 99 }, { id: 'x' }, { id: 2 }]] },
		);
		expect(clients.map(({ id }) => id)).toEqual([2]);
		expect(attention.map((item) => issueOf(item).code)).toEqual(['notFound', 'clientNotChosen']);
		expect(issueOf(attention[0]).message).toContain('Client 99');
	});
});
