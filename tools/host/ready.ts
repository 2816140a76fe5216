/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on the developer's machine, not inside n8n */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { hasEnded, logTail } from './process';

const START_TIMEOUT_MS = 120_000;

/** Waits until an n8n process answers well at all these addresses; throws the end of its log when it does not come up. */
export async function waitUntilReady(
	child: ChildProcess,
	addresses: string[],
	logFile: string,
): Promise<void> {
	const deadline = Date.now() + START_TIMEOUT_MS;
	for (const address of addresses) {
		while (!(await answers(address))) {
			const log = `The end of its log (${logFile}):`;
			if (hasEnded(child)) throw new Error(`n8n ended while starting. ${log}\n${logTail(logFile)}`);
			if (Date.now() > deadline) {
				throw new Error(
					`n8n was not ready after ${START_TIMEOUT_MS / 1000} s. ${log}\n${logTail(logFile)}`,
				);
			}
			await pause(150);
		}
	}
}

async function answers(url: string): Promise<boolean> {
	try {
		const response = await fetch(url);
		await response.arrayBuffer();
		return response.ok;
	} catch {
		return false;
	}
}
