import { shortReading } from './abbreviations';
import type { NormalName } from './normalForm';

/** How a name may stand in a domain: with or without its legal form, "and" and short words. */
export function runTogether(names: readonly NormalName[]): string[] {
	const found = new Set<string>();
	for (const { form, forms, ownWords, formWords } of names) {
		for (const text of forms) found.add(text);
		if (formWords.length > 0) found.add(`${form}${formWords.join('')}`);
		const short = shortReading(ownWords);
		if (short !== null) found.add(short.join(''));
		if (ownWords.includes('and')) found.add(ownWords.filter((word) => word !== 'and').join(''));
	}
	return [...found];
}
