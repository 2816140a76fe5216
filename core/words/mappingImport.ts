import type { Issue } from '../items/issue';

/** Every sentence about a line of a file that is not imported: what stands where, and what to do. */
export interface LineWords {
	code: string;
	/** Null when the whole line, or several lines, are meant. */
	column: string | null;
	/** Continues "Line 5: ". */
	seen: string;
	remedy: string;
}

const words = (code: string, column: string | null, seen: string, remedy: string): LineWords => ({
	code,
	column,
	seen,
	remedy,
});

const CORRECT = 'Correct the line and import the file again.';

export const importWords = {
	cell: (column: string | null, message: string) =>
		words('lineNotUnderstood', column, message, CORRECT),
	origin: (text: string) =>
		words(
			'lineNotUnderstood',
			'origin',
			`"origin" holds "${text}" where imported, mapped or nothing is expected`,
			CORRECT,
		),
	twoStanding: (customer: string, lines: string) =>
		words(
			'severalDecisions',
			'customerNo',
			`${customer} is decided in several ways, on the lines ${lines}`,
			'Keep one line for each customer, beside any that are "rejected".',
		),
	twoRejections: (customer: string, lines: string) =>
		words(
			'severalDecisions',
			'haloClientId',
			`the same client is rejected for ${customer} several times and not alike, on the lines ${lines}`,
			'Keep one of these lines.',
		),
	mappedAndRejected: (customer: string, lines: string) =>
		words(
			'mappedAndRejected',
			'haloClientId',
			`${customer} is both mapped to one client and rejected for it, on the lines ${lines}`,
			'Keep one of these lines.',
		),
	rejectedInTable: (customer: string, client: string) =>
		words(
			'mappedAndRejected',
			'haloClientId',
			`${customer} is mapped to ${client}, which the saved mapping rejects for it`,
			'Map it in Edit mapping, which takes the rejection out, or leave this line out.',
		),
	mappedInTable: (customer: string, client: string) =>
		words(
			'mappedAndRejected',
			'haloClientId',
			`${client} is rejected for ${customer}, which the saved mapping maps to it`,
			'Reject it in Edit mapping, which takes the mapping out, or leave this line out.',
		),
	oddRow: (customer: string, rows: string) =>
		words(
			'savedRowNotUnderstood',
			'customerNo',
			`the Data table holds ${rows} about ${customer} in a way that cannot be written over safely`,
			'Correct it in the Data table, or let Edit mapping forget it, then import again.',
		),
	noCustomer: (account: string, customerNo: string, accounts: string, complete: boolean) =>
		complete
			? words(
					'customerNotSeen',
					'customerNo',
					`"customerNo" holds "${customerNo}", and Stellr shows no such customer in the account ${account}`,
					'Correct the number; spreadsheets take leading zeros off and shorten long numbers.',
				)
			: words(
					'customerNotSeen',
					'customerNo',
					`"customerNo" holds "${customerNo}", which is not among the Stellr customers that came in (${accounts})`,
					'The list came in part, so the line cannot be checked: run again, with Return All on.',
				),
	noAccount: (account: string, accounts: string) =>
		words(
			'accountNotSeen',
			'account',
			`"account" holds "${account}", and the customers that came in are of ${accounts}`,
			'Correct the account label, or connect the Stellr Customers of that account too.',
		),
	noClient: (id: number, complete: boolean) =>
		complete
			? words(
					'clientNotSeen',
					'haloClientId',
					`"haloClientId" holds ${id}, and Halo shows no such client`,
					'Correct the id: Halo shows it in the address of the client.',
				)
			: words(
					'clientNotSeen',
					'haloClientId',
					`"haloClientId" holds ${id}, which is not among the Halo clients that came in`,
					'The list came in part, so the line cannot be checked: run again, with Return All on.',
				),
	otherClientName: (id: number, written: string, real: string) =>
		words(
			'clientNameDiffers',
			'haloClientName',
			`"haloClientName" holds "${written}", but the Halo client ${id} is called "${real}"`,
			'Correct the one that is wrong, or empty haloClientName. Was one column sorted without the others?',
		),
	otherCustomerName: (key: string, written: string, real: string) =>
		words(
			'customerNameDiffers',
			'stellrName',
			`"stellrName" holds "${written}", but the Stellr customer ${key} is called "${real}"`,
			'Correct the one that is wrong, or empty stellrName. Was one column sorted without the others?',
		),
} as const;

/** A file that is none of ours, as far as its first line tells. */
export function noColumns(missing: string, seen: string): { message: string; remedy: string } {
	const semicolons = seen.includes(';');
	return {
		message: `The file has no column ${missing}; its first line holds ${seen}.`,
		remedy: semicolons
			? 'It is separated by semicolons: set Delimiter to ; in the node that reads the file.'
			: 'Import a file that Export mapping made, with its first line as it is.',
	};
}

export function noCsv(why: string): { message: string; remedy: string } {
	return {
		message: `The file cannot be read as CSV: ${why}`,
		remedy: 'Save it as CSV, UTF-8, separated by commas, and import it again.',
	};
}

/** What is wrong with one line, for Needs Attention. */
export function lineIssue(line: number, { code, seen, remedy }: LineWords): Issue {
	return { code, message: `Line ${line}: ${seen}.`, remedy, requestId: null };
}
