import { matchCustomers } from '../../core/matching';
import { harbourWorld } from '../../test/worlds/harbourWorld';
import type { LabelledWorld } from '../../test/worlds/labelledWorld';
import { prairieWorld } from '../../test/worlds/prairieWorld';
import {
	addedUp,
	boundOfNoneWrong,
	offeredFirst,
	offeredInThree,
	precision,
	recall,
	scoreWorld,
	type Answer,
	type Finding,
	type Score,
	type WorldScore,
} from '../../test/worlds/scorer';
import type { Bench, BenchTable, Cell } from './bench';
import { rivals } from './rivals';

const OURS = 'this package';

interface Method {
	name: string;
	answers: (world: LabelledWorld) => Map<string, Answer>;
}

const methods: readonly Method[] = [{ name: OURS, answers: ourAnswers }, ...rivals];

/** How often each method decides rightly by itself, on lists whose true pairs are known. */
export const matchingQuality: Bench = {
	name: 'matching-quality',
	run: async ({ quick, say }) => {
		// The other methods take half a minute for the second world.
		const worlds = quick ? [harbourWorld()] : [harbourWorld(), prairieWorld()];
		const scores = methods.map((method) => {
			say(method.name);
			return { method, byWorld: worlds.map((world) => scoreWorld(world, method.answers(world))) };
		});
		const ours = scores[0].byWorld;
		const tables = worlds.map((world, at) => ({
			title: `${world.name}: ${world.customers.length} customers, ${world.clients.length} clients`,
			rows: scores.map(({ method, byWorld }) => methodRow(method.name, byWorld[at].all)),
			notes: [boundInWords(ours[at].all)],
		}));
		const total = addedUp(ours.map(({ all }) => all));
		return [
			...(quick ? [] : tables),
			{
				title: quick ? tables[0].title : 'All worlds together',
				rows: scores.map(({ method, byWorld }) =>
					methodRow(method.name, addedUp(byWorld.map(({ all }) => all))),
				),
				notes: [boundInWords(total), ...MEANING],
			},
			...worlds.flatMap((world, at) => tablesByKind(world.name, scores, at)),
			...worlds.flatMap((world, at) => tablesOfFindings(world, ours[at])),
		];
	},
};

const MEANING = [
	'Recall: of all customers that have a client and are not undecidable. Wrong: mapped to another client, or though there is none, or where nobody can know.',
	'First and in three: the right client among those offered for the rest, which is left to a person.',
	'The rivals compare names only, without case, and decide for the likest client above their threshold.',
];

function ourAnswers(world: LabelledWorld): Map<string, Answer> {
	const result = matchCustomers(world);
	const all = [...result.mapped, ...result.review, ...result.unmapped, ...result.ignored];
	return new Map(
		all.map(({ customer, client, candidates }) => [
			`${customer.account}/${customer.customerNo}`,
			{ decided: client?.id ?? null, offered: candidates.map(({ id }) => id) },
		]),
	);
}

function methodRow(name: string, score: Score): Record<string, Cell> {
	return {
		method: name,
		decided: score.decisions,
		right: score.right,
		wrong: score.wrong,
		'guessed well': score.guessedWell,
		precision: precision(score),
		recall: recall(score),
		rest: score.rest,
		first: offeredFirst(score),
		'in three': offeredInThree(score),
	};
}

function boundInWords(score: Score): string {
	const bound = boundOfNoneWrong(score);
	if (bound === null) return `${score.wrong} of ${score.decisions} decisions wrong.`;
	const percent = (100 * bound).toFixed(2);
	return `0 wrong of ${score.decisions} decisions: with 95 % certainty fewer than ${percent} % are (rule of three).`;
}

interface MethodScores {
	method: Method;
	byWorld: WorldScore[];
}

/** Ours in full and the wrong ones of each rival; every method in full for the JSON file only. */
function tablesByKind(world: string, scores: readonly MethodScores[], at: number): BenchTable[] {
	const [ours, ...others] = scores;
	const wrongOf = (kind: string) =>
		Object.fromEntries(
			others.map(({ method, byWorld }) => [
				`${method.name} wrong`,
				byWorld[at].byKind.get(kind)?.wrong ?? 0,
			]),
		);
	return [
		{
			title: `${world} by kind`,
			rows: [...ours.byWorld[at].byKind].map(([kind, score]) => ({
				kind,
				customers: score.customers,
				right: score.right,
				wrong: score.wrong,
				rest: score.rest,
				first: score.first,
				'in three': score.firstThree,
				...wrongOf(kind),
			})),
			notes: [],
		},
		{
			title: `${world} by kind and method`,
			onlyInFile: true,
			rows: scores.flatMap(({ method, byWorld }) =>
				[...byWorld[at].byKind].map(([kind, score]) => ({
					kind,
					customers: score.customers,
					...methodRow(method.name, score),
				})),
			),
			notes: [],
		},
	];
}

/** What is not as it should be, by name. */
function tablesOfFindings(world: LabelledWorld, score: WorldScore): BenchTable[] {
	const customerNames = new Map(
		world.customers.map(({ account, customerNo, name }) => [`${account}/${customerNo}`, name]),
	);
	const clientNames = new Map(world.clients.map(({ id, name }) => [id, name]));
	const nameOf = (id: number | null) => (id === null ? null : (clientNames.get(id) ?? String(id)));
	const rowOf = ({ customer, kind, label, decided, offered }: Finding) => ({
		kind,
		customer: customerNames.get(customer) ?? customer,
		'right client': nameOf(label),
		decided: nameOf(decided),
		offered: offered.slice(0, 3).map(nameOf).join(' | '),
	});
	const lists: Array<[string, Finding[]]> = [
		['decided wrongly', score.wrong],
		['guessed well where nobody can know', score.guessedWell],
		['right client not among the first three', score.notOffered],
	];
	return lists
		.filter(([, findings]) => findings.length > 0)
		.map(([what, findings]) => ({
			title: `${world.name}: ${what}`,
			rows: findings.map(rowOf),
			notes: [],
		}));
}
