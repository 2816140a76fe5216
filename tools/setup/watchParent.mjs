/**
 * Calls `onGone` once when the process that started this one has ended, also when it was killed without warning: the
 * system then gives this process another parent. Returns a function that stops watching.
 */
export function watchParent(onGone) {
	const parent = process.ppid;
	const timer = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(timer);
		onGone();
	}, 500);
	timer.unref();
	return () => clearInterval(timer);
}
