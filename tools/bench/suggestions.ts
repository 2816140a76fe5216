/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs on the developer's machine, not inside n8n */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { extract, token_set_ratio } from 'fuzzball';
import { seededRandom } from '../../simulators/random';
import type { Bench, BenchOptions, BenchTable, Cell } from './bench';
import { cpuTimed } from './cpu';
import type { LabelledQuery } from './editedNames';
import type { SuggestionFigures } from './suggestionRun';
import { suggestionWork, type SuggestionWork } from './suggestionWork';

const FULL = { clients: 50_000, queries: 5_000, sample: 120 };
const QUICK = { clients: 10_000, queries: 1_000, sample: 20 };
const OFFERED = 3;
/** From here on a suggestion is worth a look. */
const WORTH_A_LOOK = 0.6;
const LARGEST_ANSWER = 64 * 1024 * 1024;

/** How long, how large and how good the suggestions are, beside fuzzball's extract on the same work. */
export const suggestions: Bench = {
	name: 'suggestions',
	run: async (options) => measured(options),
};

function measured({ quick, say }: BenchOptions): BenchTable[] {
	const sizes = quick ? QUICK : FULL;
	const work = suggestionWork(sizes.clients, sizes.queries);
	say(`${sizes.queries} customers over ${sizes.clients} clients`);
	const figures = inChild(sizes.clients, sizes.queries);
	const positions = sampleOf(sizes.queries, sizes.sample);
	say(`fuzzball on ${positions.length} of them`);
	const rival = cpuTimed(() => positions.map((at) => rivalOffers(work, work.queries[at])));
	const rivalSeconds = (rival.seconds * sizes.queries) / positions.length;
	const sample = positions.map((at) => work.queries[at]);
	const ourSeconds = figures.buildSeconds + figures.askSeconds;
	const ours = hits(work.queries, figures.offered);
	const oursOnSample = hits(
		sample,
		positions.map((at) => figures.offered[at]),
	);
	const theirs = hits(sample, rival.result);
	return [
		{
			title: `Suggestions for ${sizes.queries} customers over ${sizes.clients} clients`,
			rows: [
				{
					method: 'this package',
					'CPU s': ourSeconds,
					'times as fast': rivalSeconds / ourSeconds,
					'of it index': figures.buildSeconds,
					'peak MB': figures.memoryPeak,
					'MB before': figures.memoryBefore,
					...ours,
					'first, sample': oursOnSample.first,
					'in three, sample': oursOnSample['in three'],
				},
				{
					method: 'fuzzball extract',
					'CPU s': rivalSeconds,
					'times as fast': 1,
					'of it index': null,
					'peak MB': null,
					'MB before': null,
					first: null,
					'in three': null,
					'first, sample': theirs.first,
					'in three, sample': theirs['in three'],
				},
			],
			notes: [
				`fuzzball (token_set_ratio, limit 3) ran on ${positions.length} queries drawn from the same work; its seconds are scaled up to all.`,
				'Memory is the highest of a process that does nothing else; "before" is Node with the lists, before the index.',
				'One customer in five has no client and counts for speed only.',
			],
		},
		byKind(work.queries, figures),
	];
}

function inChild(clients: number, queries: number): SuggestionFigures {
	const script = path.join(__dirname, 'suggestionRun.ts');
	const args = ['--import', 'tsx', script, String(clients), String(queries)];
	const answer = execFileSync(process.execPath, args, {
		encoding: 'utf8',
		maxBuffer: LARGEST_ANSWER,
	});
	return JSON.parse(answer) as SuggestionFigures;
}

function sampleOf(count: number, size: number): number[] {
	const all = Array.from({ length: count }, (_, at) => at);
	return seededRandom('sample').shuffled(all).slice(0, size);
}

let choices: string[] | null = null;

function rivalOffers({ clients }: SuggestionWork, { name }: LabelledQuery): number[] {
	choices ??= clients.map((client) => client.name);
	return extract(name, choices, { scorer: token_set_ratio, limit: OFFERED }).map(
		([, , position]) => position,
	);
}

function hits(
	queries: readonly LabelledQuery[],
	offered: ReadonlyArray<readonly number[]>,
): { first: number; 'in three': number } {
	let [first, inThree, all] = [0, 0, 0];
	queries.forEach(({ client }, at) => {
		if (client === null) return;
		all += 1;
		if (offered[at][0] === client) first += 1;
		if (offered[at].includes(client)) inThree += 1;
	});
	return { first: first / all, 'in three': inThree / all };
}

function byKind(queries: readonly LabelledQuery[], figures: SuggestionFigures): BenchTable {
	const kinds = [...new Set(queries.map(({ kind }) => kind))];
	return {
		title: 'By what sets the customer apart from its client',
		rows: kinds.map((kind) => kindRow(kind, queries, figures)),
		notes: [
			'A word left out often leaves several clients that fit equally well: the generated names use few words.',
		],
	};
}

function kindRow(
	kind: string,
	queries: readonly LabelledQuery[],
	{ offered, scores }: SuggestionFigures,
): Record<string, Cell> {
	const positions = [...queries.keys()].filter((at) => queries[at].kind === kind);
	const found = hits(
		positions.map((at) => queries[at]),
		positions.map((at) => offered[at]),
	);
	const worth = positions.filter((at) => scores[at] >= WORTH_A_LOOK).length;
	const hasClient = queries[positions[0]].client !== null;
	return {
		kind,
		customers: positions.length,
		first: hasClient ? found.first : null,
		'in three': hasClient ? found['in three'] : null,
		[`best ≥ ${WORTH_A_LOOK}`]: worth / positions.length,
	};
}
