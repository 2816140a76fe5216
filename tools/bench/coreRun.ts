/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- runs on the developer's machine, not inside n8n */
/**
 * One step of the core alone in a process of its own, so that its highest memory is its own:
 *   tsx tools/bench/coreRun.ts STEP SUBSCRIPTIONS RUNS
 * Prints what it measured as one line of JSON.
 */
import { peakMemory } from './alone';
import { calibrationOnce } from './calibration';
import { coreSteps } from './coreSteps';
import { cpuTimed, median } from './cpu';

/** What the child process tells. */
export interface CoreFigures {
	/** CPU seconds of the first run, whose code is not compiled yet. */
	first: number;
	/** The median of those after it. */
	seconds: number;
	/** The median of their multiples of the fixed piece of work done just before and just after each. */
	multiple: number;
	/** Seconds that this piece of work took, the median. */
	calibration: number;
	/** Highest memory in MB once the input was made, and after the first run. */
	memoryBefore: number;
	memoryPeak: number;
	cameOut: Record<string, number>;
}

function measure(name: string, subscriptions: number, runs: number): CoreFigures {
	const step = coreSteps.find((entry) => entry.name === name);
	if (step === undefined) throw new Error(`There is no step "${name}".`);
	const work = step.prepare(subscriptions);
	const memoryBefore = peakMemory();
	const first = cpuTimed(work);
	const memoryPeak = peakMemory();
	// The piece of work is compiled before it counts.
	calibrationOnce();
	const units = [calibrationOnce()];
	const others = Array.from({ length: runs }, () => {
		const { seconds } = cpuTimed(work);
		units.push(calibrationOnce());
		return seconds;
	});
	const multiples = others.map((seconds, run) => (2 * seconds) / (units[run] + units[run + 1]));
	return {
		first: first.seconds,
		seconds: median(others),
		multiple: median(multiples),
		calibration: median(units),
		memoryBefore,
		memoryPeak,
		cameOut: first.result,
	};
}

const [step, subscriptions, runs] = process.argv.slice(2);
console.log(JSON.stringify(measure(step, Number(subscriptions), Number(runs))));
