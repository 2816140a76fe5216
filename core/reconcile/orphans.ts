import type { HaloLicence } from '../halo/schemas';
import type { CustomerLines } from '../sync/licences/customerLines';
import { missingRows } from '../sync/licences/missing';
import type { LicenceIndex } from '../sync/licences/rowIndex';
import type { GatheredCustomer } from '../sync/licences/sameCustomer';
import { foldKey } from '../sync/stellrKeys';

export interface OrphanRows {
	rows: Array<{ customer: CustomerLines; row: HaloLicence; key: string; by: 'key' | 'map' }>;
	/** Rows of ours at clients whose lists did not all come whole: absent is not empty. */
	notJudged: number;
}

/** Active rows of ours that Stellr does not list, at clients whose customers all came with their complete lists. */
export function orphanRows(gathered: GatheredCustomer[], index: LicenceIndex): OrphanRows {
	const { missing, notJudged } = missingRows(gathered, index);
	return {
		rows: missing.map(({ customer, row, key }) => ({
			customer,
			row,
			key,
			by: foldKey(index.keyTextOf(row)?.key ?? '') === key ? 'key' : 'map',
		})),
		notJudged,
	};
}
