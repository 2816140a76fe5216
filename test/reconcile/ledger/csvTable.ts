/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type CsvRecord = Record<string, string>;

/** A file beside this one, each line by the names of its header. Cells may be quoted, but hold no line breaks. */
export function csvTable(file: string): CsvRecord[] {
	const [header, ...lines] = readFileSync(join(__dirname, file), 'utf8').trimEnd().split('\n');
	const names = cellsOf(header);
	return lines.map((line, index) => {
		const cells = cellsOf(line);
		if (cells.length !== names.length) {
			throw new Error(`${file} line ${index + 2}: ${cells.length} cells for ${names.length} names`);
		}
		return Object.fromEntries(names.map((name, column) => [name, cells[column]]));
	});
}

const CELL = /("(?:[^"]|"")*"|[^",]*)(?:,|$)/gy;

function cellsOf(line: string): string[] {
	// The comma put at the end lets every cell end with one.
	const cells = [...`${line},`.matchAll(CELL)].map(([, cell]) => cell).slice(0, -1);
	return cells.map((cell) =>
		cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
	);
}

/** An empty cell is null. Brackets mean below zero, as bookkeepers write it: a cell must not start with a sign. */
export function numberOf(cell: string): number | null {
	if (cell === '') return null;
	const below = /^\((.+)\)$/.exec(cell);
	const value = Number(below?.[1] ?? cell);
	if (Number.isNaN(value)) throw new Error(`"${cell}" is no number`);
	return below ? -value : value;
}

/** For cells that must hold a number. */
export function givenNumber(cell: string): number {
	const value = numberOf(cell);
	if (value === null) throw new Error('A number is missing');
	return value;
}

export function textOf(cell: string): string | null {
	return cell === '' ? null : cell;
}

export function isYes(cell: string): boolean {
	if (cell !== 'yes' && cell !== 'no') throw new Error(`"${cell}" is neither yes nor no`);
	return cell === 'yes';
}
