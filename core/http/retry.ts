import type { HttpOutcome, HttpRequest, Runtime } from './types';

/** How patient a call is with one API. Waits are milliseconds. */
export interface RetryPolicy {
	/** Waits after a 429 that names no time of its own; as many repeats as there are entries. */
	rateLimitWaits: readonly number[];
	/** Waits after an answer that got lost or a passing trouble of the server. */
	troubleWaits: readonly number[];
	/** All waits of one call together. */
	longestWait: number;
}

const seconds = (...values: number[]) => values.map((value) => value * 1000);

export const retryPolicies: Record<'stellr' | 'halo', RetryPolicy> = {
	// TD SYNNEX publishes no threshold and asks to repeat seldom.
	stellr: {
		rateLimitWaits: seconds(2, 4, 8),
		troubleWaits: seconds(1, 2),
		longestWait: 5 * 60_000,
	},
	// Halo counts 300 requests per rolling 5 minutes: a 429 can last that long (HaloAPI issue 31).
	halo: {
		rateLimitWaits: seconds(5, 10, 20, 40, 60, 60, 60, 60),
		troubleWaits: seconds(1, 2, 4),
		longestWait: 6 * 60_000,
	},
};

/** What was already spent on one call. */
export interface RetryState {
	rateLimited: number;
	troubled: number;
	waited: number;
}

/**
 * `Retry-After` as milliseconds from now; null when absent, unreadable or over: coming back at once would only spend the
 * repeats. Seconds and HTTP dates are both legal.
 */
export function retryAfterMs(value: string | undefined, now: number): number | null {
	if (value === undefined || value.trim() === '') return null;
	const asNumber = Number(value);
	const wait = Number.isFinite(asNumber) ? Math.ceil(asNumber * 1000) : Date.parse(value) - now;
	return wait > 0 ? wait : null;
}

type Cause = 'rateLimit' | 'trouble' | 'none';

/** A write is repeated only when it certainly was not carried out: a 429, or no sign-in took place. */
function causeToRepeat(request: HttpRequest, outcome: HttpOutcome): Cause {
	if (outcome.kind === 'lost') {
		if (outcome.cause === 'signIn') {
			if (outcome.status === 429) return 'rateLimit';
			return outcome.status !== undefined && outcome.status > 500 ? 'trouble' : 'none';
		}
		const passing = outcome.cause === 'timeout' || outcome.cause === 'reset';
		return passing && request.method === 'GET' ? 'trouble' : 'none';
	}
	if (outcome.status === 429) return 'rateLimit';
	const passing = outcome.status === 408 || outcome.status >= 500;
	return passing && request.method === 'GET' ? 'trouble' : 'none';
}

/** Milliseconds to wait before the same request is sent again, or null to give up. */
export function waitBeforeRepeat(
	policy: RetryPolicy,
	state: RetryState,
	request: HttpRequest,
	outcome: HttpOutcome,
	runtime: Pick<Runtime, 'now' | 'random'>,
): number | null {
	const cause = causeToRepeat(request, outcome);
	if (cause === 'none') return null;
	const waits = cause === 'rateLimit' ? policy.rateLimitWaits : policy.troubleWaits;
	const used = cause === 'rateLimit' ? state.rateLimited : state.troubled;
	if (used >= waits.length) return null;
	const told =
		outcome.kind === 'answer' ? retryAfterMs(outcome.headers['retry-after'], runtime.now()) : null;
	const wait = told ?? Math.round(waits[used] * (1 + runtime.random() * 0.2));
	return state.waited + wait > policy.longestWait ? null : wait;
}

/** The state after waiting for this outcome. */
export function afterWait(state: RetryState, outcome: HttpOutcome, wait: number): RetryState {
	const limited =
		outcome.kind === 'answer' || outcome.cause === 'signIn' ? outcome.status === 429 : false;
	return {
		rateLimited: state.rateLimited + (limited ? 1 : 0),
		troubled: state.troubled + (limited ? 0 : 1),
		waited: state.waited + wait,
	};
}
