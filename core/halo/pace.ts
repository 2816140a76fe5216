import { shareOf, wholeNumber } from '../http/share';

/**
 * Requests under way at the same time. Halo's budget is counted over minutes: more at once would only spend it sooner.
 */
export const HALO_AT_ONCE = 2;

/** How fast this process may ask one Halo. */
export interface HaloPace {
	/** Requests within a rolling window. */
	perWindow: number;
	windowMs: number;
	/** Requests under way at the same time. */
	concurrency: number;
}

/**
 * The pace in a credential's fields. Halo has been seen refusing more than 300 requests in a rolling five minutes, for all
 * integrations of a tenant together (HaloAPI issue 31); half of it is ours unless the credential says otherwise.
 */
export function haloPace(fields: Record<string, unknown>): HaloPace {
	const workers = wholeNumber(fields.workers, 1, 1000, 1);
	const perWindow = wholeNumber(fields.requestsPerWindow, 1, 1_000_000, 150);
	const seconds = wholeNumber(fields.windowSeconds, 1, 86_400, 300);
	return {
		perWindow: shareOf(perWindow, workers),
		windowMs: seconds * 1000,
		concurrency: HALO_AT_ONCE,
	};
}
