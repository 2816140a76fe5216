import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { HaloLicenceUpsert } from '../../../nodes/HaloLicenceUpsert/HaloLicenceUpsert.node';
import type { HaloLicenceRow } from '../../../simulators/halo/state';
import { aHaloClient, aLicenceRow } from '../../../simulators/world/builders';
import { aLine } from '../../core/sync/records';
import { haloNodeStage, issueOf, type HaloNodeRun, type HaloNodeStage } from '../haloNode';

/** What Halo Licence Upsert costs a Halo with many licences, in requests counted one by one. */

jest.setTimeout(120_000);
let stage: HaloNodeStage;
afterEach(async () => {
	expect(stage.halo.requests.violations).toEqual([]);
	await stage.stop();
});

const CLIENTS = 100;
const clients = Array.from({ length: CLIENTS }, (_, at) =>
	aHaloClient({ id: at + 1, name: `Client ${at + 1}` }),
);
const END = '2026-11-30T00:00:00';

/** Client 7 has the lines 7_1, 7_2, … */
const line = (clientId: number, no: number, fields: object = {}) =>
	aLine({
		customerNo: String(clientId),
		subscriptionId: `${clientId}_${no}`,
		vendorSubscriptionId: `v-${clientId}-${no}`,
		skuNo: `sku-${clientId}-${no}`,
		mfgPartNo: null,
		productName: `Product ${no}`,
		...fields,
	});
const row = (clientId: number, no: number, fields: Partial<HaloLicenceRow> = {}) =>
	aLicenceRow({
		id: clientId * 1000 + no,
		client_id: clientId,
		snowid: `us/${clientId}_${no}`,
		name: `Product ${no}`,
		product_sku: null,
		end_date: END,
		...fields,
	});
const LINES = 20;
const linesOf = (clientId: number) =>
	Array.from({ length: LINES }, (_, at) => line(clientId, at + 1));
/** 2,000 licences: 20 pages. */
const rows = () =>
	clients.flatMap(({ id }) => Array.from({ length: LINES }, (_, at) => row(id, at + 1)));

function customer(clientId: number, lines = linesOf(clientId)): object {
	return {
		account: 'us',
		customerNo: String(clientId),
		name: `Client ${clientId}`,
		haloClientId: clientId,
		haloClientName: `Client ${clientId}`,
		match: { client: { inactive: false, stellrKeys: [`us/${clientId}`] } },
		subscriptions: lines,
		complete: true,
		subscriptionsReadAt: '2026-11-23T04:07:00.000Z',
	};
}

async function start(licences = rows()) {
	// An array that is refused as a whole would make the simulator copy all its rows for each write.
	const switches = { batch: 'partial' as const };
	stage = await haloNodeStage(HaloLicenceUpsert, { clients, licences }, switches);
}
async function run(operation: 'plan' | 'apply', items: object[], options: INodeParameters = {}) {
	stage.forget();
	return await stage.run(items, { parameters: { operation, options } });
}
/** Requests for licences; whether Halo's own module still runs is asked beside them, once before a write. */
const cost = () => {
	const routes = Object.entries(stage.counts());
	return Object.fromEntries(routes.filter(([route]) => /softwarelicence/.test(route)));
};
const counts = (result: HaloNodeRun) => result.summary.counts as Record<string, number>;
const hints = (result: HaloNodeRun) => result.hints.map(({ message }) => message);
const actions = (items: IDataObject[]) => items.map((item) => (item.plan as IDataObject).action);
const reasonOf = (item: IDataObject) =>
	((item.plan as IDataObject).reasons as IDataObject[])[0].code;

describe('Plan for a few customers of many', () => {
	it('reads their licences and no more while nothing is to be written, and says so', async () => {
		await start();
		const result = await run(
			'plan',
			[3, 4, 50].map((id) => customer(id)),
		);
		// The first page tells how long the list is.
		expect(cost()).toEqual({ 'GET /softwarelicence': 1 + 3 });
		expect(counts(result)).toMatchObject({ unchanged: 60, held: 0, needsAttention: 0 });
		expect(hints(result)).toEqual([
			expect.stringContaining(
				'The licences of 3 clients were read one client at a time: 4 requests instead of 20.',
			),
		]);
	});

	it('reads all of them as soon as something is to be written, and the first page only once', async () => {
		await start();
		const more = linesOf(4).map((entry, at) =>
			at === 0 ? { ...entry, quantity: (entry.quantity ?? 0) + 1 } : entry,
		);
		const result = await run('plan', [customer(3), customer(4, more)]);
		expect(cost()).toEqual({ 'GET /softwarelicence': 2 + 20 });
		expect(actions(result.first)).toEqual(['update']);
		expect(hints(result)).toEqual([expect.stringContaining('and then all of them')]);
	});

	it('finds a row that sits at another client, and makes no second one', async () => {
		await start(rows().map((entry) => (entry.id === 4001 ? { ...entry, client_id: 9 } : entry)));
		const result = await run('plan', [customer(4)]);
		expect(actions(result.held)).toEqual(['moved']);
		expect(result.first).toEqual([]);
		expect(cost()).toEqual({ 'GET /softwarelicence': 1 + 20 });
	});

	it('writes nothing when a key is held at another client too', async () => {
		await start([...rows(), row(9, 99, { snowid: 'us/4_1' })]);
		const more = [line(4, 1, { quantity: 43 }), ...linesOf(4).slice(1)];
		const result = await run('plan', [customer(4, more)]);
		expect(result.first).toEqual([]);
		expect(reasonOf({ plan: (result.attention[0] ?? result.held[0]).plan } as never)).toBe(
			'duplicateKey',
		);
	});

	it('reads all when that is no dearer', async () => {
		await start();
		const all = await run(
			'plan',
			clients.slice(0, 19).map(({ id }) => customer(id)),
		);
		expect(cost()).toEqual({ 'GET /softwarelicence': 20 });
		expect(hints(all)).toEqual([]);
		const some = await run(
			'plan',
			clients.slice(0, 18).map(({ id }) => customer(id)),
		);
		expect(cost()).toEqual({ 'GET /softwarelicence': 1 + 18 });
		expect(hints(some)).toHaveLength(1);
	});

	it('reads all where that is chosen', async () => {
		await start();
		await run('plan', [customer(3)], { readLicences: 'all' });
		expect(cost()).toEqual({ 'GET /softwarelicence': 20 });
	});

	it('reads only these clients where that is chosen: known rows change, new ones wait', async () => {
		await start();
		const lines = [
			line(4, 1, { quantity: 43 }),
			...linesOf(4).slice(1),
			line(4, 21, { productName: 'Something else' }),
		];
		const only: INodeParameters = { readLicences: 'clients' };
		const planned = await run('plan', [customer(4, lines)], only);
		expect(cost()).toEqual({ 'GET /softwarelicence': 1 });
		expect(actions(planned.first)).toEqual(['update']);
		expect(planned.held.map(reasonOf)).toEqual(['allRowsNotRead']);
		const applied = await run('apply', [...planned.first, ...planned.held], only);
		expect(counts(applied)).toMatchObject({ updated: 1, created: 0, held: 1 });
		expect(cost()).toEqual({
			'GET /softwarelicence/{id}': 1,
			'POST /softwarelicence': 1,
		});
	});
});

describe('Apply after Plan', () => {
	const changed = (clientId: number) => [
		line(clientId, 1, { quantity: 43 }),
		...linesOf(clientId).slice(1),
		line(clientId, 21, { productName: 'Something else' }),
	];

	it('reads again what it is about to change, and not the world', async () => {
		await start();
		const planned = await run(
			'plan',
			clients.map(({ id }) => customer(id, id <= 3 ? changed(id) : linesOf(id))),
		);
		expect(cost()).toEqual({ 'GET /softwarelicence': 20 });
		expect(actions(planned.first).sort()).toEqual([
			...['create', 'create', 'create'],
			...['update', 'update', 'update'],
		]);
		const applied = await run('apply', planned.first);
		expect(counts(applied)).toMatchObject({ updated: 3, created: 3, notWritten: 0 });
		expect(cost()).toEqual({
			// The clients of the new rows before and after; the rows that change are among theirs.
			'GET /softwarelicence': 3 + 3,
			'POST /softwarelicence': 2,
		});
	});

	it('reads rows that change one by one up to what the list costs, else the list', async () => {
		await start();
		const withMore = (howMany: number) =>
			clients.map(({ id }) =>
				customer(
					id,
					id <= howMany ? [line(id, 1, { quantity: 43 }), ...linesOf(id).slice(1)] : linesOf(id),
				),
			);
		const twenty = await run('plan', withMore(20));
		await run('apply', twenty.first);
		expect(cost()).toEqual({
			'GET /softwarelicence/{id}': 20,
			'POST /softwarelicence': 1,
		});
		stage.halo.reset();
		const more = await run('plan', withMore(21));
		await run('apply', more.first);
		expect(cost()).toEqual({ 'GET /softwarelicence': 20, 'POST /softwarelicence': 2 });
	});

	it('reads the whole list before it makes rows from a plan that is no longer young', async () => {
		await start();
		const planned = await run(
			'plan',
			clients.map(({ id }) => customer(id, id === 1 ? changed(1) : linesOf(id))),
		);
		const old = planned.first.map((item) => ({
			...item,
			licencesSeen: {
				...(item.licencesSeen as object),
				readAt: new Date(Date.now() - 16 * 60_000).toISOString(),
			},
		}));
		// Another run made it at another client in the meantime.
		stage.halo.state.licences.push(row(50, 21, { id: 90_000, snowid: 'us/1_21' }));
		const applied = await run('apply', old);
		expect(stage.counts()['GET /softwarelicence']).toBe(21);
		expect(counts(applied)).toMatchObject({ updated: 1, notWritten: 0 });
		const holders = stage.halo.state.licences.filter(({ snowid }) => snowid === 'us/1_21');
		expect(holders.map(({ id }) => id)).toEqual([90_000]);
	});

	it('makes no rows from a plan of an earlier day, and still changes those that did not move', async () => {
		await start();
		const planned = await run(
			'plan',
			clients.map(({ id }) => customer(id, id === 1 ? changed(1) : linesOf(id))),
		);
		const readAt = new Date(Date.now() - 25 * 60 * 60_000).toISOString();
		const old = planned.first.map((item) => ({
			...item,
			licencesSeen: { ...(item.licencesSeen as object), readAt },
		}));
		const rowsBefore = stage.halo.state.licences.length;
		const applied = await run('apply', old);
		expect(applied.attention.map((item) => issueOf(item).code)).toEqual(['planTooOld']);
		expect(counts(applied)).toMatchObject({ created: 0, updated: 1, notWritten: 1 });
		expect(stage.halo.state.licences).toHaveLength(rowsBefore);
	});

	it('takes nothing for proved that the plan saw in another key field, and writes nothing of it', async () => {
		await start();
		const planned = await run(
			'plan',
			clients.map(({ id }) => customer(id, id === 1 ? changed(1) : linesOf(id))),
		);
		const creates = planned.first.filter((item) => actions([item])[0] === 'create');
		const applied = await run('apply', creates, { keyField: 'tenant_id' });
		expect(stage.counts()['GET /softwarelicence']).toBeGreaterThanOrEqual(20);
		expect(stage.counts()['POST /softwarelicence']).toBeUndefined();
		expect(applied.attention.map((item) => issueOf(item).code)).toEqual(
			creates.map(() => 'otherKeyField'),
		);
	});

	it('leaves alone what somebody changed since', async () => {
		await start();
		const planned = await run(
			'plan',
			clients.map(({ id }) => customer(id, id === 1 ? changed(1) : linesOf(id))),
		);
		const first = stage.halo.state.licences.find(({ id }) => id === 1001);
		if (first) first.count = 99;
		stage.halo.state.licences.push(
			row(1, 22, { id: 90_001, snowid: null, notes: '1_21', name: 'Made by another importer' }),
		);
		const applied = await run('apply', planned.first);
		expect(applied.attention.map((item) => issueOf(item).code).sort()).toEqual([
			'movedSince',
			'rowAppeared',
		]);
		expect(stage.counts()['POST /softwarelicence']).toBeUndefined();
	});
});

describe('the first import of 10,000 lines', () => {
	const everyone = () =>
		clients.map(({ id }) =>
			customer(
				id,
				Array.from({ length: 100 }, (_, at) => line(id, at + 1)),
			),
		);

	it('takes a fifth of the writes that arrays of 20 would take, the row that proves the key field included', async () => {
		await start([]);
		const applied = await run('apply', everyone());
		expect(counts(applied)).toMatchObject({ created: 10_000, notWritten: 0 });
		const sizes = stage.halo.requests
			.list()
			.filter(({ method }) => method === 'POST')
			.flatMap(({ body }) => (Array.isArray(body) ? [body.length] : []));
		// Within ceil(10,000 ÷ 20) = 500.
		expect(sizes).toEqual([1, 21, 42, 84, ...Array.from({ length: 98 }, () => 100), 52]);
	});

	it.each([
		// Saved: nothing is left to send. Not saved: the 84 go again, four times 21.
		['reset-after-commit', [1, 21, 42, 84, ...Array.from({ length: 40 }, () => 21), 12]],
		['reset-before', [1, 21, 42, 84, ...Array.from({ length: 44 }, () => 21), 12]],
	] as const)(
		'keeps to arrays of the first size once an answer was lost (%s)',
		async (fault, sent) => {
			await start([]);
			stage.halo.faults.replace([
				{ match: { method: 'POST', path: '/softwarelicence' }, skip: 3, times: 1, do: fault },
			]);
			const applied = await run('apply', everyone().slice(0, 10));
			expect(counts(applied)).toMatchObject({ created: 1000, notWritten: 0 });
			expect(new Set(stage.halo.state.licences.map(({ snowid }) => snowid)).size).toBe(1000);
			expect(stage.halo.state.licences).toHaveLength(1000);
			const sizes = stage.halo.requests
				.list()
				.filter(({ method }) => method === 'POST')
				.flatMap(({ body }) => (Array.isArray(body) ? [body.length] : []));
			expect(sizes).toEqual(sent);
		},
	);

	it('takes one more where the number of rows was set by hand', async () => {
		await start([]);
		await run('apply', everyone().slice(0, 10), { rowsPerRequest: 20 });
		expect(stage.counts()['POST /softwarelicence']).toBe(1000 / 20 + 1);
	});

	it('needs no row to prove it where the list shows a key already', async () => {
		await start([row(100, 1)]);
		await run('apply', everyone().slice(0, 10), { rowsPerRequest: 20 });
		expect(stage.counts()['POST /softwarelicence']).toBe(1000 / 20);
	});
});
