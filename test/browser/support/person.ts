/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, runs outside n8n */
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** What somebody did with mouse and keys, and what they had to type or paste. */
export interface Effort {
	step: string;
	/** Clicks, double clicks, drags, key presses, choices, files, pages opened, turns to another tab. */
	actions: string[];
	/** One for each field that was filled in. */
	values: string[];
}

/**
 * A person at a browser whose every move is counted. Moving the pointer and reading cost nothing; going into a field belongs
 * to the value that is typed there.
 */
export class Person {
	readonly efforts: Effort[] = [];
	private page: Page | null = null;

	/** Pictures go into this folder, one after each step. */
	constructor(private readonly pictures: string) {}

	/** The tab in front. */
	get tab(): Page {
		if (this.page === null) throw new Error('No tab is open yet');
		return this.page;
	}

	begin(step: string): void {
		this.efforts.push({ step, actions: [], values: [] });
	}

	/** Pastes an address, or follows a link, in this tab. */
	async open(page: Page, address: string): Promise<void> {
		this.did(`open ${address}`);
		this.page = page;
		await page.bringToFront();
		await page.goto(address);
	}

	async turnTo(page: Page): Promise<void> {
		this.did('turn to another tab');
		this.page = page;
		await page.bringToFront();
	}

	async click(what: Locator): Promise<void> {
		this.did(`click ${String(what)}`);
		await what.click();
	}

	async doubleClick(what: Locator): Promise<void> {
		this.did(`double-click ${String(what)}`);
		await what.dblclick();
	}

	/** Takes it by the mouse and pulls it so many pixels to the right, to the left where below zero. */
	async drag(what: Locator, by: number): Promise<void> {
		this.did(`drag ${String(what)}`);
		const box = await what.boundingBox();
		if (box === null) throw new Error(`${String(what)} is not shown`);
		const { mouse } = this.tab;
		const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
		await mouse.move(x, y);
		await mouse.down();
		await mouse.move(x + by, y, { steps: 12 });
		await mouse.up();
	}

	async press(key: string): Promise<void> {
		this.did(`press ${key}`);
		await this.tab.keyboard.press(key);
	}

	async type(what: Locator, value: string): Promise<void> {
		this.latest.values.push(String(what));
		await what.fill(value);
	}

	/** From a list of the browser's own. */
	async choose(what: Locator, option: string): Promise<void> {
		this.did(`choose ${option}`);
		await what.selectOption(option);
	}

	/** Clicks what opens the browser's window for files, and chooses one in it: two moves. */
	async chooseFile(opener: Locator, file: string): Promise<void> {
		const [chooser] = await Promise.all([this.tab.waitForEvent('filechooser'), this.click(opener)]);
		this.did(`choose the file ${path.basename(file)}`);
		await chooser.setFiles(file);
	}

	/** For who wants to see what the person saw. */
	async picture(name: string): Promise<void> {
		await this.tab.screenshot({ path: path.join(this.pictures, `${name}.png`) });
	}

	get actions(): number {
		return this.efforts.reduce((sum, { actions }) => sum + actions.length, 0);
	}

	get values(): number {
		return this.efforts.reduce((sum, { values }) => sum + values.length, 0);
	}

	private did(what: string): void {
		this.latest.actions.push(what);
	}

	private get latest(): Effort {
		const effort = this.efforts.at(-1);
		if (effort === undefined) throw new Error('Say which step begins');
		return effort;
	}
}
