import { startHaloSimulator } from '../../simulators/halo/server';
import { startStellrSimulator } from '../../simulators/stellr/server';
import { flowContestants, ourFlow, type FlowLimits } from '../../tools/bench/flowContestants';
import { wrongInEndState } from '../../tools/bench/flowEndState';
import { flowTable, mostWithin, type FlowFigures } from '../../tools/bench/flowTable';
import { flowWorld, type FlowWorld } from '../../tools/bench/flowWorld';
import { peakInStatus } from '../../tools/bench/processMemory';

/** What the bench of the flows rests on: its world, its judge, its rivals and its table. */

const LIMITS: FlowLimits = { requests: 150, windowSeconds: 3, stellrAtOnce: 6, latencyMs: 20 };

describe('the world', () => {
	it('has ten lines a customer, and clients and rows for nine in ten', () => {
		const { stellr, halo } = flowWorld(100);
		expect(stellr.accounts[0].customers).toHaveLength(100);
		expect(stellr.accounts[0].subscriptions).toHaveLength(1_000);
		expect(halo.clients).toHaveLength(100);
		expect(halo.licences).toHaveLength(810);
	});

	it('is the same each time, and gives no two firms one name', () => {
		expect(flowWorld(50)).toEqual(flowWorld(50));
		const names = flowWorld(200).stellr.accounts[0].customers.map(({ name }) => name);
		expect(new Set(names).size).toBe(200);
	});
});

describe('the judge of an end state', () => {
	it('finds nothing wrong once the job is done', () => {
		const world = done(flowWorld(20));
		expect(wrongInEndState(world.stellr, world.halo)).toEqual([]);
	});

	it('names customers that nobody linked', () => {
		const { stellr, halo } = flowWorld(20);
		expect(wrongInEndState(stellr, halo)).toContain('us/100400 is linked to 0 clients');
	});

	it('names a wrong count, a second row and a row that is missing', () => {
		const { stellr, halo } = done(flowWorld(20));
		const [first, second, third] = halo.licences;
		first.count += 1;
		halo.licences.push({ ...second, id: 900_000 });
		third.is_active = false;
		const wrong = wrongInEndState(stellr, halo);
		expect(wrong).toHaveLength(4);
		expect(wrong.filter((text) => text.includes(`"${first.name}: `))).toHaveLength(2);
		expect(wrong.join()).toContain(`a row "${second.name}: ${second.count}" that it should not`);
		expect(wrong.join()).toContain(`no row "${third.name}: ${third.count}"`);
	});

	it('does not take a second client of the same name for right', () => {
		const { stellr, halo } = done(flowWorld(20));
		halo.clients.push({ ...halo.clients[0], id: 900_000, customfields: [] });
		expect(wrongInEndState(stellr, halo)).toEqual([`2 clients are named ${halo.clients[0].name}`]);
	});
});

describe('the contestants', () => {
	it("are this package and two flows of n8n's own nodes, all at the simulators", async () => {
		const world = flowWorld(10);
		const stellr = await startStellrSimulator(world.stellr);
		const halo = await startHaloSimulator(world.halo);
		const [ours, ...rivals] = flowContestants(stellr, halo, LIMITS);
		await Promise.all([stellr.stop(), halo.stop()]);
		expect(ours.name).toBe('this package');
		expect(rivals).toHaveLength(2);
		for (const { flow } of rivals) {
			expect(flow.nodes.every(({ type }) => type.startsWith('n8n-nodes-base.'))).toBe(true);
			expect(flow.nodes.some(({ type }) => type.endsWith('stickyNote'))).toBe(true);
			expect(JSON.stringify(flow)).not.toMatch(/tdsynnex\.com|halopsa\.com/);
			expect(paceOf(flow, halo.apiUrl)).toEqual({ batchSize: 5, batchInterval: 104 });
			expect(paceOf(flow, stellr.url)).toEqual({ batchSize: 6, batchInterval: 5 });
		}
	});

	it('read the subscriptions of unmapped customers in our flow too, or no client would be created', () => {
		const { connections, nodes } = ourFlow();
		const after = (node: string) =>
			(connections[node] as { main: Array<Array<{ node: string }>> }).main[0][0].node;
		expect(after('Mapping Match')).toBe('Subscriptions of the unmapped');
		expect(after('Subscriptions of the unmapped')).toBe('Plan clients');
		const creating = nodes.filter(({ parameters }) => parameters.createMissing === 'on');
		expect(creating.map(({ name }) => name)).toEqual(['Plan clients', 'Apply clients']);
	});
});

describe('the table', () => {
	it('gives medians, and multiples of the first contestant', () => {
		const runs = (...seconds: number[]) => ({
			first: [figures(10, 100)],
			unchanged: seconds.map((each) => figures(each, each * 10)),
		});
		const { rows } = flowTable(
			'title',
			[
				{ name: 'ours', runs: runs(2, 1, 9) },
				{ name: 'rival', runs: runs(6, 5, 60) },
			],
			[],
		);
		expect(rows).toHaveLength(4);
		expect(rows[2]).toMatchObject({ run: 'unchanged', flow: 'ours', seconds: 2, '× time': 1 });
		expect(rows[3]).toMatchObject({ flow: 'rival', seconds: 6, '× time': 3, '× requests': 3 });
	});

	it('counts how many requests waited together', () => {
		const at = (...times: number[]) => times.map((time) => ({ at: time }));
		expect(mostWithin(at(), 20)).toBe(0);
		expect(mostWithin(at(0, 20, 40), 20)).toBe(1);
		expect(mostWithin(at(0, 5, 19, 21, 24), 20)).toBe(4);
	});
});

it("reads a process's highest memory as Linux writes it", () => {
	expect(peakInStatus('VmPeak:\t  9 kB\nVmHWM:\t    1000 kB\nVmRSS:\t 5 kB\n')).toBe(1.024);
	expect(peakInStatus('nothing of the kind')).toBeNull();
});

function figures(seconds: number, haloRequests: number): FlowFigures {
	return {
		seconds,
		haloRequests,
		stellrRequests: 1,
		stellrAtOnce: 6,
		writes: 0,
		refused: 0,
		n8nMb: null,
		withRunnerMb: null,
	};
}

function paceOf(flow: { nodes: Array<{ parameters: object }> }, url: string): unknown {
	const paces = flow.nodes
		.map(
			({ parameters }) =>
				parameters as { url?: string; options?: { batching?: { batch: object } } },
		)
		.filter((parameters) => parameters.url?.includes(url) && parameters.options?.batching)
		.map(({ options }) => options?.batching?.batch);
	expect(paces.length).toBeGreaterThan(0);
	for (const pace of paces) expect(pace).toEqual(paces[0]);
	return paces[0];
}

/** The world as it has to be after the job. */
function done(world: FlowWorld): FlowWorld {
	const [{ customers, subscriptions }] = world.stellr.accounts;
	const [someClient] = world.halo.clients;
	const [someRow] = world.halo.licences;
	for (const { customerNo, name } of customers) {
		const known = world.halo.clients.find((client) => client.name === name);
		const client = known ?? {
			...structuredClone(someClient),
			id: 100_000 + customerNo,
			name: String(name),
		};
		if (known === undefined) world.halo.clients.push(client);
		client.customfields = [{ name: 'CFStellrCustomerNo', value: `us/${customerNo}` }];
		for (const line of subscriptions.filter((entry) => entry.customerNo === customerNo)) {
			const rows = world.halo.licences;
			if (rows.some((row) => row.client_id === client.id && row.name === line.productName))
				continue;
			rows.push({
				...someRow,
				id: 100_000 + rows.length,
				client_id: client.id,
				name: line.productName,
				count: line.quantity ?? 0,
			});
		}
	}
	return world;
}
