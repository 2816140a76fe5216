#!/usr/bin/env node
/** `npm run pictures`: takes all pictures of the pages anew, in a real n8n against the simulators, into docs/. */
import { ensureChromium } from './setup/chromium.mjs';
import { prepare, runCommand } from './setup/prepare.mjs';
import { runMain } from './setup/say.mjs';

await runMain(async () => {
	const { env, node } = await prepare({ n8n: true });
	env.STELLR_HALO_CHROMIUM = ensureChromium({ purpose: 'The pictures need' });
	return await runCommand(node, ['--import', 'tsx', 'tools/pictures/main.ts'], { env });
});
