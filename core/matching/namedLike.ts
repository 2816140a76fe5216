import type { ClientFacts, CustomerFacts } from './facts';
import { domainLabel } from './names/domainName';
import { runTogether } from './names/runTogether';

/** Called as the client is, or by a domain that is the client's name. */
export function isNamedLike({ reading }: CustomerFacts, { reading: other }: ClientFacts): boolean {
	if (reading === null) return true;
	if (reading.domain !== null) {
		return runTogether(other.names).includes(domainLabel(reading.domain));
	}
	return reading.names.some(({ forms }) =>
		other.names.some((name) => forms.some((form) => name.forms.includes(form))),
	);
}
