/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- a test, runs outside n8n */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DemoSummary } from '../../tools/demo/summary';

const PROJECT = path.resolve(__dirname, '../..');

describe('npm run demo', () => {
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), 'stellr-halo-demo-'));
	});

	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	it('carries out the whole job once, tells it, writes it down and leaves nothing running', async () => {
		const json = path.join(folder, 'summary.json');
		const state = path.join(folder, 'state');
		const { code, output } = await demo([
			'--once',
			'--json',
			json,
			'--customers',
			'30',
			'--seed',
			'3',
			'--folder',
			state,
		]);
		expect([code, output]).toEqual([0, expect.stringContaining('Requests made')]);

		const summary = JSON.parse(readFileSync(json, 'utf8')) as DemoSummary;
		expect(summary.world).toMatchObject({ customers: 30, seed: 3 });
		expect(summary.clients.linked).toBeGreaterThan(0);
		expect(summary.clients.created).toBeGreaterThan(0);
		expect(summary.licences.adopted).toBeGreaterThan(0);
		expect(summary.licences.created).toBe(summary.onNoInvoice.length);
		expect([summary.clients.notWritten, summary.licences.notWritten]).toEqual([0, 0]);
		expect(summary.violations).toEqual([]);
		expect(summary.headline).toMatch(/USD [\d,]+\.\d\d a month/);
		expect(output).toContain(summary.headline);
		const { drift, renewals } = summary.reports;
		for (const { page, table } of [drift, renewals]) {
			expect(output).toContain(page);
			expect(readFileSync(page, 'utf8')).toMatch(/^<!DOCTYPE html>/);
			expect(readFileSync(table, 'utf8').split('\n').length).toBeGreaterThan(3);
		}
		expect(Object.keys(summary.seconds)).toEqual([
			'Import customers',
			'Update licences',
			'Drift report',
			'Renewal radar',
		]);
		const log = readFileSync(path.join(state, 'n8n', 'n8n.log'), 'utf8');
		const address = /http:\/\/127\.0\.0\.1:\d+/.exec(log)?.[0] ?? '';
		expect(address).not.toBe('');
		await expect(fetch(address)).rejects.toThrow();
	});

	it('leaves a folder alone that is not its own', async () => {
		const file = path.join(folder, 'invoices.csv');
		writeFileSync(file, 'kept');
		const { code, output } = await demo(['--once', '--folder', folder]);
		expect([code, output]).toEqual([1, expect.stringContaining('are not the demo')]);
		expect(readFileSync(file, 'utf8')).toBe('kept');
	});

	it('does not start twice from one folder', async () => {
		writeFileSync(path.join(folder, 'demo.pid'), String(process.pid));
		const { code, output } = await demo(['--once', '--folder', folder]);
		expect([code, output]).toEqual([1, expect.stringContaining(`process ${process.pid}`)]);
		expect(existsSync(path.join(folder, 'demo.pid'))).toBe(true);
	});
});

async function demo(args: string[]): Promise<{ code: number | null; output: string }> {
	return await new Promise((resolve, reject) => {
		const main = path.join(PROJECT, 'tools', 'demo', 'main.ts');
		const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
			cwd: PROJECT,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		child.stdout.on('data', (chunk) => (output += chunk));
		child.stderr.on('data', (chunk) => (output += chunk));
		child.once('error', reject);
		child.once('close', (code) => resolve({ code, output }));
	});
}
