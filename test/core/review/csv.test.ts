import fc from 'fast-check';

import type { HaloClient } from '../../../core/halo/schemas';
import { mappingDecisions, parseSavedRow, type MappingEntry } from '../../../core/matching';
import { harmlessCell, plainCell } from '../../../core/review/csvCell';
import { csvColumns, type CsvCells } from '../../../core/review/csvColumns';
import { exportRows } from '../../../core/review/csvExport';
import { importRows, type ImportResult } from '../../../core/review/csvImport';
import type { Visible } from '../../../core/review/csvVisible';
import { importPage } from '../../../core/review/importPage';
import type { StellrCustomer } from '../../../core/stellr/schemas';
import { client, customer, savedRow } from '../matching/records';
import { tableRows } from './editRecords';

/** The saved mapping as a CSV file, out and in again. */

const MADE = { by: 'anna@msp.example', at: '2026-11-25T10:00:00.000Z', today: '2026-11-25' };
const UNCHECKED: Visible = { customers: null, clients: null };

const acorn = savedRow('1', 'manual', 12, {
	stellrName: 'Acorn',
	haloClientName: 'Acorn Construction',
	decidedBy: 'bob@msp.example',
	decidedAt: '2026-01-02T03:04:05.000Z',
});

function visible(customers: StellrCustomer[], clients: HaloClient[], complete = true): Visible {
	return {
		customers: {
			byKey: new Map(customers.map((entry) => [`${entry.account}/${entry.customerNo}`, entry])),
			accounts: ['us'],
			complete,
		},
		clients: { byId: new Map(clients.map((entry) => [entry.id, entry])), complete },
	};
}

function load(
	records: Array<Record<string, unknown>>,
	saved: MappingEntry[] = [],
	more: { seen?: Visible; importReadable?: boolean } = {},
): ImportResult {
	return importRows(
		{ records, saved: tableRows(saved), visible: more.seen ?? UNCHECKED },
		{ ...MADE, importReadable: more.importReadable ?? false },
	);
}

/** A line as the file of these entries has it, with some cells changed. */
function lineOf(entry: MappingEntry, changed: Partial<Record<string, string>> = {}) {
	const [{ cells }] = exportRows([{ ...entry }]);
	return { ...cells, ...changed };
}

const written = (result: ImportResult) => [...result.standingRows, ...result.rejectedRows];
const codes = (result: ImportResult) =>
	result.issues.map(({ line, words }) => [line, words.code, words.column]);

/** CSV as RFC 4180 has it: what a spreadsheet writes and n8n reads. */
function csvText(lines: CsvCells[]): string {
	const quoted = (cell: string | number) => `"${String(cell).replace(/"/g, '""')}"`;
	const all = [[...csvColumns], ...lines.map((line) => csvColumns.map((column) => line[column]))];
	return all.map((cells) => cells.map(quoted).join(',')).join('\r\n');
}

function recordsOfText(text: string): Array<Record<string, string>> {
	const rows: string[][] = [[]];
	for (const [, cell, end] of text.matchAll(/"((?:[^"]|"")*)"(,|\r\n|$)/g)) {
		rows[rows.length - 1].push(cell.replace(/""/g, '"'));
		if (end === '\r\n') rows.push([]);
	}
	const [header, ...lines] = rows;
	return lines.map((cells) =>
		Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ''])),
	);
}

describe('cells', () => {
	it('that a spreadsheet would run get an apostrophe, all others stay as they are', () => {
		for (const text of [
			'=1+1',
			'+1',
			'-1',
			'@SUM(A1)',
			'\t=1',
			'\r=1',
			"'=1",
			'＝1',
			' =1',
			'\u200B=1',
			'"=1',
		])
			expect(harmlessCell(text)).toBe(`'${text}`);
		for (const text of ['Acorn', "O'Brien", "'tis", '1-2', '', "''"])
			expect(harmlessCell(text)).toBe(text);
	});

	it('give back what they were given, whatever it was', () => {
		fc.assert(
			fc.property(
				fc.string({
					unit: fc.constantFrom("'", '=', '-', '+', '@', '\t', '\r', 'a', '＝', ' ', '"', '\u200B'),
				}),
				(text) => {
					expect(plainCell(harmlessCell(text))).toBe(text);
					expect(harmlessCell(text)).not.toMatch(/^[=+\-@\t\r]/);
				},
			),
		);
	});
});

describe('a file', () => {
	const text = fc.oneof(
		fc.string({ unit: 'grapheme', maxLength: 30 }),
		fc.constantFrom(
			'=HYPERLINK("http://x","y")',
			'-2+3',
			'+49 30 1',
			'@cmd',
			"'=1",
			'a "quoted", name;\nin two lines',
			'<b>&amp;</b>',
			'Ünï©ode 株式会社',
			'000123',
			'1E5',
		),
		fc.constant(null),
	);
	const entries = fc
		.uniqueArray(
			fc.record({
				account: fc.constantFrom('us', 'ca'),
				customerNo: fc.oneof(fc.nat().map(String), fc.constantFrom('-1', '=2', '007')),
				stellrName: text,
				haloClientId: fc.option(fc.nat()),
				haloClientName: text,
				decision: fc.constantFrom(...mappingDecisions),
				level: fc.constantFrom('exactName', null),
				origin: fc.constantFrom('imported', 'mapped', null),
				decidedBy: text,
				decidedAt: fc.constantFrom('2026-01-02T03:04:05.000Z', null),
				reason: text,
				until: fc.constantFrom('2026-12-31', '2020-01-01', null),
			}),
			{ selector: ({ account, customerNo }) => `${account}/${customerNo}` },
		)
		// What cannot stand in the table cannot come out of it.
		.map((rows) =>
			rows.flatMap((row) => {
				const read = parseSavedRow(row);
				return read.ok ? [read.entry] : [];
			}),
		);
	const byKey = (rows: MappingEntry[]) =>
		[...rows].sort((a, b) => (a.account + a.customerNo < b.account + b.customerNo ? -1 : 1));
	const fileOf = (rows: MappingEntry[]) =>
		csvText(exportRows(rows.map((row) => ({ ...row }))).map(({ cells }) => cells));

	it('gives back the same rows, for hostile names too', () => {
		fc.assert(
			fc.property(entries, (rows) => {
				const result = load(recordsOfText(fileOf(rows)));
				expect(result.issues).toEqual([]);
				const same = rows.map((row) => ({
					...row,
					// Only a row that names nobody gets the importer's name.
					decidedBy: row.decidedBy ?? MADE.by,
					decidedAt: row.decidedAt ?? MADE.at,
				}));
				expect(byKey(written(result))).toEqual(byKey(same));
			}),
		);
	});

	it('that was just exported writes nothing, whatever both sides show', () => {
		fc.assert(
			fc.property(entries, (rows) => {
				const result = load(recordsOfText(fileOf(rows)), rows, { seen: visible([], []) });
				expect(written(result)).toEqual([]);
				expect(result).toMatchObject({ unchanged: rows.length, issues: [] });
			}),
		);
	});

	it('holds no cell that a spreadsheet would run', () => {
		fc.assert(
			fc.property(entries, (rows) => {
				for (const { cells } of exportRows(rows.map((row) => ({ ...row }))))
					for (const cell of Object.values(cells))
						if (typeof cell === 'string') expect(cell).not.toMatch(/^[=+\-@\t\r]/);
			}),
		);
	});

	it('has its columns in one order, its rows by customer, and rows that cannot be read as they stand', () => {
		const rows = exportRows([
			{ ...savedRow('2', 'rejected', 13) },
			{ account: 'us', customerNo: '3', decision: 'perhaps', createdAt: 'x' },
			{ ...savedRow('2', 'manual', 12) },
			{ ...acorn },
		]);
		expect(rows.map(({ cells }) => [cells.customerNo, cells.decision])).toEqual([
			['1', 'manual'],
			['2', 'manual'],
			['2', 'rejected'],
			['3', 'perhaps'],
		]);
		expect(Object.keys(rows[0].cells)).toEqual([...csvColumns]);
		expect(rows.map(({ message }) => message !== null)).toEqual([false, false, false, true]);
	});
});

describe('importing', () => {
	it('writes new and changed lines only, and names the importer where a person changed a line', () => {
		const other = savedRow('2', 'auto', 13, { decidedBy: 'x', decidedAt: 'y' });
		const result = load(
			[
				lineOf(acorn, { haloClientId: '14', haloClientName: '' }),
				lineOf(other),
				lineOf(savedRow('3', 'ignored', null)),
			],
			[acorn, other],
		);
		expect(result.unchanged).toBe(1);
		expect(result.standingRows).toEqual([
			{ ...acorn, haloClientId: 14, haloClientName: null, decidedBy: MADE.by, decidedAt: MADE.at },
			savedRow('3', 'ignored', null, { decidedBy: MADE.by, decidedAt: MADE.at }),
		]);
	});

	it('says line, column and remedy, and writes nothing while one line is doubtful', () => {
		const lines = [lineOf(acorn), lineOf(savedRow('2', 'auto', 13), { until: '12/31/2026' })];
		const result = load(lines);
		expect(codes(result)).toEqual([[3, 'lineNotUnderstood', 'until']]);
		expect(written(result)).toEqual([]);
		expect(result.heldBack).toBe(1);
		const page = importPage(result);
		expect(page.title).toBe('Nothing was written');
		expect(page.html).toContain('Line 3: &quot;until&quot; holds &quot;12/31/2026&quot;');
		expect(written(load(lines, [], { importReadable: true }))).toHaveLength(1);
	});

	it('refuses lines that contradict each other, and takes the same line twice as one', () => {
		const two = load([lineOf(acorn), lineOf(acorn, { haloClientId: '13' })]);
		expect(codes(two).map(([line, code]) => [line, code])).toEqual([
			[2, 'severalDecisions'],
			[3, 'severalDecisions'],
		]);
		expect(written(load([lineOf(acorn), lineOf(acorn)]))).toHaveLength(1);
		const folded = lineOf(acorn, { account: 'US', haloClientId: '13' });
		expect(load([lineOf(acorn), folded]).issues).toHaveLength(2);
		const both = load([lineOf(acorn), lineOf(savedRow('1', 'rejected', 12))]);
		expect(codes(both)[0][1]).toBe('mappedAndRejected');
		const lapsed = lineOf(savedRow('1', 'rejected', 12, { until: '2026-11-24' }));
		expect(load([lineOf(acorn), lapsed]).issues).toEqual([]);
		const twice = [
			lineOf(savedRow('1', 'rejected', 12)),
			lineOf(savedRow('1', 'rejected', 12, { reason: 'x' })),
		];
		expect(load(twice).issues).toHaveLength(2);
	});

	it('refuses a line that contradicts a saved row which the file does not replace', () => {
		const rejected = savedRow('1', 'rejected', 12);
		expect(codes(load([lineOf(acorn)], [rejected]))).toEqual([
			[2, 'mappedAndRejected', 'haloClientId'],
		]);
		expect(codes(load([lineOf(rejected)], [acorn]))).toEqual([
			[2, 'mappedAndRejected', 'haloClientId'],
		]);
		const moved = lineOf(acorn, { haloClientId: '13', haloClientName: '' });
		expect(load([moved, lineOf(rejected)], [acorn]).issues).toEqual([]);
	});

	it('about one customer writes all lines or none', () => {
		const lines = [
			lineOf(acorn),
			lineOf(savedRow('1', 'rejected', 99)),
			lineOf(savedRow('2', 'auto', 12)),
		];
		const seen = visible(
			[customer('1', 'Acorn'), customer('2', 'Two')],
			[client(12, 'Acorn Construction')],
		);
		const result = load(lines, [], { seen, importReadable: true });
		expect(codes(result)).toEqual([[3, 'clientNotSeen', 'haloClientId']]);
		expect(written(result).map(({ customerNo }) => customerNo)).toEqual(['2']);
		expect(result.heldBack).toBe(1);
	});

	it('checks new and changed lines against what both sides show, and fills in empty names', () => {
		const seen = visible([customer('1', 'Acorn')], [client(12, 'Acorn Construction')]);
		const nameless = { ...acorn, stellrName: null, haloClientName: null };
		expect(written(load([lineOf(nameless)], [], { seen }))).toEqual([acorn]);
		const issue = (line: Record<string, unknown>) => codes(load([line], [], { seen }))[0]?.[1];
		expect(issue(lineOf(acorn, { customerNo: '7' }))).toBe('customerNotSeen');
		expect(issue(lineOf(acorn, { account: 'ca' }))).toBe('accountNotSeen');
		expect(issue(lineOf(acorn, { haloClientId: '99' }))).toBe('clientNotSeen');
		expect(issue(lineOf(acorn, { haloClientName: 'Brook' }))).toBe('clientNameDiffers');
		expect(issue(lineOf(acorn, { stellrName: 'Brook' }))).toBe('customerNameDiffers');
		const part = visible([customer('1', 'Acorn')], [], false);
		const [{ words }] = load([lineOf(acorn)], [], { seen: part }).issues;
		expect(words.remedy).toContain('came in part');
	});

	it('takes a name that was saved before the client or customer was renamed', () => {
		const seen = visible([customer('1', 'Acorn plc')], [client(12, 'Acorn Group')]);
		const changed = lineOf(acorn, { reason: 'looked at' });
		expect(load([changed], [acorn], { seen }).issues).toEqual([]);
	});

	it('writes a known customer in the spelling of its saved row, a new one in that of Stellr', () => {
		const seen = visible([customer('1', 'Acorn')], [client(12, 'Acorn Construction')]);
		const shouted = lineOf(acorn, { account: 'US', reason: 'x' });
		expect(written(load([shouted], [acorn]))[0].account).toBe('us');
		expect(written(load([shouted], [], { seen }))[0].account).toBe('us');
	});

	it('does not write beside a saved row that a look-up would miss', () => {
		const records = [lineOf(acorn, { reason: 'x' })];
		const odd = { ...acorn, decision: 'Manual' } as unknown as MappingEntry;
		expect(codes(load(records, [odd]))[0][1]).toBe('savedRowNotUnderstood');
	});

	it('reads a header whatever its case, passes over empty lines and columns of people', () => {
		const { account, customerNo, decision, haloClientId } = lineOf(acorn);
		const record = {
			'\uFEFFAccount': account,
			CUSTOMERNO: customerNo,
			' decision ': decision,
			HaloClientID: haloClientId,
			note: 'ask Bob',
		};
		const empty = Object.fromEntries(Object.keys(record).map((name) => [name, '']));
		const result = load([empty, record]);
		expect(result.issues).toEqual([]);
		expect(written(result)).toEqual([
			savedRow('1', 'manual', 12, { decidedBy: MADE.by, decidedAt: MADE.at }),
		]);
	});

	it('says of a file that is none of ours what it found instead', () => {
		const semicolons = load([{ 'account;customerNo;decision': 'us;1;manual' }]);
		expect(semicolons.fileIssue?.remedy).toContain('semicolons');
		expect(importPage(semicolons).title).toBe('Nothing was written');
		expect(load([{ error: 'Invalid Record Length' }]).fileIssue?.message).toContain('Invalid');
		expect(load([{}]).fileIssue).not.toBeNull();
	});

	it('refuses a word under origin that it does not know', () => {
		expect(codes(load([lineOf(acorn, { origin: 'by hand' })]))[0]).toEqual([
			2,
			'lineNotUnderstood',
			'origin',
		]);
	});
});
