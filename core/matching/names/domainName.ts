import { registrableDomain } from './publicSuffixes';
import { isSharedHost } from './sharedHosts';

/** Stellr customers are often named by their domain, such as `buhlerindustries.com`. */

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{2,24})$/;
/** A name with a dot in it, such as "Anderson.Miller", ends in no such; one in small letters is believed. */
const ENDING =
	/\.(?:[a-z]{2}|com|net|org|edu|gov|mil|int|info|biz|name|pro|mobi|coop|museum|aero|travel|jobs|cat|tel|asia|app|dev|inc|llc|ltd|group|tech|technology|cloud|agency|studio|online|shop|store|site|website|web|health|care|dental|law|legal|clinic|school|church|foundation|ngo|ong|global|world|international|company|business|services|solutions|systems|software|digital|media|design|build|builders|construction|energy|finance|financial|capital|ventures|partners|consulting|accountants|tax|insurance|realty|homes|house|farm|food|restaurant|cafe|bar|beer|wine|fitness|golf|hotel|tours|events|photo|photography|auto|cars|parts|supply|tools|works|team|work|email|xyz|top|club|life|live|news|space|today|zone|ai|io|xn--[a-z0-9-]+)$/;

/** "Acme, Inc.": names with a dot are looked at by the ten thousand. */
const SEVERAL_WORDS = /^[^\s/?#:@]+\s+[^\s/?#:@]/;
/** As websites are mostly written. */
const WEB_ADDRESS = /^https?:\/\/(?:www\.)?([a-z0-9.-]+)(?:\/|$)/;

/** The bare domain in a text that is a domain, web or mail address; null for anything else. */
export function domainIn(text: string | null | undefined): string | null {
	if (text === null || text === undefined || !text.includes('.')) return null;
	// Nearly every domain comes bare already.
	if (DOMAIN.test(text) && !text.startsWith('www')) return text;
	if (SEVERAL_WORDS.test(text)) return null;
	const address = WEB_ADDRESS.exec(text);
	if (address !== null) return DOMAIN.test(address[1]) ? address[1] : null;
	const bare = text
		.trim()
		.toLowerCase()
		.replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
		.replace(/^[^\s/@]+@/, '')
		.replace(/[/?#:].*$/s, '')
		.replace(/^www\d?\./, '')
		.replace(/\.$/, '');
	if (!DOMAIN.test(bare)) return null;
	return isWrittenAsName(text) && !ENDING.test(bare) ? null : bare;
}

/** Hosts that serve a company's mail or pages, below its own domain. */
const SERVICES = new Set(
	'www www1 www2 www3 web m mobile mail email webmail smtp imap pop mx owa exchange autodiscover remote portal home site corp ad intranet m365 o365 office365 cloud'.split(
		' ',
	),
);

/** Capitals and small letters, and no sign of an address. */
function isWrittenAsName(text: string): boolean {
	return text !== text.toUpperCase() && text !== text.toLowerCase() && !/:\/\/|@/.test(text);
}

/**
 * The domain of a company from any web or mail address of it; null where there is none or where many companies share
 * it: public mail, social networks. Other names below it stay: `sales.acorn.com` is not `acorn.com`, since it may as
 * well be a tenant of a shared host or an office of a government.
 */
export function companyDomain(text: string | null | undefined): string | null {
	const host = domainIn(text)?.replace('.mail.onmicrosoft.com', '.onmicrosoft.com') ?? null;
	const registered = host === null ? null : registrableDomain(host);
	if (host === null || registered === null || isSharedHost(registered)) return null;
	let domain = host;
	while (domain !== registered && SERVICES.has(domain.slice(0, domain.indexOf('.')))) {
		domain = domain.slice(domain.indexOf('.') + 1);
	}
	return domain;
}

/** `acorn.onmicrosoft.com`: every tenant has such a name beside its real domain. */
export function isTenantDomain(domain: string): boolean {
	return domain.endsWith('.onmicrosoft.com');
}

/** The domain's own word without its ending and hyphens: `buhler-industries.com.br` is `buhlerindustries`. */
export function domainLabel(domain: string): string {
	const registered = registrableDomain(domain) ?? domain;
	const dot = registered.indexOf('.');
	const word = dot < 0 ? registered : registered.slice(0, dot);
	return word.includes('-') ? word.replace(/-/g, '') : word;
}

const COUNTRY_OF_ENDING: Readonly<Record<string, string>> = { uk: 'GB' };
/** Endings of two letters that are sold to everybody. */
const WORLDWIDE = new Set([
	'co',
	'io',
	'ai',
	'me',
	'tv',
	'cc',
	'ws',
	'fm',
	'am',
	'to',
	'so',
	'gg',
	'ly',
	'us',
	'eu',
]);

/** The country that a domain's ending names: `acorn.ca` is Canadian; null where the ending says nothing. */
export function countryOfDomain(domain: string): string | null {
	const ending = domain.slice(domain.lastIndexOf('.') + 1);
	if (ending.length !== 2 || WORLDWIDE.has(ending)) return null;
	return COUNTRY_OF_ENDING[ending] ?? ending.toUpperCase();
}
