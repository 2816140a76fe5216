import { escapeHtml } from '../../forms/html';

/** Text that is HTML already. Only `html` makes it, so whatever comes from elsewhere is escaped exactly once. */
export class Markup {
	private constructor(readonly text: string) {}

	/** For constants of this folder, such as the style sheet; never for data. */
	static trusted(text: string): Markup {
		return new Markup(text);
	}
}

type Part = Markup | string | number | null | readonly Markup[];

/** HTML with everything that is put into it escaped. Attributes with something put in are to be quoted. */
export function html(fixed: TemplateStringsArray, ...parts: Part[]): Markup {
	const pieces = withoutLayout(fixed);
	let text = pieces[0];
	parts.forEach((part, at) => {
		text += partText(part) + pieces[at + 1];
	});
	return Markup.trusted(text);
}

const known = new WeakMap<TemplateStringsArray, string[]>();

/** The layout of the source is not worth its weight on thousands of rows. */
function withoutLayout(fixed: TemplateStringsArray): string[] {
	let pieces = known.get(fixed);
	if (pieces === undefined) {
		pieces = fixed.map((piece) => piece.replace(/\s*\n\s*/g, ' '));
		known.set(fixed, pieces);
	}
	return pieces;
}

function partText(part: Part): string {
	if (part === null) return '';
	if (part instanceof Markup) return part.text;
	if (typeof part === 'object') return part.map(({ text }) => text).join('');
	return escapeHtml(String(part));
}

/** Pieces with something between them, which is text. */
export function joined(pieces: readonly Markup[], between: string): Markup {
	return Markup.trusted(pieces.map(({ text }) => text).join(escapeHtml(between)));
}

/** A text that nobody's name can make endless; what is cut is in the CSV file. */
export function cut(text: string, most: number): string {
	if (text.length <= most) return text;
	return `${[...text.slice(0, most * 2)].slice(0, most - 1).join('')}…`;
}
