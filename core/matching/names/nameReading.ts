import { companyDomain } from './domainName';
import { exactForm } from './foldName';
import { withoutNotes } from './nameNotes';
import { commonNames, namesWithoutNotes, normalNames, type NormalName } from './normalForm';
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
		/** Nothing was found in it but a name: no note, no domain, no second name. */
		readonly isNameOnly: boolean,
		/** Kept where a name holds more than plain words. */
		private readonly parts: readonly NormalName[] | null,
	) {}

	private readAgain: readonly NormalName[] | null = null;

	/** Those of its names that may hold more than plain words, such as a legal form. */
	get formedNames(): readonly NormalName[] {
		return this.parts ?? NO_NAMES;
	}

	/** How its names may stand in a domain; not kept, since they are asked for once and are many. */
	get inDomains(): readonly string[] {
		return this.parts === null ? this.forms : runTogether(this.parts);
	}

	/** The names it holds, reduced; none when it is a domain. */
	get names(): readonly NormalName[] {
		return this.parts ?? (this.readAgain ??= normalNames(this.name));
	}
}

/** Nothing was taken off or read in full. */
function isPlain({ removedForms, article, forms, hasMoreWays }: NormalName): boolean {
	return removedForms.length === 0 && article === null && forms.length === 1 && !hasMoreWays;
}

/** Stands where a name is missing. */
const PLACEHOLDER =
	/^(?:unknown|test(?: (?:customer|client|account))?|n\/?a|none|tbd|new (?:customer|client)|default|[?.\-_\s]*)$/i;

export function readName(name: string): NameReading {
	const names = commonNames(name);
	return names === null ? readWithCare(name) : readingOf(name, null, null, NONE, names, true);
}

function readWithCare(name: string): NameReading {
	if (PLACEHOLDER.test(name.trim())) {
		return new NameReading(name, '', null, null, NONE, NONE, false, []);
	}
	const written = withoutNotes(name);
	const { name: plain, retired, bracketed } = written;
	const domain = companyDomain(plain);
	const names = domain === null ? namesWithoutNotes(written) : [];
	const domainsBeside =
		bracketed.length === 0 ? NONE : bracketed.flatMap((text) => companyDomain(text) ?? []);
	return readingOf(name, domain, retired, domainsBeside, names, false);
}

function readingOf(
	name: string,
	domain: string | null,
	retired: string | null,
	domainsBeside: readonly string[],
	names: readonly NormalName[],
	isNameOnly: boolean,
): NameReading {
	const forms =
		names.length === 1 ? names[0].forms : [...new Set(names.flatMap((one) => one.forms))];
	return new NameReading(
		name,
		exactForm(name),
		domain,
		retired,
		domainsBeside,
		names.length === 0 ? NONE : forms,
		isNameOnly,
		names.length === 1 && isPlain(names[0]) ? null : names,
	);
}
