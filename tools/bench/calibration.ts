import { cpuTimed, median } from './cpu';

const KEYS = 200_000;
const ROUNDS = 3;
const RUNS = 5;

/**
 * CPU seconds of a fixed piece of work of the kind that matching is made of: make 200,000 texts, look each up in a Map
 * three times and run over its letters. A figure given as a multiple of it can be compared between machines.
 */
export function calibration(): number {
	return median(Array.from({ length: RUNS }, calibrationOnce));
}

/** The same measured once, to stand beside a single run: the clock of a machine that is shared changes within a minute. */
export function calibrationOnce(): number {
	return cpuTimed(fixedWork).seconds;
}

function fixedWork(): number {
	const byText = new Map<string, number>();
	let sum = 0;
	for (let round = 0; round < ROUNDS; round++) {
		for (let key = 0; key < KEYS; key++) {
			const text = `firm number ${key}`;
			byText.set(text, (byText.get(text) ?? 0) + 1);
			sum = (sum + hashOf(text)) | 0;
		}
	}
	return sum + byText.size;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) {
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	}
	return hash;
}
