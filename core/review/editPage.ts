import { escapeHtml } from '../forms/html';
import type { Refusal } from '../words/mappingEdit';

/** The few pieces of HTML that the pages of a mapping by hand are made of; every text is escaped here. */

export function paragraph(text: string): string {
	return `<p>${escapeHtml(text)}</p>`;
}

export function strongParagraph(text: string): string {
	return `<p><strong>${escapeHtml(text)}</strong></p>`;
}

/** A list under its heading; nothing at all without entries. */
export function list(heading: string, entries: readonly string[]): string {
	if (entries.length === 0) return '';
	const items = entries.map((entry) => `<li>${escapeHtml(entry)}</li>`).join('');
	return `${strongParagraph(heading)}<ul>${items}</ul>`;
}

export function refusalHtml({ message, remedy }: Refusal): string {
	return strongParagraph(message) + paragraph(`${remedy} Nothing was written.`);
}

/** A field of n8n's Form node that only shows something. */
export function htmlField(html: string): object {
	return { fieldType: 'html', fieldLabel: 'About', elementName: 'about', html };
}
