/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- runs on the developer's machine, not inside n8n */
import { setTimeout as pause } from 'node:timers/promises';
import type { LoggedRequest, RequestLog } from '../../simulators/requestLog';
import { startHaloSimulator, type HaloSimulator } from '../../simulators/halo/server';
import { startStellrSimulator, type StellrSimulator } from '../../simulators/stellr/server';
import type { CredentialInput } from '../host/restClient';
import type { RunningN8n } from '../host/startN8n';
import type { Bench, BenchOptions, BenchTable } from './bench';
import type { BenchN8n } from './benchN8n';
import { flowContestants, type Contestant, type FlowLimits } from './flowContestants';
import { checkEndState } from './flowEndState';
import { secondsOfFlow } from './flowExecution';
import { flowTable, mostWithin, type FlowFigures, type RunKind } from './flowTable';
import { flowWorld, LINES, type FlowWorld } from './flowWorld';
import { MemoryPeak } from './processMemory';

/** Half of the 300 requests in 300 seconds that Halo allows, a hundred times as fast. */
const LIMITS: FlowLimits = { requests: 150, windowSeconds: 3, stellrAtOnce: 6, latencyMs: 20 };

interface Plan {
	/** Customers. */
	sizes: number[];
	/** First runs, each from a Halo as it was before. */
	rounds: number;
	/** After each first run. */
	unchangedRuns: number;
}

const FULL: Plan = { sizes: [100, 1_000], rounds: 5, unchangedRuns: 1 };
const QUICK: Plan = { sizes: [40], rounds: 1, unchangedRuns: 1 };
/** A flow's very first run in an n8n is slower: code is loaded and not compiled yet. */
const WARM_UP_CUSTOMERS = 20;

/** The import and the licence update by this package, beside what a user would build of n8n's own nodes. */
export const flowRivals: Bench = {
	name: 'flow-against-rivals',
	run: async (options) => await measured(options),
};

async function measured({ quick, n8n, say }: BenchOptions): Promise<BenchTable[]> {
	const { sizes, rounds, unchangedRuns } = quick ? QUICK : FULL;
	const stage = await openStage(n8n, say);
	try {
		if (!quick) {
			say('each once to warm up');
			await roundOf(stage, flowWorld(WARM_UP_CUSTOMERS), 0);
		}
		const tables: BenchTable[] = [];
		for (const size of sizes) {
			const world = flowWorld(size);
			const found: Round[] = [];
			for (let round = 1; round <= rounds; round++) {
				say(`${size} customers, round ${round} of ${rounds}`);
				found.push(await roundOf(stage, world, unchangedRuns));
			}
			tables.push(tableOf(size, found, stage));
		}
		return tables;
	} finally {
		await stage.close();
	}
}

/** A contestant and the n8n that it runs in: one of its own, so that its memory is its own, unless all share one. */
interface Player {
	contestant: Contestant;
	n8n: RunningN8n;
	flowId: string;
}

interface Stage {
	stellr: StellrSimulator;
	halo: HaloSimulator;
	players: Player[];
	sharedN8n: boolean;
	close: () => Promise<void>;
}

async function openStage(n8n: BenchN8n, say: BenchOptions['say']): Promise<Stage> {
	const stops: Array<() => Promise<void>> = [];
	const close = async () => {
		await Promise.all(stops.map(async (stop) => await stop()));
	};
	try {
		const world = flowWorld(WARM_UP_CUSTOMERS);
		const { requests, windowSeconds, latencyMs } = LIMITS;
		const stellr = await startStellrSimulator(world.stellr, { latencyMs });
		stops.push(stellr.stop);
		const halo = await startHaloSimulator(world.halo, {
			latencyMs,
			rateLimit: requests,
			rateWindowSeconds: windowSeconds,
		});
		stops.push(halo.stop);
		say(n8n.shared ? 'one n8n for all' : 'starting an n8n for each');
		const { players, giveBack } = await playersIn(n8n, flowContestants(stellr, halo, LIMITS));
		stops.push(giveBack);
		return { stellr, halo, players, sharedN8n: n8n.shared, close };
	} catch (reason) {
		await close();
		throw reason;
	}
}

async function playersIn(
	n8n: BenchN8n,
	contestants: Contestant[],
): Promise<{ players: Player[]; giveBack: () => Promise<void> }> {
	const groups = n8n.shared ? [contestants] : contestants.map((contestant) => [contestant]);
	const lent = await Promise.all(
		groups.map(async (group) => await n8n.lend(distinctCredentials(group))),
	);
	const players: Player[] = [];
	for (const [at, group] of groups.entries()) {
		for (const contestant of group) {
			const { id } = await lent[at].rest.createWorkflow(contestant.flow);
			players.push({ contestant, n8n: lent[at], flowId: id });
		}
	}
	const giveBack = async () => {
		await Promise.all(lent.map(async (one) => await one.giveBack()));
	};
	return { players, giveBack };
}

/** Both rivals use the same ones. */
function distinctCredentials(contestants: Contestant[]): CredentialInput[] {
	const byName = contestants.flatMap(({ credentials }) =>
		credentials.map((one) => [one.name, one] as const),
	);
	return [...new Map(byName).values()];
}

/** The figures of each player, in their order. */
type Round = Array<Record<RunKind, FlowFigures[]>>;

async function roundOf(stage: Stage, world: FlowWorld, unchangedRuns: number): Promise<Round> {
	const round: Round = [];
	for (const player of stage.players) {
		const { name } = player.contestant;
		// Tokens live on, so the customers are exchanged and the simulator is not reset.
		stage.stellr.state.accounts.splice(0, Infinity, ...structuredClone(world.stellr.accounts));
		stage.halo.reset(world.halo);
		const first = await runOf(stage, player);
		checkEndState(name, world.stellr, stage.halo.state);
		const unchanged: FlowFigures[] = [];
		for (let run = 1; run <= unchangedRuns; run++) {
			const figures = await runOf(stage, player);
			if (figures.writes > 0) throw new Error(`"${name}" wrote although nothing had changed`);
			unchanged.push(figures);
		}
		checkEndState(name, world.stellr, stage.halo.state);
		round.push({ first: [first], unchanged });
	}
	return round;
}

async function runOf(
	{ stellr, halo, sharedN8n }: Stage,
	{ n8n, flowId }: Player,
): Promise<FlowFigures> {
	await pause(untilWindowIsFree(halo.requests.entries, Date.now()));
	stellr.requests.clear();
	halo.requests.clear();
	const memory = new MemoryPeak(n8n.pid);
	const seconds = await secondsOfFlow(n8n.rest, flowId);
	const [stellrCalls, haloCalls] = [callsIn(stellr.requests), callsIn(halo.requests)];
	return {
		seconds,
		stellrRequests: stellrCalls.length,
		stellrAtOnce: mostWithin(stellrCalls, LIMITS.latencyMs),
		haloRequests: haloCalls.length,
		writes: haloCalls.filter(({ method }) => method !== 'GET').length,
		refused: [...stellrCalls, ...haloCalls].filter(({ status }) => status === 429).length,
		n8nMb: sharedN8n ? null : memory.ofProcess(),
		withRunnerMb: sharedN8n ? null : memory.withChildren(),
	};
}

/** Milliseconds until what the run before has used of the window leaves room for as much again. */
function untilWindowIsFree(before: readonly LoggedRequest[], now: number): number {
	const windowMs = LIMITS.windowSeconds * 1000;
	const inWindow = before.filter(({ at }) => at > now - windowMs);
	if (inWindow.length * 2 <= LIMITS.requests) return 0;
	return Math.max(0, (inWindow.at(-1)?.at ?? now) + windowMs - now);
}

/** Requests for tokens are not counted. */
function callsIn(log: RequestLog): LoggedRequest[] {
	return log.entries.filter(({ isToken }) => !isToken);
}

function tableOf(size: number, rounds: Round[], { players, sharedN8n }: Stage): BenchTable {
	const { requests, windowSeconds, stellrAtOnce, latencyMs } = LIMITS;
	const subscriptions = size * LINES;
	const contestants = players.map(({ contestant }, at) => ({
		name: contestant.name,
		runs: {
			first: rounds.flatMap((round) => round[at].first),
			unchanged: rounds.flatMap((round) => round[at].unchanged),
		},
	}));
	const { first, unchanged } = contestants[0].runs;
	return flowTable(
		`The same job by three flows: ${counted(size)} customers, ${counted(subscriptions)} subscriptions`,
		contestants,
		[
			`In n8n, ${sharedN8n ? 'all flows in the same one' : 'each flow in one of its own'}, against simulators that answer after ${latencyMs} ms. Halo allows ${requests} requests in a rolling ${windowSeconds} s (in life 150 of 300 in 300 s), Stellr gets ${stellrAtOnce} at once.`,
			`Medians of ${first.length} first and ${unchanged.length} unchanged runs; × is the multiple of this package's. Each end state was checked.`,
			`Requests without those for tokens. ${sharedN8n ? 'In the same n8n no flow has a memory of its own, and the first one also warms it up.' : 'Highest memory of n8n, alone and with the task runner, in which Code nodes run.'}`,
			"A first run of this package also stores its keys on Halo's licence rows, and reads what it is about to change once more; the rivals do neither.",
		],
	);
}

function counted(count: number): string {
	return count.toLocaleString('en-US');
}
