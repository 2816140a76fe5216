import fc from 'fast-check';

import { keyTableBuilder } from '../../../../core/matching/suggest/keyTable';
import { trigramIndex } from '../../../../core/matching/suggest/trigramIndex';

const texts = fc.array(
	fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '7', 'ж', '株'), maxLength: 14 }),
	{ maxLength: 20 },
);

describe('the look-up by runs of three letters', () => {
	it('finds an equal text first, and it is as like as can be', () => {
		fc.assert(
			fc.property(texts, fc.nat(), (all, at) => {
				fc.pre(all.length > 0);
				const wanted = all[at % all.length];
				fc.pre(wanted !== '');
				const index = trigramIndex(all);
				const text = index.read(wanted);
				const [first] = index.nearest(text, 3);
				expect(index.likeness(text, all.indexOf(wanted))).toBeCloseTo(1, 4);
				expect(index.likeness(text, first)).toBeCloseTo(1, 4);
			}),
		);
	});

	it('finds what comparing with each one finds, likest first and equal ones by position', () => {
		fc.assert(
			fc.property(
				texts,
				fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ') }),
				(all, wanted) => {
					const index = trigramIndex(all);
					const text = index.read(wanted);
					const expected = all
						.map((_, position) => ({ position, likeness: index.likeness(text, position) }))
						.filter(({ likeness }) => likeness > 0)
						.sort((a, b) => b.likeness - a.likeness || a.position - b.position)
						.map(({ position }) => position);
					expect(index.nearest(text, all.length + 1)).toEqual(expected);
					expect(index.nearest(text, all.length + 1)).toEqual(expected);
				},
			),
		);
	});

	it('is between 0 and 1, and 0 for texts without a run in common', () => {
		const index = trigramIndex(['acorn', 'zzzz', '']);
		const text = index.read('acorns');
		expect(index.likeness(text, 0)).toBeGreaterThan(0.5);
		expect(index.likeness(text, 0)).toBeLessThan(1);
		expect(index.likeness(text, 1)).toBe(0);
		expect(index.likeness(text, 2)).toBe(0);
		expect(index.nearest(index.read(''), 5)).toEqual([]);
	});

	it('lets rare runs tell more than common ones', () => {
		const many = Array.from({ length: 20 }, (_, at) => `dental ${String.fromCharCode(97 + at)}q`);
		const index = trigramIndex([...many, 'zephyr dental', 'zephyr bakery']);
		const text = index.read('zephyr clinic');
		expect(index.nearest(text, 2).sort()).toEqual([20, 21]);
	});
});

describe('the table of keys', () => {
	it('holds every position under each of its keys, ascending and once', () => {
		const entries = fc.array(
			fc.tuple(fc.constantFrom('nwis', 'abc', 'acorn', '', 'ж'), fc.nat({ max: 2 ** 20 - 1 })),
			{ maxLength: 40 },
		);
		fc.assert(
			fc.property(entries, (all) => {
				const builder = keyTableBuilder();
				for (const [key, position] of all) builder.add(key, position);
				const table = builder.build();
				for (const key of ['nwis', 'abc', 'acorn', '', 'ж', 'never added']) {
					const own = all.filter(([other]) => other === key).map(([, position]) => position);
					expect(table.find(key)).toEqual([...new Set(own)].sort((a, b) => a - b));
				}
			}),
		);
	});
});
