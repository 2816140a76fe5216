#!/usr/bin/env node
/** `npm run pictures`: the upper part of both report pages of the last demo, as Chromium shows them, into docs/. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureChromium } from './setup/chromium.mjs';
import { projectRoot } from './setup/paths.mjs';
import { runMain } from './setup/say.mjs';

const REPORTS = path.join(projectRoot, '.demo', 'reports');
const HEIGHTS = { 'drift-report': 1180, 'renewal-radar': 900 };

await runMain(async () => {
	const missing = Object.keys(HEIGHTS).filter((name) => !existsSync(pageOf(name)));
	if (missing.length > 0) {
		process.stderr.write(`${pageOf(missing[0])} is not there. Run: npm run demo -- --once\n`);
		return 1;
	}
	const browser = await chromium.launch({
		executablePath: ensureChromium(),
		args: ['--no-sandbox', '--disable-gpu'],
	});
	for (const [name, height] of Object.entries(HEIGHTS)) {
		const page = await browser.newPage({
			viewport: { width: 1200, height },
			colorScheme: 'light',
		});
		await page.goto(pathToFileURL(pageOf(name)).href);
		const picture = path.join(projectRoot, 'docs', `${name}.png`);
		await page.screenshot({ path: picture });
		process.stdout.write(`${picture}\n`);
	}
	await browser.close();
	return 0;
});

function pageOf(name) {
	return path.join(REPORTS, `${name}.html`);
}
