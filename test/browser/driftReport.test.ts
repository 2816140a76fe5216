/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, runs outside n8n */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { driftReport } from '../../core/reconcile/report/driftReport';
import { nastyResult } from '../core/reconcile/report/hostile';
import { reportFacts } from '../core/reconcile/report/lines';
import { manyLines } from '../core/reconcile/report/manyLines';
import { openBrowser } from './support/browser';
import {
	cellNames,
	followRequest,
	hiddenParts,
	openingTimes,
	strangers,
	tooWide,
	weakestContrast,
} from './support/inPage';

/** The drift report of 2,000 customers, opened from a file as a person opens it. */

let folder: string;
let browser: Browser;
let address: string;

beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'stellr-halo-report-'));
	address = saved('report.html', driftReport(manyLines(2_000), reportFacts()));
	browser = await openBrowser();
	// The first page of a browser pays for the browser's own start.
	await (await open('about:blank')).page.context().close();
});

afterAll(async () => {
	await browser.close();
	rmSync(folder, { recursive: true, force: true });
});

function saved(name: string, html: string): string {
	const file = path.join(folder, name);
	writeFileSync(file, html);
	return pathToFileURL(file).href;
}

async function open(
	url: string,
	options: BrowserContextOptions = {},
): Promise<{ page: Page; requests: string[] }> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
	const page = await context.newPage();
	const requests: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	await page.goto(url, { waitUntil: 'load' });
	return { page, requests };
}

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true } as const;

it.each([
	['desktop', {}],
	['phone', PHONE],
])('opens on a %s in less than two seconds', async (_name, options) => {
	const { page } = await open(address, options);
	const { load, painted } = await page.evaluate<{ load: number; painted: number }>(openingTimes);
	expect(load).toBeGreaterThan(0);
	expect(load).toBeLessThan(2_000);
	expect(painted).toBeLessThan(2_000);
	await page.context().close();
});

it.each([320, 390, 641, 941, 1280])('fits a window of %d px', async (width) => {
	const { page } = await open(address, { viewport: { width, height: 844 } });
	expect(await page.evaluate(tooWide)).toEqual({ page: 0, leaving: [] });
	await page.context().close();
});

it('asks the network for nothing', async () => {
	const { page, requests } = await open(address);
	await page.keyboard.press('End');
	expect(requests).toEqual([address]);
	await page.context().close();
});

it('stacks the cells of a row on a phone, each with its name', async () => {
	const { page } = await open(address, PHONE);
	const names = ['Stellr', 'Halo', 'Invoiced', 'Cost', 'Revenue', 'Difference', 'Since'];
	expect(await page.evaluate(cellNames)).toEqual(names);
	await page.context().close();
});

it('leads from a line to the request that read it', async () => {
	const { page } = await open(address);
	const [number, id] = await page.evaluate<string[]>(followRequest);
	expect(id).toBe(`r${number}`);
	await page.context().close();
});

it('shows everything when printed, within the paper', async () => {
	// A4 between its margins.
	const { page } = await open(address, { viewport: { width: 703, height: 1_000 } });
	await page.emulateMedia({ media: 'print' });
	expect(await page.evaluate(hiddenParts)).toBe(0);
	expect(await page.evaluate(tooWide)).toEqual({ page: 0, leaving: [] });
	await page.context().close();
});

it.each(['light', 'dark'] as const)(
	'can be read by everybody in %s colours',
	async (colorScheme) => {
		const { page } = await open(address, { colorScheme });
		expect(await page.evaluate<number>(weakestContrast)).toBeGreaterThan(4.5);
		await page.context().close();
	},
);

it('runs nothing and shows no element that a name brings along', async () => {
	for (const [at, result] of fc.sample(nastyResult, { numRuns: 8, seed: 20_261_123 }).entries()) {
		const html = driftReport(result, reportFacts());
		const { page, requests } = await open(saved(`nasty-${at}.html`, html), PHONE);
		expect(await page.evaluate(strangers)).toEqual({ strangers: 0, styles: 1, mains: 1 });
		expect(await page.evaluate<{ page: number }>(tooWide)).toMatchObject({ page: 0 });
		expect(requests).toHaveLength(1);
		await page.context().close();
	}
});
