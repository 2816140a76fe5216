/* eslint-disable @n8n/community-nodes/no-restricted-imports, no-console -- a test, runs outside n8n */
import path from 'node:path';
import { MemoryPeak } from '../../tools/bench/processMemory';
import type { Json } from '../../tools/host/flowRun';
import type { RestClient } from '../../tools/host/restClient';
import { startN8n } from '../../tools/host/startN8n';
import type { RunningWorker } from '../../tools/queue/worker';
import { emptyHost } from '../e2e/support/sharedHost';
import { provisionFlows, type AccountFlow } from './support/flows';
import { foreignWrites, writesIn } from './support/ownRows';
import { haloPicture, keysHeldTwice, rowsSetAside, type HaloPicture } from './support/picture';
import { connectToQueue, queueHostAddress } from './support/queueHostAddress';
import { runAtOnce, type TogetherResult } from './support/runAtOnce';
import { runInTurn } from './support/runInTurn';
import { startTenants, stopTenants, type Tenant } from './support/tenants';
import { startWorkers } from './support/workers';

/** 24 flows in queue mode at the worst of hours: all in the same second, four for each account, twelve for each Halo. */

const PACE: Json = { requestsPerWindow: 100_000, workers: 2 };
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
	const { mainPid } = queueHostAddress();
	const memory = [mainPid, ...workers.map(({ pid }) => pid)].map((pid) => new MemoryPeak(pid));
	together = await runAtOnce(rest, flows);
	const { seconds } = await runInTurn(rest, flows);
	ends = pictures(tenants);
	tell(
		{
			'24 flows at once, two workers': together.seconds,
			'all once more, one after the other in each Halo': seconds,
			'the same in regular mode, first run': calm.seconds,
		},
		memory,
	);
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

	it('come to a good end, or stop before they write because a list changed while it was read', () => {
		const stopped = together.finished.filter(({ run }) => run.status !== 'success');
		expect(
			stopped
				.map(({ name, run }) => `${name}: ${run.stopReason?.message ?? run.status}`)
				.filter((words) => !words.includes('did not come whole')),
		).toEqual([]);
		expect(stopped.length).toBeLessThan(6);
	});

	it('have all written', () => {
		for (const { halo } of tenants) expect(writesIn(halo)).toBeGreaterThan(20);
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

/** The reference: one process, one flow after the other, two rounds. */
async function regularMode(): Promise<{ ends: HaloPicture[]; seconds: number }> {
	const { folder, tarball } = queueHostAddress();
	const calm = await startTenants();
	const n8n = await startN8n({ folder: path.join(folder, 'regular'), tarball });
	try {
		const flows: AccountFlow[] = await provisionFlows(n8n.rest, calm, { pace: PACE });
		const { seconds } = await runInTurn(n8n.rest, flows);
		await runInTurn(n8n.rest, flows);
		return { ends: pictures(calm), seconds };
	} finally {
		await n8n.stop();
		await stopTenants(calm);
	}
}

function pictures(of: Tenant[]): HaloPicture[] {
	return of.map(({ halo, world }) => haloPicture(halo.state, world.halo));
}

function tell(seconds: Record<string, number>, memory: MemoryPeak[]): void {
	const setAside = tenants.map(({ halo }) => rowsSetAside(halo.state).length);
	const [main, ...others] = memory.map((peak) => Math.round(peak.ofProcess() ?? 0));
	console.log(
		[
			...Object.entries(seconds).map(([what, value]) => `${what}: ${value.toFixed(1)} s`),
			`rows made twice and set aside: ${setAside.join(' and ')}`,
			`highest memory: main ${main} MB, workers ${others.join(' and ')} MB`,
		].join('\n'),
	);
}
