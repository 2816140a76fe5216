import type { Label } from './labelledWorld';
import {
	addedUp,
	boundOfNoneWrong,
	offeredFirst,
	offeredInThree,
	precision,
	recall,
	scoreWorld,
	type Answer,
} from './scorer';

function scored(rows: Array<[Label, Answer?]>) {
	const labels = new Map(rows.map(([label], at) => [`us/${at}`, label]));
	const answers = new Map(
		rows.flatMap(([, answer], at) => (answer === undefined ? [] : [[`us/${at}`, answer] as const])),
	);
	return scoreWorld({ labels }, answers);
}

const is = (clientId: number | null, kind = 'plain'): Label => ({ clientId, kind });
const unsure = (clientId: number | null): Label => ({
	clientId,
	kind: 'unsure',
	undecidable: true,
});
const decided = (clientId: number): Answer => ({ decided: clientId, offered: [] });
const offered = (...clientIds: number[]): Answer => ({ decided: null, offered: clientIds });

describe('the scorer', () => {
	it('counts a decision right only when it is the labelled client', () => {
		const { all, wrong } = scored([
			[is(1), decided(1)],
			[is(2), decided(3)],
			[is(null), decided(4)],
		]);
		expect(all).toMatchObject({ customers: 3, decisions: 3, right: 1, wrong: 2, decidable: 2 });
		expect(precision(all)).toBeCloseTo(1 / 3);
		expect(recall(all)).toBe(0.5);
		expect(wrong.map(({ customer, label, decided: to }) => [customer, label, to])).toEqual([
			['us/1', 2, 3],
			['us/2', null, 4],
		]);
	});

	it('holds a decision about an undecidable customer to be wrong, unless it is what the author holds likeliest', () => {
		const { all, guessedWell } = scored([
			[unsure(1), decided(1)],
			[unsure(1), decided(2)],
			[unsure(null), decided(2)],
			[unsure(1), offered(1)],
		]);
		expect(all).toMatchObject({ decisions: 2, right: 0, wrong: 2, guessedWell: 1, decidable: 0 });
		expect(all.rest).toBe(0);
		expect(guessedWell.map(({ customer }) => customer)).toEqual(['us/0']);
	});

	it('looks for the right client among the first three offered, only where a person has to decide', () => {
		const { all, notOffered } = scored([
			[is(1), offered(1, 2, 3)],
			[is(2), offered(1, 3, 2)],
			[is(3), offered(1, 2, 4, 3)],
			[is(4)],
			[is(5), decided(5)],
			[is(null), offered(1)],
		]);
		expect(all).toMatchObject({ rest: 4, first: 1, firstThree: 2, right: 1, decidable: 5 });
		expect(offeredFirst(all)).toBe(0.25);
		expect(offeredInThree(all)).toBe(0.5);
		expect(notOffered.map(({ customer }) => customer)).toEqual(['us/2', 'us/3']);
	});

	it('tells the kinds apart, and they add up to the whole', () => {
		const { all, byKind } = scored([
			[is(1, 'typo'), decided(1)],
			[is(2, 'typo'), offered(2)],
			[is(3, 'acronym'), decided(9)],
			[unsure(4), decided(4)],
		]);
		expect([...byKind.keys()]).toEqual(['typo', 'acronym', 'unsure']);
		expect(byKind.get('typo')).toMatchObject({ customers: 2, right: 1, rest: 1, first: 1 });
		expect(addedUp([...byKind.values()])).toEqual(all);
	});

	it('bounds what none wrong says, and says nothing when some were wrong or none decided', () => {
		expect(boundOfNoneWrong(scored([[is(1), decided(1)]]).all)).toBe(1);
		const many = scored(Array.from({ length: 300 }, () => [is(1), decided(1)] as [Label, Answer]));
		expect(boundOfNoneWrong(many.all)).toBe(0.01);
		expect(boundOfNoneWrong(scored([[is(1), decided(2)]]).all)).toBeNull();
		expect(boundOfNoneWrong(scored([[is(1), offered(1)]]).all)).toBeNull();
		expect(precision(scored([[is(1)]]).all)).toBeNull();
	});
});
