/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- runs on the developer's machine, not inside n8n */
import { setTimeout as pause } from 'node:timers/promises';
import { startHaloSimulator, type HaloSimulator } from '../../simulators/halo/server';
import { startStellrSimulator, type StellrSimulator } from '../../simulators/stellr/server';
import { haloCredential, stellrCredentials } from '../host/accounts';
import type { FlowRun } from '../host/flowRun';
import type { RunningN8n } from '../host/startN8n';
import { PACKAGE_NAME } from '../package/pack';
import type { Bench, BenchOptions, BenchTable } from './bench';
import type { BenchN8n, LentN8n } from './benchN8n';
import { median } from './cpu';
import { flowOfNothing, HOOKS, licenceFlow, pureFlow } from './overheadFlows';
import { overheadWorld, type OverheadWorld } from './overheadWorld';
import { cpuSecondsOf } from './processCpu';
import { profileOf, secondsIn } from './processProfile';

const LINES_PER_CUSTOMER = 10;
const FULL: Plan = { customers: 1_000, runs: 5 };
const QUICK: Plan = { customers: 100, runs: 2 };
interface Plan {
	customers: number;
	/** After a first one. */
	runs: number;
}

/** No request is to wait. */
const REQUESTS_PER_WINDOW = 100_000;
const SAVED_COLUMNS = {
	key: 'string',
	haloLicenceId: 'number',
	haloClientId: 'number',
	lastCount: 'number',
	adoptedAt: 'number',
	link: 'string',
	changedAt: 'string',
	increaseSeats: 'number',
	increasedAt: 'string',
	missingTimes: 'number',
};
const ROWS_PER_INSERT = 1_000;

/** What the package's nodes cost inside n8n, beyond what n8n itself costs for the same items and requests. */
export const n8nOverhead: Bench = {
	name: 'n8n-overhead',
	run: async (options) => await measured(options),
};

async function measured({ quick, n8n, say }: BenchOptions): Promise<BenchTable[]> {
	const plan = quick ? QUICK : FULL;
	const stage = await openStage(plan.customers, n8n);
	try {
		return [await pureNodes(stage, plan, say), await licenceNodes(stage, plan, say)];
	} finally {
		await stage.close();
	}
}

interface Stage {
	stellr: StellrSimulator;
	halo: HaloSimulator;
	n8n: LentN8n;
	close: () => Promise<void>;
}

async function openStage(customers: number, benchN8n: BenchN8n): Promise<Stage> {
	const stops: Array<() => Promise<void>> = [];
	const close = async () => {
		await Promise.all(stops.map(async (stop) => await stop()));
	};
	try {
		const world = overheadWorld(customers);
		const stellr = await startStellrSimulator(world.stellr);
		stops.push(stellr.stop);
		const halo = await startHaloSimulator(world.halo, { rateLimit: 0 });
		stops.push(async () => await halo.stop());
		const n8n = await benchN8n.lend([
			...stellrCredentials(stellr),
			haloCredential(halo, REQUESTS_PER_WINDOW),
		]);
		stops.push(n8n.giveBack);
		await saveState(n8n, world);
		for (const flow of [licenceFlow(), flowOfNothing(stellr, halo)]) {
			const { id } = await n8n.rest.createWorkflow(flow);
			await n8n.rest.publishWorkflow(id);
		}
		return { stellr, halo, n8n, close };
	} catch (reason) {
		await close();
		throw reason;
	}
}

async function saveState({ rest }: RunningN8n, { saved }: OverheadWorld): Promise<void> {
	const columns = Object.entries(SAVED_COLUMNS).map(([name, type]) => ({ name, type }));
	const { id } = await rest.createDataTable('stellr_halo_licences_v1', columns);
	for (let at = 0; at < saved.length; at += ROWS_PER_INSERT)
		await rest.insertDataTableRows(id, saved.slice(at, at + ROWS_PER_INSERT));
}

async function pureNodes(
	{ n8n }: Stage,
	{ customers, runs }: Plan,
	say: BenchOptions['say'],
): Promise<BenchTable> {
	say(`nodes without requests, ${customers} items, ${runs} runs`);
	const { id } = await n8n.rest.createWorkflow(pureFlow());
	const first = await n8n.rest.runWorkflow(id);
	const others: FlowRun[] = [];
	for (let run = 0; run < runs; run += 1) others.push(await n8n.rest.runWorkflow(id));
	const rows = ['Nothing', 'Mapping Match', 'Record'].map((name) => {
		const perItem = others.map((run) => (1000 * run.nodeMilliseconds(name)) / customers);
		return {
			node: LABELS[name],
			'µs an item': median(perItem),
			'first run': (1000 * first.nodeMilliseconds(name)) / customers,
			'items out': first.counts(name).reduce((sum, count) => sum + count, 0),
		};
	});
	return {
		title: `Nodes that send no requests, ${inWords(customers)} items, in n8n`,
		rows,
		notes: [
			`n8n's own time of the node's run; the median of ${runs} runs after a first one. n8n counts whole milliseconds.`,
			'Mapping Match takes as many clients beside the customers; all of them are decided by their keys.',
		],
	};
}

const LABELS: Record<string, string> = {
	Nothing: "No Operation, n8n's own",
	'Mapping Match': 'Mapping Match',
	Record: 'Mapping Review, Record Matches',
};

async function licenceNodes(
	stage: Stage,
	{ customers, runs }: Plan,
	say: BenchOptions['say'],
): Promise<BenchTable> {
	say('the licence flow and its likeness, each once to warm up');
	for (const hook of [HOOKS.nothing, HOOKS.licences]) await firstRunOf(stage.n8n, hook);
	const subscriptions = inWords(customers * LINES_PER_CUSTOMER);
	const figures = { licences: [] as Run[], nothing: [] as Run[] };
	for (let run = 1; run <= runs; run += 1) {
		say(`${subscriptions} subscriptions, run ${run} of ${runs}`);
		figures.nothing.push(await runOf(stage, HOOKS.nothing));
		figures.licences.push(await runOf(stage, HOOKS.licences));
	}
	say('once more under the profiler');
	const target = { pid: stage.n8n.pid, port: stage.n8n.inspectPort };
	const profile = await profileOf(target, async () => {
		await runOf(stage, HOOKS.licences);
	});
	const own = secondsIn(profile, `/nodes/node_modules/${PACKAGE_NAME}/`, /\/node_modules\/zod\//);
	const cpu = (which: Run[]) => median(which.map(({ cpuSeconds }) => cpuSeconds));
	const rowOf = (flow: string, which: Run[]) => ({
		flow,
		'CPU s': cpu(which),
		least: Math.min(...which.map(({ cpuSeconds }) => cpuSeconds)),
		most: Math.max(...which.map(({ cpuSeconds }) => cpuSeconds)),
		'wall s': median(which.map(({ wallSeconds }) => wallSeconds)),
		requests: which[0].requests,
	});
	const beyond = cpu(figures.licences) - cpu(figures.nothing);
	return {
		title: `Update licences in n8n: ${subscriptions} subscriptions, nothing changed`,
		rows: [
			rowOf('this package', figures.licences),
			rowOf("the same requests and items through n8n's own nodes", figures.nothing),
		],
		notes: [
			`By difference: ${beyond.toFixed(2)} s of CPU beyond n8n's own nodes${beyond < 0 ? ', that is less than they take' : ''}.`,
			`In this package's own functions: ${own.seconds.toFixed(2)} s, by a CPU profile of one more run (a sample each half millisecond).`,
			`The median of ${runs} runs of each in turn, after a first one. CPU: of the n8n process and all its threads, from the call that starts the flow until it has ended (/proc/PID/stat).`,
			"Taken off: the shipped flow with n8n's own nodes in the places of ours. HTTP Request nodes send the same requests with the same credentials and read the same answers, Split Out makes the items, Merge waits and passes them on. The Data tables are the same in both.",
			"What an HTTP Request node does beyond sending is in that figure too. So the profile is the stricter measure: a sample counts as ours when the nearest function that is not Node's or zod's is in this package; what n8n does on our behalf, such as decrypting the credential for each request, and garbage collection are not in it.",
			'Neither flow saves what its nodes put out, both simulators answer without delay, and no limit makes anybody wait.',
		],
	};
}

/** The first run. n8n listens for a published flow a moment later; until then it answers 404 and starts nothing. */
async function firstRunOf({ url }: RunningN8n, hook: string): Promise<void> {
	for (let attempt = 0; attempt < 100; attempt += 1) {
		const answer = await fetch(`${url}/webhook/${hook}`, { method: 'POST' });
		await answer.text();
		if (answer.status !== 404) return;
		await pause(100);
	}
	throw new Error(`n8n does not listen for "${hook}"`);
}

interface Run {
	/** Of the n8n process, from the call that starts the flow until it has ended. */
	cpuSeconds: number;
	wallSeconds: number;
	requests: number;
}

async function runOf({ n8n, stellr, halo }: Stage, hook: string): Promise<Run> {
	stellr.requests.clear();
	halo.requests.clear();
	const before = cpuSecondsOf(n8n.pid);
	const started = performance.now();
	const answer = await fetch(`${n8n.url}/webhook/${hook}`, { method: 'POST' });
	await answer.text();
	const wallSeconds = (performance.now() - started) / 1000;
	const cpuSeconds = cpuSecondsOf(n8n.pid) - before;
	if (!answer.ok) throw new Error(`n8n answered ${answer.status} for the flow "${hook}"`);
	const requests = stellr.requests.counts().total + halo.requests.counts().total;
	return { cpuSeconds, wallSeconds, requests };
}

function inWords(count: number): string {
	return count.toLocaleString('en-US');
}
