/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a test, runs outside n8n */
import { generateWorld } from '../../simulators/world/world';
import type { RestClient } from '../../tools/host/restClient';
import type { RunningWorker } from '../../tools/queue/worker';
import { emptyHost } from '../e2e/support/sharedHost';
import { Figures } from './support/figures';
import { provisionFlows, type AccountFlow } from './support/flows';
import { connectToQueue } from './support/queueHostAddress';
import { runInTurn } from './support/runInTurn';
import { setPace } from './support/setPace';
import { startTenant, stopTenants, type Tenant } from './support/tenants';
import { startWorkers } from './support/workers';

/**
 * What one Halo costs, night by night. docs/scale.md reckons with
 * STELLR_HALO_CUSTOMERS=500 npm run test:queue -- bigHalo
 */

const CUSTOMERS = Number(process.env.STELLR_HALO_CUSTOMERS ?? 60);
const TIMEOUT_MS = 180_000 + CUSTOMERS * 1_000;
/** What a credential says that nobody has changed, but for the workers. */
const USUAL_PACE = { workers: 2 };
const LIMIT = { rateLimit: 300, rateWindowSeconds: 300 };

let rest: RestClient;
let flows: AccountFlow[];
let tenant: Tenant;
let workers: RunningWorker[] = [];

beforeAll(async () => {
	const world = generateWorld({
		customers: CUSTOMERS,
		seed: 7,
		topLevels: ['Customers'],
		accounts: [{ label: 'one', region: 'us', currency: 'USD', share: 1 }],
		nativeModule: { present: false },
	});
	tenant = await startTenant('big', world);
	rest = await connectToQueue();
	await emptyHost(rest);
	flows = await provisionFlows(rest, [tenant], {
		pace: { requestsPerWindow: 100_000 },
		files: ['import-customers', 'update-licences'],
	});
	workers = await startWorkers(2, 5);
	const [{ subscriptions }] = world.stellr.accounts;
	console.log(`${CUSTOMERS} customers, ${subscriptions.length} subscriptions`);
	for (const night of ['first', 'second']) await pass(`The ${night} night, without a limit`);
	await stopWorkers();
}, 4 * TIMEOUT_MS);

afterAll(async () => {
	await stopWorkers();
	await stopTenants([tenant]);
});

it(
	'A night in which nothing changed writes nothing, and is done without waiting within one of two shares of the budget',
	async () => {
		Object.assign(tenant.halo.switches, LIMIT);
		// Workers that remember nothing of the nights before, which were only minutes ago.
		workers = await startWorkers(2, 5);
		await setPace(rest, [tenant], USUAL_PACE);
		tenant.halo.requests.clear();
		const seconds = await pass("An unchanged night, under Halo's own limit");
		const calls = tenant.halo.requests.entries.filter(({ isToken }) => !isToken);
		expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
		expect(calls.filter(({ status }) => status !== 200)).toEqual([]);
		expect(seconds).toBeLessThan(LIMIT.rateWindowSeconds);
	},
	2 * TIMEOUT_MS,
);

async function stopWorkers(): Promise<void> {
	for (const worker of workers.splice(0)) await worker.stop();
}

async function pass(name: string): Promise<number> {
	const figures = new Figures([tenant], workers);
	const { seconds } = await runInTurn(rest, flows, { timeoutMs: TIMEOUT_MS });
	console.log(figures.tell(name));
	return seconds;
}
