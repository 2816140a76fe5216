import { moneyChangeText, moneyText, sumMoney } from '../../../core/sync/money';
import { monthsOfPrice, monthsOfTerm, suggestedPerMonth } from '../../../core/sync/month';
import { canonicalJson, hashOf, planItem, withoutRepeats } from '../../../core/sync/planItem';
import { asOfText, countedWords, listsText, section } from '../../../core/sync/runFacts';
import {
	customerKey,
	licenceKeyText,
	parseLicenceKey,
	sameKey,
	subscriptionKey,
} from '../../../core/sync/stellrKeys';
import { aLine } from './records';

/** Keys, months, money, hashes and the words of a summary. */

describe('the month of a price', () => {
	it.each([
		['month', null, 1],
		['Monthly', null, 1],
		['quarter', null, 3],
		['annual', 'P3Y', 12],
		['YEAR', null, 12],
		['triennial', null, 36],
		['3 years', null, 36],
		['one_time', 'P3Y', 36],
		['upfront', 'P1Y', 12],
		['prepaid', null, null],
		['fortnightly', 'P1Y', null],
		[null, 'P1Y', null],
	])('of %s with the term %s covers %s', (billingFrequency, term, months) => {
		expect(monthsOfPrice({ billingFrequency, term })).toBe(months);
	});

	it.each([
		['P1M', 1],
		['P18M', 18],
		['P3Y', 36],
		['1 Year', null],
		[null, null],
	])('of the term %s is %s', (term, months) => {
		expect(monthsOfTerm(term)).toBe(months);
	});

	it('brings seats to a month by the price’s own period, rounded once, in its own currency', () => {
		expect(suggestedPerMonth(aLine(), 3)).toBe(89.79);
		expect(suggestedPerMonth(aLine({ billingFrequency: 'annual', suggestedPrice: 100 }), 7)).toBe(
			58.33,
		);
		expect(
			suggestedPerMonth(
				aLine({ billingFrequency: 'one_time', term: 'P3Y', suggestedPrice: 360 }),
				2,
			),
		).toBe(20);
		expect(suggestedPerMonth(aLine(), -42)).toBe(-1257.06);
	});

	it.each([{ currency: null }, { suggestedPrice: null }, { billingFrequency: 'fortnightly' }])(
		'cannot be told of %j, and is not guessed',
		(fields) => {
			expect(suggestedPerMonth(aLine(fields), 3)).toBeNull();
		},
	);
});

describe('money', () => {
	it('is summed by currency in minor units, unknown sums left out', () => {
		const parts = [
			{ moneyPerMonth: 0.1, currency: 'USD' },
			{ moneyPerMonth: 0.2, currency: 'USD' },
			{ moneyPerMonth: 5, currency: 'CAD' },
			{ moneyPerMonth: -5, currency: 'CAD' },
			{ moneyPerMonth: null, currency: 'USD' },
			{ moneyPerMonth: 3, currency: null },
			{},
		];
		expect(sumMoney(parts)).toEqual([{ currency: 'USD', amount: 0.3 }]);
	});

	it('reads as an invoice does', () => {
		expect(moneyText(1017.62, 'CAD')).toBe('CAD 1,017.62');
		expect(moneyText(-1234567.5, 'USD')).toBe('USD 1,234,567.50');
		expect(moneyChangeText(-1017.62, 'CAD')).toBe(', about CAD 1,017.62 a month less');
		expect(moneyChangeText(24.1, 'CAD')).toBe(', about CAD 24.10 a month more');
		expect([
			moneyChangeText(0, 'CAD'),
			moneyChangeText(null, 'CAD'),
			moneyChangeText(1, null),
		]).toEqual(['', '', '']);
	});
});

describe('a key', () => {
	it('is made of the account and the number', () => {
		expect(customerKey({ account: 'us', customerNo: '100482' })).toBe('us/100482');
		expect(subscriptionKey({ account: 'ca-prod', subscriptionId: '1_2' })).toBe('ca-prod/1_2');
		expect(sameKey(' US/1_2', 'us/1_2 ')).toBe(true);
	});

	it.each([
		['us/411833_1', { key: 'us/411833_1', adoptedAt: null }],
		['US/411833_1 (adopted at 42)', { key: 'us/411833_1', adoptedAt: 42 }],
		['us/411833_1 (adopted at -2.5)', { key: 'us/411833_1', adoptedAt: -2.5 }],
		['us/411833_1 (adopted at', null],
		['411833_1', null],
		['sherweb 99', null],
		['us/1;us/2', null],
		['', null],
		[null, null],
	])('read from "%s" is %j', (text, wanted) => {
		expect(parseLicenceKey(text)).toEqual(wanted);
	});

	it('is read back as it was written', () => {
		for (const mark of [null, 0, 42])
			expect(parseLicenceKey(licenceKeyText('us/1_1', mark))).toEqual({
				key: 'us/1_1',
				adoptedAt: mark,
			});
	});
});

describe('a plan item', () => {
	const base = {
		action: 'update' as const,
		target: 'licence' as const,
		key: 'us/1_1',
		haloId: 501,
		before: { count: 1, status: 'A' },
		after: { count: 2, status: 'B' },
		reasons: [{ code: 'a', text: 'A.' }],
	};

	it('has the same hash whatever the order of its fields and the words of its reasons', () => {
		const other = {
			...base,
			before: { status: 'A', count: 1 },
			after: { status: 'B', count: 2 },
			reasons: [{ code: 'a', text: 'Other words.' }],
		};
		expect(planItem(base).hash).toBe(planItem(other).hash);
		expect(planItem({ ...base, action: 'held', wouldBe: 'update' }).hash).toBe(planItem(base).hash);
		expect(planItem({ ...base, after: { count: 3, status: 'B' } }).hash).not.toBe(
			planItem(base).hash,
		);
	});

	it('is hashed over JSON with sorted keys', () => {
		expect(canonicalJson({ b: [1, { d: null, c: undefined }], a: 'x' })).toBe(
			'{"a":"x","b":[1,{"d":null}]}',
		);
		expect(hashOf({})).toMatch(/^[0-9a-f]{16}$/);
	});

	it('that came twice is one, and two creations of one key are one whatever they say', () => {
		const create = planItem({ ...base, action: 'create', haloId: null });
		const again = planItem({ ...base, action: 'create', haloId: null, after: { count: 9 } });
		const update = planItem(base);
		const { distinct, firstOf } = withoutRepeats([create, again, update, planItem(base)]);
		expect(distinct).toEqual([create, update]);
		expect(firstOf(again)).toBe(create);
	});

	it('of another row, action or content is another', () => {
		const others = [
			planItem(base),
			planItem({ ...base, haloId: 502 }),
			planItem({ ...base, action: 'end' }),
			planItem({ ...base, after: { count: 3 } }),
		];
		expect(withoutRepeats(others).distinct).toHaveLength(4);
	});
});

describe('the words of a run', () => {
	it('say the time of the data in the zone of the flow', () => {
		const facts = { asOf: '2026-11-23T09:07:00.000Z', timeZone: 'America/Toronto' };
		expect(asOfText(facts)).toBe('data as of 2026-11-23 04:07 (America/Toronto)');
		expect(asOfText({ ...facts, asOf: 'soon' })).toBe('time of the data unknown');
	});

	it('never call lists complete that were not seen', () => {
		expect(listsText(0)).toBe('all lists complete; ');
		expect(listsText(1)).toBe('1 list incomplete; ');
		expect(listsText('notJudged')).toMatch(/none was judged missing/);
		expect(listsText(null)).toBe('');
	});

	it('count what happened and leave out what did not', () => {
		expect(
			countedWords([
				[12, 'updated'],
				[0, 'created'],
				[3, 'held'],
			]),
		).toBe('12 updated, 3 held');
		expect(countedWords([[0, 'created']])).toBe('nothing to do');
	});

	it('cut a long list and say how much was cut', () => {
		const lines = Array.from({ length: 30 }, (_, at) => `line ${at}`);
		const text = section('Held', lines);
		expect(text).toHaveLength(27);
		expect(text[26]).toBe('- … and 5 more');
		expect(section('Held', [])).toEqual([]);
	});
});
