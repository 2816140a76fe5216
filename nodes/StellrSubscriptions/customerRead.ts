import type { ApiFailure } from '../../core/http/failure';
import { concernsWholeConnection } from '../../core/http/failureScope';
import { inParallel } from '../../core/http/inParallel';
import type { RecordsRead } from '../../core/stellr/client';
import type { StellrSubscription } from '../../core/stellr/schemas';
import { readSubscriptionsOf } from '../../core/stellr/subscriptions';
import type { StellrConnection } from '../shared/connect';

export type SubscriptionsRead = RecordsRead<StellrSubscription>;

/** Refusals in a row, with no read allowed, after which the missing permission is no customer's own. */
const REFUSALS_ENOUGH = 5;

export type ReadsByCustomer =
	| { ok: true; byCustomer: Map<string, SubscriptionsRead> }
	/** Something that concerns every customer alike. */
	| { ok: false; failure: ApiFailure };

/** Nothing came of it: not even an incomplete list. */
export function failedWholly(read: SubscriptionsRead): ApiFailure | null {
	const nothing = read.list.rows.length + read.rejected.length === 0;
	return nothing ? read.list.failure : null;
}

/** Reads each customer once, a few at a time; one customer's trouble stays its own. */
export async function readByCustomer(
	stellr: StellrConnection,
	customerNos: readonly string[],
	includeRaw: boolean,
): Promise<ReadsByCustomer> {
	let common: ApiFailure | null = null;
	let read = 0;
	let refused = 0;
	const wanted = [...new Set(customerNos)];
	const results = await inParallel(
		wanted,
		stellr.settings.concurrency,
		async (customerNo) => {
			const result = await readSubscriptionsOf(stellr, customerNo, { includeRaw });
			const failure = failedWholly(result);
			if (failure === null) read += 1;
			else if (concernsWholeConnection(failure)) common = failure;
			else if (failure.code === 'notAllowed' && read === 0 && ++refused >= REFUSALS_ENOUGH) {
				common = failure;
			}
			return result;
		},
		() => common === null,
	);
	const everyoneRefused = read === 0 && refused > 0 && refused === wanted.length;
	const failure = common ?? (everyoneRefused ? failureIn(results) : null);
	if (failure !== null) return { ok: false, failure };
	return {
		ok: true,
		byCustomer: new Map(
			wanted.flatMap((customerNo, index) => {
				const result = results[index];
				return result === undefined ? [] : [[customerNo, result] as const];
			}),
		),
	};
}

function failureIn(results: Array<SubscriptionsRead | undefined>): ApiFailure | null {
	return results.find((result) => result?.list.failure)?.list.failure ?? null;
}
