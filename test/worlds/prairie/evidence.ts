import type { ContactDomain } from '../../../core/halo/schemas';
import type { Chance } from './chance';
import type { Country, Firm } from './firm';

/** What Halo happens to know of a firm beside its name. */
export interface HaloEvidence {
	website: string | null;
	domains: string[];
	contactDomains: ContactDomain[] | null;
}

/** How the evidence is to turn out: by chance, surely some, or surely none. */
export type Wanted = 'chance' | 'some' | 'none';

/** The domain of the firm that runs this Halo and this Stellr. */
export const mspDomain = 'northwind-it.com';

/** Mail anybody can have. */
export const publicMail: Record<Country, readonly string[]> = {
	us: ['gmail.com', 'outlook.com', 'yahoo.com', 'comcast.net', 'icloud.com', 'att.net'],
	ca: [
		'gmail.com',
		'hotmail.com',
		'sympatico.ca',
		'videotron.ca',
		'shaw.ca',
		'telus.net',
		'outlook.com',
	],
	br: ['gmail.com', 'hotmail.com', 'uol.com.br', 'bol.com.br', 'terra.com.br', 'ig.com.br'],
	mx: ['gmail.com', 'hotmail.com', 'prodigy.net.mx', 'live.com.mx', 'yahoo.com.mx'],
};

/** Pages small firms give instead of a website of their own. */
const borrowedPages = [
	'https://www.facebook.com/',
	'https://instagram.com/',
	'https://linktr.ee/',
	'https://sites.google.com/view/',
];

/** Website, domains and contacts' mail domains as a Halo would hold them for the owner of a domain. */
export function haloEvidence(
	firm: Firm,
	domain: string,
	wanted: Wanted,
	chance: Chance,
): HaloEvidence {
	const websiteShare = wanted === 'none' ? 0 : wanted === 'some' ? 0.75 : 0.6;
	const hasWebsite = chance.whether(websiteShare);
	const contactsShare = wanted === 'some' && !hasWebsite ? 1 : 0.4;
	const contactDomains = chance.whether(contactsShare)
		? contactsOf(firm, wanted === 'none' ? null : domain, chance)
		: chance.oneOf([[], [], null]);
	if (hasWebsite) return { website: webAddress(domain, chance), domains: [domain], contactDomains };
	if (wanted === 'chance' && chance.whether(0.06))
		return { ...borrowedPage(domain, chance), contactDomains };
	return { website: null, domains: [], contactDomains };
}

/** A domain the way websites are typed into a client. */
export function webAddress(domain: string, chance: Chance): string {
	return chance.oneOf([
		domain,
		`www.${domain}`,
		`https://${domain}`,
		`https://www.${domain}/`,
		`http://www.${domain}`,
		`https://www.${domain}/contact`,
		domain.toUpperCase(),
	]);
}

function borrowedPage(domain: string, chance: Chance): { website: string; domains: string[] } {
	const website = chance.oneOf(borrowedPages) + domain.split('.')[0];
	return { website, domains: [new URL(website).hostname.replace(/^www\./, '')] };
}

function contactsOf(firm: Firm, domain: string | null, chance: Chance): ContactDomain[] {
	const found: ContactDomain[] = [];
	if (domain !== null)
		found.push({ domain, contacts: chance.between(2, chance.oneOf([4, 12, 60])) });
	if (domain === null || chance.whether(0.35)) {
		found.push({ domain: chance.oneOf(publicMail[firm.country]), contacts: chance.between(1, 5) });
	}
	if (chance.whether(0.12)) found.push({ domain: mspDomain, contacts: chance.between(1, 3) });
	return commonestFirst(found);
}

/** In the order Halo's contacts are counted. */
export function commonestFirst(domains: readonly ContactDomain[]): ContactDomain[] {
	return [...domains].sort(
		(one, other) => other.contacts - one.contacts || one.domain.localeCompare(other.domain),
	);
}
