import type { HaloClient } from '../halo/schemas';
import type { StellrCustomer } from '../stellr/schemas';
import type { KeyedCustomer } from './distinct';
import { companyDomain, domainLabel, isTenantDomain } from './names/domainName';
import { readName, type NameReading } from './names/nameReading';

/** A customer with everything the rungs compare. */
export interface CustomerFacts {
	customer: StellrCustomer;
	key: string;
	/** Its place among the customers of the run. */
	at: number;
	/** Null for a customer without a name. */
	reading: NameReading | null;
	/** Its company domains; public mail and the service provider's own are left out. */
	domains: string[];
	/** It has a domain of the service provider itself. */
	hasOwnDomain: boolean;
	/** Lower case; null when unknown. */
	tenantId: string | null;
}

/** A client with everything the rungs compare. */
export interface ClientFacts {
	client: HaloClient;
	reading: NameReading;
	/** Neither inactive nor marked as not to be used: only such a client may be decided for. */
	isLive: boolean;
	/** Company domains that the client's record shows: website, its domains, its Microsoft tenants. */
	domains: string[];
	/** The domain that more than half of its contacts with a company domain use. */
	contactDomain: string | null;
	/** Other domains of contacts. */
	fewContactsDomains: string[];
	/** Lower case. */
	tenantIds: string[];
}

/** What most records have nothing of; nobody adds to them. */
const NONE: string[] = [];
const NO_CONTACTS = { majority: null, others: NONE };

export interface FactReaders {
	customer: (one: KeyedCustomer, at: number) => CustomerFacts;
	client: (client: HaloClient) => ClientFacts;
}

/** Reads records into facts. */
export function factReaders(ownDomains: ReadonlySet<string>): FactReaders {
	const add = (found: string[], text: string | null | undefined): string[] => {
		const domain = companyDomain(text);
		if (domain === null || ownDomains.has(domain) || found.includes(domain)) return found;
		if (found.length === 0) return [domain];
		found.push(domain);
		return found;
	};
	const domainsOf = (texts: readonly string[]) => texts.reduce(add, NONE);
	return {
		customer: ({ customer, key }, at) => {
			const reading = customer.name === null ? null : readName(customer.name);
			const { domain, tenantId } = customer;
			return {
				customer,
				key,
				at,
				reading,
				domains: (reading?.domainsBeside ?? NONE).reduce(
					add,
					add(add(NONE, reading?.domain), domain),
				),
				hasOwnDomain: ownDomains.size > 0 && ownDomains.has(companyDomain(domain) ?? ''),
				tenantId: identifier(tenantId),
			};
		},
		client: (client) => {
			const reading = readName(client.name);
			const domains = reading.domainsBeside.reduce(
				add,
				add(client.domains.reduce(add, add(NONE, client.website)), reading.domain),
			);
			const { majority, others } = contactDomainsOf(client, domainsOf, domains, reading);
			return {
				client,
				reading,
				isLive: !client.inactive && reading.retired === null,
				domains,
				contactDomain: majority,
				fewContactsDomains: others,
				tenantIds:
					client.microsoftTenantIds.length === 0
						? NONE
						: client.microsoftTenantIds.flatMap((id) => identifier(id) ?? []),
			};
		},
	};
}

/**
 * The domain of more than half of the contacts says where a client has its mail, unless the record shows another one:
 * then the contacts are somebody else's. A single contact may be anybody, such as the bookkeeper, unless the domain is
 * the client's name.
 */
function contactDomainsOf(
	{ contactDomains }: HaloClient,
	domainsOf: (texts: string[]) => string[],
	own: readonly string[],
	{ inDomains }: NameReading,
): { majority: string | null; others: string[] } {
	if (!contactDomains || contactDomains.length === 0) return NO_CONTACTS;
	const contacts = new Map<string, number>();
	let all = 0;
	for (const { domain: text, contacts: count } of contactDomains) {
		for (const domain of domainsOf([text])) {
			contacts.set(domain, (contacts.get(domain) ?? 0) + count);
			all += count;
		}
	}
	const [commonest, count] = [...contacts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
	const isOthers = publicDomains(own).length > 0 && !own.includes(commonest);
	const isTelling = count > 1 || inDomains.includes(domainLabel(commonest));
	const majority = count * 2 > all && !isOthers && isTelling ? commonest : null;
	return { majority, others: [...contacts.keys()].filter((domain) => domain !== majority) };
}

/** An id in lower case; the one of only zeros stands for none. */
function identifier(text: string | null): string | null {
	const id = text?.trim().toLowerCase() ?? '';
	return id === '' || /^[0-]+$/.test(id) ? null : id;
}

/** The domains that a company uses towards others: each tenant's `….onmicrosoft.com` is none. */
export function publicDomains(domains: readonly string[]): string[] {
	return domains.filter((domain) => !isTenantDomain(domain));
}
