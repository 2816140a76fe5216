import { createLimiter } from '../../core/http/limiter';
import type { Limiter, LimiterOptions } from '../../core/http/limiter';

/**
 * One limiter per Halo tenant and per Stellr account in this process, whatever workflow or credential asks. It paces
 * only; nothing correct depends on it, since other workers have limiters of their own.
 */
const limiters = new Map<string, Limiter>();

const FIVE_MINUTES_MS = 300_000;

export function stellrLimiter(account: string, concurrency: number): Limiter {
	return limiterFor(`stellr ${account}`, { concurrency });
}

export function haloLimiter(tenant: string, perWindow: number): Limiter {
	return limiterFor(`halo ${tenant}`, { concurrency: 2, perWindow, windowMs: FIVE_MINUTES_MS });
}

function limiterFor(key: string, options: LimiterOptions): Limiter {
	const known = limiters.get(key);
	if (!known) {
		const limiter = createLimiter(options);
		limiters.set(key, limiter);
		return limiter;
	}
	// The newest setting of the credential counts.
	Object.assign(known.options, options);
	return known;
}
