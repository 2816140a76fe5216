import { FairQueue } from './fairQueue';
import { RollingWindow } from './rollingWindow';
import { steadyClock } from './steadyClock';
import type { Runtime } from './types';
import { SLICE_MS } from './waiting';

export interface LimiterOptions {
	/** Requests under way at the same time. */
	concurrency: number;
	/** Requests within a rolling window; as many as there are places when absent. */
	window?: { perWindow: number; windowMs: number };
	/** How long everybody waits after refusals that name no time: after the first, the second … in a row; milliseconds. */
	refusedWaits: readonly number[];
}

/** Who asks for a turn. */
export interface Caller {
	/** The execution: turns go round between those of a process. */
	flow: string;
	signal?: AbortSignal;
	/** Called when the limit makes the caller wait, with the milliseconds as far as known. */
	onHeldBack?: (milliseconds: number) => void;
}

/**
 * Paces all requests to one tenant or account; shared by every execution of the process. It only paces: nothing correct
 * depends on it, since other processes have limiters of their own.
 */
export interface Limiter {
	/** May be changed at any time; the next turn goes by it. */
	options: LimiterOptions;
	/** Waits for a turn; answers false at once when the execution is cancelled. */
	enter(caller: Caller): Promise<boolean>;
	leave(): void;
	/**
	 * The API has had enough: nobody begins before the time that it named, in milliseconds from now, or, where it named
	 * none, before a wait that grows with each refusal in a row. Never more than an hour: then it is asked again.
	 */
	refused(toldMs: number | null): void;
	/** An answer that was no refusal: the next one starts with a short wait again. */
	accepted(): void;
	/** Milliseconds, since the start, in which callers waited for nothing but the limit. */
	heldBackMs(): number;
}

interface Turn extends Caller {
	begin: () => void;
}

type Clock = Pick<Runtime, 'sleep' | 'now'>;

/** A time further away is a mistake, and would hold up every flow of the process until it is started anew. */
const LONGEST_PAUSE_MS = 3_600_000;

export function createLimiter(options: LimiterOptions, clock: Clock): Limiter {
	const queue = new FairQueue<Turn>();
	const window = new RollingWindow();
	const steadyNow = steadyClock(() => clock.now());
	let underWay = 0;
	let pausedUntil = 0;
	let refusals = 0;
	let heldBackMs = 0;
	let waking = false;

	/** Milliseconds until the window has room and the pause is over. */
	function waitNeeded(now: number): number {
		const room = limiter.options.window ? window.wait(now, limiter.options.window) : 0;
		return Math.max(0, pausedUntil - now, room);
	}

	const placeFree = () => underWay < limiter.options.concurrency;

	/** Gives out as many turns as there may be now, and wakes up again when time alone brings the next. */
	function giveTurns(): void {
		while (!queue.isEmpty && placeFree()) {
			const wait = waitNeeded(steadyNow());
			if (wait > 0) {
				// At Infinity a request under way is waited for: leave() comes back here.
				if (wait < Infinity) void wakeWhenFree();
				return;
			}
			underWay += 1;
			window.begin();
			queue.take()?.begin();
		}
	}

	/** Sleeps in slices, since a pause may end earlier or begin anew, and everybody who waits may have been cancelled. */
	async function wakeWhenFree(): Promise<void> {
		if (waking) return;
		waking = true;
		for (;;) {
			const now = steadyNow();
			const wait = waitNeeded(now);
			if (queue.isEmpty || !placeFree() || wait <= 0 || wait === Infinity) break;
			tellHeldBack(wait);
			await clock.sleep(Math.min(SLICE_MS, wait));
			heldBackMs += steadyNow() - now;
		}
		waking = false;
		giveTurns();
	}

	function tellHeldBack(wait: number): void {
		for (const { onHeldBack } of queue) {
			try {
				onHeldBack?.(wait);
			} catch {
				// Whoever cannot be told must not hold up the others.
			}
		}
	}

	const limiter: Limiter = {
		options,
		async enter(caller) {
			const { flow, signal } = caller;
			if (signal?.aborted) return false;
			return await new Promise<boolean>((resolve) => {
				const giveUp = () => {
					queue.remove(flow, turn);
					resolve(false);
				};
				const begin = () => {
					signal?.removeEventListener('abort', giveUp);
					resolve(true);
				};
				const turn: Turn = { ...caller, begin };
				signal?.addEventListener('abort', giveUp, { once: true });
				queue.push(flow, turn);
				giveTurns();
			});
		},
		leave() {
			underWay -= 1;
			window.end(steadyNow(), limiter.options.window);
			giveTurns();
		},
		refused(toldMs) {
			const now = steadyNow();
			// Several may be under way when the API has had enough: together they are one refusal.
			if (toldMs === null && now < pausedUntil) return;
			const { refusedWaits } = limiter.options;
			const own = refusedWaits[Math.min(refusals, refusedWaits.length - 1)] ?? 0;
			refusals += 1;
			pausedUntil = Math.max(pausedUntil, now + Math.min(toldMs ?? own, LONGEST_PAUSE_MS));
		},
		accepted() {
			refusals = 0;
		},
		heldBackMs: () => heldBackMs,
	};
	return limiter;
}
