import type { InvoicedLine, ReconciledLine } from '../result';
import { cut, html, joined, type Markup } from './markup';
import type { RequestMarks } from './requestMarks';

const ID = 80;
const MOST = 6;

/** Where a line can be looked up: its key, Halo's rows, the invoice lines, and the requests that read them. */
export function trace(line: ReconciledLine, marks: RequestMarks): Markup {
	const { licence, otherLicences, haloClientId } = line;
	const pieces = [html`${cut(line.key, ID)}`];
	if (haloClientId !== null) pieces.push(html`client ${haloClientId}`);
	if (licence !== null)
		pieces.push(html`licence ${licence.id}${licence.active ? '' : ' (inactive)'}`);
	if (otherLicences.length > 0) {
		const ids = otherLicences.map(({ id }) => String(id));
		pieces.push(html`${licence === null ? 'licences' : 'other licences'} ${listed(ids)}`);
	}
	if (line.invoiceLines.length > 0) {
		pieces.push(html`invoice ${listed(line.invoiceLines.map(placeOf))}`);
	}
	const requests = requestsOf(line, marks);
	if (requests !== null) pieces.push(requests);
	return html`<small>${joined(pieces, ' · ')}</small>`;
}

function placeOf({ invoiceNumber, lineId, active }: InvoicedLine): string {
	return `${invoiceNumber} line ${lineId}${active ? '' : ' (inactive)'}`;
}

function listed(words: readonly string[]): string {
	const more = words.length > MOST ? [`${words.length - MOST} more`] : [];
	return [...words.slice(0, MOST), ...more].join(', ');
}

function requestsOf({ readBy }: ReconciledLine, marks: RequestMarks): Markup | null {
	const read: Array<[string, string | null]> = [
		['Stellr', readBy.stellr],
		['licence', readBy.licence],
		['invoice', readBy.invoice],
	];
	const known = read.flatMap(([what, id]) =>
		id === null ? [] : [html`${what} ${marks.mark(id)}`],
	);
	return known.length === 0 ? null : html`requests: ${joined(known, ', ')}`;
}
