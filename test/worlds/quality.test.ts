import { matchCustomers, type MatchEntry } from '../../core/matching';
import { harbourWorld } from './harbourWorld';
import type { LabelledWorld } from './labelledWorld';
import { prairieWorld } from './prairieWorld';
import { scoreWorld, type Answer } from './scorer';

/** What the matcher makes of worlds whose authors did not know its rules. */

const WORLDS: Array<[string, () => LabelledWorld]> = [
	['harbour', harbourWorld],
	['prairie', () => prairieWorld()],
];

function entriesOf({ customers, clients }: LabelledWorld, ownNames: string[]): MatchEntry[] {
	const result = matchCustomers({ customers, clients }, { ownNames });
	return [...result.mapped, ...result.review, ...result.unmapped, ...result.ignored];
}

function answersOf(entries: MatchEntry[]): Map<string, Answer> {
	return new Map(
		entries.map(({ customer, client, candidates }) => [
			`${customer.account}/${customer.customerNo}`,
			{ decided: client?.id ?? null, offered: candidates.map(({ id }) => id) },
		]),
	);
}

describe.each(WORLDS)('the %s world', (_name, world) => {
	const known = world();

	it.each([[['northwind-it.com']], [[]]])(
		'has no wrong automatic decision, and four of five customers are decided (own company: %j)',
		(ownNames) => {
			const { all, wrong } = scoreWorld(known, answersOf(entriesOf(known, ownNames)));
			expect(wrong).toEqual([]);
			expect(all.right / all.decidable).toBeGreaterThanOrEqual(0.8);
			expect(all.firstThree / all.rest).toBeGreaterThanOrEqual(0.965);
		},
	);

	it('gets a reason on every match and every candidate', () => {
		for (const { match, reasons, conflicts, candidates } of entriesOf(known, [])) {
			expect([...reasons, ...conflicts].length).toBeGreaterThan(0);
			if (match.status === 'review') expect(conflicts.length).toBeGreaterThan(0);
			for (const candidate of candidates) {
				expect(candidate.reasons.length).toBeGreaterThan(0);
				expect(candidate.reasons.every((text) => text.trim() !== '')).toBe(true);
			}
		}
	});
});

it('leaves to a person at least 98 of 100 with the right client among the first three', () => {
	const scores = WORLDS.map(([, world]) => {
		const known = world();
		return scoreWorld(known, answersOf(entriesOf(known, ['northwind-it.com']))).all;
	});
	const rest = scores.reduce((sum, score) => sum + score.rest, 0);
	const offered = scores.reduce((sum, score) => sum + score.firstThree, 0);
	expect(offered / rest).toBeGreaterThanOrEqual(0.98);
});
