import { shortReading } from './abbreviations';
import { eachOnce } from './eachOnce';
import type { NormalName } from './normalForm';

/** How any of the names may stand in a domain. */
export function runTogether(names: readonly NormalName[]): readonly string[] {
	return names.length === 1
		? waysInDomains(names[0])
		: [...new Set(names.flatMap((name) => waysInDomains(name)))];
}

/** With or without its legal form, "and" and short words. */
function waysInDomains({ forms, ownWords, formWords, hasMoreWays }: NormalName): readonly string[] {
	if (!hasMoreWays) return forms;
	const short = shortReading(ownWords);
	const hasAnd = ownWords.includes('and');
	if (formWords.length === 0 && short === null && !hasAnd) return forms;
	const written = formWords.length === 0 ? forms[0] : `${forms[0]}${formWords.join('')}`;
	if (short === null && !hasAnd) {
		return forms.length === 1 ? [forms[0], written] : eachOnce([...forms, written]);
	}
	return eachOnce([
		...forms,
		written,
		(short ?? ownWords).join(''),
		ownWords.filter((word) => word !== 'and').join(''),
	]);
}
