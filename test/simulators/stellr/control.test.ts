/** Steering a running Stellr simulator: faults, rows, the log of what was asked. */
import { startStellrSimulator } from '../../../simulators/stellr/server';
import type { StellrSimulator } from '../../../simulators/stellr/server';
import { aStellrCustomer, aStellrState, aSubscription } from '../../../simulators/world/builders';
import { askToken, get, getWith, post, tokenOf } from './client';

const CUSTOMERS = '/api/v1/cloud/customers';
const PAGE = '?pageNo=1&pageSize=2';

describe('steering the Stellr simulator', () => {
	let stellr: StellrSimulator;
	const given = aStellrState({
		customers: [1, 2, 3, 4].map((customerNo) => aStellrCustomer({ customerNo })),
		subscriptions: [aSubscription({ customerNo: 1 })],
	});

	beforeEach(async () => {
		stellr = await startStellrSimulator(given);
	});
	afterEach(async () => stellr.stop());

	async function control(name: string, body?: unknown): Promise<Record<string, unknown>> {
		const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
		const response = await fetch(`${stellr.url}/_sim/${name}`, init);
		return { status: response.status, ...((await response.json()) as object) };
	}
	const faults = async (...script: object[]) => control('faults', { script });

	it('orders a status for so many matching calls and then goes on as before', async () => {
		await faults({ match: { method: 'GET', path: '/customers' }, times: 2, do: '500' });
		const token = await tokenOf(stellr);
		const statuses = [];
		for (let call = 0; call < 3; call += 1) {
			statuses.push((await getWith(stellr, CUSTOMERS + PAGE, token)).status);
		}
		expect(statuses).toEqual([500, 500, 200]);
	});

	it('lets matching calls pass before a fault, and leaves tokens alone unless they are named', async () => {
		await faults(
			{ skip: 1, do: '502' },
			{ match: { path: '/oauth2' }, skip: 1, do: '429', retryAfter: 3 },
		);
		const token = await tokenOf(stellr);
		const minted = await askToken(stellr);
		expect(minted.status).toBe(429);
		expect(minted.headers.get('retry-after')).toBe('3');
		expect((await getWith(stellr, CUSTOMERS + PAGE, token)).status).toBe(200);
		expect((await getWith(stellr, CUSTOMERS + PAGE, token)).status).toBe(502);
	});

	it('serves a web page, half an answer, no body, no records, or a refusal with 200', async () => {
		const kinds = ['html', 'truncated', 'empty', 'empty-list', 'business-200'];
		await faults(...kinds.map((kind) => ({ do: kind })));
		const texts: string[] = [];
		for (const kind of kinds) {
			const reply = await get(stellr, CUSTOMERS + PAGE);
			expect([kind, reply.status]).toEqual([kind, 200]);
			texts.push(reply.text);
		}
		expect(texts[0]).toContain('<html>');
		expect(() => JSON.parse(texts[1]) as unknown).toThrow();
		expect(texts[2]).toBe('');
		expect(texts[3]).toContain('"records":[]');
		expect(texts[4]).toContain('ErrorMessage');
	});

	it('serves the page before, once', async () => {
		await faults({ do: 'repeat-page' });
		const numbers = async () =>
			(await get(stellr, `${CUSTOMERS}?pageNo=2&pageSize=2`)).body.data?.records?.map(
				({ customerNo }) => customerNo,
			);
		expect(await numbers()).toEqual([1, 2]);
		expect(await numbers()).toEqual([3, 4]);
	});

	it('spoils a list once: a total that is not so, a record twice, a name far too long, a wrong type', async () => {
		const ask = async () => await get(stellr, `${CUSTOMERS}?pageNo=1&pageSize=2`);
		const { total = 0 } = (await ask()).body.data ?? {};
		await faults({ do: 'wrong-total' });
		expect((await ask()).body.data?.total).toBe(total + 3);
		await faults({ do: 'duplicate-record' });
		const numbers = (await ask()).body.data?.records?.map(({ customerNo }) => customerNo);
		expect(numbers).toEqual([1, 1, 2]);
		await faults({ do: 'long-text' });
		expect(String((await ask()).body.data?.records?.[0]?.name)).toHaveLength(5000);
		await faults({ do: 'wrong-type' });
		expect((await ask()).headers.get('content-type')).toContain('text/html');
		expect((await ask()).body.data?.total).toBe(total);
	});

	it('kills the token of a call, so that a new one is needed', async () => {
		await faults({ do: 'expire-token' });
		const token = await tokenOf(stellr);
		expect((await getWith(stellr, CUSTOMERS + PAGE, token)).status).toBe(401);
		expect((await getWith(stellr, CUSTOMERS + PAGE, token)).status).toBe(401);
		expect((await get(stellr, CUSTOMERS + PAGE)).status).toBe(200);
	});

	it('cuts the connection before a write, or after it happened', async () => {
		const path = '/api/v1/customers/1/subscriptions/411833_1/changeSeats';
		const quantity = () => stellr.state.accounts[0].subscriptions[0].quantity;
		await faults({ match: { method: 'POST', path: 'changeSeats' }, do: 'reset-before' });
		await expect(post(stellr, path, { quantity: 50 })).rejects.toThrow();
		expect(quantity()).toBe(42);
		await faults({ match: { method: 'POST', path: 'changeSeats' }, do: 'reset-after-commit' });
		await expect(post(stellr, path, { quantity: 50 })).rejects.toThrow();
		expect(quantity()).toBe(50);
	});

	it('never answers a call that is to time out', async () => {
		await faults({ do: 'timeout-before' });
		const token = await tokenOf(stellr);
		const call = fetch(`${stellr.url}${CUSTOMERS}${PAGE}`, {
			headers: { authorization: `Bearer ${token}` },
			signal: AbortSignal.timeout(100),
		});
		await expect(call).rejects.toThrow('aborted');
	});

	it('names a switch or fault it does not know', async () => {
		expect((await control('faults', { lateness: 3 })).status).toBe(400);
		expect((await faults({ do: 'explode' })).status).toBe(400);
	});

	it('merges, adds and removes rows by their key', async () => {
		const answer = await control('state', {
			subscriptions: [{ subscriptionId: '411833_1', quantity: 9 }],
			customers: [aStellrCustomer({ customerNo: 5 })],
			remove: { customers: [1, '2'] },
		});
		expect(answer).toMatchObject({ changed: 1, added: 1, removed: 2 });
		const list = await get(stellr, `${CUSTOMERS}?pageNo=1&pageSize=100`);
		expect(list.body.data?.records?.map(({ customerNo }) => customerNo)).toEqual([3, 4, 5]);
		expect(stellr.state.accounts[0].subscriptions[0].quantity).toBe(9);
		expect(given.accounts[0].subscriptions[0].quantity).toBe(42);
	});

	it('counts calls by method and route, tokens apart, and lists them with what was sent', async () => {
		await get(stellr, CUSTOMERS + PAGE);
		await get(stellr, `${CUSTOMERS}/1`);
		await get(stellr, `${CUSTOMERS}/2`);
		expect(await control('requests')).toEqual({
			status: 200,
			total: 3,
			tokens: 3,
			counts: { [`GET ${CUSTOMERS}`]: 1, [`GET ${CUSTOMERS}/{customerNo}`]: 2 },
			violations: [],
		});
		const full = await (await fetch(`${stellr.url}/_sim/requests?full=1`)).text();
		expect(JSON.parse(full)).toHaveLength(6);
		expect(JSON.parse(full)).toContainEqual({
			method: 'GET',
			path: CUSTOMERS,
			query: { pageNo: '1', pageSize: '2' },
			status: 200,
		});
		expect(full).not.toContain('stellr-us-secret');
		await control('requests/clear', {});
		expect(stellr.requests.entries).toEqual([]);
	});

	it('records a call without a token and a path nobody knows', async () => {
		await getWith(stellr, CUSTOMERS + PAGE);
		await get(stellr, '/api/v1/cloud/orders');
		expect(stellr.requests.violations.map(({ field, what }) => `${field} ${what}`)).toEqual([
			'Authorization is missing',
			'path is none of the API',
		]);
	});

	it('goes back to the rows and switches of the start', async () => {
		const token = await tokenOf(stellr);
		stellr.switches.numbers = 'string';
		stellr.state.accounts[0].customers.pop();
		await faults({ do: '500' });
		await control('reset', {});
		expect(stellr.switches.numbers).toBe('number');
		expect(stellr.state).toEqual(given);
		expect(stellr.requests.entries).toEqual([]);
		expect((await getWith(stellr, CUSTOMERS + PAGE, token)).status).toBe(401);
		expect((await get(stellr, CUSTOMERS + PAGE)).status).toBe(200);
	});
});
