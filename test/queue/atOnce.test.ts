/* eslint-disable @n8n/community-nodes/no-restricted-imports, no-console -- a test, runs outside n8n */
import path from 'node:path';
import type { Json } from '../../tools/host/flowRun';
import type { RestClient } from '../../tools/host/restClient';
import { startN8n } from '../../tools/host/startN8n';
import type { RunningWorker } from '../../tools/queue/worker';
import { emptyHost } from '../e2e/support/sharedHost';
import { Figures } from './support/figures';
import { provisionFlows, type AccountFlow } from './support/flows';
import { foreignWrites, writersIn } from './support/ownRows';
import { haloPicture, keysHeldTwice, rowsSetAside, type HaloPicture } from './support/picture';
import { connectToQueue, queueHostAddress } from './support/queueHostAddress';
import { runAtOnce, type TogetherResult } from './support/runAtOnce';
import { runInTurn } from './support/runInTurn';
import { startTenants, stopTenants, type Tenant } from './support/tenants';
import { startWorkers } from './support/workers';

/** 24 flows in queue mode at the worst of hours: all in the same second, four for each account, twelve for each Halo. */

const PACE: Json = { requestsPerWindow: 100_000, workers: 2 };
/** What this package says of a list in Halo or Stellr, and what n8n says of a Data table. */
const LIST_CHANGED = /did not come whole|result count changed during pagination/;
let rest: RestClient;
let workers: RunningWorker[] = [];
let tenants: Tenant[] = [];
let together: TogetherResult;
let ends: HaloPicture[];
let calmEnds: HaloPicture[];

beforeAll(async () => {
	const calm = await regularMode();
	calmEnds = calm.ends;
	tenants = await startTenants();
	rest = await connectToQueue();
	await emptyHost(rest);
	const flows = await provisionFlows(rest, tenants, { pace: PACE });
	workers = await startWorkers(2, 12);
	const first = new Figures(tenants, workers);
	together = await runAtOnce(rest, flows);
	const told = [first.tell('24 flows at once, two workers, with the time to publish them')];
	const again = new Figures(tenants, workers);
	await runInTurn(rest, flows);
	ends = pictures(tenants);
	told.push(again.tell('all once more, one after the other in each Halo'));
	console.log([...told, ...furtherFigures(calm)].join('\n'));
});

afterAll(async () => {
	for (const worker of workers) await worker.stop();
	await stopTenants(tenants);
});

describe('24 flows that start in the same second', () => {
	it('are run by both workers', () => {
		expect(together.finished).toHaveLength(24);
		for (const worker of workers) {
			const own = together.finished.filter(({ run }) => worker.began(run.executionId));
			expect(own.length).toBeGreaterThan(0);
		}
	});

	it('come to a good end, or stop because a list or a Data table changed while it was read', () => {
		const stopped = together.finished.filter(({ run }) => run.status !== 'success');
		expect(
			stopped
				.map(({ name, run }) => `${name}: ${run.stopReason?.message ?? run.status}`)
				.filter((words) => !LIST_CHANGED.test(words)),
		).toEqual([]);
		expect(stopped.length).toBeLessThan(12);
	});

	it('write to Halo for each account', () => {
		for (const { halo, accounts } of tenants) expect(writersIn(halo)).toEqual([...accounts].sort());
	});

	it('plan or compare to the end where nothing stopped them', () => {
		const last = /^(Plan clients|Plan licences|Licence Reconcile)$/;
		const unfinished = together.finished.filter(
			({ run }) => run.status === 'success' && !run.nodesThatRan.some((node) => last.test(node)),
		);
		expect(unfinished.map(({ name, run }) => `${name}: ${run.nodesThatRan.join()}`)).toEqual([]);
	});

	it('never touch a row of another account', () => {
		for (const { halo } of tenants) expect(foreignWrites(halo)).toEqual([]);
	});

	it('send nothing that the documents of Halo and Stellr do not know', () => {
		for (const { halo, stellr } of tenants) {
			expect(halo.requests.counts().violations).toEqual([]);
			expect(stellr.requests.counts().violations).toEqual([]);
		}
	});

	it('leave, after one more run of everything, no key on two active rows', () => {
		for (const { halo } of tenants) expect(keysHeldTwice(halo.state)).toEqual([]);
	});

	it.each([0, 1])(
		'leave Halo %i, after one more run of everything, as the same work in regular mode does',
		(index) => {
			expect(ends[index].clients).toEqual(calmEnds[index].clients);
			expect(ends[index].sites).toEqual(calmEnds[index].sites);
			expect(ends[index].licences).toEqual(calmEnds[index].licences);
		},
	);
});

it('The page that a worker made is read from the main process', async () => {
	const report = together.finished.find(
		({ name, run }) => name.startsWith('Drift report') && run.status === 'success',
	);
	const [files] = report?.run.files('Licence Reconcile', 'Summary') ?? [];
	expect((await rest.readFile(files.report)).toString()).toContain('<!DOCTYPE html>');
});

interface CalmResult {
	ends: HaloPicture[];
	setAside: number[];
	seconds: number;
}

/** The reference: one process, one flow after the other, two rounds. */
async function regularMode(): Promise<CalmResult> {
	const { folder, tarball } = queueHostAddress();
	const calm = await startTenants();
	const n8n = await startN8n({ folder: path.join(folder, 'regular'), tarball });
	try {
		const flows: AccountFlow[] = await provisionFlows(n8n.rest, calm, { pace: PACE });
		const { seconds } = await runInTurn(n8n.rest, flows);
		await runInTurn(n8n.rest, flows);
		return { ends: pictures(calm), setAside: setAsideIn(calm), seconds };
	} finally {
		await n8n.stop();
		await stopTenants(calm);
	}
}

function pictures(of: Tenant[]): HaloPicture[] {
	return of.map(({ halo, world }) => haloPicture(halo.state, world.halo));
}

/** How many rows of each Halo hold a key inactively that an active row holds. */
function setAsideIn(of: Tenant[]): number[] {
	return of.map(({ halo }) => rowsSetAside(halo.state).length);
}

function furtherFigures(calm: CalmResult): string[] {
	const subscriptions = tenants.map(({ stellr }) =>
		stellr.state.accounts.reduce((sum, account) => sum + account.subscriptions.length, 0),
	);
	const stopped = together.finished.filter(({ run }) => run.status !== 'success').length;
	return [
		`24 flows at once, from their hour to the end of the last: ${together.seconds.toFixed(1)} s; ${stopped} stopped`,
		`the first run of all in regular mode, in turn: ${calm.seconds.toFixed(1)} s`,
		`rows set aside: ${setAsideIn(tenants).join(' and ')}; in regular mode ${calm.setAside.join(' and ')}`,
		`subscriptions: ${subscriptions.join(' and ')}`,
	];
}
