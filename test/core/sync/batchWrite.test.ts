import type { ApiFailure } from '../../../core/http/failure';
import {
	writeInBatches,
	type AnsweredRow,
	type BatchPorts,
	type RowToWrite,
	type Seen,
	type WriteOutcome,
} from '../../../core/sync/batchWrite';

/** Writing rows in arrays to a server that may refuse, commit in part, or lose its answer. */

interface Row extends RowToWrite {
	name: string;
}

type Trouble = (names: string[], call: number) => Partial<ApiFailure> | null;

interface Server {
	/** What was posted, array by array. */
	posts: string[][];
	/** Names of the rows that are there, in the order in which they were saved; a doubled create stands twice. */
	saved: string[];
	looks: string[][];
	ports: BatchPorts<Row>;
}

const row = (name: string): Row => ({ name, body: { name } });
const rows = (count: number): Row[] => Array.from({ length: count }, (_, at) => row(`r${at + 1}`));

function failure(details: Partial<ApiFailure>): ApiFailure {
	return {
		code: 'refused',
		api: 'halo',
		doing: 'Save Licences',
		status: 400,
		vendorText: null,
		requestId: 'req',
		uncertain: false,
		...details,
	};
}

function serverWith(options: {
	size?: number;
	most?: number;
	tookMs?: (call: number) => number;
	refuses?: string[];
	batch?: 'all-or-nothing' | 'partial';
	/** What happens instead of an answer; rows are saved first when `commits`. */
	trouble?: Trouble;
	commits?: boolean;
	canLook?: boolean;
	answer?: (saved: AnsweredRow[]) => AnsweredRow[];
	stopped?: () => boolean;
}): Server {
	const posts: string[][] = [];
	const saved: string[] = [];
	const looks: string[][] = [];
	const bad = (name: string) => options.refuses?.includes(name) === true;
	const ports: BatchPorts<Row> = {
		size: options.size ?? 10,
		...(options.most === undefined ? {} : { most: options.most }),
		stopped: options.stopped ?? (() => false),
		post: async (bodies) => {
			const names = bodies.map((body) => String(body.name));
			posts.push(names);
			const lost = options.trouble?.(names, posts.length) ?? null;
			const keep = () => saved.push(...names.filter((name) => !bad(name)));
			if (lost !== null) {
				if (options.commits === true) keep();
				return { ok: false, failure: failure(lost) };
			}
			if (names.some(bad)) {
				if (options.batch === 'partial') keep();
				return { ok: false, failure: failure({}) };
			}
			keep();
			const value = names.map((name) => ({ id: saved.indexOf(name) + 1, name }));
			const tookMs = options.tookMs?.(posts.length) ?? 50;
			return { ok: true, value: options.answer?.(value) ?? value, requestId: 'req', tookMs };
		},
		look: async (looked) => {
			looks.push(looked.map(({ name }) => name));
			const seen = ({ name }: Row): Seen => {
				if (options.canLook === false) return { kind: 'cannotTell' };
				const at = saved.indexOf(name);
				return at < 0 ? { kind: 'notThere' } : { kind: 'there', id: at + 1 };
			};
			return new Map(looked.map((entry) => [entry, seen(entry)]));
		},
	};
	return { posts, saved, looks, ports };
}

function kinds(outcomes: Map<Row, WriteOutcome>): Record<string, string> {
	return Object.fromEntries([...outcomes].map(([{ name }, { kind }]) => [name, kind]));
}

const LOST = { code: 'noAnswer', status: null, uncertain: true } as const;
const TROUBLE = { code: 'serverTrouble', status: 500, uncertain: true } as const;

describe('when all goes well', () => {
	it('sends arrays of the size asked for and gives every row its id', async () => {
		const server = serverWith({ size: 4 });
		const outcomes = await writeInBatches(rows(10), server.ports);
		expect(server.posts.map((names) => names.length)).toEqual([4, 4, 2]);
		expect(
			[...outcomes.values()].map((outcome) => outcome.kind === 'written' && outcome.id),
		).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(server.looks).toEqual([]);
	});

	it('sends nothing for no rows', async () => {
		const server = serverWith({});
		expect((await writeInBatches([], server.ports)).size).toBe(0);
		expect(server.posts).toEqual([]);
	});

	it.each<[string, (saved: AnsweredRow[]) => AnsweredRow[]]>([
		['an answer without rows', () => []],
		['an answer with fewer rows than were sent', (saved) => saved.slice(1)],
		['an answer in another order', (saved) => [...saved].reverse()],
		['an answer that names one id twice', (saved) => saved.map(() => ({ id: 1 }))],
	])('takes no id from %s', async (_what, answer) => {
		const server = serverWith({ answer });
		const outcomes = await writeInBatches(rows(3), server.ports);
		expect([...outcomes.values()]).toEqual(
			Array.from({ length: 3 }, () => ({ kind: 'written', id: null, requestId: 'req' })),
		);
		expect(server.saved).toEqual(['r1', 'r2', 'r3']);
	});

	it('takes no id that belongs to another row than the one that was changed', async () => {
		const server = serverWith({ answer: () => [{ id: 99 }] });
		const change: Row = { name: 'r1', body: { id: 7, name: 'r1' } };
		const outcomes = await writeInBatches([change], server.ports);
		expect(outcomes.get(change)).toMatchObject({ kind: 'written', id: null });
	});
});

describe('arrays that may grow', () => {
	const sizes = ({ posts }: Server) => posts.map((names) => names.length);
	const everyRowOnce = ({ saved }: Server, count: number) =>
		expect([...saved].sort()).toEqual(
			rows(count)
				.map(({ name }) => name)
				.sort(),
		);

	it('double while each is taken whole, one after another', async () => {
		const server = serverWith({ size: 4, most: 20 });
		await writeInBatches(rows(70), server.ports);
		expect(sizes(server)).toEqual([4, 8, 16, 20, 20, 2]);
		everyRowOnce(server, 70);
	});

	it('never number more than arrays that keep their size', async () => {
		for (let count = 1; count < 120; count += 7) {
			const server = serverWith({ size: 4, most: 20 });
			await writeInBatches(rows(count), server.ports);
			expect(server.posts.length).toBeLessThanOrEqual(Math.ceil(count / 4));
		}
	});

	it('do not where the answers do not tell row by row', async () => {
		const server = serverWith({ size: 4, most: 20, answer: () => [] });
		await writeInBatches(rows(12), server.ports);
		expect(sizes(server)).toEqual([4, 4, 4]);
	});

	it('are small again once Halo takes long over one', async () => {
		const server = serverWith({
			size: 4,
			most: 20,
			tookMs: (call) => (call === 2 ? 20_000 : 50),
		});
		await writeInBatches(rows(20), server.ports);
		expect(sizes(server)).toEqual([4, 8, 4, 4]);
	});

	it.each(['all-or-nothing', 'partial'] as const)(
		'go on in arrays of the first size after a refusal, and the bad row alone is left out (%s)',
		async (batch) => {
			const server = serverWith({ size: 4, most: 20, refuses: ['r22'], batch });
			const outcomes = await writeInBatches(rows(60), server.ports);
			expect(sizes(server).slice(0, 3)).toEqual([4, 8, 16]);
			expect(Math.max(...sizes(server).slice(3))).toBe(4);
			expect(kinds(outcomes).r22).toBe('refused');
			expect(server.saved).toHaveLength(59);
			expect(new Set(server.saved).size).toBe(59);
		},
	);

	it.each([true, false])(
		'are looked up when an answer gets lost, and nothing is doubled or missing (saved before: %s)',
		async (commits) => {
			const trouble: Trouble = (_, call) => (call === 3 ? LOST : null);
			const server = serverWith({ size: 4, most: 20, trouble, commits });
			const outcomes = await writeInBatches(rows(60), server.ports);
			expect(new Set(Object.values(kinds(outcomes)))).toEqual(new Set(['written']));
			everyRowOnce(server, 60);
			expect(server.looks).toHaveLength(1);
			expect(Math.max(...sizes(server).slice(3))).toBe(4);
		},
	);

	it.each([
		[
			'an answer that got lost',
			{ trouble: (_: string[], call: number) => (call === 2 ? LOST : null) },
		],
		['an array that took long', { tookMs: (call: number) => (call === 2 ? 20_000 : 50) }],
	])('stay small for all that a run writes after %s', async (_what, met) => {
		const server = serverWith({ size: 4, most: 20, ...met });
		const run = { stop: null };
		await writeInBatches(rows(12), { ...server.ports, run });
		const before = server.posts.length;
		const others = rows(16).map(({ name }) => row(`other ${name}`));
		await writeInBatches(others, { ...server.ports, run });
		expect(sizes(server).slice(before)).toEqual([4, 4, 4, 4]);
	});

	it('leave no row without an outcome when the run is stopped', async () => {
		let calls = 0;
		const stopped = () => (calls += 1) > 2;
		const server = serverWith({ size: 4, most: 20, stopped });
		const outcomes = await writeInBatches(rows(60), server.ports);
		expect(outcomes.size).toBe(60);
		expect(sizes(server)).toEqual([4, 8]);
	});
});

describe('a refused array', () => {
	it.each(['all-or-nothing', 'partial'] as const)(
		'is halved until the row that is not taken stands alone (%s)',
		async (batch) => {
			const server = serverWith({ refuses: ['r7'], batch });
			const outcomes = await writeInBatches(rows(10), server.ports);
			const wanted = Object.fromEntries(
				rows(10).map(({ name }) => [name, name === 'r7' ? 'refused' : 'written']),
			);
			expect(kinds(outcomes)).toEqual(wanted);
			expect([...server.saved].sort()).toEqual([...new Set(server.saved)].sort());
			expect(server.saved).toHaveLength(9);
		},
	);

	it('is not sent again as it is, since a plain "no" stays one', async () => {
		const server = serverWith({ refuses: ['r2'] });
		await writeInBatches(rows(4), server.ports);
		const sent = server.posts.map((names) => names.join());
		expect(new Set(sent).size).toBe(sent.length);
	});

	it('never doubles a create that was saved although the array was refused', async () => {
		for (const bad of ['r1', 'r4', 'r8']) {
			const server = serverWith({ refuses: [bad], batch: 'partial', size: 8 });
			await writeInBatches(rows(8), server.ports);
			expect(server.saved).toHaveLength(7);
			// What was found there was not sent a second time.
			expect(server.posts.slice(1).flat()).toEqual([bad]);
		}
	});

	it('tries every row alone in the end when none is taken', async () => {
		const all = rows(5);
		const server = serverWith({ refuses: all.map(({ name }) => name) });
		expect(new Set(Object.values(kinds(await writeInBatches(all, server.ports))))).toEqual(
			new Set(['refused']),
		);
	});

	it('keeps the refusal of the row itself', async () => {
		const server = serverWith({ refuses: ['r1'] });
		const [only] = rows(1);
		const outcomes = await writeInBatches([only], server.ports);
		expect(outcomes.get(only)).toMatchObject({ kind: 'refused', failure: { status: 400 } });
		expect(server.looks).toEqual([]);
	});
});

describe('an answer that got lost', () => {
	it('after the commit is settled by looking, and nothing is sent again', async () => {
		const server = serverWith({ trouble: (_, call) => (call === 1 ? LOST : null), commits: true });
		const outcomes = await writeInBatches(rows(3), server.ports);
		expect(kinds(outcomes)).toEqual({ r1: 'written', r2: 'written', r3: 'written' });
		expect(server.saved).toEqual(['r1', 'r2', 'r3']);
		expect(server.posts).toHaveLength(1);
	});

	it('before the commit is looked up, then sent once more', async () => {
		const server = serverWith({ trouble: (_, call) => (call === 1 ? LOST : null) });
		const outcomes = await writeInBatches(rows(3), server.ports);
		expect(kinds(outcomes)).toEqual({ r1: 'written', r2: 'written', r3: 'written' });
		expect(server.saved).toEqual(['r1', 'r2', 'r3']);
		expect(server.looks).toEqual([['r1', 'r2', 'r3']]);
		expect(server.posts).toHaveLength(2);
	});

	it('is not sent again where looking cannot tell', async () => {
		const server = serverWith({ trouble: () => LOST, canLook: false });
		const outcomes = await writeInBatches(rows(2), server.ports);
		expect(kinds(outcomes)).toEqual({ r1: 'unknown', r2: 'unknown' });
		expect(server.posts).toHaveLength(1);
	});

	it('time after time stays unknown, since the last one may still arrive', async () => {
		const server = serverWith({ trouble: () => LOST });
		const outcomes = await writeInBatches(rows(1), server.ports);
		expect(kinds(outcomes)).toEqual({ r1: 'unknown' });
		expect(server.posts).toHaveLength(2);
	});

	it('is a refusal when an answer came each time and the row is not there', async () => {
		const server = serverWith({ trouble: () => TROUBLE });
		expect(kinds(await writeInBatches(rows(1), server.ports))).toEqual({ r1: 'refused' });
	});

	it('of one row among many does not keep the others from being written', async () => {
		const server = serverWith({
			size: 6,
			trouble: (names) => (names.includes('r4') ? TROUBLE : null),
		});
		const outcomes = await writeInBatches(rows(6), server.ports);
		expect(kinds(outcomes).r4).toBe('refused');
		expect([...server.saved].sort()).toEqual(['r1', 'r2', 'r3', 'r5', 'r6']);
	});
});

describe('what stops everything', () => {
	it.each([
		['a missing right', { code: 'notAllowed', status: 403 }],
		['a spent budget', { code: 'rateLimited', status: 429 }],
		['a refused sign-in', { code: 'signInRefused', status: 401 }],
	] as const)('%s is met once, not once a row', async (_what, met) => {
		const server = serverWith({ size: 5, trouble: () => met });
		const outcomes = await writeInBatches(rows(20), server.ports);
		expect(server.posts).toHaveLength(1);
		expect(server.looks).toEqual([]);
		expect(outcomes.size).toBe(20);
		for (const outcome of outcomes.values()) {
			expect(['refused', 'notSent']).toContain(outcome.kind);
			expect('failure' in outcome && outcome.failure?.code).toBe(met.code);
		}
	});

	it('a web page in place of an answer is looked into before the rest is left', async () => {
		const server = serverWith({
			size: 2,
			commits: true,
			trouble: (_, call) => (call === 1 ? { code: 'notJson', status: 200, uncertain: true } : null),
		});
		const outcomes = await writeInBatches(rows(4), server.ports);
		expect(kinds(outcomes)).toEqual({
			r1: 'written',
			r2: 'written',
			r3: 'notSent',
			r4: 'notSent',
		});
	});

	it('a cancelled run sends no further row and says which', async () => {
		let calls = 0;
		const server = serverWith({ size: 2, stopped: () => (calls += 1) > 1 });
		const outcomes = await writeInBatches(rows(4), server.ports);
		expect(kinds(outcomes)).toEqual({
			r1: 'written',
			r2: 'written',
			r3: 'notSent',
			r4: 'notSent',
		});
	});

	it('a request that was cancelled before it left is not sent, one under way is looked up', async () => {
		const before = serverWith({ trouble: () => ({ code: 'cancelled', status: null }) });
		expect(kinds(await writeInBatches(rows(2), before.ports))).toEqual({
			r1: 'notSent',
			r2: 'notSent',
		});
		const under = serverWith({
			commits: true,
			trouble: () => ({ code: 'cancelled', status: null, uncertain: true }),
		});
		expect(kinds(await writeInBatches(rows(2), under.ports))).toEqual({
			r1: 'written',
			r2: 'written',
		});
	});

	it('is remembered for the batches that share a run', async () => {
		const server = serverWith({ trouble: () => ({ code: 'notAllowed', status: 403 }) });
		const run = { stop: null };
		await writeInBatches(rows(1), { ...server.ports, run });
		await writeInBatches([row('other')], { ...server.ports, run });
		expect(server.posts).toEqual([['r1']]);
	});
});
