import type { ClientFacts, CustomerFacts } from '../facts';
import { publicDomains } from '../facts';
import { named } from '../holders';
import { countriesDiffer } from '../names/countries';
import { domainLabel } from '../names/domainName';
import type { NameReading } from '../names/nameReading';
import { COUNTRY_OF_FORM } from '../names/legalFormTable';
import { tenantsDiffer } from './microsoftTenant';

/**
 * Why two records of one name may be two companies all the same: another country, another Microsoft tenant, another
 * domain. Null when nothing speaks against them.
 */
export function nameObjection(client: ClientFacts, customer: CustomerFacts): string | null {
	const country = countryOfCustomer(customer);
	const other = countryOfClient(client);
	if (countriesDiffer(country, other)) {
		return `Halo client ${named(client.client)} has the same name but is in ${other}, the Stellr customer in ${country}.`;
	}
	if (tenantsDiffer(customer.tenantId, client)) {
		return `Halo client ${named(client.client)} has the same name but another Microsoft tenant than the Stellr customer.`;
	}
	if (customer.domains.length === 0) return null;
	const [own] = publicDomains(customer.domains);
	const others = publicDomains([
		...client.domains,
		...(client.contactDomain === null ? [] : [client.contactDomain]),
	]);
	if (own !== undefined && others.length > 0 && !haveCommon(customer.domains, others)) {
		return `Halo client ${named(client.client)} has the same name but the domain ${others[0]}, the Stellr customer has ${own}.`;
	}
	return null;
}

function haveCommon(left: readonly string[], right: readonly string[]): boolean {
	return left.some((domain) => right.includes(domain));
}

/** The same domain but for its ending is a hint that the two belong together. */
export function shareLabel(left: readonly string[], right: readonly string[]): boolean {
	const labels = new Set(left.map(domainLabel));
	return right.some((domain) => labels.has(domainLabel(domain)));
}

/**
 * By its address, else by a legal form that only one country has, else by the region of its Stellr account where the
 * account's label names one: a Stellr account sells in one country.
 */
export function countryOfCustomer({ customer, reading }: CustomerFacts): string | null {
	return (
		customer.address.country ??
		countryOfName(reading) ??
		REGION_LABEL.exec(customer.account)?.[1].toUpperCase() ??
		null
	);
}

const REGION_LABEL = /^(us|ca|br|mx)(?![a-z])/i;

export function countryOfClient({ client, reading }: ClientFacts): string | null {
	return client.country ?? countryOfName(reading);
}

function countryOfName(reading: NameReading | null): string | null {
	if (reading === null) return null;
	for (const { legalForm } of reading.formedNames) {
		const country = legalForm === null ? undefined : COUNTRY_OF_FORM[legalForm];
		if (country !== undefined) return country;
	}
	return null;
}
