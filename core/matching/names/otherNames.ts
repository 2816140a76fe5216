/** Names that hold two names: "Contoso LLC dba Acorn Construction". */

/** In small letters as the word is written in a name, in capitals only where nothing else can be meant. */
const JOINED =
	/[,(]? ?\b(?:d\/b\/a|D\/B\/A|dba|t\/a|trading as|Trading As|doing business as|Doing Business As|o\/a|operating as|Operating As|a\/k\/a|aka|also known as|f\/k\/a|fka|n\/k\/a|formerly known as|formerly|nome fantasia|nombre comercial|faisant affaires? sous)(?: :|:| ")? /;
/** Behind a legal form, a comma or a bracket capitals mean the same. */
const JOINED_IN_CAPITALS =
	/(?:(\b(?:LLC|L\.L\.C\.|Inc|INC|Corp|CORP|Ltd|LTD|Limited|LIMITED|LP|LLP|Ltda|LTDA)\.?),? ?|[,(] ?)\b(?:DBA|D\.B\.A\.|d\.b\.a\.|T\/A|O\/A|AKA|A\/K\/A|FKA|F\/K\/A) /;

/** Tells at one glance that most names hold one name only. */
const MAY_BE_JOINED =
	/\/|dba|aka|fka|d\.b\.a|trading|business|operating|known|formerly|fantasia|comercial|faisant/i;

/** The names that a text holds, as written, the legal one first; one for nearly all texts. */
export function namesIn(text: string): string[] {
	if (!MAY_BE_JOINED.test(text)) return [text];
	const found = JOINED.exec(text) ?? JOINED_IN_CAPITALS.exec(text);
	if (found === null) return [text];
	const first = trimmed(`${text.slice(0, found.index)} ${found[1] ?? ''}`);
	const second = trimmed(text.slice(found.index + found[0].length));
	return first === '' || second === '' ? [text] : [first, second];
}

function trimmed(name: string): string {
	const bare = name.replace(/^["' ]+|["' ,]+$/g, '');
	return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1).trimEnd() : bare;
}
