#!/usr/bin/env node
/**
 * Runs a command of this project on Node 24, on a machine that may only have Node 20 and where nothing is installed yet.
 *   node tools/run-node24.mjs [--n8n] COMMAND [ARGUMENTS …]
 * `--n8n` also installs the pinned n8n and tells the command where it is (STELLR_HALO_N8N).
 */
import { prepare, runCommand } from './setup/prepare.mjs';
import { runMain, SetupStop } from './setup/say.mjs';

await runMain(async () => {
	const args = process.argv.slice(2);
	const n8n = args[0] === '--n8n';
	const [command, ...rest] = n8n ? args.slice(1) : args;
	if (command === undefined) {
		throw new SetupStop('Say which command to run: node tools/run-node24.mjs [--n8n] COMMAND …');
	}
	const { env } = await prepare({ n8n });
	return await runCommand(command, rest, { env });
});
