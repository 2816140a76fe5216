import type { ImportResult } from './csvImport';
import { list, paragraph, refusalHtml, strongParagraph } from './editPage';

export interface ImportPage {
	title: string;
	/** The verdict in one line. */
	text: string;
	html: string;
}

const MOST_ISSUES = 20;

/** What the closing page of an import says. */
export function importPage(result: ImportResult): ImportPage {
	const { fileIssue, issues, unchanged, heldBack } = result;
	if (fileIssue !== null) {
		const refusal = { code: 'fileNotUnderstood', ...fileIssue };
		return {
			title: 'Nothing was written',
			text: `Import: nothing was written. ${fileIssue.message}`,
			html: refusalHtml(refusal),
		};
	}
	const written = result.standingRows.length + result.rejectedRows.length;
	const counts = `${written} ${rows(written)} new or changed, ${unchanged} as saved, ${issues.length} not imported`;
	const shown = issues
		.slice(0, MOST_ISSUES)
		.map(({ line, words }) => `Line ${line}: ${words.seen}. ${words.remedy}`);
	const rest = issues.length - shown.length;
	return {
		title: written > 0 ? `${written} ${rows(written)} saved` : 'Nothing was written',
		text: `Import: ${counts}.`,
		html: [
			strongParagraph(`${counts}.`),
			heldBack > 0 ? paragraph(whyHeldBack(heldBack, written)) : '',
			list('To correct', rest > 0 ? [...shown, `and ${rest} more: see Needs Attention`] : shown),
		].join(''),
	};
}

function whyHeldBack(count: number, written: number): string {
	const lines = count === 1 ? 'One good line was' : `${count} good lines were`;
	return written === 0
		? `${lines} not written either: correct the file and import it again, or turn on Import Readable Rows.`
		: `${lines} not written, since another line about the same customer is not clear.`;
}

function rows(count: number): string {
	return count === 1 ? 'row' : 'rows';
}
