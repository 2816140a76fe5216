import type { Page } from 'playwright-core';

/** Notes the text of every message that pops up, also of those that are gone again. */
const NOTE_TOASTS = `
	window.seenToasts = [];
	new MutationObserver((changes) => {
		for (const { addedNodes } of changes)
			for (const node of addedNodes)
				if (node.classList?.contains('el-notification')) window.seenToasts.push(node.textContent);
	}).observe(document, { childList: true, subtree: true });
`;

const TAKE_TOASTS = `(window.seenToasts ?? []).splice(0)`;

/** What n8n says when all is well. */
const GOOD_NEWS = /executed successfully/;

/** n8n's own editor says this when a node's form opens a moment before its workflow is there; the form is right all the same. */
const RACE_OF_THE_EDITOR = /injectNDVStore\(\) was accessed without an active workflow/;

/** What goes wrong on a page: errors in its console, scripts that failed, and messages that popped up. */
export class Complaints {
	private readonly errors: string[] = [];

	/** Hears of messages from the next page load on. */
	constructor(private readonly page: Page) {
		page.on('console', (message) => {
			if (message.type() !== 'error' || RACE_OF_THE_EDITOR.test(message.text())) return;
			this.errors.push(`console: ${message.text()} (${message.location().url})`);
		});
		page.on('pageerror', ({ message }) => {
			if (!RACE_OF_THE_EDITOR.test(message)) this.errors.push(`script: ${message}`);
		});
	}

	/** To be awaited once before the first page is opened. */
	async listen(): Promise<void> {
		await this.page.addInitScript(NOTE_TOASTS);
	}

	/** All since the last call. */
	async take(): Promise<string[]> {
		const toasts = await this.page.evaluate<string[]>(TAKE_TOASTS);
		const bad = toasts.filter((text) => !GOOD_NEWS.test(text)).map((text) => `message: ${text}`);
		return [...this.errors.splice(0), ...bad];
	}
}
