import type { Caller, Limiter } from './limiter';
import { retryAfterMs } from './retry';
import type { Http, HttpOutcome, HttpRequest, Runtime } from './types';
import { unlessCancelled } from './waiting';

export interface LimitedCaller extends Caller {
	/** Called after a wait with all milliseconds so far in which this caller waited for the limit. */
	onHeldBackSoFar?: (milliseconds: number) => void;
}

/** The same HTTP function, paced. A request that was cancelled while it waited was never sent. */
export function limitHttp(
	http: Http,
	limiter: Limiter,
	caller: LimitedCaller,
	clock: Pick<Runtime, 'now'>,
): Http {
	const waited = heldBackOf(limiter);
	return async (request: HttpRequest) => {
		const began = limiter.heldBackMs();
		if (!(await limiter.enter(caller))) {
			return {
				kind: 'lost',
				cause: 'cancelled',
				detail: 'cancelled before it was sent',
				sent: false,
			};
		}
		try {
			if (limiter.heldBackMs() > began) tellHeldBackSoFar(caller, waited(began));
			const sentAt = clock.now();
			const outcome = await unlessCancelled(http(request), caller.signal);
			const now = clock.now();
			tellLimiter(limiter, outcome, now);
			return outcome.kind === 'answer' ? { ...outcome, tookMs: now - sentAt } : outcome;
		} finally {
			limiter.leave();
		}
	};
}

/** That it cannot be told is no reason not to send. */
function tellHeldBackSoFar({ onHeldBackSoFar }: LimitedCaller, milliseconds: number): void {
	try {
		onHeldBackSoFar?.(milliseconds);
	} catch {
		// The request counts.
	}
}

/** Adds up waits that overlap only once: several requests of a caller may wait side by side. */
function heldBackOf(limiter: Limiter): (began: number) => number {
	let total = 0;
	let countedUntil = 0;
	return (began) => {
		const now = limiter.heldBackMs();
		total += Math.max(0, now - Math.max(began, countedUntil));
		countedUntil = now;
		return total;
	};
}

/** The API itself and its sign-in (one report) can have had enough; either way everybody waits. */
function tellLimiter(limiter: Limiter, outcome: HttpOutcome, now: number): void {
	if (outcome.kind === 'answer') {
		if (outcome.status !== 429) limiter.accepted();
		else limiter.refused(retryAfterMs(outcome.headers['retry-after'], now));
	} else if (outcome.cause === 'signIn' && outcome.status === 429) limiter.refused(null);
}
