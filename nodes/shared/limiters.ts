import { sleep } from 'n8n-workflow';

import { createLimiter } from '../../core/http/limiter';
import type { Limiter, LimiterOptions } from '../../core/http/limiter';
import { retryPolicies } from '../../core/http/retry';
import type { HaloPace } from '../../core/halo/pace';

/** One limiter per Halo tenant and per Stellr account in this process, whatever workflow or credential asks. */
const limiters = new Map<string, Limiter>();

export function stellrLimiter(account: string, concurrency: number): Limiter {
	return limiterFor(`stellr ${account}`, {
		concurrency,
		refusedWaits: retryPolicies.stellr.rateLimitWaits,
	});
}

export function haloLimiter(tenant: string, { concurrency, ...window }: HaloPace): Limiter {
	return limiterFor(`halo ${tenant}`, {
		concurrency,
		window,
		refusedWaits: retryPolicies.halo.rateLimitWaits,
	});
}

function limiterFor(key: string, options: LimiterOptions): Limiter {
	const known = limiters.get(key);
	if (!known) {
		const limiter = createLimiter(options, { sleep, now: () => Date.now() });
		limiters.set(key, limiter);
		return limiter;
	}
	// The newest setting of the credential counts.
	known.options = options;
	return known;
}
