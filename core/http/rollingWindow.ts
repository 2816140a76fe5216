/** So many requests within a rolling span of time. */
export interface WindowOptions {
	perWindow: number;
	windowMs: number;
}

/**
 * Counts the requests of a rolling window. Nobody knows when a request reaches the server, only that it does so between
 * its start and its answer: so it counts from its start until one window after its answer. By the server's own clock no
 * window then ever holds more than allowed, however slow the network is; the price is one answer's time a window.
 */
export class RollingWindow {
	/** Ends of requests, oldest first; those before `first` have left the window. */
	private ends: number[] = [];
	private first = 0;
	private underWay = 0;

	begin(): void {
		this.underWay += 1;
	}

	/** Where there is no window, nothing is kept: it would grow for as long as the process runs. */
	end(now: number, options: WindowOptions | undefined): void {
		this.underWay -= 1;
		if (options !== undefined) {
			this.ends.push(now);
			return;
		}
		this.ends = [];
		this.first = 0;
	}

	/** Milliseconds until one more may begin: 0 is now, Infinity not before one under way has ended. */
	wait(now: number, { perWindow, windowMs }: WindowOptions): number {
		this.forget(now - windowMs);
		const inWindow = this.ends.length - this.first;
		const tooMany = this.underWay + inWindow - perWindow + 1;
		if (tooMany <= 0) return 0;
		if (tooMany > inWindow) return Infinity;
		return this.ends[this.first + tooMany - 1] + windowMs - now;
	}

	private forget(until: number): void {
		while (this.first < this.ends.length && this.ends[this.first] <= until) this.first += 1;
		// Only now and then, so that forgetting costs nothing by request.
		if (this.first > 1000) {
			this.ends = this.ends.slice(this.first);
			this.first = 0;
		}
	}
}
