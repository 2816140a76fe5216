#!/usr/bin/env node
/** `npm run test:browser`: the real n8n in a real browser, against the simulators. Installs what is missing. */
import { ensureChromium } from './setup/chromium.mjs';
import { runJest } from './setup/jestRun.mjs';
import { prepare } from './setup/prepare.mjs';
import { runMain } from './setup/say.mjs';

await runMain(async () => {
	const { env, node } = await prepare({ n8n: true });
	env.STELLR_HALO_CHROMIUM = ensureChromium();
	const args = ['--config', 'jest.browser.config.js', '--runInBand', ...process.argv.slice(2)];
	const { passed, failed, code } = await runJest(node, args, env);
	process.stdout.write(`${passed} passed, ${failed} failed\n`);
	return code;
});
