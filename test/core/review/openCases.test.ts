import { openCases } from '../../../core/review/openCases';
import { aMatch, mappedTo } from '../sync/records';
import { customer } from '../matching/records';
import { ASKING, candidate, doubtful, proposed, TODAY } from './reviewRecords';

/** Who waits for a person, and who is asked about first. */

const numbers = (cases: ReturnType<typeof openCases>['cases']) =>
	cases.map(({ customer: { customerNo } }) => customerNo);

describe('open cases', () => {
	it('are those under review: mapped and ignored customers are not asked about', () => {
		const settled = [
			{ customer: customer('1', 'Acorn'), match: mappedTo() },
			{ customer: customer('3', 'Cedar'), match: aMatch({ status: 'ignored' }) },
		];
		const { cases, groups } = openCases([...settled, doubtful('4', 'Dune')], ASKING);
		expect(numbers(cases)).toEqual(['4']);
		expect(groups).toEqual([]);
	});

	it('are those without a client too, after the doubts, unless they are settled or discontinued', () => {
		const without = (no: string, match = {}, active = true) => ({
			customer: customer(no, 'Birch', { active }),
			match: aMatch(match),
		});
		const customers = [
			without('1'),
			without('2', { newClientName: 'Birch Dental' }),
			without('3', {}, false),
			doubtful('4', 'Dune'),
			proposed('5', 'Elm', 15),
		];
		expect(numbers(openCases(customers, ASKING).cases)).toEqual(['4', '1', '5']);
		expect(numbers(openCases(customers, { ...ASKING, withUnmapped: false }).cases)).toEqual([
			'4',
			'5',
		]);
	});

	it('leave out customers to be asked about later, the day itself included', () => {
		const later = (no: string, askAfter: string) => doubtful(no, 'Elm', { askAfter });
		const { cases, waiting } = openCases(
			[later('1', TODAY), later('2', '2026-12-01'), later('3', '2026-11-22')],
			ASKING,
		);
		expect(numbers(cases)).toEqual(['3']);
		expect(numbers(waiting)).toEqual(['1', '2']);
	});

	it('come in the order of score, margin and name, whatever the order in which they came in', () => {
		const customers = [
			doubtful('1', 'Zebra', { score: 0.7, margin: 0.1 }),
			doubtful('2', 'Beta', { score: 0.9, margin: 0.1 }),
			doubtful('3', 'Alpha', { score: 0.9, margin: 0.1 }),
			doubtful('4', 'Yak', { score: 0.9, margin: 0.5 }),
			doubtful('5', null, { score: 0, margin: null, candidates: [] }),
		];
		const expected = ['4', '3', '2', '1', '5'];
		expect(numbers(openCases(customers, ASKING).cases)).toEqual(expected);
		expect(numbers(openCases([...customers].reverse(), ASKING).cases)).toEqual(expected);
	});

	it('ask about proposals last, the weakest evidence first, and group them by their evidence', () => {
		const { cases, groups } = openCases(
			[
				proposed('1', 'Acorn', 11),
				proposed('2', 'Birch', 12, { level: 'domain' }),
				proposed('3', 'Cedar', 13, { level: 'normalForm' }),
				doubtful('4', 'Dune', { score: 0.1 }),
				proposed('5', 'Elm', 15),
			],
			ASKING,
		);
		expect(numbers(cases)).toEqual(['4', '3', '1', '5', '2']);
		expect(groups.map(({ level, members }) => [level, members.length])).toEqual([
			['domain', 1],
			['exactName', 2],
			['normalForm', 1],
		]);
	});

	it('count a customer that came in twice once', () => {
		const twice = proposed('1', 'Acorn', 11);
		const { cases, groups } = openCases([twice, twice], ASKING);
		expect([cases.length, groups[0].members.length]).toEqual([1, 1]);
	});

	it('take nothing for a proposal that names no client', () => {
		const { groups } = openCases([proposed('1', 'Acorn', 11, { candidates: [] })], ASKING);
		expect(groups).toEqual([]);
	});

	it('rank equal candidates without a margin by name', () => {
		const without = (no: string, name: string) =>
			doubtful(no, name, { margin: null, candidates: [candidate(1, 'X')] });
		expect(numbers(openCases([without('2', 'B'), without('1', 'A')], ASKING).cases)).toEqual([
			'1',
			'2',
		]);
	});
});
