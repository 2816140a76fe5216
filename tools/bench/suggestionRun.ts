/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- runs on the developer's machine, not inside n8n */
/**
 * The suggestions alone in a process of their own, so that its highest memory is theirs:
 *   tsx tools/bench/suggestionRun.ts CLIENTS QUERIES
 * Prints what it measured as one line of JSON.
 */
import { suggestionIndex } from '../../core/matching/suggest/suggestionIndex';
import { cpuTimed } from './cpu';
import { suggestionWork } from './suggestionWork';

/** What the child process tells. */
export interface SuggestionFigures {
	buildSeconds: number;
	askSeconds: number;
	/** Highest memory of the process before and after, in MB; before holds Node and the lists. */
	memoryBefore: number;
	memoryPeak: number;
	/** The three suggestions for each query. */
	offered: number[][];
	/** The best score for each query, 0 without suggestions. */
	scores: number[];
}

function measure(clientCount: number, queryCount: number): SuggestionFigures {
	const { clients, queries } = suggestionWork(clientCount, queryCount);
	const memoryBefore = peakMemory();
	const build = cpuTimed(() => suggestionIndex(clients));
	const nobody = new Set<number>();
	const ask = cpuTimed(() => queries.map((query) => build.result.suggest(query, nobody)));
	return {
		buildSeconds: build.seconds,
		askSeconds: ask.seconds,
		memoryBefore,
		memoryPeak: peakMemory(),
		offered: ask.result.map((suggestions) => suggestions.map(({ clientId }) => clientId)),
		scores: ask.result.map(([best]) => best?.score ?? 0),
	};
}

/** In MB of a million bytes; the system counts in units of 1,024. */
function peakMemory(): number {
	return (process.resourceUsage().maxRSS * 1024) / 1e6;
}

const [clientCount, queryCount] = process.argv.slice(2).map(Number);
console.log(JSON.stringify(measure(clientCount, queryCount)));
