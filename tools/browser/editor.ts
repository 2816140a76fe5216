import type { Locator, Page } from 'playwright-core';
import type { Workflow } from '../host/restClient';
import { Complaints } from './complaints';

/** n8n's editor as a person sees and uses it: the canvas of one workflow, and the form of one node above it. */
export class Editor {
	/** What went wrong on the page since it was last asked for. */
	readonly complaints: Complaints;

	/** The page is signed in already. */
	constructor(
		readonly page: Page,
		private readonly url: string,
	) {
		this.complaints = new Complaints(page);
	}

	/** Opens a workflow's canvas, with all of it in view. */
	async openWorkflow({ id, nodes }: Workflow): Promise<void> {
		const address = `${this.url}/workflow/${id}`;
		const inEditor = this.page.url().startsWith(`${this.url}/workflow/`);
		// As a step in the browser's history, which spares the start of the whole editor.
		if (inEditor) await this.page.evaluate(stepTo(address));
		else await this.page.goto(address);
		await this.page.locator(`[data-id="${nodes.at(-1)?.id}"]`).waitFor();
		// Node types and credentials are read after the nodes are there: till then n8n marks none of them.
		await this.page.waitForLoadState('networkidle');
	}

	/** A node on the canvas, by its name. */
	nodeOnCanvas(name: string): Locator {
		return this.page.locator(
			`[data-test-id="canvas-node"][data-node-name=${JSON.stringify(name)}]`,
		);
	}

	/** Names of the nodes that carry the red mark: a parameter or a credential is missing. */
	async nodesWithIssues(): Promise<string[]> {
		const marked = this.page
			.locator('[data-test-id="canvas-node"]')
			.filter({ has: this.page.locator('[data-test-id="node-issues"]') });
		const names = await Promise.all(
			(await marked.all()).map(async (node) => await node.getAttribute('data-node-name')),
		);
		return names.map(String).sort();
	}

	/** Presses the big button and waits until n8n says that the run went well. */
	async execute({ timeout = 120_000 } = {}): Promise<void> {
		await this.closeMessages();
		await this.page.locator('[data-test-id="execute-workflow-button"]').first().click();
		await this.page.getByText('Workflow executed successfully').first().waitFor({ timeout });
	}

	/** Opens a node's form by a double click. */
	async openNode(name: string): Promise<void> {
		await this.nodeOnCanvas(name).dblclick();
		await this.form.waitFor();
	}

	/** Closes the form that is open. */
	async closeNode(): Promise<void> {
		await this.page.locator('[data-test-id="ndv-close-button"]').click();
		await this.form.waitFor({ state: 'detached' });
	}

	/** The parameters of the node whose form is open. */
	get form(): Locator {
		return this.page.locator('[data-test-id="node-parameters"]');
	}

	/** Runs the node whose form is open, and those before it. */
	async executeStep({ timeout = 120_000 } = {}): Promise<void> {
		await this.closeMessages();
		await this.page.locator('[data-test-id="node-execute-button"]').click();
		await this.page.getByText('Node executed successfully').first().waitFor({ timeout });
	}

	/** What the node whose form is open has put out. */
	get output(): Locator {
		return this.page
			.locator('[data-test-id="ndv-output-panel"], [data-test-id="output-panel"]')
			.first();
	}

	/** Turns to one output of the node whose form is open, by its name, and to a way of showing it. */
	async showOutput(name: string, view: 'Schema' | 'Table' | 'JSON'): Promise<void> {
		const tab = this.output.getByText(new RegExp(`^${name} Branch`)).first();
		await tab.click();
		await this.output.getByText(view, { exact: true }).first().click();
	}

	/** Pulls the form to the left, so that the output has most of the window. */
	async widenOutput(): Promise<void> {
		await this.page.locator('[data-test-id="panel-drag-button"]').first().hover();
		await this.page.mouse.down();
		await this.page.mouse.move(0, 60, { steps: 10 });
		await this.page.mouse.up();
	}

	/** Names of the resource locators in the form that is open. */
	async locators(): Promise<string[]> {
		const all = await this.form.locator('[data-test-id^="resource-locator-"]').all();
		const ids = await Promise.all(all.map(async (one) => await one.getAttribute('data-test-id')));
		return ids.map((id) => String(id).replace('resource-locator-', ''));
	}

	/** Whether a resource locator lets choose from a list, rather than type. */
	async isList(locator: string): Promise<boolean> {
		const mode = this.form.locator(
			`[data-test-id="resource-locator-${locator}"] [data-test-id="rlc-mode-selector"] input`,
		);
		return /list/i.test(await mode.first().inputValue());
	}

	/** Opens the list of a resource locator, waits until it is filled, and takes its first entry. Resolves to all entries. */
	async pickFirst(locator: string): Promise<string[]> {
		const box = this.form.locator(`[data-test-id="resource-locator-${locator}"]`);
		await box.locator('[data-test-id="rlc-input"]').click();
		const entries = this.page.locator('[data-test-id="rlc-item"]:visible');
		await entries.first().waitFor();
		const texts = await entries.allInnerTexts();
		await entries.first().click();
		await entries.first().waitFor({ state: 'hidden' });
		return texts;
	}

	/** So that what n8n says next is not taken for what it said before. */
	async closeMessages(): Promise<void> {
		const closers = this.page.locator('.el-notification__closeBtn');
		for (const closer of await closers.all()) await closer.click();
		await this.page.locator('.el-notification').first().waitFor({ state: 'detached' });
	}
}

function stepTo(address: string): string {
	return `history.pushState(null, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate'))`;
}
