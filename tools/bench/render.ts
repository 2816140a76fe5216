import type { BenchTable, Cell } from './bench';

/** Longer texts are cut on the terminal; the JSON file holds all. */
const WIDEST = 64;

/** A table for a terminal: a heading, a line a row, figures to the right. */
export function renderTable({ title, rows, notes }: BenchTable): string {
	const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
	const cells = rows.map((row) => columns.map((column) => textOf(row[column] ?? null)));
	const widths = columns.map((column, at) =>
		Math.max(column.length, ...cells.map((row) => row[at].length)),
	);
	const isNumber = columns.map((column) =>
		rows.every((row) => typeof (row[column] ?? 0) === 'number'),
	);
	const line = (texts: string[]) =>
		texts
			.map((text, at) => (isNumber[at] ? text.padStart(widths[at]) : text.padEnd(widths[at])))
			.join('  ')
			.trimEnd();
	return [
		title,
		...(rows.length === 0 ? [] : [line(columns), line(widths.map((width) => '-'.repeat(width)))]),
		...cells.map(line),
		...notes.map((note) => `  ${note}`),
	].join('\n');
}

function textOf(cell: Cell): string {
	if (cell === null) return '-';
	if (typeof cell === 'string')
		return cell.length > WIDEST ? `${cell.slice(0, WIDEST - 1)}…` : cell;
	if (Number.isInteger(cell)) return cell.toLocaleString('en-US');
	return cell.toFixed(Math.abs(cell) < 10 ? 3 : 1);
}
