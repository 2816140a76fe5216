import type { Result } from '../http/failure';
import { readList, readOne } from './client';
import type { ReadOptions, RecordsRead, StellrAccount } from './client';
import { customerNoOf, parseCustomer } from './rawCustomer';
import type { RecordRead } from './rejected';
import type { StellrCustomer } from './schemas';

/** Every customer of the account, discontinued ones included. Stellr knows no filter. */
export async function readCustomers(
	stellr: StellrAccount,
	options: ReadOptions = {},
): Promise<RecordsRead<StellrCustomer>> {
	return await readList(
		stellr,
		{
			doing: 'List Customers',
			path: stellr.settings.customersPath,
			idOf: customerNoOf,
			parse: (raw, requestId) => parseCustomer(raw, parseOptions(stellr, options, requestId)),
		},
		options,
	);
}

/** One customer by its number. */
export async function getCustomer(
	stellr: StellrAccount,
	customerNo: string,
	options: Pick<ReadOptions, 'includeRaw'> = {},
): Promise<Result<RecordRead<StellrCustomer>>> {
	return await readOne(stellr, {
		doing: 'Get Customer',
		path: `${stellr.settings.customersPath}/${encodeURIComponent(customerNo)}`,
		parse: (raw, requestId) => parseCustomer(raw, parseOptions(stellr, options, requestId)),
	});
}

function parseOptions(stellr: StellrAccount, options: ReadOptions, requestId: string | null) {
	return { account: stellr.account, requestId, includeRaw: options.includeRaw ?? false };
}
