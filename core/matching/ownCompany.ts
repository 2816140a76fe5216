import type { StellrCustomer } from '../stellr/schemas';
import { domainIn } from './names/domainName';
import { normalName } from './names/normalForm';

/** Tells whether a customer is the service provider itself, by normal form of its name or by domain. */
export function ownCompanyCheck(
	ownNames: readonly string[],
): (customer: StellrCustomer) => boolean {
	const domains = new Set<string>();
	const forms = new Set<string>();
	for (const own of ownNames) {
		const domain = domainIn(own);
		if (domain !== null) domains.add(domain);
		else forms.add(normalName(own).form);
	}
	forms.delete('');
	return (customer) => {
		const domainOfName = domainIn(customer.name);
		if (domainOfName !== null && domains.has(domainOfName)) return true;
		const domain = domainIn(customer.domain);
		if (domain !== null && domains.has(domain)) return true;
		return (
			forms.size > 0 &&
			customer.name !== null &&
			domainOfName === null &&
			forms.has(normalName(customer.name).form)
		);
	};
}
