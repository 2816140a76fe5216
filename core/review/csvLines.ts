import { parseSavedRow, type MappingEntry } from '../matching';
import { customerKey, foldKey } from '../sync/stellrKeys';
import { importWords, noColumns, noCsv, type LineWords } from '../words/mappingImport';
import { plainCell } from './csvCell';
import { csvColumns } from './csvColumns';

/** A line of the file as a decision. */
export interface CsvLine {
	/** As a spreadsheet counts: the header is line 1, a cell with line breaks is one line. */
	line: number;
	entry: MappingEntry;
}

/** A line that cannot be imported, and why. */
export interface LineIssue {
	line: number;
	/** The customer it is about, as look-ups use it; null when that much cannot be read. */
	key: string | null;
	words: LineWords;
}

export type CsvRead =
	| { ok: true; lines: CsvLine[]; issues: LineIssue[] }
	/** The file as a whole is not understood. */
	| { ok: false; message: string; remedy: string };

const FIRST_LINE = 2;
const NEEDED = ['account', 'customerNo', 'decision'] as const;

/** Reads the lines of a file, each an object by the names in its header; lines without any text are passed over. */
export function readCsvLines(records: ReadonlyArray<Record<string, unknown>>): CsvRead {
	const unread = records.find((record) => typeof record.error === 'string');
	if (unread !== undefined) {
		return { ok: false, ...noCsv(String(unread.error)) };
	}
	const seen = new Set(records.flatMap((record) => Object.keys(record)));
	const known = new Set([...seen].map(columnOf));
	const missing = NEEDED.filter((column) => !known.has(column));
	if (records.length > 0 && missing.length > 0) {
		const shown = [...seen].slice(0, 15).join(', ').slice(0, 300);
		return { ok: false, ...noColumns(missing.join(', '), shown) };
	}
	const lines: CsvLine[] = [];
	const issues: LineIssue[] = [];
	records.forEach((record, index) => {
		const cells = cellsOf(record);
		if (Object.values(cells).every((cell) => cell === '' || cell === null)) return;
		const line = index + FIRST_LINE;
		const read = readLine(cells);
		if ('entry' in read) lines.push({ line, entry: read.entry });
		else issues.push({ line, ...read });
	});
	return { ok: true, lines, issues };
}

function readLine(
	cells: Record<string, unknown>,
): { entry: MappingEntry } | Pick<LineIssue, 'key' | 'words'> {
	const read = parseSavedRow(cells);
	if (!read.ok) {
		const { account, customerNo, message } = read;
		const known = account !== null && customerNo !== null;
		const column = /^"(\w+)"/.exec(message)?.[1] ?? null;
		return {
			key: known ? foldKey(customerKey({ account, customerNo })) : null,
			words: importWords.cell(column, message),
		};
	}
	const { entry } = read;
	const origin = typeof cells.origin === 'string' ? cells.origin.trim() : '';
	if (origin === '' || entry.origin !== null) return { entry };
	return { key: foldKey(customerKey(entry)), words: importWords.origin(origin) };
}

/** Only our own columns, whatever a spreadsheet did to the case of their names; others are a person's notes. */
function cellsOf(record: Record<string, unknown>): Record<string, unknown> {
	const cells: Record<string, unknown> = {};
	for (const [name, cell] of Object.entries(record)) {
		const column = columnOf(name);
		if (column === undefined) continue;
		cells[column] = typeof cell === 'string' ? plainCell(cell) : cell;
	}
	return cells;
}

const BY_FOLDED_NAME = new Map(csvColumns.map((column) => [column.toLowerCase(), column]));

function columnOf(name: string): string | undefined {
	// Some programs put a byte order mark before the first name.
	return BY_FOLDED_NAME.get(
		name
			.replace(/^\uFEFF/, '')
			.trim()
			.toLowerCase(),
	);
}
