import { mkdirSync, statfsSync } from 'node:fs';
import { SetupStop } from './say.mjs';

const GIGABYTE = 1e9;

/** Bytes free for this user on the disk that holds `folder`. */
export function freeBytes(folder) {
	mkdirSync(folder, { recursive: true });
	const { bavail, bsize } = statfsSync(folder);
	return bavail * bsize;
}

/** Stops with a sentence when the disk that holds `folder` has too little room. */
export function requireSpace(folder, bytes, what) {
	const free = freeBytes(folder);
	if (free >= bytes) return;
	throw new SetupStop(
		`${what} needs ${gigabytes(bytes)} of disk space, and the disk that holds ${folder} has ${gigabytes(free)} left. ` +
			'Make room, or set STELLR_HALO_CACHE to a folder on another disk.',
	);
}

export function gigabytes(bytes) {
	return `${(bytes / GIGABYTE).toFixed(1)} GB`;
}
