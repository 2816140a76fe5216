import { clientRows, listed, startHalo, stopAll } from './haloUnderTest';

afterEach(stopAll);

describe('the Authorisation Server', () => {
	it('is named by authinfo without a token, and need not be on the host of the API', async () => {
		const { sim } = await startHalo(
			{},
			{},
			{ announcedAuthUrl: 'https://auth.trial.example/auth' },
		);
		const response = await fetch(`${sim.url}/API/AuthInfo`);
		expect(response.status).toBe(200);
		expect(await response.json()).toEqual({
			auth_url: 'https://auth.trial.example/auth',
			tenant_id: 'simulated',
		});
	});

	it('gives a token that lives an hour and says its scope', async () => {
		const { mint } = await startHalo();
		const told = await mint({ scope: 'edit:customers edit:softwarelicensing' });
		expect(told.status).toBe(200);
		expect(told.json).toMatchObject({
			token_type: 'Bearer',
			expires_in: 3600,
			scope: 'edit:customers edit:softwarelicensing',
		});
	});

	it('refuses a wrong secret with 401 invalid_client', async () => {
		const { mint } = await startHalo();
		const told = await mint({ client_secret: 'guess' });
		expect(told.status).toBe(401);
		expect(told.json.error).toBe('invalid_client');
	});

	it('refuses an unknown scope, and one the application was not given, as invalid_scope', async () => {
		const { mint } = await startHalo({}, {}, { scopes: ['all', 'read:customers'] });
		for (const scope of ['read:everything', 'edit:invoices']) {
			expect((await mint({ scope })).json).toEqual({ error: 'invalid_scope' });
		}
	});

	it('answers a wrong tenant with a plain 500', async () => {
		const { mint } = await startHalo();
		const told = await mint({}, '?tenant=other');
		expect([told.status, told.text]).toEqual([500, 'Internal Server Error']);
		expect((await mint({}, '')).status).toBe(200);
	});

	it('looks for the tenant where the switch says', async () => {
		const { mint, sim } = await startHalo({}, { tenant: 'body' });
		expect((await mint({ tenant: 'other' }, '?tenant=simulated')).status).toBe(500);
		expect((await mint({ tenant: 'simulated' }, '?tenant=other')).status).toBe(200);
		sim.switches.tenant = 'ignored';
		expect((await mint({ tenant: 'other' }, '?tenant=other')).status).toBe(200);
		Object.assign(sim.switches, { tenant: 'query', tenantRequired: true });
		expect((await mint({}, '')).status).toBe(500);
	});

	it('takes a Basic header only where the switch says so', async () => {
		const { sim } = await startHalo();
		const { clientId, clientSecret } = sim.credentials;
		const call = async () =>
			await fetch(`${sim.authUrl}/token`, {
				method: 'POST',
				headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
				body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'all' }),
			});
		expect((await call()).status).toBe(401);
		sim.switches.basicAuth = 'accepted';
		expect((await call()).status).toBe(200);
	});
});

describe('a token', () => {
	it('dies after its lifetime; a new one works again', async () => {
		const { get, signIn, clock } = await startHalo();
		expect((await get('/client')).status).toBe(200);
		clock.now += 3600_000;
		expect((await get('/client')).status).toBe(401);
		await signIn();
		expect((await get('/client')).status).toBe(200);
	});

	it('can live as short, and be refused as 400, as the switches say', async () => {
		const { get, signIn, clock } = await startHalo(
			{},
			{ tokenLifetimeSeconds: 5, expiredTokenStatus: 400 },
		);
		await signIn();
		clock.now += 5000;
		expect((await get('/client')).status).toBe(400);
	});

	it('opens what its scopes name and nothing else', async () => {
		const { get, post, signIn } = await startHalo({ clients: clientRows(1) });
		await signIn('read:customers');
		expect((await get('/site')).status).toBe(200);
		expect((await post('/client', [{ name: 'New' }])).status).toBe(403);
		expect((await get('/softwarelicence')).status).toBe(403);
		await signIn('all:standard');
		expect((await get('/softwarelicence')).status).toBe(200);
		expect((await get('/synnexdetails')).status).toBe(403);
	});
});

describe('rights', () => {
	it('a missing permission is 403 without a body', async () => {
		const { get, post, sim } = await startHalo(
			{},
			{ missingPermissions: ['read:softwarelicensing'] },
		);
		const told = await get('/SoftwareLicence');
		expect([told.status, told.text]).toEqual([403, '']);
		sim.switches.missingPermissions = ['edit:customers'];
		expect((await get('/client')).status).toBe(200);
		expect((await post('/client', [{ name: 'New' }])).status).toBe(403);
	});

	it('a wrong id is 404 without a body', async () => {
		const { get, post } = await startHalo();
		for (const path of ['/client/99', '/site/99', '/softwarelicence/99', '/nothing']) {
			const told = await get(path);
			expect([path, told.status, told.text]).toEqual([path, 404, '']);
		}
		expect((await post('/client', [{ id: 99, name: 'Ghost' }])).status).toBe(404);
	});

	it('an agent without visibility gets an empty list and no complaint', async () => {
		const { get } = await startHalo({ clients: clientRows(3) }, { invisibleAreas: ['customers'] });
		const told = await get('/client?pageinate=true&page_no=1&page_size=100');
		expect(told.status).toBe(200);
		expect(told.json).toMatchObject({ record_count: 0, clients: [] });
	});
});

describe('the rate limit', () => {
	const TEXT = 'Rate Limit Reached - 300 Requests per rolling 5 minute window';

	it('refuses the 301st request within 5 minutes and lets it pass after the window', async () => {
		const { get, clock } = await startHalo();
		for (let call = 1; call <= 300; call += 1) expect((await get('/authinfo')).status).toBe(200);
		const told = await get('/client');
		expect([told.status, told.text]).toEqual([429, TEXT]);
		expect(told.headers.get('retry-after')).toBeNull();
		clock.now += 5 * 60_000;
		expect((await get('/client')).status).toBe(200);
	});

	it('rolls: calls leave the window one by one, and refused ones were never in it', async () => {
		const { get, clock, sim } = await startHalo({}, { rateLimit: 2, rateWindowSeconds: 10 });
		sim.switches.rateLimitRetryAfter = 'sent';
		await get('/client');
		clock.now += 4000;
		await get('/client');
		const told = await get('/client');
		expect([told.status, told.headers.get('retry-after')]).toEqual([429, '6']);
		clock.now += 6000;
		expect((await get('/client')).status).toBe(200);
		expect((await get('/client')).status).toBe(429);
	});

	it('is lifted by 0', async () => {
		const { get } = await startHalo({ clients: clientRows(1) }, { rateLimit: 0 });
		for (let call = 1; call <= 310; call += 1) await get('/authinfo');
		expect(listed(await get('/client'), 'clients')).toHaveLength(1);
	});
});
