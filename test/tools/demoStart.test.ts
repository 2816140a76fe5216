/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- a test, runs outside n8n */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requireRoom } from '../../tools/demo/folder';

/** What the demo says when it cannot start, before it has built anything. */

const PROJECT = path.resolve(__dirname, '../..');
let folder: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'stellr-halo-start-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function demo(...args: string[]) {
	const main = path.join(PROJECT, 'tools', 'demo', 'main.ts');
	return spawnSync(process.execPath, ['--import', 'tsx', main, ...args], {
		cwd: PROJECT,
		encoding: 'utf8',
	});
}

describe.each([['--once'], ['--unprepared']])('npm run demo -- %s', (option) => {
	it('says which port is taken and what to do, and builds nothing', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		const { port } = server.address() as AddressInfo;
		// The server lives in this process, and only has to hold its port meanwhile.
		const state = path.join(folder, 'state');
		const run = demo(option, '--port', String(port), '--folder', state);
		expect(run.status).toBe(1);
		expect(run.stderr.trim()).toBe(
			`Port ${port} is taken by another program. Choose another one, or leave the option out to get a free one.`,
		);
		expect(run.stdout).not.toContain('Building');
		expect(existsSync(state)).toBe(false);
		await new Promise((resolve) => server.close(resolve));
	});
});

it('says which value an option takes', () => {
	const run = demo('--port', 'eighty');
	expect(run.status).toBe(1);
	expect(run.stderr).toContain('Give a whole number from 1 to 65535.');
});

it('says how much room is needed, how much there is and what to do', () => {
	expect(() => requireRoom(folder, 9e15)).toThrow(
		/^The demo needs 9000000\.0 GB of disk space, and the disk that holds .* has [\d.]+ GB left\. Make room, or choose a folder on another disk with --folder\.$/,
	);
	expect(() => requireRoom(folder, 1)).not.toThrow();
});
