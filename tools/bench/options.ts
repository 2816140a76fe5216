/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on the developer's machine, not inside n8n */
import path from 'node:path';
import { Command, Option } from 'commander';

export interface RunOptions {
	quick: boolean;
	/** Where the figures go as JSON. */
	json: string | null;
	/** The one bench to run; all when null. */
	only: string | null;
}

export function readOptions(args: string[], names: readonly string[]): RunOptions {
	const command = new Command('npm run bench --')
		.description(
			'Measures how well and how fast this package does its work, beside other ways to do it.',
		)
		.option('--quick', 'smaller worlds and fewer runs: under two minutes', false)
		.option('--json <file>', 'also write all figures to this file')
		.addOption(new Option('--only <name>', 'run one bench').choices(names))
		.parse(args, { from: 'user' });
	const { quick, json, only } = command.opts<{ quick: boolean; json?: string; only?: string }>();
	return { quick, json: json === undefined ? null : path.resolve(json), only: only ?? null };
}
