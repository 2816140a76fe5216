import type { MatchContext } from '../context';
import type { CustomerFacts } from '../facts';
import { holdersIndex, type Holders, type HoldersIndex } from '../holders';
import { domainLabel } from '../names/domainName';
import { registrableDomain } from '../names/publicSuffixes';

const made = new WeakMap<MatchContext, HoldersIndex>();

/**
 * Every way in which a name may stand run together, its normal forms among them, with the customers that are called so
 * or by a domain of that word. Two rungs look things up in it: it is made once for each run.
 */
export function namesRunTogether(context: MatchContext): HoldersIndex {
	const known = made.get(context);
	if (known !== undefined) return known;
	const index = holdersIndex(context, ({ reading }) => reading.inDomains, labelsOf);
	made.set(context, index);
	return index;
}

/** Those of the holders whose name has one of these normal forms; null when no client has. */
export function ofNormalForm(
	{ clients, customers }: Holders,
	forms: readonly string[],
): Holders | null {
	const named = clients.filter((client) => haveCommon(client.reading.forms, forms));
	if (named.length === 0) return null;
	return {
		clients: named,
		customers: customers.filter(
			({ reading }) => reading !== null && haveCommon(reading.forms, forms),
		),
	};
}

function haveCommon(left: readonly string[], right: readonly string[]): boolean {
	for (const form of left) if (right.includes(form)) return true;
	return false;
}

/** The word of a domain; none below it, since `joe.myhosting.com` is not called "My Hosting". */
export function ownLabel(domain: string): string {
	return registrableDomain(domain) === domain ? domainLabel(domain) : '';
}

/** "thecuttinggarden.com" may be "Cutting Garden". */
export function waysToRead(label: string): string[] {
	return label.startsWith('the') ? [label, label.slice(3)] : [label];
}

function labelsOf({ reading }: CustomerFacts): readonly string[] {
	if (reading === null) return [];
	if (reading.domain !== null) return waysToRead(ownLabel(reading.domain));
	// A customer of the plain name makes the pair less than certain.
	return reading.forms;
}
