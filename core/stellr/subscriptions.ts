import type { Result } from '../http/failure';
import { readList, readOne } from './client';
import type { ReadOptions, RecordsRead, StellrAccount } from './client';
import { parseSubscription, subscriptionIdOf } from './rawSubscription';
import type { RecordRead } from './rejected';
import type { StellrSubscription } from './schemas';

/** Every line of one customer, cancelled and expired ones included as far as Stellr lists them. */
export async function readSubscriptionsOf(
	stellr: StellrAccount,
	customerNo: string,
	options: ReadOptions = {},
): Promise<RecordsRead<StellrSubscription>> {
	return await readList(
		stellr,
		{
			doing: 'List Subscriptions',
			path: pathOf(stellr, customerNo),
			idOf: subscriptionIdOf,
			parse: parser(stellr, customerNo, options),
		},
		options,
	);
}

/** Every line of the reseller in one list; only for accounts whose path for it is known. */
export async function readAllSubscriptions(
	stellr: StellrAccount,
	path: string,
	options: ReadOptions = {},
): Promise<RecordsRead<StellrSubscription>> {
	return await readList(
		stellr,
		{
			doing: 'List All Subscriptions',
			path,
			idOf: subscriptionIdOf,
			parse: parser(stellr, null, options),
		},
		options,
	);
}

/** One line of one customer. */
export async function getSubscription(
	stellr: StellrAccount,
	customerNo: string,
	subscriptionId: string,
	options: Pick<ReadOptions, 'includeRaw'> = {},
): Promise<Result<RecordRead<StellrSubscription>>> {
	return await readOne(stellr, {
		doing: 'Get Subscription',
		path: `${pathOf(stellr, customerNo)}/${encodeURIComponent(subscriptionId)}`,
		parse: parser(stellr, customerNo, options),
	});
}

function pathOf(stellr: StellrAccount, customerNo: string): string {
	return stellr.settings.subscriptionsPath.replace('{customerNo}', encodeURIComponent(customerNo));
}

function parser(
	stellr: StellrAccount,
	customerNo: string | null,
	options: ReadOptions,
): (raw: unknown, requestId: string | null) => RecordRead<StellrSubscription> {
	return (raw, requestId) =>
		parseSubscription(raw, {
			account: stellr.account,
			requestId,
			includeRaw: options.includeRaw ?? false,
			customerNo,
		});
}
