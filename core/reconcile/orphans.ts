import type { HaloLicence } from '../halo/schemas';
import type { CustomerLines } from '../sync/licences/customerLines';
import { missingRows } from '../sync/licences/missing';
import type { LicenceIndex } from '../sync/licences/rowIndex';
import type { GatheredCustomer } from '../sync/licences/sameCustomer';
import { foldKey } from '../sync/stellrKeys';
import type { InvoiceIndex } from './invoiceIndex';

export interface OrphanRows {
	rows: Array<{ customer: CustomerLines; row: HaloLicence; key: string; by: 'key' | 'map' }>;
	/** Rows of ours at clients whose lists did not all come whole: absent is not empty. */
	notJudged: number;
}

/**
 * Rows of ours that are active, or that an invoice bills, and that Stellr does not list, at clients whose customers all
 * came with their complete lists. Where some customers of the account were not read, the line may be one of theirs; and
 * what is only not in the list of the whole reseller is not judged.
 */
export function orphanRows(
	gathered: GatheredCustomer[],
	index: LicenceIndex,
	invoices: InvoiceIndex,
	unreadAccounts: ReadonlySet<string>,
): OrphanRows {
	const counts = (row: HaloLicence) => row.active || invoices.bills(row.id);
	const { missing, notJudged } = missingRows(gathered, index, counts);
	const judged = missing.filter(
		({ key, unproven }) => !unproven && !unreadAccounts.has(key.slice(0, key.indexOf('/'))),
	);
	return {
		rows: judged.map(({ customer, row, key }) => ({
			customer,
			row,
			key,
			by: foldKey(index.keyTextOf(row)?.key ?? '') === key ? 'key' : 'map',
		})),
		notJudged: notJudged + missing.length - judged.length,
	};
}
