/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, not inside n8n */
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';

const PROJECT = path.resolve(__dirname, '../..');

export interface DemoOptions {
	/** End after the summary instead of keeping n8n open. */
	once: boolean;
	/** Where the summary goes as JSON. */
	json: string | null;
	customers: number;
	seed: number;
	/** Nothing is set up and nothing runs: n8n is empty, Halo as nobody has prepared it. For who follows docs/first-hour.md. */
	unprepared: boolean;
	/** Of n8n; null for a free one. */
	port: number | null;
	/** Holds everything the demo keeps; may be deleted. */
	folder: string;
}

export function readOptions(args: string[]): DemoOptions {
	const command = new Command('npm run demo --')
		.description(
			'Starts a simulated Stellr and HaloPSA and a real n8n with this package, imports the flows and runs them.',
		)
		.option('--once', 'end after the summary instead of keeping n8n open', false)
		.option('--json <file>', 'also write the summary to this file')
		.option('--customers <n>', 'customers in Stellr', wholeNumber(1, 20_000), 120)
		.option('--seed <n>', 'another number makes another world', wholeNumber(0, 1e9), 1)
		.option(
			'--unprepared',
			'set nothing up and run nothing, to follow docs/first-hour.md by hand',
			false,
		)
		.option('--port <n>', 'the port of n8n (default: a free one)', wholeNumber(1, 65_535))
		.option('--folder <dir>', 'where the demo keeps its state', path.join(PROJECT, '.demo'))
		.parse(args, { from: 'user' });
	const { once, json, customers, seed, unprepared, port, folder } = command.opts();
	return {
		once,
		json: json === undefined ? null : path.resolve(json),
		customers,
		seed,
		unprepared,
		port: port ?? null,
		folder: path.resolve(folder),
	};
}

function wholeNumber(least: number, most: number): (text: string) => number {
	return (text) => {
		const value = Number(text);
		if (Number.isInteger(value) && value >= least && value <= most) return value;
		throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
	};
}
