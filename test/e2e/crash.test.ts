/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startHaloSimulator, type HaloSimulator } from '../../simulators/halo/server';
import { startStellrSimulator, type StellrSimulator } from '../../simulators/stellr/server';
import { adoptionWorld } from '../../simulators/world/scenarios/adoption';
import { haloCredential, stellrCredentials } from '../../tools/host/accounts';
import { startN8n, type RunningN8n } from '../../tools/host/startN8n';
import {
	keysHeldTwice,
	licencePicture,
	licenceWrites,
	startRun,
	untilWrites,
} from './support/cutShort';
import { hostAddress } from './support/sharedHost';
import { FLOWS, nodeOf, openStage, type Stage } from './support/stage';

/** Runs that end in the middle of their writes: a process killed, a run stopped by a person. Nothing twice, nothing lost. */

jest.setTimeout(300_000);
const FLOW = 'Quick start';
const FOLDER = path.resolve(__dirname, '../../.e2e/crash');
const world = () => adoptionWorld(17, 8, { licence: { native: 0.3, hand: 0.1 } });
const known = new Set(world().halo.licences.map(({ id }) => id));
const SLOW = { rateLimit: 0, latencyMs: 200 };
let calm: string[];

/** Few rows a request, so that there is a middle. */
async function inSmallSteps(stage: Pick<Stage, 'edit'>): Promise<void> {
	await stage.edit(FLOW, (workflow) => {
		nodeOf(workflow, 'Apply licences').parameters.options = { rowsPerRequest: 3 };
	});
}

beforeAll(async () => {
	const { stellr, halo } = world();
	const stage = await openStage({ stellr, halo, haloSwitches: { rateLimit: 0 } });
	await inSmallSteps(stage);
	await stage.runFlow(FLOW);
	await stage.runFlow(FLOW);
	calm = licencePicture(stage.halo.state, known);
	await stage.close();
});

describe('n8n killed in the middle of an apply', () => {
	let halo: HaloSimulator;
	let stellr: StellrSimulator;
	let n8n: RunningN8n | null = null;

	afterEach(async () => {
		await n8n?.stop();
		await Promise.all([halo.stop(), stellr.stop()]);
		rmSync(FOLDER, { recursive: true, force: true });
	});

	it('and started again makes no row twice, loses none, and ends where an undisturbed run ends', async () => {
		rmSync(FOLDER, { recursive: true, force: true });
		const start = world();
		halo = await startHaloSimulator(start.halo, SLOW);
		stellr = await startStellrSimulator(start.stellr);
		const { tarball } = hostAddress();
		const first = await startN8n({
			folder: FOLDER,
			tarball,
			credentials: [...stellrCredentials(stellr), haloCredential(halo, 100_000)],
			workflows: [path.join(FLOWS, 'quick-start.json')],
		});
		n8n = first;
		const workflow = await first.rest.findWorkflow(FLOW);
		nodeOf(workflow, 'Apply licences').parameters.options = { rowsPerRequest: 3 };
		await first.rest.updateWorkflow(workflow);
		await startRun(first.rest, FLOW);
		await untilWrites(halo, 3);
		process.kill(-first.pid, 'SIGKILL');
		await first.ended;
		await pause(500);
		const half = licencePicture(halo.state, known);
		expect(half).not.toEqual(calm);
		expect(keysHeldTwice(halo.state)).toEqual([]);

		halo.switches.latencyMs = 0;
		const second = await startN8n({ folder: FOLDER, tarball });
		n8n = second;
		const { id } = await second.rest.findWorkflow(FLOW);
		for (let runs = 0; runs < 2; runs++) {
			expect((await second.rest.runWorkflow(id)).stopReason).toBeNull();
		}
		expect(keysHeldTwice(halo.state)).toEqual([]);
		expect(licencePicture(halo.state, known)).toEqual(calm);
		halo.requests.clear();
		await second.rest.runWorkflow(id);
		expect(licenceWrites(halo)).toEqual([]);
	});
});

describe('a run stopped by a person in the middle of an apply', () => {
	let stage: Stage;
	afterEach(async () => await stage.close());

	it('stops within a second, starts no further write, and the next run ends where an undisturbed run ends', async () => {
		const start = world();
		stage = await openStage({ ...start, haloSwitches: SLOW });
		await inSmallSteps(stage);
		const executionId = await startRun(stage.rest, FLOW);
		await untilWrites(stage.halo, 2);
		const asked = Date.now();
		await stage.rest.data('POST', `/rest/executions/${executionId}/stop`);
		const workflow = await stage.rest.findWorkflow(FLOW);
		const run = await stage.rest.waitForExecution(executionId, workflow);
		const ended = Date.now();
		expect(run.status).toBe('canceled');
		expect(ended - asked).toBeLessThan(1500);
		await pause(2500);
		const late = stage.halo.requests.entries.filter(({ at }) => at > asked + 1000);
		expect(late.map(({ method, path: where }) => `${method} ${where}`)).toEqual([]);
		expect(licencePicture(stage.halo.state, known)).not.toEqual(calm);

		stage.halo.switches.latencyMs = 0;
		for (let runs = 0; runs < 2; runs++) await stage.runFlow(FLOW);
		expect(keysHeldTwice(stage.halo.state)).toEqual([]);
		expect(licencePicture(stage.halo.state, known)).toEqual(calm);
	});
});
