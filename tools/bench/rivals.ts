/** Other ways to match names, as their packages do it: each decides for the likest client above a threshold. */
import { distance } from 'fastest-levenshtein';
import Fuse from 'fuse.js';
import { token_set_ratio } from 'fuzzball';
import jaroWinkler from 'jaro-winkler';
import type { LabelledWorld } from '../../test/worlds/labelledWorld';
import type { Answer } from '../../test/worlds/scorer';

export interface Rival {
	name: string;
	answers: (world: LabelledWorld) => Map<string, Answer>;
}

const OFFERED = 3;

export const rivals: readonly Rival[] = [
	byRatio('exact name', (a, b) => (a === b ? 1 : 0), 1),
	byRatio('token set ≥ 90', (a, b) => token_set_ratio(a, b) / 100, 0.9),
	byRatio('Levenshtein ≥ .90', levenshteinRatio, 0.9),
	byRatio('Jaro-Winkler ≥ .90', (a, b) => jaroWinkler(a, b), 0.9),
	fuse('Fuse.js at .35', 0.35),
];

function levenshteinRatio(a: string, b: string): number {
	return 1 - distance(a, b) / Math.max(a.length, b.length, 1);
}

function byRatio(name: string, ratio: (a: string, b: string) => number, threshold: number): Rival {
	return {
		name,
		answers: (world) => {
			const clients = candidates(world);
			return answered(world, (customerName) => {
				const best = clients
					.map((client) => ({ id: client.id, score: ratio(customerName, client.name) }))
					.filter(({ score }) => score > 0)
					.sort((a, b) => b.score - a.score)
					.slice(0, OFFERED);
				const [first] = best;
				return {
					decided: first !== undefined && first.score >= threshold ? first.id : null,
					offered: best.map(({ id }) => id),
				};
			});
		},
	};
}

/** Fuse finds nothing beyond its threshold, so what it finds it also decides. */
function fuse(name: string, threshold: number): Rival {
	return {
		name,
		answers: (world) => {
			const index = new Fuse(candidates(world), { keys: ['name'], threshold });
			return answered(world, (customerName) => {
				const found = index.search(customerName, { limit: OFFERED }).map(({ item }) => item.id);
				return { decided: found[0] ?? null, offered: found };
			});
		},
	};
}

/** Active clients first: of equally like ones the first is taken. */
function candidates({ clients }: LabelledWorld): Array<{ id: number; name: string }> {
	return [...clients]
		.sort((a, b) => Number(a.inactive) - Number(b.inactive) || a.id - b.id)
		.map(({ id, name }) => ({ id, name: plain(name) }));
}

function answered(
	world: LabelledWorld,
	answerOf: (customerName: string) => Answer,
): Map<string, Answer> {
	return new Map(
		world.customers.map(({ account, customerNo, name }) => [
			`${account}/${customerNo}`,
			name === null ? { decided: null, offered: [] } : answerOf(plain(name)),
		]),
	);
}

function plain(name: string): string {
	return name.trim().toLowerCase();
}
