#!/usr/bin/env node
/** `npm run test:queue`: the package in n8n's queue mode, with PostgreSQL, Redis and two workers. Installs what is missing. */
import { runJest } from './setup/jestRun.mjs';
import { prepare } from './setup/prepare.mjs';
import { ensureQueueServers } from './setup/queueServers.mjs';
import { runMain } from './setup/say.mjs';

await runMain(async () => {
	const { env, node } = await prepare({ n8n: true });
	const { postgresFolder, redisServer } = ensureQueueServers();
	env.STELLR_HALO_POSTGRES = postgresFolder;
	env.STELLR_HALO_REDIS = redisServer;
	const args = ['--config', 'jest.queue.config.js', '--runInBand', ...process.argv.slice(2)];
	const { passed, failed, code } = await runJest(node, args, env);
	process.stdout.write(`${passed} passed, ${failed} failed\n`);
	return code;
});
