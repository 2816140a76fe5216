import { countriesDiffer, countryCode } from '../../../core/matching/names/countries';
import { domainIn } from '../../../core/matching/names/domainName';
import { exactForm } from '../../../core/matching/names/foldName';
import { howNamesDiffer } from '../../../core/matching/names/nameDifferences';
import { legalFormsDiffer, normalName } from '../../../core/matching/names/normalForm';

const formOf = (name: string) => normalName(name).form;
const differ = (a: string, b: string) => legalFormsDiffer(normalName(a), normalName(b));

describe('the normal form of a name', () => {
	it.each([
		['Acme & Sons, L.L.C.', 'ACME and Sons llc'],
		['The Acme Company', 'Acme Co.'],
		['Ébénisterie Côté Ltée', 'Ebenisterie Cote Ltd'],
		['Straße & Söhne GmbH', 'Strasse and Sohne GMBH'],
		['Grupo Bimbo, S.A.B. de C.V.', 'grupo bimbo SAB DE CV'],
		['Comercial Sol S. de R.L. de C.V.', 'Comercial Sol S de RL de CV'],
		['Açaí Comércio Ltda.', 'ACAI COMERCIO LTDA'],
		['Petrobras S/A', 'Petrobras S.A.'],
		['Müller GmbH & Co. KG', 'Muller GmbH & Co KG'],
		['Nowak Sp. z o.o.', 'Nowak sp. z o. o.'],
		["O'Brien Plumbing Inc", 'OBrien Plumbing, Incorporated'],
		['Data Serv Inc.', 'DataServ'],
		['Smith & Co', 'Smith Company'],
		['A.B.C. Corp', 'ABC Corporation'],
		['Acme™ Tools', 'Acme Tools'],
	])('is the same for "%s" and "%s"', (a, b) => {
		expect(formOf(a)).not.toBe('');
		expect(formOf(a)).toBe(formOf(b));
	});

	it.each([
		['Acme North', 'Acme South'],
		['Acme Group', 'Acme'],
		['Acme Holdings Ltd', 'Acme Ltd'],
		['The Limited', 'Inc'],
		['हिन्दी', 'हन्द'],
	])('tells "%s" from "%s"', (a, b) => {
		expect(formOf(a)).not.toBe(formOf(b));
	});

	it('never takes away the whole name', () => {
		expect(formOf('Limited')).toBe('limited');
		expect(formOf('The Company')).toBe('company');
		expect(formOf('Inc Inc')).toBe('inc');
		expect(formOf('東京 KK')).toBe('東京');
	});

	it('is empty for a name without a letter or digit', () => {
		expect(formOf(' ... ')).toBe('');
	});

	it.each([
		['Unilever N.V.', 'Unilever plc'],
		['Acme Ltd', 'Acme PLC'],
		['Acme Inc', 'Acme LLC'],
		['Sol S.A.', 'Sol S.A. de C.V.'],
		['Serenity Spa', 'Serenity'],
		['Smith Ag', 'Smith'],
	])('does not take "%s" and "%s" for one company', (a, b) => {
		expect(formOf(a)).toBe(formOf(b));
		expect(differ(a, b)).toBe(true);
		expect(differ(b, a)).toBe(true);
	});

	it.each([
		['Acme Ltd', 'Acme'],
		['Acme Limited', 'ACME LTD.'],
		['Acme Co', 'Acme Ltd'],
		['Barilla S.p.A.', 'BARILLA SPA'],
		['Qux Co., Ltd.', 'Qux Limited'],
		['Tremblay Ltée', 'Tremblay Limited'],
	])('lets "%s" and "%s" be one company', (a, b) => {
		expect(differ(a, b)).toBe(false);
		expect(differ(b, a)).toBe(false);
	});

	it('says how two names differ', () => {
		expect(howNamesDiffer('The Acme & Sons', 'Acme and Sons, LLC')).toEqual([
			'legal form LLC',
			'leading "The"',
			'"&" and "and"',
			'punctuation',
		]);
		expect(howNamesDiffer('Café Nord', 'Cafe Nord')).toEqual(['accents']);
		expect(howNamesDiffer('Data Serv', 'DataServ')).toEqual(['spaces']);
		expect(howNamesDiffer('ACME', 'Acme')).toEqual(['upper and lower case']);
	});
});

describe('the exact form of a name', () => {
	it('leaves aside case and spaces only', () => {
		expect(exactForm('  Acme\t  CONSTRUCTION ')).toBe('acme construction');
		expect(exactForm('Acme, Inc.')).not.toBe(exactForm('Acme Inc'));
	});
});

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

describe('countries', () => {
	it.each([
		['US', 'United States of America'],
		['U.S.A.', 'usa'],
		['CA', 'Canada'],
		['BR', 'Brasil'],
		['MX', 'México'],
		['UK', 'GB'],
	])('"%s" and "%s" are one', (a, b) => {
		expect(countryCode(a)).not.toBeNull();
		expect(countriesDiffer(a, b)).toBe(false);
	});

	it('differ only when both are known', () => {
		expect(countriesDiffer('US', 'Canada')).toBe(true);
		expect(countriesDiffer('US', null)).toBe(false);
		expect(countriesDiffer('US', 'Atlantis')).toBe(false);
	});
});
