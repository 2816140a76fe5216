/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs on the developer's machine, not inside n8n */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Runs one of these files in a process of its own, whose memory is its own, and gives back the line of JSON it prints. */
export function runAlone(file: string, args: ReadonlyArray<string | number>): unknown {
	const script = path.join(__dirname, file);
	const command = ['--import', 'tsx', script, ...args.map(String)];
	return JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' }));
}

/** Highest memory of this process so far, in MB of a million bytes; the system counts in units of 1,024. */
export function peakMemory(): number {
	return (process.resourceUsage().maxRSS * 1024) / 1e6;
}
