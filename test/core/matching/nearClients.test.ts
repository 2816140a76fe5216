import fc from 'fast-check';

import { clientNameIndex, findNearClients } from '../../../core/matching';
import { editDistance } from '../../../core/matching/names/editDistance';
import { spellingIndex, spellingRatio } from '../../../core/matching/names/nearSpelling';
import { wordSetIndex } from '../../../core/matching/names/wordSets';
import { client } from './records';

const index = clientNameIndex([
	client(1, 'Acorn Construction LLC'),
	client(2, 'Northern Lights Electrical Services', { inactive: true }),
	client(3, 'Buhler Industries'),
	client(4, 'Acorn'),
	client(5, '...'),
	client(6, 'Harbour View Dental Practice'),
]);

const near = (name: string) =>
	findNearClients(name, index).map(({ client: { id }, reasons }) => [id, ...reasons]);

describe('clients that a new one might double', () => {
	it('have the same name, or the same but for its writing', () => {
		expect(near('acorn construction llc')).toEqual([[1, 'same name']]);
		expect(near('The Acorn Construction')[0]).toEqual([
			1,
			'same name but for legal form LLC, leading "The"',
		]);
	});

	it('may be inactive, and it is said', () => {
		expect(near('Northern Lights Electrical Services Ltd')[0]).toEqual([
			2,
			'same name but for legal form Ltd',
			'inactive in Halo',
		]);
	});

	it('are spelled almost the same', () => {
		expect(near('Harbor View Dental Practice')).toEqual([[6, 'spelled almost the same']]);
		expect(near('Harbuor View Dental Practise')).toEqual([[6, 'spelled almost the same']]);
	});

	it('have all words of the other name, if those are two or more', () => {
		expect(near('Northern Lights')).toEqual([
			[2, 'one name holds all words of the other', 'inactive in Halo'],
		]);
		expect(near('Acorn Construction Winnipeg')).toEqual([
			[1, 'one name holds all words of the other'],
		]);
		expect(near('Acorn Travel')).toEqual([]);
	});

	it('are found by a domain that is their name', () => {
		expect(near('buhler-industries.com')).toEqual([
			[3, 'its name is the domain without its ending'],
		]);
	});

	it('are none for an unlike name or one without letters', () => {
		expect(near('Zephyr Bakery')).toEqual([]);
		expect(near('!!!')).toEqual([]);
	});
});

describe('the look-up of near spellings', () => {
	const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 34 }), {
		maxLength: 12,
	});

	/** A text and one with a few letters changed. */
	const edited = fc
		.tuple(
			fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 8, maxLength: 34 }),
			fc.array(fc.tuple(fc.constantFrom('insert', 'delete', 'replace', 'swap'), fc.nat()), {
				maxLength: 4,
			}),
		)
		.map(([text, edits]) => [text, edits.reduce(applyEdit, text)] as const);

	it('finds what comparing each with each finds', () => {
		fc.assert(
			fc.property(texts, edited, (others, [text, query]) => {
				const all = [...others, text];
				const expected = all.flatMap((other, at) => (spellingRatio(query, other) > 0 ? [at] : []));
				expect(
					spellingIndex(all)
						.find(query)
						.sort((a, b) => a - b),
				).toEqual(expected);
			}),
			{ numRuns: 1500 },
		);
	});

	it('counts a swap of neighbours as one edit and stops at the limit', () => {
		expect(editDistance('harbour', 'harbuor', 3)).toBe(1);
		expect(editDistance('abc', 'abc', 0)).toBe(0);
		expect(editDistance('abcdef', 'ghijkl', 2)).toBe(3);
		expect(editDistance('', 'ab', 5)).toBe(2);
	});

	it('needs nine letters in ten', () => {
		expect(spellingRatio('abcdefghij', 'abcdefghiX')).toBe(0.9);
		expect(spellingRatio('abcdefghi', 'abcdefghX')).toBe(0);
	});
});

describe('the look-up of word sets', () => {
	const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 4 });

	it('finds what comparing each with each finds', () => {
		fc.assert(
			fc.property(fc.array(words, { maxLength: 15 }), words, (lists, query) => {
				const within = (a: string[], b: string[]) => a.every((word) => b.includes(word));
				const big = (list: string[]) => new Set(list).size >= 2;
				const expected = lists.flatMap((list, at) =>
					big(query) && big(list) && (within(list, query) || within(query, list)) ? [at] : [],
				);
				expect(
					wordSetIndex(lists)
						.find(query)
						.sort((a, b) => a - b),
				).toEqual(expected);
			}),
			{ numRuns: 1000 },
		);
	});
});

function applyEdit(text: string, [kind, at]: readonly [string, number]): string {
	const position = text.length === 0 ? 0 : at % text.length;
	const before = text.slice(0, position);
	const after = text.slice(position);
	switch (kind) {
		case 'insert':
			return `${before}d${after}`;
		case 'delete':
			return before + after.slice(1);
		case 'replace':
			return `${before}d${after.slice(1)}`;
		default:
			return before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2);
	}
}
