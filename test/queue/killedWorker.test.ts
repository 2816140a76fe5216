/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, runs outside n8n */
import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '../../tools/host/flowRun';
import type { RestClient } from '../../tools/host/restClient';
import type { RunningWorker } from '../../tools/queue/worker';
import { emptyHost } from '../e2e/support/sharedHost';
import { startRun } from '../e2e/support/cutShort';
import { provisionFlows, type AccountFlow } from './support/flows';
import { haloPicture, keysHeldTwice, type HaloPicture } from './support/picture';
import { connectToQueue } from './support/queueHostAddress';
import { runInTurn } from './support/runInTurn';
import { startTenants, stopTenants, type Tenant } from './support/tenants';
import { startWorkers } from './support/workers';

/** A worker that is gone from one moment to the next, with flows in the middle of their writes. */

const PACE: Json = { requestsPerWindow: 100_000, workers: 2 };
/** Of the first account of each Halo: flows of one Halo should not run at once. */
const BEGUN = ['north-us', 'south-us'];
let rest: RestClient;
let flows: AccountFlow[];
let tenants: Tenant[] = [];
let workers: RunningWorker[] = [];
let calmEnds: HaloPicture[];

beforeAll(async () => {
	tenants = await startTenants();
	rest = await connectToQueue();
	await emptyHost(rest);
	flows = await provisionFlows(rest, tenants, {
		pace: PACE,
		files: ['quick-start'],
		rowsPerRequest: 3,
	});
	workers = await startWorkers(2, 5);
	await runInTurn(rest, flows);
	await runInTurn(rest, flows);
	calmEnds = pictures();
	for (const { stellr, halo } of tenants) {
		stellr.reset();
		halo.reset();
		halo.switches.latencyMs = 150;
	}
});

afterAll(async () => {
	for (const worker of workers) await worker.stop();
	await stopTenants(tenants);
});

describe('A worker killed in the middle of an apply', () => {
	const begun: Array<AccountFlow & { executionId: string }> = [];
	let doomed: RunningWorker;

	it('has written a part', async () => {
		for (const flow of flows.filter(({ account }) => BEGUN.includes(account))) {
			begun.push({ ...flow, executionId: await startRun(rest, flow.name) });
		}
		await untilLicencesWritten(tenants[0], 3);
		doomed = workerOf(begun[0].executionId);
		await doomed.kill();
		workers.splice(workers.indexOf(doomed), 1);
		// What it had sent last arrives; from here on nothing need be slow.
		await pause(500);
		for (const { halo } of tenants) halo.switches.latencyMs = 0;
		expect(pictures()[0].licences).not.toEqual(calmEnds[0].licences);
		expect(keysHeldTwice(tenants[0].halo.state)).toEqual([]);
	});

	it('leaves a run that n8n ends as not successful, and takes none of the other worker along', async () => {
		for (const { id, executionId } of begun) {
			const run = await rest.waitForExecution(executionId, await rest.getWorkflow(id));
			expect(run.status).toBe(doomed.began(executionId) ? 'error' : 'success');
		}
	});

	it('loses nothing and makes nothing twice: run again, the flows end where undisturbed ones end', async () => {
		workers.push(...(await startWorkers(1, 5)));
		await runInTurn(rest, flows);
		await runInTurn(rest, flows);
		for (const { halo } of tenants) expect(keysHeldTwice(halo.state)).toEqual([]);
		expect(pictures()).toEqual(calmEnds);
	});
});

function pictures(): HaloPicture[] {
	return tenants.map(({ halo, world }) => haloPicture(halo.state, world.halo));
}

function workerOf(executionId: string): RunningWorker {
	const worker = workers.find(({ began }) => began(executionId));
	if (worker === undefined) throw new Error(`No worker took up execution ${executionId}`);
	return worker;
}

async function untilLicencesWritten({ halo }: Tenant, count: number): Promise<void> {
	const deadline = Date.now() + 90_000;
	const written = () =>
		halo.requests.entries.filter(
			({ method, route }) => method === 'POST' && route === '/softwarelicence',
		).length;
	while (written() < count) {
		if (Date.now() > deadline) throw new Error(`${written()} writes of ${count}`);
		await pause(20);
	}
}
