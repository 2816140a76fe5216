import { runAlone } from './alone';
import type { Bench, BenchOptions, BenchTable, Cell } from './bench';
import type { CoreFigures } from './coreRun';
import { coreSteps } from './coreSteps';
import { growthExponent } from './growth';

const SIZES = [1_000, 10_000, 100_000];
const QUICK_SIZES = [1_000, 10_000];
const RUNS = 5;
const QUICK_RUNS = 3;

/** How long the core takes and how much memory it holds, without n8n and without reading or writing anything. */
export const coreScale: Bench = {
	name: 'core-scale',
	run: async (options) => [measured(options)],
};

function measured({ quick, say }: BenchOptions): BenchTable {
	const sizes = quick ? QUICK_SIZES : SIZES;
	const runs = quick ? QUICK_RUNS : RUNS;
	const steps = coreSteps.filter(({ name }) => !quick || /saved state/.test(name));
	const rows = steps.map(({ name }) => {
		say(`${name}: ${sizes.map(inWords).join(', ')} subscriptions, ${runs} runs each`);
		return rowOf(name, sizes, runs);
	});
	return {
		title: `The core alone: n subscriptions, ten per customer, in CPU seconds`,
		rows,
		notes: [
			`The median of ${runs} runs in a process of its own, the first run apart, since its code is not compiled yet.`,
			`"first", MB and what came out are those of the largest size. MB: the most memory of a process that makes the input and runs once; "input": before that run.`,
			`"× calibration": the largest size as a multiple of a fixed piece of work, done before and after each run and taking the seconds of "calibration".`,
			`"growth": these multiples grow with n to this power from ${sizes.slice(-2).map(inWords).join(' to ')}, so that the machine's own changes of pace do not count.`,
			'first: no keys yet, half of the clients and half of the rows are there. unchanged: what that left. changed: 3 % of the quantities moved since.',
		],
	};
}

function rowOf(step: string, sizes: readonly number[], runs: number): Record<string, Cell> {
	const points = sizes.map((size) => ({ n: size, ...figures(step, size, runs) }));
	const [before, large] = points.slice(-2);
	return {
		step,
		...Object.fromEntries(points.map(({ n, seconds }) => [`n = ${inWords(n)}`, seconds])),
		first: large.first,
		growth: growthExponent(
			{ n: before.n, work: before.multiple },
			{ n: large.n, work: large.multiple },
		),
		'× calibration': large.multiple,
		calibration: large.calibration,
		'MB input': Math.round(large.memoryBefore),
		'MB, one run': Math.round(large.memoryPeak),
		'came out': Object.entries(large.cameOut)
			.sort(([, a], [, b]) => b - a)
			.map(([kind, count]) => `${inWords(count)} ${kind}`)
			.join(', '),
	};
}

function figures(step: string, subscriptions: number, runs: number): CoreFigures {
	return runAlone('coreRun.ts', [step, subscriptions, runs]) as CoreFigures;
}

function inWords(count: number): string {
	return count.toLocaleString('en-US');
}
