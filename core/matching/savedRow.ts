import { savedRowFault } from '../words/savedRowIssues';
import { mappingDecisions, type MappingEntry } from './schemas';

/** A row of the saved mapping as a Data table gives it, read or refused with the column at fault. */
export type SavedRow =
	| { ok: true; entry: MappingEntry }
	| {
			ok: false;
			/** One sentence: the column and what it holds. */
			message: string;
			/** The customer the row is about, when that much can be read. */
			account: string | null;
			customerNo: string | null;
	  };

const WITHOUT_CLIENT: ReadonlySet<MappingEntry['decision']> = new Set([
	'ignored',
	'create',
	'later',
]);

type Cells = Record<string, unknown>;

/**
 * Reads one saved row. Data tables give numbers as text and dates in several ways, and add columns of their own; what
 * cannot be read is said, never guessed, since a lost row may be a rejection.
 */
export function parseSavedRow(row: unknown): SavedRow {
	const cells: Cells = isCells(row) ? row : {};
	const account = text(cells.account);
	const customerNo = text(cells.customerNo);
	const refuse = (column: string, expected: string): SavedRow => ({
		ok: false,
		message: savedRowFault(column, shown(cells[column]), expected),
		account,
		customerNo,
	});
	if (account === null) return refuse('account', 'an account label');
	if (customerNo === null) return refuse('customerNo', 'a Stellr customer number');
	const word = text(cells.decision)?.toLowerCase();
	const decision = mappingDecisions.find((known) => known === word);
	if (decision === undefined) return refuse('decision', mappingDecisions.join(', '));
	const haloClientId = wholeNumber(cells.haloClientId);
	if (haloClientId === undefined) return refuse('haloClientId', 'a whole number');
	if (haloClientId === null && !WITHOUT_CLIENT.has(decision)) {
		return refuse('haloClientId', `the id of a Halo client for a row that is ${decision}`);
	}
	if (decision === 'create' && text(cells.haloClientName) === null) {
		return refuse('haloClientName', 'the name of the client to create');
	}
	const until = day(cells.until);
	if (until === undefined) return refuse('until', 'a day such as 2026-12-31');
	const origin = text(cells.origin);
	return {
		ok: true,
		entry: {
			account,
			customerNo,
			stellrName: text(cells.stellrName),
			haloClientId,
			haloClientName: text(cells.haloClientName),
			decision,
			level: text(cells.level),
			origin: origin === 'imported' || origin === 'mapped' ? origin : null,
			decidedBy: text(cells.decidedBy),
			decidedAt: text(cells.decidedAt),
			reason: text(cells.reason),
			until,
		},
	};
}

function isCells(row: unknown): row is Cells {
	return typeof row === 'object' && row !== null && !Array.isArray(row);
}

/** Trimmed text of a cell; an empty cell and one that is no plain value are null. */
function text(cell: unknown): string | null {
	if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString();
	if (typeof cell === 'number') return String(cell);
	if (typeof cell !== 'string') return null;
	const trimmed = cell.trim();
	return trimmed === '' ? null : trimmed;
}

/** Null for an empty cell, undefined for one that is no whole number. */
function wholeNumber(cell: unknown): number | null | undefined {
	if (cell === undefined || cell === null || cell === '') return null;
	const digits = text(cell);
	if (digits === null) return typeof cell === 'string' ? null : undefined;
	return /^-?\d+(?:\.0+)?$/.test(digits) ? Number(digits) : undefined;
}

/** `yyyy-MM-dd`; null for an empty cell, undefined for one that is no day. */
function day(cell: unknown): string | null | undefined {
	if (cell === undefined || cell === null || cell === '') return null;
	const found = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(text(cell) ?? '');
	if (found === null || Number.isNaN(Date.parse(found[1]))) return undefined;
	return found[1];
}

function shown(cell: unknown): string {
	if (cell === undefined || cell === null || cell === '') return 'nothing';
	if (typeof cell === 'string') return `"${cell.slice(0, 40)}"`;
	return typeof cell === 'number' || typeof cell === 'boolean'
		? String(cell)
		: `a value of type ${typeof cell}`;
}
