/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { chromium, type Browser, type Page } from 'playwright-core';
import { hostAddress } from '../../e2e/support/sharedHost';

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

/** A browser whose user has signed in to the shared n8n as its owner. */
export interface SignedIn {
	page: Page;
	close: () => Promise<void>;
}

export async function openBrowser(): Promise<Browser> {
	return await chromium.launch({
		executablePath: process.env.STELLR_HALO_CHROMIUM,
		args: QUIET,
	});
}

export async function signIn(): Promise<SignedIn> {
	const { url, email, password } = hostAddress();
	const browser = await openBrowser();
	const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	page.setDefaultTimeout(60_000);
	await page.goto(`${url}/signin`);
	await page.locator('input[autocomplete="email"], input[type="email"]').first().fill(email);
	await page.locator('input[type="password"]').fill(password);
	await page.keyboard.press('Enter');
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
	return { page, close: async () => await browser.close() };
}
