/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- runs on the developer's machine, not inside n8n */
/** `npm run bench`: measures what this package claims, and prints each figure beside its rival's. */
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { againstLimit } from './againstLimit';
import type { Bench, BenchTable } from './bench';
import { benchN8n } from './benchN8n';
import { coreScale } from './coreScale';
import { flowRivals } from './flowRivals';
import { matchingQuality } from './matchingQuality';
import { matchingSpeed } from './matchingSpeed';
import { n8nOverhead } from './n8nOverhead';
import { readOptions } from './options';
import { renderTable } from './render';
import { reconcileSpeed } from './reconcileSpeed';
import { suggestions } from './suggestions';

const benches: readonly Bench[] = [
	matchingQuality,
	matchingSpeed,
	suggestions,
	reconcileSpeed,
	coreScale,
	flowRivals,
	againstLimit,
	n8nOverhead,
];

async function main(): Promise<void> {
	const options = readOptions(
		process.argv.slice(2),
		benches.map(({ name }) => name),
	);
	const chosen = benches.filter(({ name }) => options.only === null || name === options.only);
	const results = await figuresOf(chosen, options.quick);
	if (options.json === null) return;
	writeFileSync(options.json, `${JSON.stringify(report(results, options.quick), null, '\t')}\n`);
	console.log(`\nThe figures are in ${options.json}`);
}

/** Runs the benches one after the other and prints the tables of each as soon as it has ended. */
async function figuresOf(
	chosen: readonly Bench[],
	quick: boolean,
): Promise<Record<string, BenchTable[]>> {
	const say = (line: string) => console.log(`… ${line}`);
	const n8n = benchN8n({ shared: quick, say });
	const results: Record<string, BenchTable[]> = {};
	try {
		for (const { name, run } of chosen) {
			console.log(`\n=== ${name}`);
			const tables = (await run({ quick, n8n, say })).map((table) => asMeasured(table, quick));
			results[name] = tables;
			for (const table of tables) {
				if (table.onlyInFile !== true) console.log(`\n${renderTable(table)}`);
			}
		}
	} finally {
		await n8n.close();
	}
	return results;
}

function asMeasured(table: BenchTable, quick: boolean): BenchTable {
	return quick ? { ...table, notes: [...table.notes, QUICK_NOTE] } : table;
}

const QUICK_NOTE =
	'Quick run: smaller worlds and fewer runs than without --quick, so the figures are rougher.';

function report(benchResults: Record<string, BenchTable[]>, quick: boolean) {
	const [cpu] = os.cpus();
	return {
		machine: {
			cpu: cpu?.model ?? 'unknown',
			cores: os.cpus().length,
			memoryGb: Math.round(os.totalmem() / 1e9),
			system: `${os.type()} ${os.release()} ${os.arch()}`,
		},
		node: process.version,
		date: new Date().toISOString(),
		quick,
		benches: benchResults,
	};
}

main().catch((reason: unknown) => {
	console.error(reason instanceof Error ? reason.message : reason);
	process.exitCode = 1;
});
