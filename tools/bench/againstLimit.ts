/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on the developer's machine, not inside n8n */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startHaloSimulator } from '../../simulators/halo/server';
import type { LoggedRequest, RequestLog } from '../../simulators/requestLog';
import { startStellrSimulator } from '../../simulators/stellr/server';
import { startN8n } from '../host/startN8n';
import { buildProject, packProject } from '../package/pack';
import type { Bench, BenchTable, Cell } from './bench';
import { median } from './cpu';
import { flowContestants, type FlowLimits } from './flowContestants';
import { secondsOfFlow } from './flowExecution';
import { flowWorld, LINES } from './flowWorld';
import { leastSecondsAtOnce, windowUse } from './limitFigures';

interface Case {
	run: 'first' | 'unchanged';
	customers: number;
	limits: FlowLimits;
}

const WINDOW_SECONDS = 5;

/** A budget so small, in a window so short, that a run needs several of them; what a real Halo allows is as binding. */
const atPace = (requests: number, latencyMs: number): FlowLimits => ({
	requests,
	windowSeconds: WINDOW_SECONDS,
	stellrAtOnce: 6,
	latencyMs,
});

const FULL: { cases: Case[]; rounds: number } = {
	cases: [
		{ run: 'first', customers: 1_000, limits: atPace(100, 20) },
		{ run: 'unchanged', customers: 1_000, limits: atPace(20, 20) },
		{ run: 'unchanged', customers: 1_000, limits: atPace(20, 200) },
	],
	rounds: 5,
};
const QUICK: typeof FULL = {
	cases: [
		{ run: 'first', customers: 100, limits: atPace(20, 20) },
		{ run: 'unchanged', customers: 100, limits: atPace(6, 20) },
	],
	rounds: 1,
};

/** How near a flow comes to what the two APIs let through. */
export const againstLimit: Bench = {
	name: 'against-the-limit',
	run: async ({ quick, say }) => {
		const { cases, rounds } = quick ? QUICK : FULL;
		const folder = mkdtempSync(path.join(tmpdir(), 'stellr-halo-bench-'));
		try {
			say('building and packing the package');
			await buildProject();
			const tarball = await packProject(folder);
			const rows: Array<Record<string, Cell>> = [];
			for (const [index, one] of cases.entries()) {
				say(`${one.run} run of ${one.customers} customers, ${one.limits.latencyMs} ms`);
				const caseFolder = path.join(folder, String(index));
				rows.push(rowOf(one, await measured(one, rounds, caseFolder, tarball)));
			}
			return [table(rows, rounds)];
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	},
};

interface Figures {
	seconds: number;
	halo: LoggedRequest[];
	stellr: LoggedRequest[];
}

async function measured(
	{ run, customers, limits }: Case,
	rounds: number,
	folder: string,
	tarball: string,
): Promise<Figures[]> {
	const world = flowWorld(customers);
	const { latencyMs, requests: rateLimit, windowSeconds: rateWindowSeconds } = limits;
	const stellr = await startStellrSimulator(world.stellr, { latencyMs });
	const halo = await startHaloSimulator(world.halo, { latencyMs, rateLimit, rateWindowSeconds });
	const [{ flow, credentials }] = flowContestants(stellr, halo, limits);
	const stops: Array<() => Promise<void>> = [stellr.stop, halo.stop];
	try {
		const onSpawn = (stop: () => Promise<void>) => stops.push(stop);
		const n8n = await startN8n({ folder, tarball, credentials, onSpawn });
		const { id } = await n8n.rest.createWorkflow(flow);
		const figures: Figures[] = [];
		const once = async () => {
			// The window of the run before is over.
			await pause(limits.windowSeconds * 1000);
			stellr.requests.clear();
			halo.requests.clear();
			const seconds = await secondsOfFlow(n8n.rest, id);
			return { seconds, halo: callsIn(halo.requests), stellr: callsIn(stellr.requests) };
		};
		if (run === 'unchanged') {
			halo.switches.rateLimit = 0;
			await once();
			halo.switches.rateLimit = rateLimit;
		}
		for (let round = 0; round < rounds; round++) {
			if (run === 'first') halo.reset(world.halo);
			figures.push(await once());
		}
		return figures;
	} finally {
		for (const stop of stops.reverse()) await stop();
	}
}

function callsIn(log: RequestLog): LoggedRequest[] {
	return log.entries.filter(({ isToken }) => !isToken);
}

function rowOf({ run, customers, limits }: Case, found: Figures[]): Record<string, Cell> {
	const { requests, windowSeconds, stellrAtOnce, latencyMs } = limits;
	const of = (figure: (figures: Figures) => number) => median(found.map(figure));
	const uses = found.map(({ halo }) => windowUse(timesOf(halo), requests, windowSeconds));
	const [{ halo, stellr }] = found;
	const leastAtHalo = Math.max(
		uses[0].leastSeconds,
		leastSecondsAtOnce(halo.length, HALO_AT_ONCE, latencyMs),
	);
	const leastAtStellr = leastSecondsAtOnce(stellr.length, stellrAtOnce, latencyMs);
	const least = leastAtHalo + leastAtStellr;
	const seconds = of((figures) => figures.seconds);
	return {
		run,
		customers,
		'latency ms': latencyMs,
		'Halo budget': `${requests} in ${windowSeconds} s`,
		'Halo requests': halo.length,
		'budget used %': 100 * median(uses.flatMap(({ used }) => (used === null ? [] : [used]))),
		'429s': of((figures) => refusedIn(figures.halo) + refusedIn(figures.stellr)),
		'Halo × limit': median(uses.map((use) => use.seconds / leastAtHalo)),
		'Stellr requests': stellr.length,
		'Stellr × limit':
			run === 'first' ? null : of((figures) => stellrTimesLimit(figures.stellr, limits)),
		seconds,
		'limit s': least,
		'× limit': seconds / least,
	};
}

/** The package sends Halo so many at once. */
const HALO_AT_ONCE = 2;

const timesOf = (calls: LoggedRequest[]) => calls.map(({ at }) => at);

const refusedIn = (calls: LoggedRequest[]) => calls.filter(({ status }) => status === 429).length;

/** Of the lists of subscriptions, which an unchanged run reads in one stretch; a first run reads them in two. */
function stellrTimesLimit(calls: LoggedRequest[], { stellrAtOnce, latencyMs }: FlowLimits): number {
	const times = timesOf(calls.filter(({ route }) => route.endsWith('/subscriptions')));
	const seconds = (Math.max(...times) - Math.min(...times) + latencyMs) / 1000;
	return seconds / leastSecondsAtOnce(times.length, stellrAtOnce, latencyMs);
}

function table(rows: Array<Record<string, Cell>>, rounds: number): BenchTable {
	return {
		title: `Against the limit of the two APIs, ${LINES} subscriptions a customer`,
		rows,
		notes: [
			`Medians of ${rounds} ${rounds === 1 ? 'run' : 'runs'} of the whole flow in n8n. Limit: a full window after each full budget at Halo, plus requests ÷ 6 × latency at Stellr, as if nothing else took time; seconds are n8n's own.`,
			'Budget used: of what the window allows from the first request until the last full budget. 429s: refused by either side.',
			'The simulated window begins to count when a request arrives and is as strict as it can be.',
		],
	};
}
