import type { BenchTable, Cell } from './bench';
import { median } from './cpu';

/** What one run of one flow cost. */
export interface FlowFigures {
	seconds: number;
	stellrRequests: number;
	/** The most of them that were waiting for an answer together. */
	stellrAtOnce: number;
	haloRequests: number;
	/** Requests to Halo that write. */
	writes: number;
	/** Requests that either side refused with 429. */
	refused: number;
	/** Highest memory of n8n, in MB; null where the system does not tell. */
	n8nMb: number | null;
	/** The same with n8n's task runner, in which Code nodes run. */
	withRunnerMb: number | null;
}

export type RunKind = 'first' | 'unchanged';

/** All runs of one contestant. The first contestant is the one that the others are compared with. */
export interface ContestantRuns {
	name: string;
	runs: Record<RunKind, FlowFigures[]>;
}

/** First and unchanged runs of all contestants: medians, and how many times as much as the first contestant. */
export function flowTable(
	title: string,
	contestants: ContestantRuns[],
	notes: string[],
): BenchTable {
	const kinds: RunKind[] = ['first', 'unchanged'];
	return {
		title,
		rows: kinds.flatMap((kind) => {
			const ours = medians(contestants[0].runs[kind]);
			return contestants.map(({ name, runs }) => rowOf(kind, name, medians(runs[kind]), ours));
		}),
		notes,
	};
}

function rowOf(
	kind: RunKind,
	name: string,
	figures: FlowFigures,
	ours: FlowFigures,
): Record<string, Cell> {
	return {
		run: kind,
		flow: name,
		seconds: figures.seconds,
		'× time': figures.seconds / ours.seconds,
		'Halo requests': figures.haloRequests,
		'× requests': figures.haloRequests / ours.haloRequests,
		writes: figures.writes,
		'429s': figures.refused,
		'Stellr requests': figures.stellrRequests,
		'at once': figures.stellrAtOnce,
		'n8n MB': rounded(figures.n8nMb),
		'with runner MB': rounded(figures.withRunnerMb),
	};
}

/** Of each figure its own median. */
export function medians(runs: FlowFigures[]): FlowFigures {
	const of = (figure: keyof FlowFigures) => {
		const known = runs.map((run) => run[figure]).filter((value) => value !== null);
		return known.length === 0 ? null : median(known);
	};
	return {
		seconds: of('seconds') ?? 0,
		stellrRequests: of('stellrRequests') ?? 0,
		stellrAtOnce: of('stellrAtOnce') ?? 0,
		haloRequests: of('haloRequests') ?? 0,
		writes: of('writes') ?? 0,
		refused: of('refused') ?? 0,
		n8nMb: of('n8nMb'),
		withRunnerMb: of('withRunnerMb'),
	};
}

function rounded(megabytes: number | null): number | null {
	return megabytes === null ? null : Math.round(megabytes);
}

/** The most calls that came within one span of time; where each is held back for that long, so many waited together. */
export function mostWithin(calls: ReadonlyArray<{ at: number }>, milliseconds: number): number {
	let [most, oldest] = [0, 0];
	calls.forEach(({ at }, newest) => {
		while (at - calls[oldest].at >= milliseconds) oldest += 1;
		most = Math.max(most, newest - oldest + 1);
	});
	return most;
}
