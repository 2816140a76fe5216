import type { MatchContext } from '../context';
import { publicDomains, type ClientFacts, type CustomerFacts } from '../facts';
import { holdersIndex, named, pairOf, quoted, type Holders } from '../holders';
import { countriesDiffer } from '../names/countries';
import { countryOfDomain, isTenantDomain } from '../names/domainName';
import { nothing, type Rung } from '../rung';
import { countryOfClient, countryOfCustomer, shareLabel } from './nameObjections';
import { longerNameFinder, SHORTEST_LABEL } from './longerNames';
import { tenantsDiffer } from './microsoftTenant';
import { namesRunTogether, ownLabel } from './namesRunTogether';

/**
 * A customer that is named by its domain, and a client whose name is that domain run together: `buhlerindustries.com`
 * and "Buhler Industries". Weaker than two equal domains: it asks where the name is one
 * word, may be cut from a longer one, or Halo knows another domain of the client.
 */
export const domainAsNameRung: Rung = {
	level: 'normalForm',
	// The same text that the domains are read from: the two do not confirm each other.
	evidence: 'domain',
	restsOn: 'comparison',
	prepare: (context) => {
		const byLabel = namesRunTogether(context);
		const byNameOfCustomer = customersOfDomainNamedClients(context);
		const longerNames = longerNameFinder(context.clients);
		return (customer) => {
			const { reading } = customer;
			if (reading === null) return nothing();
			if (reading.domain !== null) {
				const label = ownLabel(reading.domain);
				const holders = label.length < SHORTEST_LABEL ? null : byLabel.with(customer);
				if (holders === null) return nothing();
				const { domain } = reading;
				const finding = pairOf(customer, holders, context, {
					...wordsAbout(domain),
					objection: (client) =>
						objection(customer, client, domain, () => longerNames(label, client)),
				});
				const isShort = label.length < TELLING_WORD && holders.clients.every(isOneWord);
				return finding.kind === 'doubt' && isShort ? { ...finding, isWeak: true } : finding;
			}
			const holders = byNameOfCustomer(customer);
			const domain = holders?.clients[0].reading.domain;
			if (holders === null || !domain) return nothing();
			return pairOf(customer, holders, context, {
				...wordsAbout(domain),
				objection: (client) => reverseObjection(customer, client),
			});
		};
	},
};

/** A shorter word says too little to speak against another rung. */
const TELLING_WORD = 7;

function wordsAbout(domain: string) {
	return {
		have: `have the name in ${domain}`,
		of: `with the name in ${domain}`,
		score: 0.88,
		reasons: () => [`the domain ${domain} is the name run together`],
	};
}

function objection(
	customer: CustomerFacts,
	client: ClientFacts,
	domain: string,
	longerNames: () => ClientFacts[],
): string | null {
	const country = countryOfClient(client);
	for (const own of [countryOfCustomer(customer), countryOfDomain(domain)]) {
		if (countriesDiffer(own, country)) {
			return `The domain ${domain} is the name of Halo client ${named(client.client)} run together, but that client is in ${country}.`;
		}
	}
	if (tenantsDiffer(customer.tenantId, client)) {
		return `The domain ${domain} is the name of Halo client ${named(client.client)} run together, but that client has another Microsoft tenant.`;
	}
	const oneWord = isOneWord(client);
	const other = knownDomain(client);
	if (other !== null && !(isTenantDomain(domain) && !oneWord)) {
		return shareLabel([domain], [other])
			? `Halo client ${named(client.client)} has the domain ${other}: the same with another ending, which may be another company.`
			: `The domain ${domain} is the name of Halo client ${named(client.client)} run together, but Halo knows it by the domain ${other}.`;
	}
	const longer = longerNames();
	if (longer.length > 0) {
		return `The domain ${domain} is the name of Halo client ${named(client.client)} run together, but may also be cut from ${quoted(longer)}.`;
	}
	if (oneWord) {
		return `The domain ${domain} is the name of Halo client ${named(client.client)}, but a single word may be another company's too.`;
	}
	return null;
}

function isOneWord({ reading }: ClientFacts): boolean {
	return reading.names.every(({ ownWords }) => ownWords.length < 2);
}

function knownDomain({ domains, contactDomain }: ClientFacts): string | null {
	return publicDomains(domains)[0] ?? contactDomain;
}

/** The other way round: the client is named by its domain, the customer by its name. */
function customersOfDomainNamedClients(
	context: MatchContext,
): (customer: CustomerFacts) => Holders | null {
	if (!context.clients.some(({ reading }) => reading.domain !== null)) return () => null;
	const holders = holdersIndex(
		context,
		({ reading }) => (reading.domain === null ? [] : [ownLabel(reading.domain)]),
		({ reading }) => (reading === null ? [] : reading.inDomains),
	);
	return holders.with;
}

function reverseObjection(customer: CustomerFacts, client: ClientFacts): string | null {
	const domain = client.reading.domain ?? '';
	for (const country of [countryOfClient(client), countryOfDomain(domain)]) {
		if (countriesDiffer(countryOfCustomer(customer), country)) {
			return `Halo client ${named(client.client)} is the customer's name run together, but is in ${country}.`;
		}
	}
	if (tenantsDiffer(customer.tenantId, client)) {
		return `Halo client ${named(client.client)} is the customer's name run together, but has another Microsoft tenant.`;
	}
	const own = publicDomains(customer.domains)[0];
	if (own !== undefined) {
		return `Halo client ${named(client.client)} is the customer's name run together, but the Stellr customer has the domain ${own}.`;
	}
	const words = Math.max(
		0,
		...(customer.reading?.names ?? []).map(({ ownWords }) => ownWords.length),
	);
	return words < 2
		? `Halo client ${named(client.client)} is the customer's name, but a single word may be another company's too.`
		: null;
}
