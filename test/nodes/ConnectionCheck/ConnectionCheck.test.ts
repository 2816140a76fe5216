import { checkStage, type CheckStage } from './checkStage';

describe('Connection Check, where all is well', () => {
	let stage: CheckStage;

	beforeAll(async () => {
		stage = await checkStage();
	});
	afterEach(() => stage.reset());
	afterAll(async () => await stage.stop());

	it('says "Test successful", and that about every permission by its name on the portal', async () => {
		const { error, checks, attention, summary, hints, failed } = await stage.run();
		expect(error).toBeUndefined();
		expect(failed).toEqual([]);
		expect(checks.filter(({ mandatory, ok }) => mandatory && ok !== true)).toEqual([]);
		expect(checks.filter(({ side }) => side === 'stellr').map(({ check }) => check)).toEqual([
			'Credential filled in',
			'Sign-in (token)',
			'Region and Application Type',
			'End Customers - List Customers',
			'Customers visible',
			'End Customers - Get Customer Details',
			"Subscriptions - List Customers' Subscriptions",
			'Subscriptions - Get Subscription Details',
			"List Reseller's Subscriptions",
			'Clock',
		]);
		expect(attention).toEqual([]);
		expect(summary).toMatchObject({ ok: true, verdict: 'Test successful', first: null });
		expect(hints).toEqual([]);
	});

	it('only reads, and little', async () => {
		const { summary } = await stage.run();
		const requests = [...stage.stellr.requests.entries, ...stage.halo.requests.entries];
		const calls = requests.filter(({ isToken }) => !isToken);
		expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
		expect(calls.length).toBeLessThanOrEqual(15);
		expect(summary.requests).toEqual({
			stellr: stage.stellr.requests.counts().total,
			halo: stage.halo.requests.counts().total,
		});
		expect(stage.stellr.requests.violations).toEqual([]);
		expect(stage.halo.requests.violations).toEqual([]);
	});

	it('checks once, however many items come in', async () => {
		const { checks, items } = await stage.run({ inputs: [[{ a: 1 }, { a: 2 }, { a: 3 }]] });
		expect(checks.filter(({ code }) => code === 'listCustomers')).toHaveLength(1);
		expect(items[0][0].pairedItem).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	it('leaves a side without a credential out, and says so', async () => {
		const { checks, summary, error } = await stage.run({ halo: null });
		expect(error).toBeUndefined();
		expect(checks.filter(({ side }) => side === 'halo')).toMatchObject([
			{ ok: null, mandatory: false, seen: expect.stringContaining('Not checked') },
		]);
		expect(summary).toMatchObject({
			ok: true,
			verdict: 'Test successful (HaloPSA was not checked)',
		});
		expect(stage.halo.requests.entries).toEqual([]);
	});

	it('does not call it a success when neither side has a credential', async () => {
		const { summary, hints } = await stage.run({ stellr: null, halo: null });
		expect(summary).toMatchObject({ ok: false, verdict: expect.stringContaining('Nothing was') });
		expect(hints).toHaveLength(1);
	});

	it('checks the list of the whole reseller where its path is set', async () => {
		stage.stellr.switches.resellerWidePath = '/api/v1/subscriptions';
		const { check } = await stage.run({
			stellr: { changeApiDetails: true, allSubscriptionsPath: '/api/v1/subscriptions' },
		});
		expect(check('stellr', 'listAllSubscriptions')).toMatchObject({ ok: true, mandatory: false });
	});

	it('reads the scope that was granted from the token, and shows no token', async () => {
		const run = await stage.run({ halo: { scope: 'read:customers read:softwarelicensing' } });
		expect(run.check('halo', 'scope')).toMatchObject({
			ok: false,
			mandatory: false,
			seen: expect.stringContaining('edit:customers and edit:softwarelicensing'),
		});
		expect(run.summary).toMatchObject({
			ok: true,
			verdict: expect.stringMatching(/^Test successful\. Not told: .*; whether Halo's own/),
		});
		expect(JSON.stringify(run.outputs)).not.toMatch(/halo-token|sim-us-|secret"/);
	});

	it('never throws where the flow is to go on, and says what stopped it on Summary too', async () => {
		const run = await stage.run({
			parameters: { keyField: { __rl: true, mode: 'name', value: '={{ " " }}' } },
			onError: 'continueRegularOutput',
		});
		expect(run.error).toBeUndefined();
		expect(run.checks).toEqual([]);
		expect(run.attention).toMatchObject([{ issue: { message: 'Key Field is empty' } }]);
		expect(run.summary.verdict).toContain('Connections: stopped. Key Field is empty');
	});

	it('needs no custom field where the keys are kept elsewhere', async () => {
		stage.halo.state.fieldInfo = [];
		const elsewhere = await stage.run({ parameters: { stellrKeyIn: 'ref' } });
		expect(elsewhere.check('halo', 'keyField')).toMatchObject({ ok: true });
		const nowhere = await stage.run({ parameters: { stellrKeyIn: 'none' } });
		expect(nowhere.check('halo', 'keyField')).toMatchObject({ ok: null, mandatory: false });
		expect(nowhere.summary.verdict).toBe('Test successful');
	});
});
