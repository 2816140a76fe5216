import { readFileSync } from 'node:fs';

/**
 * Calls `onGone` once when the process that started this one has ended, also when it was killed without warning: the
 * system then gives this process another parent. npm starts its scripts through a shell, which outlives a killed npm:
 * under npm the shell's parent is watched as well, where the system tells it. Returns a function that stops watching.
 */
export function watchParent(onGone) {
	const parent = process.ppid;
	const grandparent = underNpm() ? parentOf(parent) : null;
	const timer = setInterval(() => {
		if (process.ppid === parent && (grandparent === null || parentOf(parent) === grandparent))
			return;
		clearInterval(timer);
		onGone();
	}, 500);
	timer.unref();
	return () => clearInterval(timer);
}

function underNpm() {
	return process.env.npm_lifecycle_event !== undefined;
}

/** Linux tells it in /proc; null elsewhere, and when the process is gone. */
function parentOf(pid) {
	try {
		const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
	} catch {
		return null;
	}
}
