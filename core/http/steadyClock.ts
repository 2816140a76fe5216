/**
 * A clock that never goes back. Where the system's clock is put back, this one stands still at that moment and goes on from
 * there: a wait of seconds would else become one of hours.
 */
export function steadyClock(now: () => number): () => number {
	let latest = -Infinity;
	let putBack = 0;
	return () => {
		const told = now();
		if (told + putBack < latest) putBack = latest - told;
		latest = told + putBack;
		return latest;
	};
}
