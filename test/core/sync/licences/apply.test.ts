import { readLicences } from '../../../../core/halo/licences';
import type { StellrSubscription } from '../../../../core/stellr/schemas';
import { applyLicencePlan } from '../../../../core/sync/licences/apply';
import type { LicencePolicy } from '../../../../core/sync/licences/policy';
import type { SavedLicence } from '../../../../core/sync/licences/savedState';
import type { AppliedLicence } from '../../../../core/sync/licences/write';
import { planItem, writingActions, type PlanItem } from '../../../../core/sync/planItem';
import type { HaloLicenceRow } from '../../../../simulators/halo/state';
import type { HaloSwitches } from '../../../../simulators/halo/switches';
import { aHaloClient, aLicenceRow } from '../../../../simulators/world/builders';
import { haloStage, type HaloStage } from '../../../support/haloStage';
import { aCustomer, aLine, aSavedRow, plansFor } from '../records';

/** Carrying out a licence plan at a Halo that refuses, commits in part, loses answers, or moved since. */

let stage: HaloStage | undefined;
afterEach(async () => {
	await stage?.stop();
	stage = undefined;
});

const lines = (count: number): StellrSubscription[] =>
	Array.from({ length: count }, (_, at) =>
		aLine({
			subscriptionId: `${1000 + at}_1`,
			productName: `Product ${String.fromCharCode(65 + at).repeat(4)}`,
			skuNo: `sku-${at}`,
			mfgPartNo: null,
			quantity: 5 + at,
		}),
	);

/** A row of the client that holds a key, so that the key is proved visible already. */
const END = '2026-11-30T00:00:00';
const PROVED = aLicenceRow({ id: 400, snowid: 'us/1_1', name: 'Zulu', is_active: false });

async function begin(
	licences: HaloLicenceRow[],
	switches: Partial<HaloSwitches> = {},
): Promise<HaloStage> {
	stage = await haloStage({ clients: [aHaloClient({ id: 12 })], licences }, switches);
	return stage;
}

async function planAt(
	running: HaloStage,
	wanted: StellrSubscription[],
	policy: Partial<LicencePolicy> = {},
	saved?: SavedLicence[],
): Promise<PlanItem[]> {
	const { list } = await readLicences(running.runtime, {});
	const plans = plansFor({ customers: [aCustomer(wanted)], rows: list.rows, policy, saved });
	running.forget();
	return plans.filter(({ action }) => writingActions.includes(action));
}

async function apply(
	running: HaloStage,
	plans: PlanItem[],
	more: { keyField?: LicencePolicy['keyField']; hasSavedState?: boolean; size?: number } = {},
): Promise<AppliedLicence[]> {
	return await applyLicencePlan(running.runtime, plans, {
		keyField: more.keyField ?? 'snowid',
		rowsPerRequest: more.size ?? 20,
		hasSavedState: more.hasSavedState ?? false,
		nameOf: ({ key }) => key,
	});
}

const outcomesOf = (applied: AppliedLicence[]) => applied.map(({ outcome }) => outcome);
const codesOf = (applied: AppliedLicence[]) => applied.map(({ issue }) => issue?.code ?? null);
const keysIn = (running: HaloStage) =>
	running.halo.state.licences.flatMap(({ snowid }) => snowid ?? []).sort();

describe('new rows', () => {
	it('are made once each, with their key, and give back their numbers', async () => {
		const running = await begin([PROVED]);
		const applied = await apply(running, await planAt(running, lines(7)));
		expect(outcomesOf(applied)).toEqual(Array.from({ length: 7 }, () => 'written'));
		expect(new Set(applied.map(({ haloId }) => haloId)).size).toBe(7);
		expect(running.halo.state.licences).toHaveLength(8);
		expect(running.halo.requests.violations).toEqual([]);
		// Read before, and once more to see whether another run made them too.
		expect(running.counts()).toEqual({ 'GET /softwarelicence': 2, 'POST /softwarelicence': 1 });
	});

	it.each(['all-or-nothing', 'partial'] as const)(
		'stay single when one of them is refused (%s)',
		async (batch) => {
			const running = await begin([PROVED], { batch });
			const plans = await planAt(running, lines(9));
			plans[4] = { ...plans[4], after: { ...plans[4].after, site_id: 99 } };
			const applied = await apply(running, plans);
			expect(outcomesOf(applied)).toEqual(
				plans.map((_, at) => (at === 4 ? 'notWritten' : 'written')),
			);
			expect(applied[4].issue?.message).toContain('Site 99 does not exist');
			expect(applied[4].issue?.message).toContain(plans[4].key);
			const keys = keysIn(running);
			expect(keys).toHaveLength(9);
			expect(new Set(keys).size).toBe(9);
			expect(applied.every(({ haloId }, at) => (haloId === null) === (at === 4))).toBe(true);
		},
	);

	it.each([
		'reset-after-commit',
		'500-after-commit',
		'empty',
		'truncated',
		'html',
		'reset-before',
		'502',
	] as const)('stay single when the answer is lost (%s)', async (fault) => {
		const running = await begin([PROVED]);
		const plans = await planAt(running, lines(5));
		running.halo.faults.replace([
			{ match: { method: 'POST', path: '/softwarelicence' }, skip: 0, times: 1, do: fault },
		]);
		await apply(running, plans);
		const keys = keysIn(running).filter((key) => key !== 'us/1_1');
		expect(new Set(keys).size).toBe(keys.length);
		// What this run could not settle the next one does.
		await apply(running, await planAt(running, lines(5)));
		expect(keysIn(running)).toHaveLength(6);
		expect(new Set(keysIn(running)).size).toBe(6);
		expect(await planAt(running, lines(5))).toEqual([]);
	});

	it('are found by their key when the answer does not say their numbers', async () => {
		const running = await begin([PROVED]);
		const plans = await planAt(running, lines(4));
		running.halo.faults.replace([
			{ match: { method: 'POST', path: '/softwarelicence' }, skip: 0, times: 1, do: 'empty' },
		]);
		const applied = await apply(running, plans);
		const ids = new Map(running.halo.state.licences.map(({ snowid, id }) => [snowid, id]));
		expect(applied.map(({ haloId }) => haloId)).toEqual(plans.map(({ key }) => ids.get(key)));
		expect(codesOf(applied)).toEqual([null, null, null, null]);
	});

	it('are not made for a plan item that came twice', async () => {
		const running = await begin([PROVED]);
		const plans = await planAt(running, lines(3));
		const applied = await apply(running, [...plans, ...structuredClone(plans)]);
		expect(outcomesOf(applied)).toEqual([
			...['written', 'written', 'written'],
			...['alreadySo', 'alreadySo', 'alreadySo'],
		]);
		expect(running.halo.state.licences).toHaveLength(4);
	});

	it('are not made when the key came since the plan, at whatever client', async () => {
		const running = await begin([PROVED]);
		const plans = await planAt(running, lines(2));
		running.halo.state.licences.push(aLicenceRow({ id: 800, snowid: plans[0].key, client_id: 77 }));
		const applied = await apply(running, plans);
		expect(outcomesOf(applied)).toEqual(['alreadySo', 'written']);
		expect(applied[0].haloId).toBe(800);
	});

	it('are not made when another importer made the row since the plan', async () => {
		const running = await begin([PROVED]);
		const plans = await planAt(running, lines(2));
		running.halo.state.licences.push(aLicenceRow({ id: 800, notes: '1000_1', name: 'Native' }));
		const applied = await apply(running, plans);
		expect(outcomesOf(applied)).toEqual(['notWritten', 'written']);
		expect(codesOf(applied)).toEqual(['rowAppeared', null]);
		expect(applied[0].issue?.message).toContain('"Native" (800)');
	});
});

it('new rows of one name at several clients get no number of another though Halo answers in another order', async () => {
	const running = await begin([PROVED]);
	running.halo.state.clients.push(aHaloClient({ id: 13 }), aHaloClient({ id: 14 }));
	const plans = (await planAt(running, lines(3))).map((plan, at) => ({
		...plan,
		after: { ...plan.after, client_id: 12 + at, name: 'Product' },
	}));
	const http: typeof running.runtime.http = async (request) => {
		const outcome = await running.runtime.http(request);
		if (request.method !== 'POST' || outcome.kind !== 'answer' || !Array.isArray(outcome.body))
			return outcome;
		return { ...outcome, body: [...(outcome.body as unknown[])].reverse() };
	};
	const applied = await applyLicencePlan({ ...running.runtime, http }, plans, {
		keyField: 'snowid',
		rowsPerRequest: 20,
		hasSavedState: false,
		nameOf: ({ key }) => key,
	});
	const keyOf = (id: number | null) =>
		running.halo.state.licences.find((row) => row.id === id)?.snowid;
	expect(applied).toHaveLength(3);
	expect(applied.map(({ haloId }) => keyOf(haloId))).toEqual(applied.map(({ plan }) => plan.key));
});

describe('rows that another run makes at the same moment', () => {
	/** The other run's rows appear with the first write of this one. */
	async function beside(running: HaloStage, other: () => void): Promise<void> {
		const { http } = running.runtime;
		let done = false;
		running.runtime.http = async (request) => {
			if (request.method === 'POST' && !done) {
				done = true;
				other();
			}
			return await http(request);
		};
	}
	const activeKeys = (running: HaloStage) =>
		running.halo.state.licences
			.filter(({ is_active: active, snowid }) => active && snowid !== null)
			.map(({ id, snowid }) => `${id} ${snowid}`);

	it('stay single: the lowest number stays, the other is made inactive and both are reported', async () => {
		const running = await begin([PROVED]);
		const plans = await planAt(running, lines(3));
		await beside(running, () =>
			running.halo.state.licences.push(aLicenceRow({ id: 450, snowid: 'us/1001_1' })),
		);
		const applied = await apply(running, plans);
		expect(activeKeys(running).filter((text) => text.endsWith('us/1001_1'))).toEqual([
			'450 us/1001_1',
		]);
		expect(codesOf(applied)).toEqual([null, 'madeTwice', null]);
		expect(applied[1].haloId).toBe(450);
		const twin = running.halo.state.licences.find(
			({ id, snowid }) => snowid === 'us/1001_1' && id !== 450,
		);
		expect(applied[1].issue?.message).toContain('450');
		expect(applied[1].issue?.message).toContain(String(twin?.id));
		expect(running.halo.requests.violations).toEqual([]);
	});

	it('are no conflict for the next run, which goes on with the one that stayed', async () => {
		const running = await begin([PROVED]);
		const plans = await planAt(running, lines(2));
		await beside(running, () =>
			running.halo.state.licences.push(
				aLicenceRow({ id: 450, snowid: 'us/1001_1', count: 6, end_date: END }),
			),
		);
		await apply(running, plans);
		const { list } = await readLicences(running.runtime, {});
		const again = plansFor({ customers: [aCustomer(lines(2))], rows: list.rows });
		expect(again.map(({ action, haloId }) => [action, haloId])).toEqual([
			['unchanged', expect.any(Number)],
			['unchanged', 450],
		]);
	});

	it('are named when Halo does not take the change of the second one', async () => {
		const running = await begin([PROVED]);
		const plans = await planAt(running, lines(1));
		await beside(running, () => {
			running.halo.state.licences.push(aLicenceRow({ id: 450, snowid: 'us/1000_1' }));
			running.halo.faults.replace([
				{ match: { method: 'POST', path: '/softwarelicence' }, skip: 1, times: 9, do: '400' },
			]);
		});
		expect(codesOf(await apply(running, plans))).toEqual(['stillTwice']);
	});

	it('are said to be unseen when Halo could not be read afterwards', async () => {
		const running = await begin([PROVED]);
		const plans = await planAt(running, lines(2));
		running.halo.faults.replace([
			{ match: { method: 'GET', path: '/softwarelicence' }, skip: 1, times: 20, do: '500' },
		]);
		const applied = await apply(running, plans);
		expect(outcomesOf(applied)).toEqual(['written', 'written']);
		expect(codesOf(applied)).toEqual(['notReadBack', 'notReadBack']);
	});
});

describe('rows that exist', () => {
	const keyed = (count: number) =>
		lines(count).map((line, at) =>
			aLicenceRow({
				id: 500 + at,
				snowid: `us/${line.subscriptionId}`,
				name: line.productName ?? '',
				count: line.quantity ?? 0,
				end_date: '2026-11-30T00:00:00',
			}),
		);
	const more = (count: number) =>
		lines(count).map((line) => ({ ...line, quantity: (line.quantity ?? 0) + 1 }));

	it('keep their number, name, price and client when a count changes', async () => {
		const running = await begin(keyed(3));
		const before = structuredClone(running.halo.state.licences);
		await apply(running, await planAt(running, more(3)));
		expect(running.halo.state.licences).toEqual(
			before.map((row) => ({ ...row, count: row.count + 1 })),
		);
	});

	it('of which few change are read one by one, many with the list', async () => {
		const running = await begin(keyed(6));
		await apply(running, await planAt(running, more(2)));
		expect(running.counts()).toEqual({
			'GET /softwarelicence/{id}': 2,
			'POST /softwarelicence': 1,
		});
		const all = more(6).map((line) => ({ ...line, quantity: (line.quantity ?? 0) + 5 }));
		await apply(running, await planAt(running, all));
		expect(running.counts()).toEqual({ 'GET /softwarelicence': 1, 'POST /softwarelicence': 1 });
	});

	it('of one client are looked up with one request for all when the answer is lost', async () => {
		const running = await begin(keyed(6));
		const plans = await planAt(running, more(6));
		running.halo.faults.replace([
			{
				match: { method: 'POST', path: '/softwarelicence' },
				skip: 0,
				times: 1,
				do: 'reset-before',
			},
		]);
		expect(outcomesOf(await apply(running, plans))).toEqual(plans.map(() => 'written'));
		// The list before, the list of the client to look, and the array once more.
		expect(running.counts()).toEqual({ 'GET /softwarelicence': 2, 'POST /softwarelicence': 2 });
		expect(running.halo.state.licenceChanges).toHaveLength(6);
	});

	it('are said to be written though the list leaves out a field of theirs when the answer cannot be read', async () => {
		const running = await begin(keyed(3), { licenceListOmits: ['purchase_price'] });
		const plans = (await planAt(running, more(3))).map((plan) => ({
			...plan,
			after: { ...plan.after, purchase_price: 12.5 },
		}));
		running.halo.faults.replace([
			{ match: { method: 'POST', path: '/softwarelicence' }, skip: 0, times: 1, do: 'wrong-type' },
		]);
		expect(outcomesOf(await apply(running, plans))).toEqual(['written', 'written', 'written']);
		expect(running.halo.state.licenceChanges).toHaveLength(3);
	});

	it('are not looked for through all licences where Halo heeds no client and tells no total', async () => {
		const running = await begin(keyed(4));
		const plans = await planAt(running, more(4));
		let lost = false;
		let pages = 0;
		const http: typeof running.runtime.http = async (request) => {
			if (request.method === 'POST' && !lost) {
				lost = true;
				return { kind: 'lost', cause: 'reset', detail: 'socket hang up' };
			}
			if (!lost || request.path !== '/SoftwareLicence' || request.method === 'POST')
				return await running.runtime.http(request);
			pages += 1;
			const first = Number(request.query?.page_no) * 100_000;
			const body = Array.from({ length: 100 }, (_, at) => ({
				...aLicenceRow({ id: first + at, client_id: 99 }),
			}));
			return { kind: 'answer', status: 200, headers: {}, body, isJson: true };
		};
		const applied = await applyLicencePlan({ ...running.runtime, http }, plans, {
			keyField: 'snowid',
			rowsPerRequest: 20,
			hasSavedState: false,
			nameOf: ({ key }) => key,
		});
		expect(outcomesOf(applied)).toEqual(plans.map(() => 'written'));
		// Fewer than the rows that are looked for, which is what the pages are read instead of.
		expect(pages).toBe(3);
	});

	it('are left alone when somebody changed the count since the plan', async () => {
		const running = await begin(keyed(2));
		const plans = await planAt(running, more(2));
		running.halo.state.licences[0].count = 99;
		const applied = await apply(running, plans);
		expect(outcomesOf(applied)).toEqual(['notWritten', 'written']);
		expect(codesOf(applied)).toEqual(['movedSince', null]);
		expect(running.halo.state.licences[0].count).toBe(99);
		expect(applied[0].issue?.message).toContain('"99"');
	});

	it('are left alone when their key was changed since the plan', async () => {
		const running = await begin([
			PROVED,
			aLicenceRow({ id: 501, product_sku: 'sku-0', count: 5, end_date: END }),
		]);
		const plans = await planAt(running, lines(1));
		expect(plans[0].action).toBe('adopt');
		running.halo.state.licences[1].snowid = 'sherweb-9';
		expect(codesOf(await apply(running, plans))).toEqual(['movedSince']);
		expect(running.halo.state.licences[1].snowid).toBe('sherweb-9');
	});

	it('are not taken over while another row, at whatever client, holds the key already', async () => {
		const running = await begin([
			PROVED,
			aLicenceRow({ id: 501, product_sku: 'sku-0', count: 5, end_date: END }),
		]);
		const plans = await planAt(running, lines(1));
		expect(plans[0].action).toBe('adopt');
		running.halo.state.licences.push(aLicenceRow({ id: 800, snowid: plans[0].key, client_id: 77 }));
		expect(codesOf(await apply(running, plans))).toEqual(['rowAppeared']);
		expect(keysIn(running)).toEqual(['us/1000_1', 'us/1_1']);
	});

	it('are not changed otherwise when taking them over came to nothing', async () => {
		const running = await begin([PROVED, aLicenceRow({ id: 501, product_sku: 'sku-0', count: 5 })]);
		const plans = await planAt(running, lines(1));
		expect(plans.map(({ action }) => action)).toEqual(['adopt', 'update']);
		running.halo.state.licences[1].snowid = 'sherweb-9';
		const before = structuredClone(running.halo.state.licences);
		expect(codesOf(await apply(running, plans))).toEqual(['movedSince', 'notAdopted']);
		expect(running.halo.state.licences).toEqual(before);
	});

	it('are left alone when their key went to another subscription since the plan', async () => {
		const running = await begin(keyed(2));
		const plans = await planAt(running, more(2));
		running.halo.state.licences[0].snowid = 'us/77_1';
		const applied = await apply(running, plans);
		expect(codesOf(applied)).toEqual(['movedSince', null]);
		expect(running.halo.state.licences[0].count).toBe(5);
	});

	it('that are gone are said to be gone, and the others are written', async () => {
		const running = await begin(keyed(2));
		const plans = await planAt(running, more(2));
		running.halo.state.licences.shift();
		const applied = await apply(running, plans);
		expect(codesOf(applied)).toEqual(['rowGone', null]);
	});

	it('that are so already cost no write', async () => {
		const running = await begin(keyed(1));
		const plans = await planAt(running, more(1));
		await apply(running, plans);
		running.forget();
		expect(outcomesOf(await apply(running, plans))).toEqual(['alreadySo']);
		expect(running.counts()['POST /softwarelicence']).toBeUndefined();
	});

	it('known by the saved map alone stay known by it', async () => {
		const running = await begin([aLicenceRow({ id: 501, snowid: 'sherweb-9', count: 42 })]);
		const wanted = [aLine({ quantity: 43, endDate: null })];
		const plans = await planAt(running, wanted, {}, [aSavedRow()]);
		const first = await apply(running, plans, { hasSavedState: true });
		const again = await apply(running, plans, { hasSavedState: true });
		expect([first[0].link, again[0].outcome, again[0].link]).toEqual(['map', 'alreadySo', 'map']);
		expect(running.halo.state.licences[0]).toMatchObject({ count: 43, snowid: 'sherweb-9' });
	});

	it('become inactive and keep their count when a subscription ended', async () => {
		const running = await begin(keyed(1));
		const over = [
			{ ...lines(1)[0], state: 'cancelled' as const, status: 'Cancelled', endDate: '2026-11-01' },
		];
		await apply(running, await planAt(running, over));
		expect(running.halo.state.licences).toMatchObject([
			{ id: 500, is_active: false, count: 5, deleted: false, status: 'Cancelled' },
		]);
		expect(await planAt(running, over)).toEqual([]);
	});

	it('get their count once and only once when the answer is lost', async () => {
		for (const fault of ['reset-after-commit', 'reset-before', '500-after-commit'] as const) {
			const running = await begin(keyed(3));
			const plans = await planAt(running, more(3));
			running.halo.faults.replace([
				{ match: { method: 'POST', path: '/softwarelicence' }, skip: 0, times: 1, do: fault },
			]);
			expect(outcomesOf(await apply(running, plans))).toEqual(['written', 'written', 'written']);
			expect(running.halo.state.licenceChanges).toHaveLength(3);
			await running.stop();
			stage = undefined;
		}
	});
});

describe('before the first key', () => {
	it('one row goes alone, an adoption first, and must be found in the list', async () => {
		const running = await begin([
			aLicenceRow({ id: 501, product_sku: 'sku-2', count: 7, end_date: END }),
		]);
		const applied = await apply(running, await planAt(running, lines(4)));
		expect(outcomesOf(applied)).toEqual(['written', 'written', 'written', 'written']);
		const posts = running.halo.requests.entries.filter(({ method }) => method === 'POST');
		expect(posts.map(({ body }) => (body as unknown[]).length)).toEqual([1, 3]);
		expect(posts[0].body).toEqual([{ id: 501, snowid: 'us/1002_1' }]);
	});

	it('a row that Halo refuses says nothing of keys: the next is tried', async () => {
		const running = await begin([]);
		const plans = await planAt(running, lines(4));
		plans[0] = { ...plans[0], after: { ...plans[0].after, site_id: 99 } };
		const applied = await apply(running, plans);
		expect(outcomesOf(applied)).toEqual(['notWritten', 'written', 'written', 'written']);
	});

	it('a missing right is met once, and each row says so in its own words', async () => {
		const running = await begin([], { missingPermissions: ['edit:softwarelicensing'] });
		const applied = await apply(running, await planAt(running, lines(30)));
		expect(running.counts()['POST /softwarelicence']).toBe(1);
		expect(new Set(codesOf(applied))).toEqual(new Set(['notAllowed']));
		expect(applied[17].issue?.message).toContain('us/1017_1');
	});

	it('also where keys are there already', async () => {
		const running = await begin([PROVED], { missingPermissions: ['edit:softwarelicensing'] });
		const applied = await apply(running, await planAt(running, lines(30)));
		expect(running.counts()['POST /softwarelicence']).toBe(1);
		expect(new Set(codesOf(applied))).toEqual(new Set(['notAllowed']));
	});

	it('an answer that nobody can settle keeps the others from following', async () => {
		const running = await begin([]);
		const plans = await planAt(running, lines(3));
		running.halo.faults.replace([
			{ match: { method: 'POST' }, skip: 0, times: 1, do: 'reset-after-commit' },
			{ match: { method: 'GET', path: '/softwarelicence' }, skip: 1, times: 20, do: '500' },
		]);
		const applied = await apply(running, plans);
		expect(codesOf(applied)).toEqual(['answerLost', 'notSent', 'notSent']);
		expect(running.halo.state.licences).toHaveLength(1);
		running.halo.faults.replace([]);
		await apply(running, await planAt(running, lines(3)));
		expect(keysIn(running)).toEqual(['us/1000_1', 'us/1001_1', 'us/1002_1']);
	});

	it('each row names the one whose key cannot be seen', async () => {
		const running = await begin([], { snowid: 'dropped' });
		const applied = await apply(running, await planAt(running, lines(3)));
		expect(outcomesOf(applied)).toEqual(['written', 'notWritten', 'notWritten']);
		const [first, second] = applied.map(({ issue }) => issue?.message ?? '');
		expect(first).toMatch(/^us\/1000_1: its key was written to Service Now ID/);
		expect(second).toMatch(/^us\/1001_1: not written\. The key of us\/1000_1/);
	});

	it('also where an older row shows a key, each new row says that its own cannot be seen', async () => {
		const running = await begin([PROVED], { snowid: 'dropped' });
		const applied = await apply(running, await planAt(running, lines(2)));
		expect(outcomesOf(applied)).toEqual(['written', 'written']);
		expect(codesOf(applied)).toEqual(['keyNotVisible', 'keyNotVisible']);
		expect(applied[1].issue?.message).toMatch(/^us\/1001_1: its key was written to Service Now ID/);
		expect(applied[1].issue?.message).not.toContain('Nothing else was written');
	});

	it('with a saved map the run goes on, and the pairs are remembered there', async () => {
		const running = await begin(
			[aLicenceRow({ id: 501, product_sku: 'sku-1', count: 6, end_date: END })],
			{
				licenceListOmits: ['snowid'],
			},
		);
		const applied = await apply(running, await planAt(running, lines(3), {}, []), {
			hasSavedState: true,
		});
		expect(applied.map(({ link }) => link)).toEqual(['map', 'map', 'map']);
		expect(applied.every(({ haloId }) => haloId !== null)).toBe(true);
	});

	it.each(['notes', 'tenant_id'] as const)(
		'works as well with %s as key field',
		async (keyField) => {
			const rows = [aLicenceRow({ id: 501, product_sku: 'sku-1', count: 6, end_date: END })];
			if (keyField === 'notes') rows[0].notes = 'Ask Dana.\n\nThen bill.';
			const running = await begin(rows);
			await apply(running, await planAt(running, lines(3), { keyField }), { keyField });
			expect(await planAt(running, lines(3), { keyField })).toEqual([]);
			expect(running.halo.state.licences).toHaveLength(3);
			if (keyField === 'notes')
				expect(running.halo.state.licences[0].notes).toBe(
					'Ask Dana.\n\nThen bill.\nStellr key: us/1001_1',
				);
		},
	);
});

describe('a plan with another key field', () => {
	const next = aLine({
		subscriptionId: '500000_1',
		vendorSubscriptionId: 'vendor-411833_1',
		startDate: '2026-11-21',
	});
	const OLD_END = '2026-10-31T00:00:00';
	const over = aLine({ state: 'expired', status: 'Expire', endDate: '2026-11-20' });

	it.each<[string, HaloLicenceRow[], StellrSubscription[], string[]]>([
		['new rows', [], lines(2), ['create', 'create']],
		[
			'a row that is taken over',
			[aLicenceRow({ id: 501, product_sku: '7654321', count: 42, end_date: OLD_END })],
			[aLine()],
			['adopt', 'update'],
		],
		[
			'a row that is known',
			[aLicenceRow({ id: 501, tenant_id: 'us/411833_1', count: 40, end_date: END })],
			[aLine()],
			['update'],
		],
		[
			'a renewal',
			[aLicenceRow({ id: 501, tenant_id: 'us/411833_1', count: 42, end_date: OLD_END })],
			[over, next],
			['succeed', 'update'],
		],
	])(
		'writes nothing for %s, before it was applied and after',
		async (_what, rows, wanted, actions) => {
			const running = await begin([PROVED, ...rows]);
			const plans = await planAt(running, wanted, { keyField: 'tenant_id' });
			expect(plans.map(({ action }) => action)).toEqual(actions);
			for (const again of [false, true]) {
				if (again) await apply(running, plans, { keyField: 'tenant_id' });
				const before = structuredClone(running.halo.state.licences);
				const applied = await apply(running, plans);
				expect(new Set(outcomesOf(applied))).toEqual(new Set(['notWritten']));
				expect(applied[0].issue?.message).toBe(
					`${plans[0].key}: it was planned with the Licence Key Field Tenant ID, and this node's is Service Now ID. Nothing was written for it.`,
				);
				expect(running.halo.state.licences).toEqual(before);
			}
		},
	);

	it('is told from one whose row holds the key in both fields', async () => {
		const both = { snowid: 'us/411833_1', tenant_id: 'us/411833_1', end_date: END };
		const running = await begin([aLicenceRow({ id: 501, count: 40, ...both })]);
		expect(outcomesOf(await apply(running, await planAt(running, [aLine()])))).toEqual(['written']);
	});
});

describe('when the list cannot be read', () => {
	it('nothing is written and each row says why', async () => {
		const running = await begin([PROVED]);
		const plans = await planAt(running, lines(3));
		running.halo.switches.missingPermissions = ['read:softwarelicensing'];
		const applied = await apply(running, plans);
		expect(outcomesOf(applied)).toEqual(['notWritten', 'notWritten', 'notWritten']);
		expect(running.counts()['POST /softwarelicence']).toBeUndefined();
	});

	it('a stopped run writes nothing and says so of every row', async () => {
		const running = await begin([PROVED]);
		const plans = await planAt(running, lines(3));
		const stopping = new AbortController();
		stopping.abort();
		const applied = await applyLicencePlan({ ...running.runtime, signal: stopping.signal }, plans, {
			keyField: 'snowid',
			rowsPerRequest: 20,
			hasSavedState: false,
			nameOf: ({ key }) => key,
		});
		expect(outcomesOf(applied)).toEqual(['notWritten', 'notWritten', 'notWritten']);
		expect(running.counts()).toEqual({});
	});
});

it('no plan means no request', async () => {
	const running = await begin([]);
	running.forget();
	expect(await apply(running, [])).toEqual([]);
	expect(running.counts()).toEqual({});
});

it('an item for a row of no client is refused with its name', async () => {
	const running = await begin([PROVED]);
	const lost = planItem({
		action: 'create',
		target: 'licence',
		key: 'us/5_1',
		haloId: null,
		before: null,
		after: { name: 'X', count: 1, client_id: 4711, snowid: 'us/5_1' },
		reasons: [],
	});
	const [applied] = await apply(running, [lost]);
	expect(applied.outcome).toBe('notWritten');
	expect(applied.issue?.message).toContain('us/5_1');
});
