/* eslint-disable no-console -- a test, runs outside n8n */
import type { FlowRun, Json } from '../../tools/host/flowRun';
import type { RestClient } from '../../tools/host/restClient';
import type { RunningWorker } from '../../tools/queue/worker';
import { startRun } from '../e2e/support/cutShort';
import { emptyHost } from '../e2e/support/sharedHost';
import { provisionFlows, type AccountFlow } from './support/flows';
import { connectToQueue } from './support/queueHostAddress';
import { runInTurn } from './support/runInTurn';
import { setPace } from './support/setPace';
import { startTenants, stopTenants, type Tenant } from './support/tenants';
import { startWorkers } from './support/workers';

/** Halo's limit, scaled down so that it binds, and two workers that know nothing of each other but the credential. */

const LIMIT = 20;
const WINDOW_SECONDS = 5;
let rest: RestClient;
let flows: AccountFlow[];
let tenants: Tenant[] = [];
let workers: RunningWorker[] = [];

beforeAll(async () => {
	tenants = await startTenants();
	rest = await connectToQueue();
	await emptyHost(rest);
	flows = await provisionFlows(rest, tenants, { pace: { requestsPerWindow: 100_000 } });
	workers = await startWorkers(2, 12);
	// In step from here on: all runs only read, and no list moves.
	await runInTurn(rest, flows);
	for (const { halo } of tenants) {
		Object.assign(halo.switches, { rateLimit: LIMIT, rateWindowSeconds: WINDOW_SECONDS });
	}
});

afterAll(async () => {
	for (const worker of workers) await worker.stop();
	await stopTenants(tenants);
});

describe('24 flows on two workers under a limit that binds', () => {
	it('meet no refusal when the credential divides the budget between both', async () => {
		const { requests, refusals, seconds } = await runUnder({ workers: 2 });
		console.log(`${requests.join(' and ')} requests in ${seconds.toFixed(1)} s, no refusal`);
		for (const count of requests) expect(count).toBeGreaterThan(2 * LIMIT);
		expect(refusals).toEqual([0, 0]);
	});

	it('meet refusals when each worker takes the whole budget, and come to a good end all the same', async () => {
		const { requests, refusals, seconds } = await runUnder({ workers: 1 });
		console.log(
			`${requests.join(' and ')} requests in ${seconds.toFixed(1)} s, ${refusals.join(' and ')} refused`,
		);
		expect(Math.max(...refusals)).toBeGreaterThan(0);
	});
});

async function runUnder(
	share: Json,
): Promise<{ requests: number[]; refusals: number[]; seconds: number }> {
	await setPace(rest, tenants, {
		requestsPerWindow: LIMIT,
		windowSeconds: WINDOW_SECONDS,
		...share,
	});
	for (const { halo } of tenants) halo.requests.clear();
	const started = Date.now();
	const runs = await startedTogether();
	expect(runs.map(({ stopReason }) => stopReason).filter((reason) => reason !== null)).toEqual([]);
	const calls = tenants.map(({ halo }) => halo.requests.entries.filter(({ isToken }) => !isToken));
	expect(calls.flat().filter(({ method }) => method !== 'GET')).toEqual([]);
	return {
		requests: calls.map((entries) => entries.length),
		refusals: calls.map((entries) => entries.filter(({ status }) => status === 429).length),
		seconds: (Math.max(...runs.map(({ endedAt }) => endedAt)) - started) / 1000,
	};
}

async function startedTogether(): Promise<FlowRun[]> {
	const ids = await Promise.all(flows.map(async ({ name }) => await startRun(rest, name)));
	return await Promise.all(
		flows.map(
			async ({ id }, index) => await rest.waitForExecution(ids[index], await rest.getWorkflow(id)),
		),
	);
}
