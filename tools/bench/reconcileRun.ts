/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- runs on the developer's machine, not inside n8n */
/**
 * One reconcile alone in a process of its own, so that its highest memory is its own:
 *   tsx tools/bench/reconcileRun.ts SUBSCRIPTIONS
 * Prints what it measured as one line of JSON.
 */
import { defaultReconcilePolicy } from '../../core/reconcile/input';
import { reconcileLicences } from '../../core/reconcile/reconcile';
import { peakMemory } from './alone';
import { cpuTimed } from './cpu';
import { reconcileBenchWorld } from './reconcileWorld';

/** What the child process tells. */
export interface ReconcileFigures {
	seconds: number;
	/** Highest memory of the process, the input included, in MB of a million bytes. */
	memoryPeak: number;
	lines: number;
}

function measure(subscriptions: number): ReconcileFigures {
	const world = reconcileBenchWorld({ subscriptions, seed: 1 });
	const policy = { ...defaultReconcilePolicy, today: world.today };
	const { seconds, result } = cpuTimed(() => reconcileLicences({ ...world, policy }));
	return { seconds, memoryPeak: peakMemory(), lines: result.lines.length };
}

console.log(JSON.stringify(measure(Number(process.argv[2]))));
