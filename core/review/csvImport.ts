import type { MappingEntry } from '../matching';
import { canonicalJson } from '../sync/planItem';
import { customerKey, foldKey } from '../sync/stellrKeys';
import { importWords, type LineWords } from '../words/mappingImport';
import { hasLapsed, mapsTo, nameOfEntry, withoutContradictions } from './csvContradictions';
import { readCsvLines, type CsvLine, type LineIssue } from './csvLines';
import { checkVisible, type Visible } from './csvVisible';
import { nameOfClient } from './mappedNow';
import { isRejection, oddRows, rowsAbout, standingRows, type TableRow } from './tableRow';

export interface ImportInput {
	/** Lines of the file, each an object by the names in its header. */
	records: ReadonlyArray<Record<string, unknown>>;
	/** What is saved now. */
	saved: readonly TableRow[];
	visible: Visible;
}

export interface ImportOptions {
	/** Import the good lines of a file that has others too. */
	importReadable: boolean;
	/** Who imports, and when: for lines that do not say who decided them. */
	by: string;
	at: string;
	/** `yyyy-MM-dd`. */
	today: string;
}

export interface ImportResult {
	/** Each replaces the one row by which its customer is decided. */
	standingRows: MappingEntry[];
	/** Each replaces the rejection of its pair. */
	rejectedRows: MappingEntry[];
	/** Lines that are saved exactly so already. */
	unchanged: number;
	issues: LineIssue[];
	/** Why the file as a whole is not understood. */
	fileIssue: { message: string; remedy: string } | null;
	/** Good lines that were left out because of others. */
	heldBack: number;
}

/**
 * Decides what of a file is written: only what is new or changed, and nothing while any line is doubtful. About one
 * customer it is all of its lines or none, since together they say what is decided.
 */
export function importRows(input: ImportInput, options: ImportOptions): ImportResult {
	const read = readCsvLines(input.records);
	if (!read.ok) {
		const { message, remedy } = read;
		return { ...NOTHING, fileIssue: { message, remedy } };
	}
	const agreeing = withoutContradictions(read.lines, options.today);
	const issues = [...read.issues, ...agreeing.issues];
	const toWrite: MappingEntry[] = [];
	let unchanged = 0;
	for (const [key, lines] of agreeing.byCustomer) {
		for (const line of lines) {
			const judged = judge(line, lines, input, options);
			if (judged.kind === 'issue') issues.push({ line: line.line, key, words: judged.words });
			else if (judged.kind === 'unchanged') unchanged += 1;
			else toWrite.push(judged.entry);
		}
	}
	issues.sort((a, b) => a.line - b.line);
	const doubtful = new Set(issues.map(({ key }) => key));
	const written =
		issues.length === 0
			? toWrite
			: options.importReadable
				? toWrite.filter((entry) => !doubtful.has(keyOf(entry)))
				: [];
	return {
		standingRows: written.filter(({ decision }) => decision !== 'rejected'),
		rejectedRows: written.filter(({ decision }) => decision === 'rejected'),
		unchanged,
		issues,
		fileIssue: null,
		heldBack: toWrite.length - written.length,
	};
}

const NOTHING: ImportResult = {
	standingRows: [],
	rejectedRows: [],
	unchanged: 0,
	issues: [],
	fileIssue: null,
	heldBack: 0,
};

type Judged =
	| { kind: 'issue'; words: LineWords }
	| { kind: 'unchanged' }
	| { kind: 'write'; entry: MappingEntry };

function judge(
	{ entry: written }: CsvLine,
	about: readonly CsvLine[],
	{ saved, visible }: ImportInput,
	options: ImportOptions,
): Judged {
	const own = rowsAbout(saved, written);
	const known = knownEntry(written, own);
	const entry = known === null ? written : { ...written, ...keyIn(known) };
	if (known !== null && same(entry, known)) return { kind: 'unchanged' };
	const checked = checkVisible(entry, known, visible);
	if (!checked.ok) return { kind: 'issue', words: checked.words };
	if (known !== null && same(checked.entry, known)) return { kind: 'unchanged' };
	const spelled = own.length > 0 ? checked.entry : asStellrSpells(checked.entry, visible);
	const odd = oddRows(own, spelled);
	if (odd.length > 0) {
		const rows = odd.map(({ id }) => (id === null ? 'a row' : `row ${id}`)).join(', ');
		return { kind: 'issue', words: importWords.oddRow(nameOfEntry(written), rows) };
	}
	const clash = clashWithTable(spelled, own, about, options.today);
	if (clash !== null) return { kind: 'issue', words: clash };
	return { kind: 'write', entry: stamped(spelled, known, options) };
}

/** The saved row that a line would replace. */
function knownEntry(line: MappingEntry, own: readonly TableRow[]): MappingEntry | null {
	const rows =
		line.decision === 'rejected'
			? own.filter((row) => isRejection(row) && row.entry?.haloClientId === line.haloClientId)
			: standingRows(own);
	return rows.find(({ entry }) => entry !== null)?.entry ?? null;
}

/** A saved decision that speaks against the line and is replaced by none of the file. */
function clashWithTable(
	entry: MappingEntry,
	own: readonly TableRow[],
	about: readonly CsvLine[],
	today: string,
): LineWords | null {
	const who = nameOfEntry(entry);
	const client = nameOfClient({ id: entry.haloClientId ?? 0, name: entry.haloClientName });
	if (entry.decision === 'rejected') {
		if (hasLapsed(entry, today)) return null;
		const replaced = about.some(({ entry: other }) => other.decision !== 'rejected');
		const maps = standingRows(own).some(
			(row) => row.entry !== null && mapsTo(row.entry) === entry.haloClientId,
		);
		return maps && !replaced ? importWords.mappedInTable(who, client) : null;
	}
	const rejects = own.some(
		(row) =>
			row.entry !== null &&
			isRejection(row) &&
			!hasLapsed(row.entry, today) &&
			row.entry.haloClientId === mapsTo(entry) &&
			// A line of the file about the same pair takes its place, and was compared with this one.
			!about.some(
				({ entry: other }) =>
					other.decision === 'rejected' && other.haloClientId === row.entry?.haloClientId,
			),
	);
	return rejects ? importWords.rejectedInTable(who, client) : null;
}

/** Look-ups in the Data table know one spelling: that of the saved row. */
function keyIn({ account, customerNo }: CustomerNumber): CustomerNumber {
	return { account, customerNo };
}

type CustomerNumber = Pick<MappingEntry, 'account' | 'customerNo'>;

function asStellrSpells(entry: MappingEntry, { customers }: Visible): MappingEntry {
	const found = customers?.byKey.get(keyOf(entry));
	return found === undefined ? entry : { ...entry, ...keyIn(found) };
}

const DECIDING = ['decision', 'haloClientId', 'until', 'reason'] as const;

/** A line changed in a spreadsheet still names who decided before: the importer decided this. */
function stamped(
	entry: MappingEntry,
	known: MappingEntry | null,
	{ by, at }: ImportOptions,
): MappingEntry {
	const changed =
		known !== null &&
		DECIDING.some((column) => entry[column] !== known[column]) &&
		entry.decidedBy === known.decidedBy &&
		entry.decidedAt === known.decidedAt;
	if (changed) return { ...entry, decidedBy: by, decidedAt: at };
	return { ...entry, decidedBy: entry.decidedBy ?? by, decidedAt: entry.decidedAt ?? at };
}

function keyOf(entry: CustomerNumber): string {
	return foldKey(customerKey(entry));
}

function same(a: MappingEntry, b: MappingEntry): boolean {
	return canonicalJson(a) === canonicalJson(b);
}
