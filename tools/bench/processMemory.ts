/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on the developer's machine, not inside n8n */
import { readFileSync, writeFileSync } from 'node:fs';

/** Tells Linux to forget the highest memory a process had so far (proc(5), clear_refs). */
const FORGET_PEAK = '5';

/** The highest memory of a process since a moment, as Linux counts it. Elsewhere nothing is known. */
export class MemoryPeak {
	private readonly pids: number[];

	/** From now on, for the process and those that it has started. */
	constructor(private readonly pid: number) {
		this.pids = [pid, ...childrenOf(pid)];
		for (const process of this.pids) forgetPeak(process);
	}

	/** Of the process itself, in MB of a million bytes. */
	ofProcess(): number | null {
		return peakOf(this.pid);
	}

	/** The peaks of the process and of those that it has started, added up. */
	withChildren(): number | null {
		const peaks = this.pids.map(peakOf);
		if (peaks[0] === null) return null;
		return peaks.reduce<number>((sum, peak) => sum + (peak ?? 0), 0);
	}
}

/** The peak in the text of /proc/PID/status, in MB of a million bytes. */
export function peakInStatus(status: string): number | null {
	const found = /^VmHWM:\s*(\d+) kB$/m.exec(status);
	return found === null ? null : (Number(found[1]) * 1024) / 1e6;
}

function forgetPeak(pid: number): void {
	try {
		writeFileSync(`/proc/${pid}/clear_refs`, FORGET_PEAK);
	} catch {
		// No Linux, or a process that has ended.
	}
}

function peakOf(pid: number): number | null {
	try {
		return peakInStatus(readFileSync(`/proc/${pid}/status`, 'utf8'));
	} catch {
		return null;
	}
}

function childrenOf(pid: number): number[] {
	try {
		const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
		return text.trim().split(/\s+/).filter(Boolean).map(Number);
	} catch {
		return [];
	}
}
