import { parseSavedRow, type MappingEntry } from '../matching';
import { harmlessCell } from './csvCell';
import { csvColumns, type CsvCells } from './csvColumns';

export interface ExportedRow {
	cells: CsvCells;
	/** Why the row cannot be read as a decision; it is exported as it stands. */
	message: string | null;
}

/** Rows of the saved mapping as lines of a file, by customer, the standing decision first. */
export function exportRows(rows: ReadonlyArray<Record<string, unknown>>): ExportedRow[] {
	return rows
		.map((row) => exportRow(row))
		.sort(
			(a, b) =>
				compare(a.cells.account, b.cells.account) ||
				compare(a.cells.customerNo, b.cells.customerNo) ||
				Number(isRejected(a)) - Number(isRejected(b)) ||
				Number(a.cells.haloClientId) - Number(b.cells.haloClientId),
		);
}

function exportRow(row: Record<string, unknown>): ExportedRow {
	const read = parseSavedRow(row);
	return read.ok
		? { cells: cellsOf(read.entry), message: null }
		: { cells: cellsOf(row), message: read.message };
}

function cellsOf(row: MappingEntry | Record<string, unknown>): CsvCells {
	const values = row as Record<string, unknown>;
	const cells = csvColumns.map((column) => [column, cellOf(values[column])]);
	return Object.fromEntries(cells) as CsvCells;
}

function cellOf(value: unknown): string | number {
	if (typeof value === 'number') return value;
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
	return harmlessCell(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

function isRejected({ cells }: ExportedRow): boolean {
	return cells.decision === 'rejected';
}

function compare(a: string | number, b: string | number): number {
	const [left, right] = [String(a), String(b)];
	return left < right ? -1 : left > right ? 1 : 0;
}
