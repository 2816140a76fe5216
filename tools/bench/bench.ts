import type { BenchN8n } from './benchN8n';

/** What every bench is: a name to choose it by, and tables. A new one is a file like its neighbours and a line in main.ts. */
export interface Bench {
	name: string;
	run: (options: BenchOptions) => Promise<BenchTable[]>;
}

export interface BenchOptions {
	/** Smaller worlds and fewer runs: the shape of the figures, in a fraction of the time. */
	quick: boolean;
	/** For those that need a real one. */
	n8n: BenchN8n;
	/** Says what is going on. */
	say: (line: string) => void;
}

export type Cell = string | number | null;

export interface BenchTable {
	title: string;
	/** In the order in which they are printed; figures in full, rounded only where printed. */
	rows: Array<Record<string, Cell>>;
	/** How it was measured and what bounds it. */
	notes: string[];
	/** Too long for a terminal. */
	onlyInFile?: true;
}
