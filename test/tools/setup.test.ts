/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- a test, runs outside n8n */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startN8n } from '../../tools/host/startN8n';

const PROJECT = path.resolve(__dirname, '../..');
let folder: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'stellr-halo-setup-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs lines of a module that import from tools/setup, with this folder as the cache. */
function runModule(code: string, environment: Record<string, string> = {}) {
	const script = `import { runMain } from '${PROJECT}/tools/setup/say.mjs';\n${code}`;
	return spawnSync(process.execPath, ['--input-type=module', '-e', script], {
		encoding: 'utf8',
		env: { ...process.env, STELLR_HALO_CACHE: folder, ...environment },
	});
}

describe('setting up', () => {
	it('runs commands on Node 24 or later and hands on their exit code', () => {
		const tool = path.join(PROJECT, 'tools', 'run-node24.mjs');
		const run = spawnSync(
			process.execPath,
			[tool, 'node', '-e', 'console.log(process.version); process.exit(7)'],
			{
				encoding: 'utf8',
			},
		);
		expect(Number(/^v(\d+)/.exec(run.stdout)?.[1])).toBeGreaterThanOrEqual(24);
		expect(run.status).toBe(7);
	});

	it('says how much room is needed, how much there is and what to do, before it fetches anything', () => {
		const run = runModule(`import { requireSpace } from '${PROJECT}/tools/setup/disk.mjs';
			await runMain(() => requireSpace(process.env.STELLR_HALO_CACHE, 9e15, 'Installing n8n'));`);
		expect(run.status).toBe(1);
		expect(run.stderr).toMatch(
			/Installing n8n needs 9000000\.0 GB .* has [\d.]+ GB left\. Make room, or set STELLR_HALO_CACHE/,
		);
		expect(run.stderr).not.toContain('at file:');
	});

	it('names the missing compiler where it may not install one', () => {
		const run = runModule(
			`import { ensureCompiler } from '${PROJECT}/tools/setup/compiler.mjs';
			await runMain(() => ensureCompiler());`,
			{ PATH: folder },
		);
		expect(run.status).toBe(1);
		expect(run.stderr).toMatch(
			/these are missing: g\+\+, make, python3\..*apt-get install build-essential/,
		);
	});

	it('names the missing browser where it may not install one, and what it is for', () => {
		const run = runModule(
			`import { ensureChromium } from '${PROJECT}/tools/setup/chromium.mjs';
			await runMain(() => ensureChromium({ purpose: 'The pictures need', places: ['/nowhere/chromium'] }));`,
			{ PATH: folder, STELLR_HALO_CHROMIUM: '' },
		);
		expect(run.status).toBe(1);
		expect(run.stderr).toMatch(
			/The pictures need Chromium or Chrome, and there is none\. Install it .*STELLR_HALO_CHROMIUM/,
		);
		expect(run.stderr).not.toContain('at file:');
	});

	it('says so when the browser that was named is not there', () => {
		const run = runModule(
			`import { ensureChromium } from '${PROJECT}/tools/setup/chromium.mjs';
			await runMain(() => ensureChromium());`,
			{ STELLR_HALO_CHROMIUM: path.join(folder, 'chrome') },
		);
		expect(run.status).toBe(1);
		expect(run.stderr).toContain(`STELLR_HALO_CHROMIUM names ${path.join(folder, 'chrome')}`);
	});

	it('keeps an install only when it came to its end, and takes away what a killed one left', () => {
		mkdirSync(path.join(folder, '.installing-n8n-999999999'));
		const run = runModule(`import { ensureCached } from '${PROJECT}/tools/setup/cachedInstall.mjs';
			await runMain(async () => { await ensureCached('node24', async () => { throw new Error('cut off'); }); });`);
		expect(run.status).toBe(1);
		expect(readdirSync(folder)).toEqual([]);
	});

	it('installs once and uses that from then on', () => {
		const code = `import { ensureCached } from '${PROJECT}/tools/setup/cachedInstall.mjs';
			await runMain(async () => { console.log(await ensureCached('node24', async () => console.log('installing'))); });`;
		expect(runModule(code).stdout).toMatch(/^installing\n.*node24-[0-9a-f]{12}\n$/);
		expect(runModule(code).stdout).toMatch(/^\S*node24-[0-9a-f]{12}\n$/);
	});
});

describe('starting n8n', () => {
	it('says so when the port is taken', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		const address = server.address();
		const port = typeof address === 'object' && address !== null ? address.port : 0;
		await expect(startN8n({ folder, port })).rejects.toThrow(`Port ${port} is taken`);
		await new Promise((resolve) => server.close(resolve));
	});
});

describe('the checks of icons and flows', () => {
	const flow = { name: 'A flow', nodes: [{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' }] };
	const icon =
		'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M1 1h14v14z"/></svg>';

	function check() {
		return spawnSync(
			path.join(PROJECT, 'node_modules', '.bin', 'gulp'),
			['--gulpfile', path.join(PROJECT, 'gulpfile.js'), '--cwd', folder, 'checks'],
			{ encoding: 'utf8' },
		);
	}

	function write(file: string, content: unknown) {
		mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
		writeFileSync(
			path.join(folder, file),
			typeof content === 'string' ? content : JSON.stringify(content),
		);
	}

	beforeEach(() => {
		write('workflows/flow.json', flow);
		write('nodes/A/A.node.ts', "icon: { light: 'file:a.svg', dark: 'file:a.dark.svg' },");
		write('nodes/A/a.svg', icon);
		write('nodes/A/a.dark.svg', icon);
	});

	it('pass what a user can import and see', () => {
		expect(check().status).toBe(0);
	});

	it.each([
		['code', { type: 'n8n-nodes-base.code', name: 'Fix' }, '"Fix" is code'],
		[
			'a credential by its id',
			{ name: 'Read', type: 'x', credentials: { api: { id: '7', name: 'Mine' } } },
			'"Read" names api by an id',
		],
		[
			'a development node',
			{ name: 'Read', type: 'CUSTOM.stellrCustomers' },
			'only a development n8n knows',
		],
	])('stop a flow that holds %s', (_what, node, words) => {
		write('workflows/flow.json', { ...flow, nodes: [...flow.nodes, node] });
		const { status, stdout, stderr } = check();
		expect([status, stdout + stderr]).toEqual([1, expect.stringContaining(words)]);
	});

	it.each([
		['text', icon.replace('<path', '<text>A</text><path'), 'holds text'],
		['no square', icon.replace('0 0 16 16', '0 0 16 20'), 'no square viewBox'],
		[
			'too much detail',
			icon.replace('</svg>', `${'<path d="M1 1"/>'.repeat(400)}</svg>`),
			'larger than 4096',
		],
	])('stop an icon with %s', (_what, svg, words) => {
		write('nodes/A/a.dark.svg', svg);
		const { status, stdout, stderr } = check();
		expect([status, stdout + stderr]).toEqual([1, expect.stringContaining(words)]);
	});

	it('stop a node that has no icon of its own for the dark theme', () => {
		write('nodes/A/A.node.ts', "icon: 'file:a.svg',");
		expect(check().status).toBe(1);
	});
});
