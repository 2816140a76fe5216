import { getDomain } from 'tldts';

import {
	companyDomain,
	countryOfDomain,
	domainIn,
	domainLabel,
} from '../../../../core/matching/names/domainName';
import { registrableDomain } from '../../../../core/matching/names/publicSuffixes';

describe('a domain in a text', () => {
	it.each([
		['buhlerindustries.com', 'buhlerindustries.com'],
		[' WWW.Acme.CO.UK ', 'acme.co.uk'],
		['https://acme.io/contact?x=1', 'acme.io'],
		['info@acme.ca', 'acme.ca'],
		['acme.onmicrosoft.com', 'acme.onmicrosoft.com'],
	])('of "%s" is %s', (text, domain) => {
		expect(domainIn(text)).toBe(domain);
	});

	it.each(['Acme Inc.', 'S.A.', 'Acme.com Ltd', 'Dr. Smith', 'localhost', '', null])(
		'is none in "%s"',
		(text) => {
			expect(domainIn(text)).toBeNull();
		},
	);
});

describe('the registered part of a host', () => {
	it.each([
		'acorn.com',
		'shop.acorn.com',
		'acorn.com.br',
		'mail.acorn.com.br',
		'acorn.ind.br',
		'cuesta.sp.gov.br',
		'camara.cuesta.sp.gov.br',
		'acorn.com.mx',
		'www.acorn.org.mx',
		'acorn.gob.mx',
		'acorn.ca',
		'acorn.on.ca',
		'acorn.qc.ca',
		'acorn.gc.ca',
		'acorn.co.uk',
		'acorn.org.uk',
		'district.k12.mn.us',
		'acorn.com.au',
		'school.vic.edu.au',
		'acorn.co.nz',
		'acorn.com.ar',
		'acorn.com.co',
		'acorn.gob.es',
		'acorn.com.pt',
		'acorn.asso.fr',
		'acorn.co.jp',
		'acorn.co.za',
		'acorn.wixsite.com',
		'acorn.github.io',
		'com.br',
		'gob.mx',
		'co.uk',
	])('%s is what the public list of endings says', (host) => {
		expect(registrableDomain(host)).toBe(getDomain(host, { allowPrivateDomains: true }));
	});
});

describe('the domain of a company', () => {
	it.each([
		['https://www.acorn.com/contact', 'acorn.com'],
		['info@mail.acorn.com', 'acorn.com'],
		['acorn.mail.onmicrosoft.com', 'acorn.onmicrosoft.com'],
		['sales.acorn.com', 'sales.acorn.com'],
		['cuesta.sp.gov.br', 'cuesta.sp.gov.br'],
		['acorn.wixsite.com/home', 'acorn.wixsite.com'],
	])('in "%s" is %s', (text, domain) => {
		expect(companyDomain(text)).toBe(domain);
	});

	it.each([
		'ann@gmail.com',
		'hotmail.co.uk',
		'yahoo.com.br',
		'uol.com.br',
		'sympatico.ca',
		'facebook.com/acorn',
		'com.br',
		'no domain',
		null,
	])('is none in "%s"', (text) => {
		expect(companyDomain(text)).toBeNull();
	});

	it('has a word of its own and may name a country', () => {
		expect(domainLabel('buhler-industries.com.br')).toBe('buhlerindustries');
		expect(domainLabel('acorn.onmicrosoft.com')).toBe('acorn');
		expect(countryOfDomain('acorn.com.br')).toBe('BR');
		expect(countryOfDomain('acorn.co.uk')).toBe('GB');
		expect(countryOfDomain('acorn.io')).toBeNull();
		expect(countryOfDomain('acorn.com')).toBeNull();
	});
});
