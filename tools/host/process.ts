/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs on the developer's machine, not inside n8n */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** How long n8n may take to end by itself after a polite request. */
const GRACE_MS = 8_000;

const running = new Set<ChildProcess>();

/** Folder with the pinned n8n's node_modules; `tools/run-node24.mjs --n8n` installs it and sets the variable. */
export function n8nInstallFolder(): string {
	const folder = process.env.STELLR_HALO_N8N;
	if (folder === undefined || !existsSync(path.join(folder, 'node_modules', 'n8n'))) {
		throw new Error(
			'The pinned n8n is not there. Start this through `npm run demo`, `npm run test:e2e` or `node tools/run-node24.mjs --n8n …`.',
		);
	}
	return folder;
}

/** Starts n8n with the given arguments on this process's own Node; what it says goes into `logFile`. */
export function spawnN8n(args: string[], env: NodeJS.ProcessEnv, logFile: string): ChildProcess {
	const log = openSync(logFile, 'a');
	const guard = path.join(__dirname, 'endWithParent.mjs');
	const bin = path.join(n8nInstallFolder(), 'node_modules', 'n8n', 'bin', 'n8n');
	const child = spawn(process.execPath, ['--import', guardUrl(guard), bin, ...args], {
		env: { ...env, PATH: [path.dirname(process.execPath), env.PATH ?? ''].join(path.delimiter) },
		// A group of its own: Ctrl-C in the terminal reaches the demo first, which then ends n8n in order.
		detached: process.platform !== 'win32',
		stdio: ['ignore', log, log],
	});
	closeSync(log);
	running.add(child);
	child.once('exit', () => running.delete(child));
	return child;
}

/** Ends an n8n process and waits until it has ended: politely first, then with the processes it started. */
export async function endProcess(child: ChildProcess): Promise<void> {
	if (hasEnded(child)) return;
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	child.kill('SIGTERM');
	const timer = setTimeout(() => killGroup(child), GRACE_MS);
	await ended;
	clearTimeout(timer);
	killGroup(child);
}

/** Whether the process is gone. */
export function hasEnded(child: ChildProcess): boolean {
	return child.exitCode !== null || child.signalCode !== null;
}

/** The end of a log, for a message. */
export function logTail(logFile: string, lines = 25): string {
	if (!existsSync(logFile)) return '';
	return readFileSync(logFile, 'utf8').trim().split('\n').slice(-lines).join('\n');
}

function guardUrl(file: string): string {
	return pathToFileURL(file).href;
}

function killGroup(child: ChildProcess): void {
	if (child.pid === undefined) return;
	try {
		if (process.platform === 'win32') child.kill('SIGKILL');
		else process.kill(-child.pid, 'SIGKILL');
	} catch {
		// The whole group has ended already.
	}
}

process.once('exit', () => {
	for (const child of running) killGroup(child);
});
