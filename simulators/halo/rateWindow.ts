/** Counts calls in a rolling window; a refused call does not count. */
export class RateWindow {
	private times: number[] = [];

	/** Null when the call may pass, else the seconds until one may. */
	take(now: number, limit: number, windowSeconds: number): number | null {
		if (limit <= 0) return null;
		const opens = now - windowSeconds * 1000;
		const firstLive = this.times.findIndex((time) => time > opens);
		this.times = firstLive === -1 ? [] : this.times.slice(firstLive);
		if (this.times.length < limit) {
			this.times.push(now);
			return null;
		}
		return Math.max(1, Math.ceil((this.times[0] - opens) / 1000));
	}

	clear(): void {
		this.times = [];
	}
}
