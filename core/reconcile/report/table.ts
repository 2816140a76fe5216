import type { Formats } from './formats';
import { html, type Markup } from './markup';
import type { RequestMarks } from './requestMarks';

/** What rows need beside what they show. */
export interface RowContext {
	formats: Formats;
	marks: RequestMarks;
}

export interface Table {
	/** For who cannot see the table. */
	caption: string;
	/** Decides how a phone names the cells of a row; see the style sheet. */
	kind: 'l' | 'h' | 'w' | 'x';
	heads: readonly string[];
	rows: readonly Markup[];
	/** What stands below about rows that were left out for length. */
	rest?: Markup | null;
}

/** A table that becomes a list of stacked rows on a phone. */
export function table({ caption, kind, heads, rows, rest = null }: Table): Markup {
	const columns = heads.map((head) => html`<th scope="col">${head}</th>`);
	return html`<table class="${kind}">
			<caption>
				${caption}
			</caption>
			<thead>
				<tr>
					${columns}
				</tr>
			</thead>
			<tbody>
				${rows}
			</tbody>
		</table>
		${rest}`;
}

/** That rows are left out, and where they are; null when all are there. */
export function restText(
	which: 'dearest' | 'first',
	shown: number,
	all: number,
	{ count }: Formats,
): Markup | null {
	if (shown >= all) return null;
	return html`<p class="m">
		The ${which} ${count(shown)} are shown. ${count(all - shown)} more are in the CSV file.
	</p>`;
}
