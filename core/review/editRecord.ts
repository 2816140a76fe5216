import type { MappingEntry } from '../matching';
import { consequenceWords } from '../words/editConsequences';
import { editRefusals } from '../words/mappingEdit';
import { isConfirmed } from './confirmForm';
import { editWrites, type EditChange } from './editChange';
import { list, paragraph, refusalHtml, strongParagraph } from './editPage';
import { nameOfClient, nameOfCustomer, savedRowText } from './mappedNow';
import type { TableRow } from './tableRow';

/** What a confirmed page leads to: rows for the Data table, and the closing page that says so. */
export interface EditRecord {
	written: boolean;
	/** Each replaces the one row by which its customer is decided. */
	standingRows: MappingEntry[];
	/** Each replaces the rejection of its pair. */
	rejectedRows: MappingEntry[];
	/** Rows to delete, by the Data table's own number. */
	rowsGone: Array<{ id: number }>;
	title: string;
	html: string;
}

/** `rows` are the saved rows as they are now: when they changed since the page was made, nothing is written. */
export function recordEdit(
	change: EditChange,
	ticked: unknown,
	rows: readonly TableRow[],
	made: { by: string; at: string },
): EditRecord {
	const who = nameOfCustomer({ ...change, name: change.customerName });
	const confirmed = isConfirmed(ticked, change, rows);
	if (confirmed === 'notTicked') return nothing(refusalHtml(editRefusals.notConfirmed()));
	if (confirmed === 'lapsed') return nothing(refusalHtml(editRefusals.lapsed(who)));
	const { standing, rejected, gone } = editWrites(change, rows, made);
	const client =
		change.haloClientId === null
			? null
			: nameOfClient({ id: change.haloClientId, name: change.haloClientName });
	return {
		written: true,
		standingRows: standing,
		rejectedRows: rejected,
		rowsGone: gone.flatMap(({ id }) => (id === null ? [] : [{ id }])),
		title: 'The decision is saved',
		html: [
			strongParagraph(consequenceWords.willBe(change, who, client)),
			list('Deleted', gone.map(savedRowText)),
			paragraph(`Saved by ${made.by}. The next run of the flows obeys it; Halo was not changed.`),
		].join(''),
	};
}

function nothing(html: string): EditRecord {
	return {
		written: false,
		standingRows: [],
		rejectedRows: [],
		rowsGone: [],
		title: 'Nothing was written',
		html,
	};
}
