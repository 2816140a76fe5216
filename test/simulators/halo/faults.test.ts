import { clientRows, listed, startHalo, stopAll } from './haloUnderTest';

afterEach(stopAll);

const fault = (does: string, more: object = {}) => ({
	script: [{ match: { method: 'POST', path: '/client' }, do: does, ...more }],
});

describe('a scripted fault', () => {
	it('answers a status instead of the route, as often as ordered, and nothing is saved', async () => {
		const { post, control, sim } = await startHalo();
		await control('POST', '/_sim/faults', fault('500', { times: 2 }));
		const statuses = [];
		for (let call = 0; call < 3; call += 1) {
			statuses.push((await post('/Client', [{ name: 'A' }])).status);
		}
		expect(statuses).toEqual([500, 500, 201]);
		expect(sim.state.clients).toHaveLength(1);
	});

	it('lets calls pass before it strikes, and leaves other routes alone', async () => {
		const { get, control } = await startHalo({ clients: clientRows(1) });
		await control('POST', '/_sim/faults', {
			script: [{ match: { path: '/api/client/*' }, skip: 1, do: '503' }],
		});
		const statuses = [];
		for (const path of ['/client/1', '/client', '/client/1', '/client/1']) {
			statuses.push((await get(path)).status);
		}
		expect(statuses).toEqual([200, 200, 503, 200]);
	});

	it('429 has the vendor’s text and says when to come back', async () => {
		const { post, control } = await startHalo();
		await control('POST', '/_sim/faults', fault('429', { retryAfter: 2 }));
		const told = await post('/client', [{ name: 'A' }]);
		expect([told.status, told.headers.get('retry-after')]).toEqual([429, '2']);
		expect(told.text).toBe('Rate Limit Reached - 300 Requests per rolling 5 minute window');
	});

	it('can answer 200 with a refusal inside', async () => {
		const { post, control, sim } = await startHalo();
		await control('POST', '/_sim/faults', fault('business-200'));
		const told = await post('/client', [{ name: 'A' }]);
		expect([told.status, told.json.errorMessage]).toEqual([200, expect.any(String)]);
		expect(sim.state.clients).toEqual([]);
	});

	it.each([
		['repeat-page', 2, [1, 2]],
		['duplicate-row', 1, [1, 1, 2]],
		['wrong-total', 1, [1, 2]],
		['shift-rows', 2, [4]],
	] as const)('%s spoils one page of a list', async (does, pageNo, ids) => {
		const { get, control } = await startHalo({ clients: clientRows(4) });
		const page = (no: number) => `/client?pageinate=true&page_size=2&page_no=${no}&order=id`;
		await control('POST', '/_sim/faults', { script: [{ match: { path: '/client' }, do: does }] });
		const told = await get(page(pageNo));
		const shown = (listed(told, 'clients') as Array<{ id: number }>).map(({ id }) => id);
		expect(shown).toEqual(ids);
		expect(told.json.record_count).toBe(does === 'wrong-total' ? 7 : 4);
		expect((await get(page(pageNo))).json.record_count).toBe(4);
	});

	it('can call its JSON a web page', async () => {
		const { get, control } = await startHalo({ clients: clientRows(1) });
		await control('POST', '/_sim/faults', { script: [{ match: {}, do: 'wrong-type' }] });
		const told = await get('/client/1');
		expect(told.headers.get('content-type')).toContain('text/html');
		expect(told.text).toContain('"id":1');
	});

	it('breaks the connection before the write', async () => {
		const { post, control, sim } = await startHalo();
		await control('POST', '/_sim/faults', fault('reset-before'));
		await expect(post('/client', [{ name: 'A' }])).rejects.toThrow();
		expect(sim.state.clients).toEqual([]);
	});

	it.each(['reset-after-commit', '500-after-commit', 'truncated', 'empty'])(
		'%s loses the answer after the row was saved',
		async (does) => {
			const { post, control, sim } = await startHalo();
			await control('POST', '/_sim/faults', fault(does));
			const told = await post('/client', [{ name: 'A' }]).catch(() => null);
			expect(told?.json ?? {}).toEqual({});
			expect(sim.state.clients).toHaveLength(1);
			expect((await post('/client', [{ name: 'B' }])).json.id).toBe(2);
		},
	);

	it('never answers after the write, until the client gives up', async () => {
		const { sim, mint, control } = await startHalo();
		const authorization = `Bearer ${String((await mint()).json.access_token)}`;
		await control('POST', '/_sim/faults', fault('timeout-after-commit'));
		const call = fetch(`${sim.apiUrl}/client`, {
			method: 'POST',
			headers: { authorization, 'content-type': 'application/json' },
			body: '[{"name":"A"}]',
			signal: AbortSignal.timeout(300),
		});
		await expect(call).rejects.toThrow(/timeout/i);
		expect(sim.state.clients).toHaveLength(1);
	});

	it('stop does not wait for a call that is never answered', async () => {
		const { sim, mint, control } = await startHalo();
		const authorization = `Bearer ${String((await mint()).json.access_token)}`;
		await control('POST', '/_sim/faults', { script: [{ do: 'timeout-before' }] });
		const call = fetch(`${sim.apiUrl}/client`, { headers: { authorization } }).catch(() => 'gone');
		while (sim.requests.entries.length < 2) await control('GET', '/_sim/faults');
		const began = Date.now();
		await sim.stop();
		expect(Date.now() - began).toBeLessThan(1000);
		expect(await call).toBe('gone');
	});

	it('a web page with 200, once by script or always by switch', async () => {
		const { get, control, sim } = await startHalo();
		await control('POST', '/_sim/faults', { script: [{ match: { path: '/client' }, do: 'html' }] });
		const told = await get('/client');
		expect([told.status, told.headers.get('content-type')]).toEqual([
			200,
			'text/html; charset=utf-8',
		]);
		expect((await get('/client')).json).toHaveProperty('clients');
		sim.switches.htmlWith200 = true;
		expect((await get('/client')).text).toContain('<!DOCTYPE html>');
	});

	it('kills all tokens; a new one works', async () => {
		const { get, signIn, control } = await startHalo();
		await control('POST', '/_sim/faults', { script: [{ do: 'expire-token' }] });
		expect((await get('/client')).status).toBe(401);
		expect((await get('/client')).status).toBe(401);
		await signIn();
		expect((await get('/client')).status).toBe(200);
	});

	it('strikes the token call when its path is named', async () => {
		const { mint, control, sim } = await startHalo();
		const match = { path: '/auth/token' };
		await control('POST', '/_sim/faults', { script: [{ match, do: '429' }] });
		expect((await mint()).status).toBe(429);
		expect((await mint()).status).toBe(200);
		expect(sim.requests.counts()).toMatchObject({ tokens: 2, total: 0 });
	});
});

describe('switches for bad weather', () => {
	it('a share of calls is answered 502, in a fixed sequence', async () => {
		const { get } = await startHalo({}, { badGatewayShare: 0.25 });
		const statuses = [];
		for (let call = 0; call < 8; call += 1) statuses.push((await get('/client')).status);
		expect(statuses).toEqual([200, 200, 200, 502, 200, 200, 200, 502]);
	});

	it('answers are held back', async () => {
		const { get } = await startHalo({}, { latencyMs: 60 });
		const began = Date.now();
		await get('/client');
		expect(Date.now() - began).toBeGreaterThanOrEqual(55);
	});
});

describe('control calls', () => {
	it('set switches live and refuse ones that do not exist', async () => {
		const { get, control, sim } = await startHalo();
		expect((await control('POST', '/_sim/faults', { topLevelKey: 'bare' })).status).toBe(200);
		expect((await get('/toplevel')).rows).toHaveLength(1);
		expect((await control('POST', '/_sim/faults', { pageCapp: 5 })).status).toBe(400);
		expect((await control('POST', '/_sim/faults', { pageCap: 'many' })).status).toBe(400);
		expect((await control('POST', '/_sim/faults', { script: [{ do: 'melt' }] })).status).toBe(400);
		expect((await control('POST', '/_sim/faults', { topLevelKey: 'wood' })).status).toBe(400);
		expect(sim.switches.pageCap).toBe(100);
		expect((await control('GET', '/_sim/faults')).json).toMatchObject({ script: [] });
	});

	it('show the rows and the violations, and are neither limited nor logged', async () => {
		const { post, control } = await startHalo({ clients: clientRows(1) }, { rateLimit: 1 });
		await post('/client', [{ nickname: 'A' }]);
		const told = await control('GET', '/_sim/state');
		expect(told.json.clients).toHaveLength(1);
		expect(told.json.violations).toMatchObject([{ field: '[0].nickname' }]);
		expect((await control('GET', '/_sim/requests')).json).toMatchObject({
			total: 1,
			tokens: 0,
			counts: { 'POST /client': 1 },
		});
	});

	it('count calls by route and list them in full', async () => {
		const { get, post, signIn, control } = await startHalo({ clients: clientRows(2) });
		await signIn();
		await get('/Client/1?includedetails=true');
		await get('/client/2');
		await post('/client', [{ id: 1, notes: 'x' }]);
		expect((await control('GET', '/_sim/requests')).json).toMatchObject({
			total: 3,
			tokens: 1,
			counts: { 'GET /client/{id}': 2, 'POST /client': 1 },
		});
		const { rows, text } = await control('GET', '/_sim/requests?full=1');
		expect(rows.slice(1)).toEqual([
			{ method: 'GET', path: '/api/Client/1', query: { includedetails: 'true' }, status: 200 },
			{ method: 'GET', path: '/api/client/2', query: {}, status: 200 },
			{
				method: 'POST',
				path: '/api/client',
				query: {},
				body: [{ id: 1, notes: 'x' }],
				status: 201,
			},
		]);
		expect(text).not.toContain('secret');
		await control('POST', '/_sim/requests/clear');
		expect((await control('GET', '/_sim/requests')).json.total).toBe(0);
	});

	it('merge, add and remove rows', async () => {
		const { control, get } = await startHalo({ clients: clientRows(3) });
		const told = await control('POST', '/_sim/state', {
			clients: [
				{ id: 1, name: 'Renamed' },
				{ ...clientRows(1)[0], id: 9, name: 'New' },
			],
			remove: { clients: [2] },
		});
		expect(told.json).toEqual({ changed: 1, added: 1, removed: 1 });
		const names = listed(await get('/client?order=id'), 'clients').map(({ name }) => name);
		expect(names).toEqual(['Renamed', 'Client 0003', 'New']);
		expect((await control('POST', '/_sim/state', { cars: [] })).status).toBe(400);
	});

	it('reset brings back rows and switches and empties the log; tokens live on', async () => {
		const { post, get, control, sim } = await startHalo({ clients: clientRows(1) });
		await post('/client', [{ name: 'A' }]);
		sim.switches.pageCap = 5;
		await control('POST', '/_sim/faults', fault('500'));
		await control('POST', '/_sim/reset');
		expect(sim.state.clients).toHaveLength(1);
		expect(sim.switches.pageCap).toBe(100);
		expect(sim.requests.entries).toEqual([]);
		expect(sim.faults.left).toEqual([]);
		expect((await get('/client')).status).toBe(200);
	});

	it('reset with other rows makes them the start', async () => {
		const { sim } = await startHalo({ clients: clientRows(1) });
		sim.reset({ ...sim.state, clients: clientRows(4) });
		sim.state.clients.pop();
		sim.reset();
		expect(sim.state.clients).toHaveLength(4);
	});
});
