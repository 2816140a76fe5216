import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '../../tools/host/flowRun';
import type { RestClient } from '../../tools/host/restClient';
import type { RunningWorker } from '../../tools/queue/worker';
import { emptyHost } from '../e2e/support/sharedHost';
import { provisionFlows, type AccountFlow } from './support/flows';
import { haloPicture, keysHeldTwice, rowsSetAside, type HaloPicture } from './support/picture';
import { connectToQueue } from './support/queueHostAddress';
import { runInTurn } from './support/runInTurn';
import { startTenants, stopTenants, type Tenant } from './support/tenants';
import { startWorkers } from './support/workers';

const PACE: Json = { requestsPerWindow: 100_000, workers: 2 };
let tenants: Tenant[] = [];
let workers: RunningWorker[] = [];
afterAll(async () => {
	for (const worker of workers) await worker.stop();
	await stopTenants(tenants);
});
const start = async (rest: RestClient, { id }: AccountFlow) => {
	const workflow = await rest.getWorkflow(id);
	const { executionId } = await rest.data<{ executionId: string }>('POST', `/rest/workflows/${id}/run`, { workflowData: workflow, triggerToStartFrom: { name: 'Run by hand' } });
	return executionId;
};
it('probe', async () => {
	tenants = await startTenants();
	const rest = await connectToQueue();
	await emptyHost(rest);
	const flows = await provisionFlows(rest, tenants, { pace: PACE, files: ['quick-start'], rowsPerRequest: 3 });
	workers = await startWorkers(2, 12);
	await runInTurn(rest, flows);
	await runInTurn(rest, flows);
	const calm = tenants.map(({ halo, world }) => haloPicture(halo.state, world.halo));
	for (const { halo, stellr } of tenants) { halo.reset(); stellr.reset(); halo.switches.latencyMs = 150; }
	const ids = await Promise.all(flows.map(async (flow) => await start(rest, flow)));
	const { halo } = tenants[0];
	const writes = () => halo.requests.entries.filter((e) => e.method === 'POST' && e.route === '/softwarelicence' && e.account === 'north-us').length;
	while (writes() < 3) await pause(20);
	const doomed = workers.find((w) => w.began(ids[0]))!;
	console.log('began', ids.map((id) => workers.map((w) => w.began(id))));
	await doomed.kill();
	const t = Date.now();
	const wf = await rest.getWorkflow(flows[0].id);
	for (let i = 0; i < 30; i++) {
		const s = await Promise.all(flows.map(async (f) => (await rest.executionsOf(f.id))[0].status));
		console.log(Date.now() - t, s.join());
		if (!s.includes('running') && !s.includes('new')) break;
		await pause(1500);
	}
	for (const [i, f] of flows.entries()) {
		const run = await rest.waitForExecution(ids[i], await rest.getWorkflow(f.id), 5000).catch((e) => e);
		console.log(f.name, run.status ?? String(run), JSON.stringify(run.stopReason), run.nodesThatRan);
	}
	for (const { halo } of tenants) halo.switches.latencyMs = 0;
	workers.push(...(await startWorkers(1, 12)));
	for (const [i, f] of flows.entries()) {
		if (!doomed.began(ids[i])) continue;
		try { console.log(f.name, JSON.stringify(await rest.data('POST', `/rest/executions/${ids[i]}/retry`, { loadWorkflow: false })).slice(0, 300)); } catch (e) { console.log(String(e).slice(0, 600)); }
	}
	await pause(8000);
	console.log((await Promise.all(flows.map(async (f) => (await rest.executionsOf(f.id)).map((e) => e.status).join('/')))).join());
	const after = tenants.map(({ halo, world }) => haloPicture(halo.state, world.halo));
	console.log('equal after retry', JSON.stringify(after) === JSON.stringify(calm), tenants.map(({ halo }) => [keysHeldTwice(halo.state), rowsSetAside(halo.state).length]));
	await runInTurn(rest, flows);
	const after2 = tenants.map(({ halo, world }) => haloPicture(halo.state, world.halo));
	console.log('equal after run', JSON.stringify(after2) === JSON.stringify(calm), tenants.map(({ halo }) => [keysHeldTwice(halo.state), rowsSetAside(halo.state).length]));
	workers.splice(workers.indexOf(doomed), 1);
}, 500_000);
