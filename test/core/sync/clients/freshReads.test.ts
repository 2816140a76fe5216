import type { KeyField } from '../../../../core/halo/keyField';
import type { HttpRequest, Runtime } from '../../../../core/http/types';
import { applyClientPlan, type AppliedClient } from '../../../../core/sync/clients/apply';
import { USUAL_BATCH } from '../../../../core/sync/batchSize';
import { planItem, type PlanItem } from '../../../../core/sync/planItem';
import type { HaloState } from '../../../../simulators/halo/state';
import type { HaloSwitches } from '../../../../simulators/halo/switches';
import { aHaloClient, aSite, STELLR_KEY_FIELD } from '../../../../simulators/world/builders';
import { haloStage, type HaloStage } from '../../../support/haloStage';

/** What Apply reads of many clients, when, and how much of it at the same time. */

let stage: HaloStage | undefined;
afterEach(async () => {
	expect(stage?.halo.requests.violations ?? []).toEqual([]);
	await stage?.stop();
	stage = undefined;
});

const CUSTOM: KeyField = { kind: 'customField', id: 104, name: STELLR_KEY_FIELD };
const clients = (count: number) =>
	Array.from({ length: count }, (_, at) => aHaloClient({ id: at + 1, name: `Client ${at + 1}` }));
const keyOf = (id: number) => `us/${100_000 + id}`;

const linkTo = (id: number): PlanItem =>
	planItem({
		action: 'update',
		target: 'client',
		key: keyOf(id),
		haloId: id,
		before: { [STELLR_KEY_FIELD]: '' },
		after: { [STELLR_KEY_FIELD]: keyOf(id) },
		reasons: [],
	});

const links = (count: number) => Array.from({ length: count }, (_, at) => linkTo(at + 1));

async function begin(tables: Partial<HaloState>, switches: Partial<HaloSwitches> = {}) {
	stage = await haloStage(tables, { latencyMs: 3, ...switches });
	return stage;
}

interface Watched {
	runtime: Runtime;
	/** `r` for each reading of one row, `w` for each write, in the order in which they began. */
	order: () => string;
	mostAtOnce: () => number;
}

function watched(running: HaloStage, signal?: AbortSignal): Watched {
	let underWay = 0;
	let most = 0;
	let order = '';
	const http = async (request: HttpRequest) => {
		order += request.method === 'POST' ? 'w' : 'r';
		underWay += 1;
		most = Math.max(most, underWay);
		const outcome = await running.runtime.http(request);
		underWay -= 1;
		return outcome;
	};
	return {
		runtime: { ...running.runtime, http, ...(signal === undefined ? {} : { signal }) },
		order: () => order,
		mostAtOnce: () => most,
	};
}

async function apply(runtime: Runtime, plans: PlanItem[]): Promise<AppliedClient[]> {
	const nameOf = ({ key }: PlanItem) => key;
	return await applyClientPlan(runtime, plans, { keyField: CUSTOM, ...USUAL_BATCH, nameOf });
}

const notWritten = (applied: AppliedClient[]) =>
	applied.filter(({ outcome }) => outcome !== 'written').map(({ plan }) => plan.haloId);

describe('the details of many clients', () => {
	it('are read two at a time and just before their own array, once each', async () => {
		const running = await begin({ clients: clients(62) });
		const { runtime, order, mostAtOnce } = watched(running);
		const applied = await apply(runtime, links(62));
		expect(notWritten(applied)).toEqual([]);
		expect(applied.map(({ plan }) => plan.haloId)).toEqual(links(62).map(({ haloId }) => haloId));
		expect(mostAtOnce()).toBe(2);
		// One alone as the proof, read back; then each array after its own clients: 62 in ceil(62 ÷ 20) = 4 writes.
		expect(order()).toMatch(/^r{20}wr{1,40}wr{1,31}wr{1,31}w$/);
		expect(running.counts()).toEqual({ 'GET /client/{id}': 62 + 1, 'POST /client': 4 });
		expect(
			running.halo.state.clients.map(({ customfields }) => customfields[0]?.value ?? null),
		).toEqual(links(62).map(({ key }) => key));
	});

	it('count as they are when their array is written, not as they were when the first was', async () => {
		const running = await begin({ clients: clients(62) });
		const { runtime } = watched(running);
		let writes = 0;
		const http = async (request: HttpRequest) => {
			if (request.method === 'POST') {
				writes += 1;
				const last = running.halo.state.clients[61];
				if (writes === 2) last.customfields = [{ name: STELLR_KEY_FIELD, value: 'us/7' }];
			}
			return await runtime.http(request);
		};
		const applied = await apply({ ...runtime, http }, links(62));
		expect(notWritten(applied)).toEqual([62]);
		expect(applied[61].issue?.code).toBe('movedSince');
		expect(running.halo.state.clients[61].customfields[0].value).toBe('us/7');
	});

	it('of which one of two under way gets lost leave out that client only', async () => {
		const running = await begin({ clients: clients(30) });
		running.halo.faults.replace([
			{ match: { method: 'GET', path: '/client/8' }, skip: 0, times: 9, do: 'reset-before' },
		]);
		const applied = await apply(watched(running).runtime, links(30));
		expect(notWritten(applied)).toEqual([8]);
		expect(running.halo.state.clients[7].customfields).toEqual([]);
	});

	it('that meet a right that is missing half way stop, and each client left says so', async () => {
		const running = await begin({ clients: clients(60) });
		const { runtime, order } = watched(running);
		const http = async (request: HttpRequest) => {
			const switches = running.halo.switches;
			if (order().length === 30) switches.missingPermissions = ['read:customers'];
			return await runtime.http(request);
		};
		const applied = await apply({ ...runtime, http }, links(60));
		expect(notWritten(applied).length).toBeGreaterThan(30);
		const left = applied.filter(({ outcome }) => outcome !== 'written');
		expect(new Set(left.map(({ issue }) => issue?.code))).toEqual(new Set(['notAllowed']));
		// At the most the two that were under way met it.
		expect(order().length).toBeLessThanOrEqual(32);
	});

	it('are left where they are when a person stops the run: no request begins after that', async () => {
		const running = await begin({ clients: clients(60) });
		const stop = new AbortController();
		const { runtime, order } = watched(running, stop.signal);
		let atStop = '';
		const http = async (request: HttpRequest) => {
			const outcome = await runtime.http(request);
			if (order().length === 31 && atStop === '') {
				atStop = order();
				stop.abort();
			}
			return outcome;
		};
		const applied = await apply({ ...runtime, http }, links(60));
		expect(order().length - atStop.length).toBeLessThanOrEqual(1);
		expect(applied).toHaveLength(60);
		const left = applied.filter(({ outcome }) => outcome !== 'written');
		expect(new Set(left.map(({ issue }) => issue?.code))).toEqual(new Set(['notSent']));
		const written = running.halo.state.clients.filter(({ customfields }) => customfields[0]?.value);
		expect(written).toHaveLength(60 - left.length);
	});
});

it('sites whose address follows are read two at a time too, in front of their own array', async () => {
	const sites = clients(45).map(({ id }) =>
		aSite({ id: 500 + id, client_id: id, phonenumber: '1' }),
	);
	const running = await begin({ clients: clients(45), sites });
	const { runtime, order, mostAtOnce } = watched(running);
	const plans = sites.map(({ id }) =>
		planItem({
			action: 'update',
			target: 'site',
			key: keyOf(id - 500),
			haloId: id,
			before: { phonenumber: '1' },
			after: { phonenumber: '2' },
			reasons: [],
		}),
	);
	expect(notWritten(await apply(runtime, plans))).toEqual([]);
	expect(mostAtOnce()).toBe(2);
	expect(order()).toMatch(/^r{20}wr{20}wr{5}w$/);
	expect(running.halo.state.sites.map(({ phonenumber }) => phonenumber)).toEqual(
		sites.map(() => '2'),
	);
});
