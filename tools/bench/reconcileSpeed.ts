import { defaultReconcilePolicy } from '../../core/reconcile/input';
import { reconcileLicences } from '../../core/reconcile/reconcile';
import { runAlone } from './alone';
import type { Bench, BenchOptions, BenchTable, Cell } from './bench';
import { calibration } from './calibration';
import { cpuTimed, median } from './cpu';
import { growthExponent } from './growth';
import type { ReconcileFigures } from './reconcileRun';
import { BENCH_TODAY, reconcileBenchWorld } from './reconcileWorld';

const SIZES = [1_000, 10_000, 100_000];
const QUICK_SIZES = [1_000, 10_000];
const RUNS = 5;
const QUICK_RUNS = 3;

/** How long the comparison of all three numbers takes, without reading them. */
export const reconcileSpeed: Bench = {
	name: 'reconcile-speed',
	run: async (options) => [measured(options)],
};

function measured({ quick, say }: BenchOptions): BenchTable {
	const runs = quick ? QUICK_RUNS : RUNS;
	const sizes = quick ? QUICK_SIZES : SIZES;
	const rows = sizes.map((size) => {
		say(`${size.toLocaleString('en-US')} subscriptions, ${runs} runs`);
		return rowOf(size, runs);
	});
	const [before, large] = rows.slice(-2);
	const [from, to] = sizes.slice(-2);
	return {
		title: 'Reconcile: n subscriptions with n licences and n ÷ 5 invoice lines',
		rows,
		notes: [
			`CPU seconds; the median of ${runs} runs in one process, the first one apart, since its code is not compiled yet.`,
			'MB: the most memory of a process that makes the input and compares once.',
			`The multiple of the calibration grows with n to the power ${growth(before, large).toFixed(2)} from ${from} to ${to}.`,
		],
	};
}

function rowOf(size: number, runs: number): Record<string, Cell> {
	const world = reconcileBenchWorld({ subscriptions: size, seed: 1 });
	const policy = { ...defaultReconcilePolicy, today: BENCH_TODAY };
	const compare = () => reconcileLicences({ ...world, policy });
	const first = cpuTimed(compare);
	const others = Array.from({ length: runs }, () => cpuTimed(compare).seconds);
	const seconds = median(others);
	const { counts, lines } = first.result;
	return {
		n: size,
		'CPU s': seconds,
		'first run': first.seconds,
		slowest: Math.max(...others),
		'× calibration': seconds / calibration(),
		'MB, one run': Math.round(alone(size).memoryPeak),
		'in sync': counts.inSync,
		others: lines.length - counts.inSync,
	};
}

/** In a process of its own, whose memory is its own. */
function alone(subscriptions: number): ReconcileFigures {
	return runAlone('reconcileRun.ts', [subscriptions]) as ReconcileFigures;
}

function growth(from: Record<string, Cell>, to: Record<string, Cell>): number {
	const pointOf = (row: Record<string, Cell>) => ({
		n: Number(row.n),
		work: Number(row['× calibration']),
	});
	return growthExponent(pointOf(from), pointOf(to));
}
