/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on the developer's machine, not inside n8n */
import { setTimeout as pause } from 'node:timers/promises';
import { startHaloSimulator } from '../../simulators/halo/server';
import type { LoggedRequest, RequestLog } from '../../simulators/requestLog';
import { startStellrSimulator } from '../../simulators/stellr/server';
import type { CredentialInput, RestClient } from '../host/restClient';
import type { Bench, BenchTable, Cell } from './bench';
import type { BenchN8n } from './benchN8n';
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

/** A budget so small, in a window so short, that a run needs several of them; what a real Halo allows is as binding. */
const atPace = (requests: number, latencyMs: number, windowSeconds = 5): FlowLimits => ({
	requests,
	windowSeconds,
	stellrAtOnce: 6,
	latencyMs,
});

/** Requests in a window that no run comes near. */
const UNHURRIED = 100_000;

const FULL: { cases: Case[]; rounds: number } = {
	cases: [
		{ run: 'first', customers: 1_000, limits: atPace(50, 20) },
		{ run: 'first', customers: 1_000, limits: atPace(100, 20) },
		{ run: 'unchanged', customers: 1_000, limits: atPace(20, 20) },
		{ run: 'unchanged', customers: 1_000, limits: atPace(20, 200) },
	],
	rounds: 5,
};
const QUICK: typeof FULL = {
	cases: [
		{ run: 'first', customers: 30, limits: atPace(15, 20, 2) },
		{ run: 'unchanged', customers: 50, limits: atPace(2, 20, 2) },
	],
	rounds: 1,
};

/** How near a flow comes to what the two APIs let through. */
export const againstLimit: Bench = {
	name: 'against-the-limit',
	run: async ({ quick, n8n, say }) => {
		const { cases, rounds } = quick ? QUICK : FULL;
		const rows: Array<Record<string, Cell>> = [];
		for (const one of cases) {
			say(`${one.run} run of ${one.customers} customers, ${one.limits.latencyMs} ms`);
			rows.push(rowOf(one, await measured(one, rounds, n8n)));
		}
		return [table(rows, rounds)];
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
	benchN8n: BenchN8n,
): Promise<Figures[]> {
	const world = flowWorld(customers);
	const { latencyMs, requests: rateLimit, windowSeconds: rateWindowSeconds } = limits;
	const stellr = await startStellrSimulator(world.stellr, { latencyMs });
	const halo = await startHaloSimulator(world.halo, { latencyMs, rateLimit, rateWindowSeconds });
	const [{ flow, credentials }] = flowContestants(stellr, halo, limits);
	const stops: Array<() => Promise<void>> = [stellr.stop, halo.stop];
	try {
		const n8n = await benchN8n.lend(credentials);
		stops.push(n8n.giveBack);
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
			// The run that makes everything as it has to be is not the one to be measured, and so not slowed down.
			const [unhurried] = flowContestants(stellr, halo, { ...limits, requests: UNHURRIED });
			halo.switches.rateLimit = 0;
			await replaceCredentials(n8n.rest, unhurried.credentials);
			await once();
			await replaceCredentials(n8n.rest, credentials);
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

async function replaceCredentials(rest: RestClient, inputs: CredentialInput[]): Promise<void> {
	const stored = await rest.listCredentials();
	for (const input of inputs) {
		const found = stored.find(({ name }) => name === input.name);
		if (found !== undefined) await rest.updateCredential(found.id, input);
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
