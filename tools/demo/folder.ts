/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, not inside n8n */
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statfsSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Says that a folder is the demo's, and which process uses it. */
const MARK = 'demo.pid';

/**
 * Empties the demo's folder: the simulated world starts anew with each demo, so what n8n remembers of the last one would
 * not fit. A folder that holds anything else is left alone.
 */
export function openDemoFolder(folder: string): void {
	const mark = path.join(folder, MARK);
	if (existsSync(folder) && readdirSync(folder).length > 0) {
		if (!existsSync(mark)) {
			throw new Error(
				`${folder} holds files that are not the demo's. Choose an empty or a new folder with --folder.`,
			);
		}
		const pid = Number(readFileSync(mark, 'utf8'));
		if (isAlive(pid)) {
			throw new Error(
				`A demo is running from ${folder} already (process ${pid}). End it, or choose another folder with --folder.`,
			);
		}
		rmSync(folder, { recursive: true, force: true });
	}
	mkdirSync(folder, { recursive: true });
	writeFileSync(mark, String(process.pid));
}

/** n8n's database and files, the packed package, the reports. */
const NEEDED_BYTES = 0.5e9;

/** Throws a sentence when the disk that holds the folder has too little room, before anything is built. */
export function requireRoom(folder: string, bytes = NEEDED_BYTES): void {
	const { bavail, bsize } = statfsSync(folder);
	const free = bavail * bsize;
	if (free >= bytes) return;
	const gigabytes = (size: number) => `${(size / 1e9).toFixed(1)} GB`;
	throw new Error(
		`The demo needs ${gigabytes(bytes)} of disk space, and the disk that holds ${folder} has ${gigabytes(free)} left. Make room, or choose a folder on another disk with --folder.`,
	);
}

/** After this another demo may use the folder. */
export function closeDemoFolder(folder: string): void {
	const mark = path.join(folder, MARK);
	if (existsSync(mark) && readFileSync(mark, 'utf8') === String(process.pid))
		writeFileSync(mark, '0');
}

function isAlive(pid: number): boolean {
	if (!(pid > 0)) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
