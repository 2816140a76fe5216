import type { INodeParameters } from 'n8n-workflow';

import { HaloClientUpsert } from '../../../nodes/HaloClientUpsert/HaloClientUpsert.node';
import type { HaloState } from '../../../simulators/halo/state';
import { aHaloClient, aSite } from '../../../simulators/world/builders';
import { aLine, aMatch, aStellrCustomer, mappedTo } from '../../core/sync/records';
import { haloNodeStage, type HaloNodeRun, type HaloNodeStage } from '../haloNode';

/** What Halo Client Upsert costs a large Halo, in requests counted one by one. */

jest.setTimeout(120_000);
let stage: HaloNodeStage;
afterEach(async () => {
	expect(stage.halo.requests.violations).toEqual([]);
	await stage.stop();
});

const BASE: INodeParameters = {
	operation: 'apply',
	keyField: { __rl: true, mode: 'list', value: '104:CFStellrCustomerNo' },
	createMissing: 'on',
	topLevel: { __rl: true, mode: 'id', value: '1' },
};

/** Names that nobody would take for one another: two words of letters drawn by a fixed rule. */
function nameOf(at: number): string {
	let state = at * 2_654_435_761 + 12_345;
	const word = () =>
		Array.from({ length: 9 }, () => {
			state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
			return String.fromCharCode(97 + (Math.floor(state / 65_536) % 26));
		}).join('');
	return `${word()} ${word()}`;
}
const clients = (count: number, keyed = 0) =>
	Array.from({ length: count }, (_, at) =>
		aHaloClient({
			id: at + 1,
			name: nameOf(at),
			...(at < keyed ? { stellrKey: `us/${100_000 + at}` } : {}),
		}),
	);
const customer = (at: number, haloClientId: number | null) => ({
	...aStellrCustomer({ customerNo: String(100_000 + at), name: nameOf(at) }),
	match: haloClientId === null ? aMatch() : mappedTo({ id: haloClientId, name: nameOf(at) }),
	subscriptions: [aLine({ customerNo: String(100_000 + at) })],
	complete: true,
});

async function start(tables: Partial<HaloState>) {
	stage = await haloNodeStage(HaloClientUpsert, tables, { batch: 'partial' });
}
const apply = async (items: object[], parameters: INodeParameters = BASE) => {
	stage.forget();
	return await stage.run(items, { parameters });
};
const counts = (result: HaloNodeRun) => result.summary.counts as Record<string, number>;
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

describe('the first import of 1,000 customers', () => {
	it('links 800 and creates 200 in as many writes as there are arrays of 20', async () => {
		await start({ clients: clients(800) });
		const result = await apply([
			...range(0, 800).map((at) => customer(at, at + 1)),
			...range(800, 1000).map((at) => customer(at, null)),
		]);
		expect(counts(result)).toMatchObject({ linked: 800, created: 200, notWritten: 0 });
		expect(stage.counts()['POST /client']).toBeLessThanOrEqual(800 / 20 + 200 / 20);
		const sizes = stage.halo.requests
			.list()
			.filter(({ method }) => method === 'POST')
			.flatMap(({ body }) => (Array.isArray(body) ? [body.length] : []));
		// One link alone proves the key field; of the new clients none goes alone, since keys are seen by then.
		expect(sizes.slice(-10)).toEqual(range(0, 10).map(() => 20));
		expect([sizes[0], Math.max(...sizes)]).toEqual([1, 21]);
	});

	it('creates 200 in ten writes where no key was ever written', async () => {
		await start({ clients: clients(1) });
		const result = await apply(range(800, 1000).map((at) => customer(at, null)));
		expect(counts(result)).toMatchObject({ created: 200, notWritten: 0 });
		expect(stage.counts()['POST /client']).toBe(200 / 20);
	});

	it('takes one write more where the number of rows was set by hand', async () => {
		await start({ clients: clients(1) });
		const parameters = { ...BASE, options: { rowsPerRequest: 20 } };
		await apply(
			range(800, 1000).map((at) => customer(at, null)),
			parameters,
		);
		expect(stage.counts()['POST /client']).toBe(200 / 20 + 1);
	});

	it('needs no client to prove it where the list shows such keys', async () => {
		await start({ clients: clients(10, 10) });
		const parameters = { ...BASE, options: { rowsPerRequest: 20 } };
		await apply(
			range(800, 1000).map((at) => customer(at, null)),
			parameters,
		);
		expect(stage.counts()['POST /client']).toBe(200 / 20);
	});
});

describe('addresses of a few clients of many', () => {
	it('cost one request for each, and one more to learn how long the list is', async () => {
		const sites = range(0, 900).map((at) => aSite({ id: 5000 + at, client_id: at + 1 }));
		await start({ clients: clients(900), sites });
		const parameters = { ...BASE, operation: 'plan', updateAddress: 'all' };
		const linked = (at: number) => ({
			...customer(at, at + 1),
			match: mappedTo(
				{ id: at + 1, name: nameOf(at), stellrKeys: [`us/${100_000 + at}`] },
				{ level: 'storedKey' },
			),
		});
		const few = await apply([0, 400, 800].map(linked), parameters);
		expect(stage.counts()).toEqual({ 'GET /site': 1 + 3 });
		expect(few.hints.map(({ message }) => message)).toEqual([
			'The sites of 3 clients were read one client at a time: 4 requests instead of 9.',
		]);
		const many = await apply(range(0, 8).map(linked), parameters);
		expect(stage.counts()).toEqual({ 'GET /site': 9 });
		expect(many.hints).toEqual([]);
	});
});
