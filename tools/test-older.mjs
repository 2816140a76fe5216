#!/usr/bin/env node
/** `npm run test:older`: the packed package in an older n8n, against the simulators. Installs what is missing. */
import { runJest } from './setup/jestRun.mjs';
import { prepare } from './setup/prepare.mjs';
import { runMain } from './setup/say.mjs';

await runMain(async () => {
	const { env, node } = await prepare({ olderN8n: true });
	const args = ['--config', 'jest.older.config.js', '--runInBand', ...process.argv.slice(2)];
	const { passed, failed, code } = await runJest(node, args, env);
	process.stdout.write(`${passed} passed, ${failed} failed\n`);
	return code;
});
