import { companyDomain } from './domainName';
import { exactForm } from './foldName';
import { withoutNotes } from './nameNotes';
import { namesWithoutNotes, normalNames, type NormalName } from './normalForm';
import { plainWordsOf } from './plainWords';
import { runTogether } from './runTogether';

const NONE: readonly string[] = [];
const NO_NAMES: readonly NormalName[] = [];

/** What a name says, read once for all rungs. Of very many names only the forms are kept; the rest is read again. */
export class NameReading {
	constructor(
		readonly name: string,
		/** The same but for case and spaces. */
		readonly exact: string,
		/** The company's domain, when the name is nothing but a domain or web address. */
		readonly domain: string | null,
		/** "DO NOT USE" and the like, as written. */
		readonly retired: string | null,
		/** Domains in brackets behind the name. */
		readonly domainsBeside: readonly string[],
		/** Normal forms of the names it holds; none when it is a domain. */
		readonly forms: readonly string[],
		/** How those names may stand in a domain. */
		readonly inDomains: readonly string[],
		/** Kept where a name holds more than plain words. */
		private readonly parts: readonly NormalName[] | null,
	) {}

	private readAgain: readonly NormalName[] | null = null;

	/** Those of its names that may hold more than plain words, such as a legal form. */
	get formedNames(): readonly NormalName[] {
		return this.parts ?? NO_NAMES;
	}

	/** The names it holds, reduced; none when it is a domain. */
	get names(): readonly NormalName[] {
		return this.parts ?? (this.readAgain ??= normalNames(this.name));
	}
}

/** Nothing was taken off or read in full. */
function isPlain({ removedForms, article, forms }: NormalName): boolean {
	return removedForms.length === 0 && article === null && forms.length === 1;
}

/** Stands where a name is missing. */
const PLACEHOLDER =
	/^(?:unknown|test(?: (?:customer|client|account))?|n\/?a|none|tbd|new (?:customer|client)|default|[?.\-_\s]*)$/i;

export function readName(name: string): NameReading {
	const words = plainWordsOf(name);
	if (words !== null) {
		const forms = [words.join('')];
		return new NameReading(name, name.toLowerCase(), null, null, NONE, forms, forms, null);
	}
	if (PLACEHOLDER.test(name.trim())) {
		return new NameReading(name, '', null, null, NONE, NONE, NONE, []);
	}
	const written = withoutNotes(name);
	const { name: plain, retired, bracketed } = written;
	const domain = companyDomain(plain);
	const names = domain === null ? namesWithoutNotes(written) : [];
	const forms =
		names.length === 1 ? names[0].forms : [...new Set(names.flatMap((one) => one.forms))];
	return new NameReading(
		name,
		exactForm(name),
		domain,
		retired,
		bracketed.length === 0 ? NONE : bracketed.flatMap((text) => companyDomain(text) ?? []),
		names.length === 0 ? NONE : forms,
		names.length === 0 ? NONE : runTogether(names),
		names.length === 1 && isPlain(names[0]) ? null : names,
	);
}
