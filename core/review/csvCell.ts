/**
 * A spreadsheet runs a cell that begins with one of these as a formula, also behind signs that are not seen, and names
 * come from elsewhere. An apostrophe in front makes it text. Cells that begin with apostrophes and then such a sign get
 * one more, so that taking one off again always gives back what was there.
 */
const WOULD_RUN = /^(?:[\s\p{Cf}'"]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212]|'*[\t\r\n])/u;

/** The cell's text as it may stand in a file that a spreadsheet opens. */
export function harmlessCell(text: string): string {
	return WOULD_RUN.test(text) ? `'${text}` : text;
}

/** The text that `harmlessCell` was given. */
export function plainCell(text: string): string {
	return text.startsWith("'") && WOULD_RUN.test(text.slice(1)) ? text.slice(1) : text;
}
