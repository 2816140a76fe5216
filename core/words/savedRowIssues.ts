import type { Issue } from '../items/issue';

const CORRECT_ROW = 'Correct or delete the row in the Data table, then run again.';

/** Rows of Data tables that cannot be read, by their number from 0: each is said, since a lost row may be a decision. */
export const savedRowIssues = {
	/** `fault` as `savedRowFault` words it. */
	mapping: (row: number, fault: string): Issue =>
		issue(`Row ${row + 1} of Saved Mapping was not used: ${fault}.`, CORRECT_ROW),
	mappingOfNobody: (row: number): Issue =>
		issue(
			`Row ${row + 1} of Saved Mapping does not say which customer it is about, so it was not used.`,
			CORRECT_ROW,
		),
	exported: (fault: string): Issue =>
		issue(
			`A row of the saved mapping was exported as it stands, but decides nothing: ${fault}.`,
			'Correct it in the Data table or in the file.',
		),
	state: (row: number, { field, seen }: { field: string; seen: string }): Issue =>
		issue(
			`Row ${row + 1} of Saved State has ${seen} in the column "${field}", so it was not used.`,
			CORRECT_ROW,
		),
};

/** The column at fault and what it holds. */
export function savedRowFault(column: string, shown: string, expected: string): string {
	return `"${column}" holds ${shown} where ${expected} is expected`;
}

/** Why a person must decide about the customer of such a row, or about anybody. */
export const savedRowConflicts = {
	unreadable: (row: number, fault: string) =>
		`Row ${row + 1} of the saved mapping is about this customer and cannot be read: ${fault}.`,
	ofNobody: (row: number) =>
		`Row ${row + 1} of the saved mapping does not say which customer it is about, so it may be any: see Needs Attention.`,
};

/** What an export of the saved mapping says at its end. */
export function exportedText(rows: number, unreadable: number): string {
	return rows === 0
		? 'Nothing is saved yet, so there is nothing to export.'
		: `${rows} rows exported, ${unreadable} of which cannot be read as a decision.`;
}

function issue(message: string, remedy: string): Issue {
	return { code: 'savedRowNotUnderstood', message, remedy, requestId: null };
}
