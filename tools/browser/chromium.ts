/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, not inside n8n */
import { chromium, type Browser, type Page } from 'playwright-core';

/** Keeps the browser to this machine: no look-ups, updates or first-run pages. */
const QUIET = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Starts the Chromium that the command which runs this has found or installed. */
export async function openBrowser(): Promise<Browser> {
	return await chromium.launch({
		executablePath: process.env.STELLR_HALO_CHROMIUM,
		args: QUIET,
	});
}

/** Signs in to an n8n as a person does, and waits until its first page is there. */
export async function signInAt(
	page: Page,
	{ url, email, password }: { url: string; email: string; password: string },
): Promise<void> {
	await page.goto(`${url}/signin`);
	await page.locator('input[autocomplete="email"], input[type="email"]').first().fill(email);
	await page.locator('input[type="password"]').fill(password);
	await page.keyboard.press('Enter');
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
}
