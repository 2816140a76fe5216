import { matchCustomers } from '../../core/matching';
import type { Bench, BenchOptions, BenchTable, Cell } from './bench';
import { calibration } from './calibration';
import { cpuTimed, median } from './cpu';
import { matchingWorld } from './matchingWorld';

const SIZES = [5_000, 15_000, 50_000];
const RUNS = 5;
const QUICK_SIZES = [5_000, 15_000];
const QUICK_RUNS = 3;

/** How long the rungs that decide take, without the suggestions for a person. */
export const matchingSpeed: Bench = {
	name: 'matching-speed',
	run: async (options) => [measured(options)],
};

function measured({ quick, say }: BenchOptions): BenchTable {
	const runs = quick ? QUICK_RUNS : RUNS;
	const sizes = quick ? QUICK_SIZES : SIZES;
	const rows = sizes.map((size) => {
		say(`${size.toLocaleString('en-US')} customers and as many clients, ${runs} runs`);
		return rowOf(size, runs);
	});
	return {
		title: 'Deciding levels 1 to 7, n customers by n clients',
		rows,
		notes: [
			`CPU seconds; the median of ${runs} runs in one process, the first one apart, since its code is not compiled yet.`,
			'The calibration loop, measured beside each row: 600,000 texts made, hashed and looked up in a Map.',
			`Time grows with n to the power ${growth(rows).toFixed(2)} from ${sizes[0]} to ${sizes[sizes.length - 1]}.`,
		],
	};
}

function rowOf(size: number, runs: number): Record<string, Cell> {
	const world = matchingWorld(size, 1);
	const decide = () => matchCustomers(world, { levels: { suggestion: false } });
	const first = cpuTimed(decide);
	const others = Array.from({ length: runs }, () => cpuTimed(decide).seconds);
	const seconds = median(others);
	const unit = calibration();
	const { mapped, review, unmapped } = first.result;
	return {
		n: size,
		'CPU s': seconds,
		'first run': first.seconds,
		slowest: Math.max(...others),
		'× calibration': seconds / unit,
		'calibration s': unit,
		mapped: mapped.length,
		review: review.length,
		unmapped: unmapped.length,
	};
}

function growth(rows: ReadonlyArray<Record<string, Cell>>): number {
	const [first, last] = [rows[0], rows[rows.length - 1]];
	const ratio = (column: string) => Math.log(Number(last[column]) / Number(first[column]));
	return ratio('CPU s') / ratio('n');
}
