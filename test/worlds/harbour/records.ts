import type { ContactDomain, HaloClient } from '../../../core/halo/schemas';
import type { StellrCustomer } from '../../../core/stellr/schemas';
import { guidOf, happens, numberFrom } from './chance';
import type { Attributes, ClientRow, CustomerRow, Group } from './table';

/** The domain of the MSP, which its own technicians leave in the records of its customers. */
const MSP_DOMAIN = 'northwind-it.com';

const COUNTRY: Record<string, string> = { us: 'US', ca: 'CA', br: 'BR', mx: 'MX' };
const COUNTRY_IN_FULL: Record<string, string> = {
	US: 'United States',
	CA: 'Canada',
	BR: 'Brazil',
	MX: 'Mexico',
};
const PUBLIC_MAIL: Record<string, string> = {
	us: 'gmail.com',
	ca: 'hotmail.com',
	br: 'uol.com.br',
	mx: 'hotmail.com',
};
const TOP_LEVELS = ['Northwind IT', 'Northwind Projects', 'Harbour Point Partners'];

/** The Stellr customer of a row. About seven in ten have a country where the row does not say. */
export function stellrCustomer(row: CustomerRow, customerNo: string): StellrCustomer {
	const tenant = row.attributes.get('tenant');
	const discontinued = row.attributes.has('discontinued');
	const country = countryOf(row.attributes);
	return {
		account: row.account,
		customerNo,
		name: row.name,
		status: discontinued ? 'Discontinued' : 'Active',
		active: !discontinued,
		domain: row.attributes.get('domain') ?? null,
		tenantId: tenant === undefined ? null : guidOf(tenant),
		address: {
			line1: null,
			line2: null,
			city: row.attributes.get('city') ?? null,
			state: null,
			postalCode: null,
			country:
				country === undefined && happens(70, 'country', row.name)
					? COUNTRY[row.account]
					: (country ?? null),
		},
		phone: null,
	};
}

/** The Halo client of a row; `group` gives it the domain meant by a bare `web`, `domains` or `mail`, and where it is. */
export function haloClient(row: ClientRow, id: number, group: Group): HaloClient {
	const website = websiteOf(row, group);
	const host = website === null ? [] : [hostOf(website)];
	const topLevel =
		row.attributes.get('under') ?? TOP_LEVELS[numberFrom(row.name) % 10] ?? TOP_LEVELS[0];
	const declared = row.attributes.has('domains') ? domainsMeant('domains', row, group) : [];
	return {
		id,
		name: row.name,
		topLevelId: 1 + TOP_LEVELS.indexOf(topLevel),
		topLevelName: topLevel,
		inactive: row.attributes.has('inactive'),
		website,
		stellrKeys: [],
		foreignKeyText: null,
		microsoftTenantIds: (row.attributes.get('tenant') ?? '').split(' ').filter(Boolean).map(guidOf),
		domains: [...new Set([...host, ...declared])],
		mainSiteId: id + 5000,
		country: clientCountry(row, group),
		contactDomains: contactDomainsOf(row, group),
	};
}

/** Staff write the country now as a code, now in full. */
function clientCountry(row: ClientRow, group: Group): string | null {
	const guessed = isOrdinary(group) && happens(35, 'client country', row.name);
	const code = countryOf(row.attributes) ?? (guessed ? COUNTRY[accountOf(group)] : null);
	if (code === null) return null;
	return happens(25, 'in full', row.name) ? (COUNTRY_IN_FULL[code] ?? code) : code;
}

/** `in -` says that there is no country, as opposed to saying nothing. */
function countryOf(attributes: Attributes): string | null | undefined {
	const country = attributes.get('in');
	return country === '-' ? null : country;
}

/** One customer, one client: nothing in such a group rests on what is left out. */
function isOrdinary(group: Group): boolean {
	const [customer] = group.customers;
	return (
		group.customers.length === 1 &&
		group.clients.length === 1 &&
		!customer.attributes.has('none') &&
		!customer.attributes.has('in')
	);
}

function accountOf(group: Group): string {
	return group.customers[0]?.account ?? 'us';
}

/** Staff type websites as they come: half bare, the rest with scheme, www. or a slash. */
function websiteOf(row: ClientRow, group: Group): string | null {
	if (!row.attributes.has('web')) return null;
	const [domain] = domainsMeant('web', row, group);
	if (domain.includes('/')) return domain;
	const dress = numberFrom(`web/${row.name}`) % 6;
	if (dress === 0) return `https://www.${domain}/`;
	if (dress === 1) return `http://${domain}`;
	if (dress === 2) return `www.${domain}`;
	return domain;
}

function hostOf(website: string): string {
	return website
		.toLowerCase()
		.replace(/^https?:\/\//, '')
		.replace(/^www\./, '')
		.replace(/\/.*$/, '');
}

function domainsMeant(word: 'web' | 'domains', row: ClientRow, group: Group): string[] {
	const said = row.attributes.get(word) ?? '';
	return said === '' ? [domainOfCustomer(row, group)] : said.split(' ');
}

function domainOfCustomer(row: ClientRow, group: Group): string {
	const [customer] = group.customers;
	const domain = customer?.attributes.get('domain') ?? customer?.name.replace(/^www\./i, '');
	if (domain === undefined || /\s/.test(domain) || domain.endsWith('.onmicrosoft.com')) {
		throw new Error(`"${row.name}" does not say which domain.`);
	}
	return domain.toLowerCase();
}

/** As written, `a.com*5 b.com`; beside the firm's own, a private address or a technician of the MSP now and then. */
function contactDomainsOf(row: ClientRow, group: Group): ContactDomain[] | null {
	const said = row.attributes.get('mail');
	if (said === undefined) return happens(30, 'contacts read', row.name) ? [] : null;
	const own = (said === '' ? [domainOfCustomer(row, group)] : said.split(' ')).map((text) => {
		const [domain, contacts] = text.split('*');
		return {
			domain,
			contacts:
				contacts === undefined ? 3 + (numberFrom(`contacts/${row.name}`) % 17) : Number(contacts),
		};
	});
	const besides: ContactDomain[] = [];
	if (happens(20, 'private mail', row.name)) {
		besides.push({ domain: PUBLIC_MAIL[accountOf(group)], contacts: 1 });
	}
	if (happens(20, 'technician', row.name)) besides.push({ domain: MSP_DOMAIN, contacts: 1 });
	const known = new Set(own.map(({ domain }) => domain));
	return [...own, ...besides.filter(({ domain }) => !known.has(domain))].sort(
		(left, right) => right.contacts - left.contacts,
	);
}
