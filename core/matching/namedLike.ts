import type { ClientFacts, CustomerFacts } from './facts';
import { domainLabel } from './names/domainName';

/** Called as the client is, or by a domain that is the client's name. */
export function isNamedLike({ reading }: CustomerFacts, { reading: other }: ClientFacts): boolean {
	if (reading === null) return true;
	if (reading.domain !== null) {
		return other.inDomains.includes(domainLabel(reading.domain));
	}
	return reading.forms.some((form) => other.forms.includes(form));
}
