/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on the developer's machine, not inside n8n */
import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second here (sysconf _SC_CLK_TCK). */
const TICKS_PER_SECOND = 100;

/** CPU seconds that a running process has used so far, on all of its threads (proc(5): utime and stime). */
export function cpuSecondsOf(pid: number): number {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// The second field is the command's name in brackets, which may hold blanks.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	const [utime, stime] = [fields[11], fields[12]].map(Number);
	return (utime + stime) / TICKS_PER_SECOND;
}
