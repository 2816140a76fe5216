import type { HaloClient } from '../../../core/halo/schemas';
import type { StellrCustomer } from '../../../core/stellr/schemas';
import type { Label } from '../labelledWorld';
import { mspDomain, publicMail } from './evidence';
import { initialsOf, mainWords, squeezed, withoutAccents } from './firm';
import { customerKey } from './ledger';
import { legalFormWords } from './legalForms';
import { likeness, WordIndex } from './likeness';

/**
 * Chance puts firms beside each other that no scene meant to compare, and hides what would have told them apart.
 * So each label is looked at again with the records only, as a person would who does not know how they were made;
 * what such a person could not say becomes undecidable. Nothing here ever changes which client is the true one.
 */
export function withSecondLook(
	customers: readonly StellrCustomer[],
	clients: readonly HaloClient[],
	labels: ReadonlyMap<string, Label>,
): Map<string, Label> {
	const seen = clients.map(seenClient);
	const index = new WordIndex();
	seen.forEach(({ readings }, bearer) => readings.forEach((word) => index.add(word, bearer)));
	const looked = new Map<string, Label>();
	for (const customer of customers) {
		const key = customerKey(customer);
		const label = labels.get(key);
		if (label === undefined) continue;
		const sayable =
			label.undecidable !== true &&
			canBeSaid(label, sightsOf(seenCustomer(customer), label, seen, index));
		looked.set(key, sayable ? label : { ...label, undecidable: true });
	}
	return looked;
}

/** How alike two names must be to speak for each other, and how far ahead of the next one. */
const alike = 0.56;
const ahead = 0.04;
/** From here on a name alone looks like the right one. */
const nearlySame = 0.94;

interface SeenCustomer {
	tenant: string | null;
	/** The name's readings, or the domain's first part. */
	words: string[];
	/** Those that prove something. */
	domains: string[];
	firstParts: string[];
	country: string;
}

interface SeenClient {
	client: HaloClient;
	tenants: Set<string>;
	/** Its website and domains, and the mail domain of most contacts. */
	domains: Set<string>;
	firstParts: Set<string>;
	/** Somebody wrote into the name that it is out of use. */
	marked: boolean;
	/** The name as one word: whole, and each side of a "dba", with its legal form and without. */
	readings: string[];
	initials: string;
	country: string | null;
}

function seenClient(client: HaloClient): SeenClient {
	const contacts = (client.contactDomains ?? []).filter(({ domain }) => provesSomething(domain));
	const domains = [
		...client.domains.filter(provesSomething),
		...contacts.slice(0, 1).map(({ domain }) => domain),
	];
	return {
		client,
		tenants: new Set(client.microsoftTenantIds),
		domains: new Set(domains),
		firstParts: new Set(domains.map(firstPart)),
		marked: /do not use|^zz_/i.test(client.name),
		readings: readingsOf(client.name),
		initials: initialsOf(withoutForms(client.name)),
		country: countryOf(client.country),
	};
}

/** What speaks for and against one client. */
interface Sight {
	client: HaloClient;
	/** 3 for the same tenant, 2 for the same domain, 1 for a domain of the same first part. */
	proof: number;
	sharesDomain: boolean;
	/** How alike the names are, 0 to 1. */
	name: number;
	/** The very same name, legal form and all. */
	exact: boolean;
	/** The country speaks against it, or domains that do not even resemble each other. */
	differs: boolean;
	/** Both have domains, of other first parts. */
	otherDomain: boolean;
}

/** The clients a person would look at: those with some evidence, and the true one. */
function sightsOf(
	customer: SeenCustomer,
	label: Label,
	clients: readonly SeenClient[],
	index: WordIndex,
): Sight[] {
	const alikes = customer.words.map((word) => index.likenesses(word));
	return clients.flatMap((seen, bearer) => {
		const own = seen.client.id === label.clientId;
		if (!own && (seen.client.inactive || seen.marked)) return [];
		const initials = customer.words.some((word) => word.length >= 3 && word === seen.initials);
		const name = Math.max(initials ? 0.97 : 0, ...alikes.map((found) => found.get(bearer) ?? 0));
		const proof = proofOf(customer, seen);
		return own || proof > 0 || name >= 0.4 ? [sight(customer, seen, name, proof)] : [];
	});
}

function proofOf(customer: SeenCustomer, seen: SeenClient): number {
	if (customer.tenant !== null && seen.tenants.has(customer.tenant)) return 3;
	if (customer.domains.some((one) => seen.domains.has(one))) return 2;
	return customer.firstParts.some((one) => seen.firstParts.has(one)) ? 1 : 0;
}

function sight(customer: SeenCustomer, seen: SeenClient, name: number, proof: number): Sight {
	const own = customer.domains
		.filter((domain) => !domain.endsWith('.onmicrosoft.com'))
		.map(firstPart);
	const known = [...seen.firstParts];
	const nearest = Math.max(0, ...own.flatMap((one) => known.map((other) => likeness(one, other))));
	const comparable = own.length > 0 && known.length > 0;
	const abroad = seen.country !== null && seen.country !== customer.country;
	const [whole = ''] = customer.words;
	const [clientWhole = ''] = seen.readings;
	return {
		client: seen.client,
		proof,
		sharesDomain: customer.domains.some((domain) => seen.domains.has(domain)),
		name: otherNumber(whole, clientWhole) ? name / 2 : name,
		exact: whole === clientWhole,
		differs: abroad || (comparable && nearest < 0.75),
		otherDomain: comparable && nearest < 1,
	};
}

/** Lodge 114 is not Lodge 141. */
function otherNumber(one: string, other: string): boolean {
	const [mine, theirs] = [one, other].map((word) => word.replace(/\D/g, ''));
	return mine !== '' && theirs !== '' && mine !== theirs;
}

function canBeSaid(label: Label, sights: readonly Sight[]): boolean {
	const own = sights.find(({ client }) => client.id === label.clientId);
	const rivals = sights.filter((one) => one !== own);
	return own === undefined ? !rivals.some(looksRight) : standsOut(own, rivals);
}

/** What anybody would take for the right one. */
function looksRight({ proof, name, differs, otherDomain }: Sight): boolean {
	return proof >= 2 || (!differs && !otherDomain && (proof > 0 || name >= nearlySame));
}

function standsOut(own: Sight, rivals: readonly Sight[]): boolean {
	const strongest = Math.max(0, ...rivals.map(({ proof }) => proof));
	if (own.proof < strongest) return false;
	if (own.proof < 2 && own.differs) return false;
	const level = rivals.filter(({ proof }) => proof === own.proof);
	const exactRivals = rivals.some(({ exact }) => exact);
	if (own.proof > strongest) {
		const drawn = !own.sharesDomain && rivals.some(({ sharesDomain }) => sharesDomain);
		return own.exact || (!exactRivals && !(drawn && own.name < nearlySame));
	}
	if (own.exact && !exactRivals) return true;
	const next = Math.max(0, ...level.map(({ name, differs }) => (differs ? name - 0.1 : name)));
	return own.name >= alike && own.name >= next + ahead;
}

function seenCustomer(customer: StellrCustomer): SeenCustomer {
	const name = customer.name ?? '';
	const named = domainIn(name);
	const domains = [named, customer.domain].flatMap((domain) =>
		domain !== null && provesSomething(domain) ? [domain] : [],
	);
	return {
		tenant: customer.tenantId,
		words: named === null ? readingsOf(name) : [firstPart(named)],
		domains,
		firstParts: domains.map(firstPart),
		country: countryOf(customer.address.country) ?? customer.account,
	};
}

const hosts = ['facebook.com', 'instagram.com', 'linktr.ee', 'sites.google.com'];

function provesSomething(domain: string): boolean {
	const isPublic = Object.values(publicMail).some((list) => list.includes(domain));
	return !isPublic && domain !== mspDomain && !hosts.includes(domain);
}

function domainIn(name: string): string | null {
	const bare = name
		.trim()
		.toLowerCase()
		.replace(/^https?:\/\//, '')
		.replace(/^(www|mail|m365|autodiscover|corp)\./, '')
		.replace(/\/.*$/, '');
	return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(bare) ? bare : null;
}

function firstPart(domain: string): string {
	return squeezed(domain.split('.')[0]);
}

function readingsOf(name: string): string[] {
	const parts = name.split(/\b(?:dba|d\/b\/a|t\/a|o\/a|trading as)\b/i);
	const found = [name, ...parts].flatMap((part) => [
		squeezed(part),
		squeezed(withoutForms(part)),
		squeezed(mainWords(withoutForms(part)).join('')),
	]);
	return [...new Set(found)].filter((reading) => reading.length > 1);
}

function withoutForms(name: string): string {
	const plain = withoutAccents(name).replace(/\s*[([].*?[)\]]\s*/g, ' ');
	return plain
		.split(/[\s,]+/)
		.filter((word) => !legalFormWords.has(squeezed(word)))
		.join(' ');
}

function countryOf(text: string | null): string | null {
	const word = squeezed(text ?? '');
	if (/^(us|usa|unitedstates)$/.test(word)) return 'us';
	if (/^(ca|canada)$/.test(word)) return 'ca';
	if (/^(br|brazil|brasil)$/.test(word)) return 'br';
	return /^(mx|mexico)$/.test(word) ? 'mx' : null;
}
