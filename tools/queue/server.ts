/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs on the developer's machine, not inside n8n */
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, closeSync, mkdtempSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcess, hasEnded, logTail } from '../host/process';

const START_TIMEOUT_MS = 30_000;

/** Who owns a server's files and runs it; nothing given: whoever runs this. */
export interface ServerUser {
	uid?: number;
	gid?: number;
}

export interface ServerOptions {
	command: string;
	args: string[];
	/** Made by `serverFolder`; goes with the server. */
	folder: string;
	logFile: string;
	/** What asks this server to end in order. */
	endSignal: NodeJS.Signals;
	user?: ServerUser;
	isReady: () => Promise<boolean> | boolean;
}

export interface RunningServer {
	pid: number;
	stop: () => Promise<void>;
}

/** A new folder for a server's files, outside the project: its user need not be able to read that. */
export function serverFolder(name: string, user: ServerUser = {}): string {
	const folder = mkdtempSync(path.join(tmpdir(), `stellr-halo-${name}-`));
	if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
	return folder;
}

/** Starts a server that ends with this process, however that ends, and takes its folder with it. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
	const { command, args, folder, logFile, endSignal, user = {}, isReady } = options;
	const guard = path.join(__dirname, 'endWithParent.mjs');
	const order = JSON.stringify({ command, args, folder, endSignal, ...user });
	const log = openSync(logFile, 'a');
	const child = spawn(process.execPath, [guard, order], {
		detached: true,
		stdio: ['ignore', log, log],
	});
	closeSync(log);
	const stop = async () => await endProcess(child);
	const deadline = Date.now() + START_TIMEOUT_MS;
	while (!(await isReady())) {
		if (hasEnded(child) || Date.now() > deadline) {
			await stop();
			throw new Error(`${path.basename(command)} did not start:\n${logTail(logFile)}`);
		}
		await pause(50);
	}
	return { pid: child.pid ?? 0, stop };
}

/** Runs a command to its end; throws what it said when it did not work. */
export function runAs(user: ServerUser, command: string, args: string[]): void {
	const { status, stderr, error } = spawnSync(command, args, { ...user, encoding: 'utf8' });
	if (status !== 0) {
		throw new Error(`${path.basename(command)} did not work: ${error?.message ?? stderr}`);
	}
}
