/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on the developer's machine, not inside n8n */
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';

/** The upper part of a report, as a browser shows its file. */
export async function reportPicture(
	browser: Browser,
	report: string,
	height: number,
	picture: string,
): Promise<void> {
	const page = await browser.newPage({ viewport: { width: 1200, height }, colorScheme: 'light' });
	await page.goto(pathToFileURL(report).href);
	await page.screenshot({ path: picture });
	await page.close();
}
