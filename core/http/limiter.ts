import { retryAfterMs } from './retry';
import type { Http, HttpRequest, Runtime } from './types';
import { unlessCancelled, waitUnlessCancelled } from './waiting';

export interface LimiterOptions {
	/** Requests under way at the same time. */
	concurrency: number;
	/** Requests that may begin within the rolling window; none when absent. */
	perWindow?: number;
	windowMs?: number;
}

/** Paces all requests to one tenant or account; shared by every execution of the process. */
export interface Limiter {
	options: LimiterOptions;
	/** Waits for a turn; answers false when the execution was cancelled meanwhile. */
	enter(runtime: Pick<Runtime, 'sleep' | 'now' | 'signal'>): Promise<boolean>;
	leave(): void;
	/** Nobody begins before this time: the API said that it has had enough. */
	pauseUntil(time: number): void;
}

type Turn = () => void;

export function createLimiter(options: LimiterOptions): Limiter {
	const queue: Turn[] = [];
	let begun: number[] = [];
	let underWay = 0;
	let pausedUntil = 0;

	/** Answers false as soon as the execution was cancelled while it waited. */
	async function takePlace(signal: AbortSignal | undefined): Promise<boolean> {
		if (signal?.aborted) return false;
		if (underWay < limiter.options.concurrency) {
			underWay += 1;
			return true;
		}
		return await new Promise<boolean>((resolve) => {
			const giveUp = () => {
				queue.splice(queue.indexOf(turn), 1);
				resolve(false);
			};
			const turn = () => {
				signal?.removeEventListener('abort', giveUp);
				resolve(true);
			};
			signal?.addEventListener('abort', giveUp, { once: true });
			// The place is handed over by leave(), so nobody can slip in between.
			queue.push(turn);
		});
	}

	function leave(): void {
		const next = queue.shift();
		if (next) next();
		else underWay -= 1;
	}

	/** Milliseconds until the window has room and the pause is over. */
	function waitNeeded(now: number): number {
		const { perWindow, windowMs = 0 } = limiter.options;
		const pause = Math.max(0, pausedUntil - now);
		if (!perWindow) return pause;
		begun = begun.filter((time) => time > now - windowMs);
		if (begun.length < perWindow) return pause;
		return Math.max(pause, begun[begun.length - perWindow] + windowMs - now);
	}

	const limiter: Limiter = {
		options,
		async enter(runtime) {
			if (!(await takePlace(runtime.signal))) return false;
			for (let wait = waitNeeded(runtime.now()); wait > 0; wait = waitNeeded(runtime.now())) {
				if (!(await waitUnlessCancelled(runtime, wait))) break;
			}
			if (runtime.signal?.aborted) {
				leave();
				return false;
			}
			begun.push(runtime.now());
			return true;
		},
		leave,
		pauseUntil(time) {
			pausedUntil = Math.max(pausedUntil, time);
		},
	};
	return limiter;
}

/** The same HTTP function, paced. A request that was cancelled while it waited was never sent. */
export function limitHttp(
	http: Http,
	limiter: Limiter,
	runtime: Pick<Runtime, 'sleep' | 'now' | 'signal'>,
): Http {
	return async (request: HttpRequest) => {
		if (!(await limiter.enter(runtime))) {
			return {
				kind: 'lost',
				cause: 'cancelled',
				detail: 'cancelled before it was sent',
				sent: false,
			};
		}
		try {
			const outcome = await unlessCancelled(http(request), runtime.signal);
			if (outcome.kind === 'answer' && outcome.status === 429) {
				const told = retryAfterMs(outcome.headers['retry-after'], runtime.now());
				if (told !== null) limiter.pauseUntil(runtime.now() + told);
			}
			return outcome;
		} finally {
			limiter.leave();
		}
	};
}
