/** Names that hold two names: "Contoso LLC dba Acorn Construction". */

const JOINED =
	/\s*[,(]?\s*\b(?:d\s?[/.]\s?b\s?[/.]\s?a\b\.?|dba\b|t\s?\/\s?a\b|trading as\b|doing business as\b|o\s?\/\s?a\b|operating as\b|a\s?\/\s?k\s?\/\s?a\b|aka\b|also known as\b|f\s?\/\s?k\s?\/\s?a\b|fka\b|n\s?\/\s?k\s?\/\s?a\b|formerly(?: known as)?\b|nome fantasia\b|nombre comercial\b|faisant affaires? sous\b|f\.?a\.?s\.\s)\s*[:"]?\s*/i;

/** Tells at one glance that most names hold one name only. */
const MAY_BE_JOINED =
	/\b(?:d|t|o|a|f|n)\s?[/.]|dba|aka|fka|trading|business|operating|known|formerly|fantasia|comercial|faisant|fas/i;

/** The names that a text holds, as written, the legal one first; one for nearly all texts. */
export function namesIn(text: string): string[] {
	if (!MAY_BE_JOINED.test(text)) return [text];
	const names = text.split(JOINED).map(trimmed);
	// "D.B.A. Systems" begins with the letters: there they join nothing.
	return names[0] === '' ? [text] : names.filter((name) => name !== '');
}

function trimmed(name: string): string {
	const bare = name.replace(/^["'\s]+|["'\s]+$/g, '');
	return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1).trimEnd() : bare;
}
