import type { Page } from 'playwright-core';
import { openBrowser, signInAt } from '../../../tools/browser/chromium';
import { hostAddress } from '../../e2e/support/sharedHost';

export { openBrowser };

/** A browser whose user has signed in to the shared n8n as its owner. */
export interface SignedIn {
	page: Page;
	close: () => Promise<void>;
}

export async function signIn(): Promise<SignedIn> {
	const browser = await openBrowser();
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	context.setDefaultTimeout(60_000);
	const page = await context.newPage();
	await signInAt(page, hostAddress());
	return { page, close: async () => await browser.close() };
}
