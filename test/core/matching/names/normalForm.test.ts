import { countriesDiffer, countryCode } from '../../../../core/matching/names/countries';
import { exactForm } from '../../../../core/matching/names/foldName';
import { howNamesDiffer } from '../../../../core/matching/names/nameDifferences';
import {
	legalFormsDiffer,
	normalName,
	normalNames,
} from '../../../../core/matching/names/normalForm';

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
		['Acme Mfg.', 'Acme Manufacturing'],
		['Acme Intl', 'Acme International'],
		['Smith Assoc', 'Smith Associates'],
		['Smith Assoc', 'Smith Association'],
		["St. Mary's Hosp.", "Saint Mary's Hospital"],
		['Univ. of Ottawa', 'University of Ottawa'],
		['Ind. e Com. de Móveis Silva Ltda', 'Indústria e Comércio de Móveis Silva'],
		['Dist. de Lácteos Huasteca', 'Distribuidora de Lácteos Huasteca'],
		['Cía. Minera Zacualpan', 'Compañía Minera Zacualpan'],
		['Dupont et Fils', 'Dupont & Fils'],
		['Ferretería López y Hijos', 'Ferreteria Lopez & Hijos'],
		['Souza e Lima', 'Souza & Lima'],
		['Le Groupe Acorn', 'Groupe Acorn'],
		['El Roble de la Sierra', 'Roble de la Sierra'],
		['O Boticário do Sul', 'Boticário do Sul'],
		['Paper Lantern School, The', 'The Paper Lantern School'],
		['SARL Dupont', 'Dupont SARL'],
		['Acorn Construction - HQ', 'Acorn Construction'],
		['Acorn Construction (M365)', 'Acorn Construction'],
		['Acorn Construction - DO NOT USE', 'Acorn Construction'],
		['ZZ - Acorn Construction', 'Acorn Construction'],
		['Acorn Construction [OLD]', 'Acorn Construction'],
		['Acorn | Stellr', 'Acorn'],
		['Contoso LLC dba Acorn Construction', 'Acorn Construction'],
		['Contoso LLC dba Acorn Construction', 'Contoso'],
		['Smith t/a Acorn', 'Acorn'],
		['Centre for Arts (CFA)', 'Center for Arts'],
		['Mercer, John R., CPA', 'John R. Mercer, CPA'],
		['Mühlenbach Sausage', 'Muehlenbach Sausage'],
	])('is one of those that "%s" and "%s" share', (a, b) => {
		const forms = (name: string) => normalNames(name).flatMap((one) => one.forms);
		expect(forms(a).some((form) => forms(b).includes(form))).toBe(true);
	});

	it.each([
		['A Plus Roofing', 'Plus Roofing'],
		['Acorn - Dallas', 'Acorn'],
		['Acorn (Canada)', 'Acorn'],
		['Old Mill - Bakery', 'Mill - Bakery'],
		['Sol Foods', 'Solutions Foods'],
		['D.B.A. Systems', 'Systems'],
		['Main St. Deli', 'Main Deli'],
	])('is not shared by "%s" and "%s"', (a, b) => {
		const forms = (name: string) => normalNames(name).flatMap((one) => one.forms);
		expect(forms(a).some((form) => forms(b).includes(form))).toBe(false);
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
		['Acme Co', 'Acme LLC'],
		['Smith Ag', 'Smith'],
	])('does not take "%s" and "%s" for one company', (a, b) => {
		expect(formOf(a)).toBe(formOf(b));
		expect(differ(a, b)).toBe(true);
		expect(differ(b, a)).toBe(true);
	});

	it.each([
		['Acme Ltd', 'Acme'],
		['Acme Limited', 'ACME LTD.'],
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
		expect(howNamesDiffer('Acme Mfg', 'Acme Manufacturing')).toEqual(['a word written short']);
		expect(howNamesDiffer('Acme (M365)', 'Acme')).toEqual(['the note "M365"', 'punctuation']);
		expect(howNamesDiffer('Dupont et Fils', 'Dupont and Fils')).toEqual(['the word for "and"']);
		expect(howNamesDiffer('Le Groupe Acorn', 'Groupe Acorn')).toEqual(['leading "Le"']);
	});
});

describe('the exact form of a name', () => {
	it('leaves aside case and spaces only', () => {
		expect(exactForm('  Acme\t  CONSTRUCTION ')).toBe('acme construction');
		expect(exactForm('Acme, Inc.')).not.toBe(exactForm('Acme Inc'));
	});
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
