import type { MatchContext } from '../context';
import type { ClientFacts, CustomerFacts } from '../facts';
import {
	candidatesOf,
	holdersIndex,
	named,
	pairOf,
	quoted,
	type Holders,
	type HoldersIndex,
	type PairReading,
} from '../holders';
import { isNamedLike } from '../namedLike';
import { countriesDiffer } from '../names/countries';
import { domainLabel } from '../names/domainName';
import { nothing, type Finding, type Rung } from '../rung';
import { legalFormObjection } from './legalFormObjection';
import { tenantsDiffer } from './microsoftTenant';

const SCORE = 0.95;

/**
 * The customer's own domain, which is often its name in Stellr, and the domains that Halo knows of a client: those of
 * its record first, then the one that most of its contacts use. Shared domains never decide alone.
 */
export const domainRung: Rung = {
	level: 'domain',
	evidence: 'domain',
	restsOn: 'comparison',
	prepare: (context) => {
		const holders = readHolders(context);
		return (customer) => {
			if (customer.domains.length === 0) return nothing();
			const [only] = customer.domains;
			if (customer.domains.length === 1) {
				const finding = findByDomain(only, customer, holders, context);
				return finding.kind === 'nothing' ? nothing() : finding;
			}
			const findings = customer.domains
				.map((domain) => findByDomain(domain, customer, holders, context))
				.filter((finding) => finding.kind !== 'nothing');
			return findings.length < 2 ? (findings[0] ?? nothing()) : together(findings);
		};
	},
};

interface DomainHolders {
	byRecord: HoldersIndex;
	byMostContacts: HoldersIndex;
	byFewContacts: HoldersIndex;
}

function readHolders(context: MatchContext): DomainHolders {
	const ofCustomer = ({ domains }: CustomerFacts) => domains;
	const majority = ({ contactDomain }: ClientFacts) =>
		contactDomain === null ? [] : [contactDomain];
	return {
		byRecord: holdersIndex(context, ({ domains }) => domains, ofCustomer),
		byMostContacts: holdersIndex(context, majority, ofCustomer),
		byFewContacts: holdersIndex(context, (client) => client.fewContactsDomains, ofCustomer),
	};
}

function findByDomain(
	domain: string,
	customer: CustomerFacts,
	holders: DomainHolders,
	context: MatchContext,
): Finding {
	const record = holders.byRecord.of(domain);
	const contacts = holders.byMostContacts.of(domain);
	if (record !== null) {
		const reading = readingOf(domain, `same domain ${domain}`);
		const finding = pairOf(customer, record, context, reading);
		if (contacts === null) return finding;
		const elsewhere = contacts.clients.filter(
			(client) => client.isLive && !record.clients.includes(client),
		);
		// A client out of use never wins over one in use, however it is known.
		if (elsewhere.length > 0 && !record.clients.some(({ isLive }) => isLive)) {
			return byContacts(domain, customer, contacts, holders, context);
		}
		return elsewhere.length === 0
			? finding
			: alsoElsewhere(finding, domain, [...record.clients, ...elsewhere], customer, context);
	}
	if (contacts === null) return nothing();
	return byContacts(domain, customer, contacts, holders, context);
}

function byContacts(
	domain: string,
	customer: CustomerFacts,
	contacts: Holders,
	holders: DomainHolders,
	context: MatchContext,
): Finding {
	const reading = readingOf(domain, `most of its contacts have mail addresses of ${domain}`);
	const finding = pairOf(customer, contacts, context, reading);
	const few = holders.byFewContacts.of(domain)?.clients.filter(({ isLive }) => isLive) ?? [];
	return few.length === 0
		? finding
		: alsoElsewhere(finding, domain, [...contacts.clients, ...few], customer, context);
}

function readingOf(domain: string, reason: string): PairReading {
	return {
		have: `have the domain ${domain}`,
		of: `with the domain ${domain}`,
		score: SCORE,
		reasons: () => [reason],
		objection: (client, customer) => domainObjection(domain, customer, client),
		isSameCompany: (other, client, customer) =>
			isNamedFor(domain, other, client) && isNamedFor(domain, customer, client),
	};
}

/** The firms of a group share a domain across countries, tenants and legal forms. */
function domainObjection(
	domain: string,
	customer: CustomerFacts,
	client: ClientFacts,
): string | null {
	const who = `Halo client ${named(client.client)} has the same domain ${domain}`;
	const { country } = customer.customer.address;
	if (countriesDiffer(country, client.client.country)) {
		return `${who} but is in ${client.client.country}, the Stellr customer in ${country}.`;
	}
	if (tenantsDiffer(customer.tenantId, client)) {
		return `${who} but another Microsoft tenant than the Stellr customer.`;
	}
	return legalFormObjection(customer, client);
}

/**
 * Several customers of one domain are plainly one company where the domain is the client's own name and none of them
 * has another name: each is called by the domain or as the client is. A sister firm on a group's domain is not.
 */
function isNamedFor(domain: string, customer: CustomerFacts, client: ClientFacts): boolean {
	const label = domainLabel(domain);
	return client.reading.inDomains.includes(label) && isNamedLike(customer, client);
}

/** The contacts of other clients have this domain too: a group of companies, or a helper of several. */
function alsoElsewhere(
	finding: Finding,
	domain: string,
	clients: ClientFacts[],
	customer: CustomerFacts,
	context: MatchContext,
): Finding {
	if (finding.kind === 'doubt') return finding;
	const rejected = context.saved.rejectedIds(customer.customer);
	const offered = clients.filter(({ client }) => !rejected.has(client.id));
	if (offered.length === 0) return finding;
	return {
		kind: 'among',
		why: `The domain ${domain} is used by several Halo clients: ${quoted(offered)}.`,
		candidates: candidatesOf(offered, {
			score: SCORE,
			reasons: () => [`uses the domain ${domain}`],
		}),
	};
}

/** What several domains of one customer say together: they agree, or a person must look. */
function together(findings: Finding[]): Finding {
	const found = findings.filter((finding) => finding.kind === 'found');
	const ids = new Set(found.map(({ client }) => client.id));
	const others = findings.filter((finding) => finding.kind === 'among' || finding.kind === 'doubt');
	const agree = others.every(({ candidates }) =>
		candidates.some(({ client }) => ids.has(client.id)),
	);
	if (ids.size === 1 && agree) return found[0];
	const whys = others.map(({ why }) => why);
	if (ids.size > 1) {
		const clients = found.map(
			({ client, reasons }) => `"${client.name}" (${client.id}): ${reasons.join(', ')}`,
		);
		whys.unshift(`This customer's domains lead to different Halo clients. ${clients.join('. ')}.`);
	}
	return {
		kind: 'doubt',
		why: whys.join(' '),
		candidates: [
			...found.map(({ client, reasons }) => ({ client, reasons, score: SCORE })),
			...others.flatMap(({ candidates }) => candidates),
		],
	};
}
