import { commonWordsOf } from '../../../../core/matching/names/commonName';
import { withoutNotes } from '../../../../core/matching/names/nameNotes';
import { readName } from '../../../../core/matching/names/nameReading';
import { commonNames, namesWithoutNotes } from '../../../../core/matching/names/normalForm';

const BEGINNINGS = ['', 'The ', 'Le Groupe ', 'SARL ', 'St. ', 'O ', 'Old ', "D'Or "];
const MIDDLES = [
	'Acorn',
	'Acorn & Buhler Mfg',
	'Souza e Lima',
	'Gráfica São João',
	"O'Brien-Walsh",
	'Area 5.1',
	'Mercer, John R.',
	'X Y Z Trading',
	'Müller',
	'acorn.com',
];
const ENDINGS = [
	'',
	' Inc',
	', LLC',
	' S.A. de C.V.',
	' & Co Ltd.',
	' GmbH & Co. KG',
	' Serenity Spa',
	' dba Buhler',
	' do not use',
	' - HQ',
	' (M365)',
];

const names = BEGINNINGS.flatMap((beginning) =>
	MIDDLES.flatMap((middle) => ENDINGS.map((ending) => `${beginning}${middle}${ending}`)),
);

describe('A name written as nearly all are', () => {
	it('is read at one glance as it is read with care', () => {
		const common = names.filter((name) => commonNames(name) !== null);
		expect(common.length).toBeGreaterThan(names.length / 4);
		for (const name of common) {
			const { notes, retired, ...written } = withoutNotes(name);
			expect([name, notes, retired]).toEqual([name, [], null]);
			expect(commonNames(name)).toEqual(namesWithoutNotes({ notes, retired, ...written }));
		}
	});

	it.each([
		['Acorn - HQ', 'a note set apart'],
		['Acorn (M365)', 'brackets'],
		['mail.acorn.com', 'a domain'],
		['Müller Bau', 'an umlaut, which is also spelled out'],
		['Acorn  Mills', 'two spaces'],
		['NA', 'what may stand for no name'],
		['. .', 'no word'],
		['Acorn '.repeat(50).trim(), 'more letters than names have'],
	])('is not "%s": %s', (name) => {
		expect(commonWordsOf(name)).toBeNull();
	});

	it.each(['Acorn donotuse', 'Acorn Mills, Inc. do not use', 'Acorn do not use'])(
		'may end in words that say it is not to be used: "%s"',
		(name) => {
			expect(readName(name).retired).not.toBeNull();
		},
	);
});
