/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- runs on the developer's machine, not inside n8n */
/**
 * One step of the core alone in a process of its own, so that its highest memory is its own:
 *   tsx tools/bench/coreRun.ts STEP SUBSCRIPTIONS RUNS
 * Prints what it measured as one line of JSON.
 */
import { peakMemory } from './alone';
import { coreSteps } from './coreSteps';
import { cpuTimed, median } from './cpu';

/** What the child process tells. */
export interface CoreFigures {
	/** CPU seconds of the first run, whose code is not compiled yet. */
	first: number;
	/** The median of those after it. */
	seconds: number;
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
	const others = Array.from({ length: runs }, () => cpuTimed(work).seconds);
	return {
		first: first.seconds,
		seconds: median(others),
		memoryBefore,
		memoryPeak,
		cameOut: first.result,
	};
}

const [step, subscriptions, runs] = process.argv.slice(2);
console.log(JSON.stringify(measure(step, Number(subscriptions), Number(runs))));
