/** Says what leads from a line to its row, when nothing but the two lists is known. */
import type { HaloLicenceRow } from '../halo/state';
import type { OwnedLine } from './licenceRows';
import type { DrawnLine } from './subscriptionLines';
import type { RowEvidence } from './truth';

const TEXT_FIELDS = [
	'snowid',
	'vendor_product_sku',
	'product_sku',
	'notes',
	'third_party_product',
	'name',
] as const;

export function rowEvidence(
	licences: readonly HaloLicenceRow[],
	owned: readonly OwnedLine[],
): (line: DrawnLine, row: HaloLicenceRow) => RowEvidence {
	// A SKU decides only where one row and one line of the client have it.
	const rowsWithSku = countBy(licences, (row) => `${row.client_id}/${row.product_sku}`);
	const linesWithSku = countBy(owned, (item) => `${item.clientId}/${item.line.row.skuNo}`);
	return ({ row: stellr, product }, row) => {
		const ids = [stellr.subscriptionId, stellr.vendorSubscriptionId];
		if (TEXT_FIELDS.some((field) => row[field] !== null && ids.includes(row[field]))) return 'id';
		if (row.product_sku === String(stellr.skuNo)) {
			const key = `${row.client_id}/${stellr.skuNo}`;
			const isOnly = rowsWithSku.get(key) === 1 && linesWithSku.get(key) === 1;
			return isOnly ? 'sku' : 'sharedSku';
		}
		if (row.name === product.name || row.name === stellr.productName) return 'name';
		return 'words';
	};
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
	return counts;
}
