import type { StellrCustomer } from '../stellr/schemas';
import { companyDomain, domainIn } from './names/domainName';
import { normalName } from './names/normalForm';

export interface OwnCompany {
	/** Registered domains of the service provider: they say nothing about a customer. */
	domains: ReadonlySet<string>;
	isOwn: (customer: StellrCustomer) => boolean;
}

/** The service provider itself, from the names and domains it goes by. */
export function ownCompany(ownNames: readonly string[]): OwnCompany {
	const domains = new Set<string>();
	const forms = new Set<string>();
	for (const own of ownNames) {
		const domain = companyDomain(own);
		if (domain !== null) domains.add(domain);
		else forms.add(normalName(own).form);
	}
	forms.delete('');
	if (domains.size === 0 && forms.size === 0) return { domains, isOwn: () => false };
	return { domains, isOwn: (customer) => isOwn(customer, domains, forms) };
}

/**
 * By name, or by domain where that is all there is: a customer of another name may have been registered under the
 * provider's domain.
 */
function isOwn(
	{ name, domain }: StellrCustomer,
	domains: ReadonlySet<string>,
	forms: ReadonlySet<string>,
): boolean {
	if (name !== null && domainIn(name) === null) {
		return forms.size > 0 && forms.has(normalName(name).form);
	}
	return [name, domain].some((text) => {
		const registered = companyDomain(text);
		return registered !== null && domains.has(registered);
	});
}
