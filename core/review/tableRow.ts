import { parseSavedRow, type MappingEntry } from '../matching';
import { customerKey, foldKey } from '../sync/stellrKeys';

/** One row of the saved mapping with its place in the Data table, so that it can be overwritten or deleted exactly. */
export interface TableRow {
	/** The Data table's own number of the row; null when it came from elsewhere. */
	id: number | null;
	/** As they stand in the table: a look-up there knows no other spelling. */
	account: string;
	customerNo: string;
	decision: string;
	/** Null when the row cannot be read. */
	entry: MappingEntry | null;
	/** Why it cannot be read. */
	message: string | null;
}

/** Reads a row of the Data table; null when it does not say whom it is about. */
export function readTableRow(json: Record<string, unknown>): TableRow | null {
	const read = parseSavedRow(json);
	const key = read.ok ? read.entry : read;
	if (key.account === null || key.customerNo === null) return null;
	return {
		id: typeof json.id === 'number' && Number.isInteger(json.id) ? json.id : null,
		account: plainText(json.account),
		customerNo: plainText(json.customerNo),
		decision: plainText(json.decision),
		entry: read.ok ? read.entry : null,
		message: read.ok ? null : read.message,
	};
}

/** The rows about one customer, however its key is spelled in them. */
export function rowsAbout(
	rows: readonly TableRow[],
	customer: { account: string; customerNo: string },
): readonly TableRow[] {
	return indexOf(rows).get(foldKey(customerKey(customer))) ?? [];
}

/** Kept with the list it was made from: pages ask for each of thousands of customers. */
const indexes = new WeakMap<readonly TableRow[], ReadonlyMap<string, TableRow[]>>();

function indexOf(rows: readonly TableRow[]): ReadonlyMap<string, TableRow[]> {
	const known = indexes.get(rows);
	if (known !== undefined) return known;
	const index = new Map<string, TableRow[]>();
	for (const row of rows) {
		const { account, customerNo } = row.entry ?? row;
		const key = foldKey(`${account.trim()}/${customerNo.trim()}`);
		index.set(key, [...(index.get(key) ?? []), row]);
	}
	indexes.set(rows, index);
	return index;
}

/** Rows that decide, as against those that only rule a client out; unreadable ones may decide. */
export function standingRows(rows: readonly TableRow[]): TableRow[] {
	return rows.filter((row) => !isRejection(row));
}

export function isRejection({ entry, decision }: TableRow): boolean {
	return (entry?.decision ?? decision.trim().toLowerCase()) === 'rejected';
}

/**
 * Rows that a look-up by account, number and decision would miss or take for another kind: spelled in another way, or
 * unreadable. Beside such a row nothing can be written safely.
 */
export function oddRows(
	rows: readonly TableRow[],
	customer: { account: string; customerNo: string },
): TableRow[] {
	return rows.filter(
		({ entry, account, customerNo, decision }) =>
			entry === null ||
			account !== customer.account ||
			customerNo !== customer.customerNo ||
			decision !== entry.decision,
	);
}

function plainText(cell: unknown): string {
	return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}
