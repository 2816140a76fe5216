import { lettersApart, spellingStrength } from '../../../../core/matching/suggest/nameEvidence';
import { recordTexts } from '../../../../core/matching/suggest/recordTexts';
import { readRunTogether } from '../../../../core/matching/suggest/runTogether';
import { shortForms } from '../../../../core/matching/suggest/shortForms';
import { wordCounts } from '../../../../core/matching/suggest/wordCounts';
import { wordOverlap } from '../../../../core/matching/suggest/wordOverlap';
import { weigh, type Evidence } from '../../../../core/matching/suggest/evidence';

const nameOf = (name: string) => recordTexts(name, []).names[0];

describe('the texts of a record', () => {
	it('count a name that is a domain among the domains', () => {
		const { written, names, labels, raw } = recordTexts('www.Acorn-Build.com', ['globex.ca']);
		expect([written, names, raw]).toEqual([null, [], '']);
		expect(labels.map(({ letters }) => letters)).toEqual(['acornbuild', 'globex']);
	});

	it('know a domain that only repeats the name, and what domains add to one', () => {
		const { labels } = recordTexts('Smith & Jones LLC', [
			'smithandjones.com',
			'smithjones.com',
			'getsmithjones.com',
		]);
		expect(labels.map(({ isOwnName }) => isOwnName)).toEqual([true, true, false]);
		expect(labels[2].bare).toBe('smithjones');
	});
});

describe('the short ways to write a name', () => {
	const forms = (name: string) => [...shortForms(nameOf(name)).keys()];

	it('are its initials, with and without small words and legal form', () => {
		expect(forms('Bank of Nova Scotia Inc')).toEqual(
			expect.arrayContaining(['bns', 'bons', 'bnsi', 'bonsi']),
		);
	});

	it('count both halves of a word made of two', () => {
		expect(forms('Northwind IT Services')).toEqual(expect.arrayContaining(['nis', 'nwis', 'nits']));
	});

	it('may keep the last words or the first ones', () => {
		expect(forms('Acme Building Company Construction')).toEqual(
			expect.arrayContaining(['abcconstruction', 'acmebcc']),
		);
		expect(forms('John Smith')).toContain('jsmith');
	});

	it('are none for a name of one word', () => {
		expect(forms('Globex')).toEqual([]);
	});
});

describe('a text read as words run together', () => {
	const read = (letters: string, name: string) => readRunTogether(letters, nameOf(name).parts);

	it('may leave small words and the legal form out or keep them', () => {
		const whole = ['smith', 'jones'];
		for (const letters of ['smithjones', 'smithandjones', 'smithjonesllc', 'smithyjones']) {
			expect(read(letters, 'Smith & Jones LLC')).toMatchObject({ whole, begun: [], left: [] });
		}
	});

	it('may hold beginnings of words and leave words out', () => {
		expect(read('acornbuild', 'Acorn Building Supply')).toEqual({
			whole: ['acorn'],
			begun: ['building'],
			left: ['supply'],
		});
	});

	it('is nothing when letters are left over', () => {
		expect(read('acornbuildx', 'Acorn Building Supply')).toBeNull();
		expect(read('zephyr', 'Acorn Building')).toBeNull();
	});
});

describe('words of two names', () => {
	const counts = wordCounts([
		['acorn', 'dental'],
		['globex', 'dental'],
		['harbour', 'dental'],
	]);
	const overlap = (a: string, b: string) => wordOverlap(a.split(' '), b.split(' '), counts);

	it('are paired off once each, equal ones before misspelled ones', () => {
		expect(overlap('boltt boltt bolt', 'bolt acorn')).toMatchObject({ matched: 1, outOf: 3 });
		expect(overlap('bolt boltt', 'boltt bolt')).toMatchObject({ matched: 2, letters: 0 });
	});

	it('weigh more when they are rare', () => {
		const rare = overlap('acorn dental', 'acorn clinic').ofBoth;
		const common = overlap('acorn dental', 'globex dental').ofBoth;
		expect(rare).toBeGreaterThan(common);
	});

	it('are the same or not, misspelled or written short', () => {
		expect(overlap('acorn building', 'acorn bldg').shortened).toEqual([
			{ short: 'bldg', long: 'building' },
		]);
		expect(overlap('acorn constuction', 'acorn construction')).toMatchObject({ letters: 1 });
		expect(overlap('abc dental', 'abd clinic').matched).toBe(0);
	});

	it('never make up more than the whole', () => {
		for (const pair of [
			['acorn acorn acorn', 'acorn'],
			['acorn', 'acorn acorn'],
			['dental acorn', 'acorn dental'],
		]) {
			const { ofBoth, ofOne } = overlap(pair[0], pair[1]);
			expect(ofBoth).toBeLessThanOrEqual(1);
			expect(ofOne).toBeLessThanOrEqual(1);
		}
	});
});

describe('a misspelling', () => {
	it('has a letter in three wrong at the most, and three in all', () => {
		expect(lettersApart('acorn', 'acorn')).toBe(0);
		expect(lettersApart('magpie', 'magiep')).toBe(2);
		expect(lettersApart('abcd', 'axyd')).toBeNull();
		expect(lettersApart('ab', 'ac')).toBeNull();
	});

	it('is surer in a long text and with few letters', () => {
		expect(spellingStrength(1, 'harbourview', 'harborview')).toBeGreaterThan(
			spellingStrength(1, 'acorn', 'acron'),
		);
		expect(spellingStrength(2, 'magpie', 'magiep')).toBeLessThan(0.6);
	});
});

describe('evidence brought together', () => {
	const name: Evidence = { about: 'name', strength: 0.7, reason: 'words' };
	const domain: Evidence = { about: 'domain', strength: 0.6, reason: 'another ending' };
	const score = (evidence: Evidence[], inactive = false) => weigh(evidence, 0.5, inactive).score;

	it('of another kind supports the strongest, of the same kind it does not', () => {
		expect(score([name, domain])).toBeGreaterThan(score([name]));
		expect(score([name, { ...name, strength: 0.65 }])).toBe(score([name]));
		expect(weigh([domain, name], 0.5, false).reasons).toEqual(['words', 'another ending']);
	});

	it('tells of letters in common only where there is nothing better', () => {
		const letters: Evidence = { about: 'letters', strength: 0.5, reason: 'letters' };
		expect(weigh([name, letters], 0.5, false).reasons).toEqual(['words']);
		expect(weigh([letters], 0.5, false).reasons).toEqual(['letters']);
	});

	it('is worth a little less for a client that is not in use', () => {
		expect(score([name], true)).toBeLessThan(score([name]));
	});
});
