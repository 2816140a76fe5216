import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { HaloLicenceUpsert } from '../../../nodes/HaloLicenceUpsert/HaloLicenceUpsert.node';
import type { HaloLicenceRow } from '../../../simulators/halo/state';
import type { HaloSwitches } from '../../../simulators/halo/switches';
import { aHaloClient, aLicenceRow } from '../../../simulators/world/builders';
import { aLine } from '../../core/sync/records';
import type { NodeRun } from '../harness';
import { customerItem } from '../customerItem';
import {
	expectNoErrorKey,
	haloNodeStage,
	issueOf,
	originsOf,
	type HaloNodeRun,
	type HaloNodeStage,
} from '../haloNode';

/** Halo Licence Upsert under n8n's engine, against a simulated Halo. */

let stage: HaloNodeStage;
afterEach(async () => await stage.stop());

const END = '2026-11-30T00:00:00';
const PLAN: INodeParameters = { operation: 'plan' };
const APPLY: INodeParameters = { operation: 'apply' };

const CLIENTS = [
	aHaloClient({ id: 12 }),
	aHaloClient({ id: 13, name: 'Birch Dental' }),
	aHaloClient({ id: 14, name: 'Cedar Freight' }),
];

const keyed = (fields: Partial<HaloLicenceRow> = {}) =>
	aLicenceRow({ snowid: 'us/411833_1', end_date: END, ...fields });

/** Rows of nobody, so that the list has a length. */
const others = (count: number) =>
	Array.from({ length: count }, (_, at) =>
		aLicenceRow({ id: 1000 + at, client_id: 14, name: `Other ${at}`, snowid: `us/${5000 + at}_1` }),
	);

async function start(licences: HaloLicenceRow[], switches: Partial<HaloSwitches> = {}) {
	stage = await haloNodeStage(HaloLicenceUpsert, { clients: CLIENTS, licences }, switches);
	return stage;
}

/** A second customer at the second client, with its own line and SKU. */
const birch = (fields: object = {}) =>
	customerItem(
		[aLine({ customerNo: '100501', subscriptionId: '7_1', skuNo: 'b', mfgPartNo: null })],
		{
			customerNo: '100501',
			name: 'Birch Dental',
			haloClientId: 13,
			haloClientName: 'Birch Dental',
			match: { client: { inactive: false, stellrKeys: ['us/100501'] } },
			...fields,
		},
	);

const plan = async (items: object[], more: Partial<NodeRun> = {}) =>
	await stage.run(items, { parameters: PLAN, ...more });
const apply = async (items: object[], more: Partial<NodeRun> = {}) =>
	await stage.run(items, { parameters: APPLY, ...more });
const withSaved = (items: object[], rows: object[] | null): Partial<NodeRun> => ({
	inputs: [items as IDataObject[], rows as IDataObject[] | null],
});
const planOf = (output: IDataObject) => output.plan as IDataObject;
const counts = (run: HaloNodeRun) => run.summary.counts as Record<string, number>;

describe('Plan', () => {
	it('says what would be written and writes nothing', async () => {
		await start([keyed({ count: 40 })]);
		const run = await plan([customerItem(), birch()]);
		expect(run.first.map((entry) => [planOf(entry).action, planOf(entry).key])).toEqual([
			['update', 'us/411833_1'],
			['create', 'us/7_1'],
		]);
		expect(stage.counts()).toEqual({ 'GET /softwarelicence': 1 });
		expect(run.summary).toMatchObject({ operation: 'plan', requests: 1 });
		expect(counts(run)).toMatchObject({ updated: 1, created: 1, held: 0, notWritten: 0 });
		expect(run.summary.verdict).toMatch(
			/1 to be created, 1 to be updated; all lists complete; data as of/,
		);
		expectNoErrorKey(run);
	});

	it('costs one request for each hundred licences, inactive ones included, and nothing else', async () => {
		const rows = [keyed(), ...others(230)];
		rows.forEach((row, at) => {
			if (at > 0 && at % 3 === 0) row.is_active = false;
		});
		await start(rows);
		const all = { options: { readLicences: 'all' } };
		const run = await plan([customerItem()], { parameters: { ...PLAN, ...all } });
		expect(stage.counts()).toEqual({ 'GET /softwarelicence': 3 });
		expect(run.summary.requests).toBe(3);
		expect(run.hints).toEqual([]);
		expect(counts(run)).toMatchObject({ unchanged: 1, updated: 0, created: 0 });
		expect(run.first).toEqual([]);
		stage.forget();
		await apply([customerItem()], { parameters: { ...APPLY, ...all } });
		expect(stage.counts()).toEqual({ 'GET /softwarelicence': 3 });
	});

	it('counts unchanged and left-out rows, and puts them out only if asked', async () => {
		await start([keyed()]);
		const usage = aLine({ subscriptionId: '8_1', kind: 'usage', kindReason: 'Azure plan' });
		const quiet = await plan([customerItem([aLine(), usage])]);
		expect([quiet.first, counts(quiet).unchanged, counts(quiet).leftOut]).toEqual([[], 1, 1]);
		const all = await plan([customerItem([aLine(), usage])], {
			parameters: { ...PLAN, options: { includeUnchanged: true } },
		});
		expect(all.first.map((entry) => planOf(entry).action)).toEqual(['unchanged', 'skipped']);
	});

	it('pairs each item with the input behind it', async () => {
		await start([keyed({ count: 40 })]);
		const run = await plan([
			{ issue: { code: 'x', message: 'm', remedy: 'r' } },
			customerItem(),
			birch(),
		]);
		expect(originsOf(run, 0)).toEqual([[1], [2]]);
		expect(originsOf(run, 2)).toEqual([[0]]);
		expect(originsOf(run, 3)).toEqual([[0, 1, 2]]);
	});

	it('sends what needs a person about the record itself to Needs Attention, with what to do', async () => {
		await start([]);
		const broken = [
			aLine({ subscriptionId: '1_1', quantity: 2.5 }),
			aLine({ subscriptionId: '2_1', quantity: null }),
		];
		const run = await plan([customerItem(broken)]);
		expect(run.held).toEqual([]);
		expect(run.attention.map((entry) => issueOf(entry).code)).toEqual([
			'quantityNotWhole',
			'quantityMissing',
		]);
		for (const entry of run.attention) {
			expect(issueOf(entry).message).toMatch(/^Acorn Construction, .* \(\d_1\): Stellr .*\.$/);
			expect(issueOf(entry).remedy).toMatch(/^Look at the subscription/);
		}
	});

	it('says of two rows with one key which they are', async () => {
		await start([keyed(), keyed({ id: 502 })]);
		const run = await plan([customerItem()]);
		expect(issueOf(run.attention[0]).message).toContain('(501, 502): none is written.');
		expect(issueOf(run.attention[0]).remedy).toBe('Remove the key from all but one.');
	});

	it('keeps a line whose Halo row cannot be read from being created, and goes on', async () => {
		await start([keyed()]);
		stage.halo.state.licences[0].client_id = null as unknown as number;
		const run = await plan([customerItem(), birch()]);
		const codes = run.attention.map((entry) => issueOf(entry).code);
		expect(codes).toContain('rowUnreadable');
		expect(run.first.map((entry) => planOf(entry).key)).toEqual(['us/7_1']);
	});

	it('takes one item per subscription, judges nothing as missing and says so', async () => {
		await start([keyed({ count: 40 }), keyed({ id: 700, snowid: 'us/99_1', name: 'Visio' })]);
		const facts = { customerName: 'Acorn Construction', haloClientId: 12, haloClientName: 'Acorn' };
		const second = aLine({
			subscriptionId: '9_1',
			skuNo: 'z',
			mfgPartNo: null,
			productName: 'Duo',
		});
		const run = await plan([birch(), { ...aLine(), ...facts }, { ...second, ...facts }]);
		expect(run.first.map((entry) => planOf(entry).key)).toEqual([
			'us/7_1',
			'us/411833_1',
			'us/9_1',
		]);
		expect(originsOf(run, 0)).toEqual([[0], [1], [2]]);
		expect(run.held).toEqual([]);
		expect(run.summary.verdict).toContain('single lines came, so none was judged missing');
	});

	it('reports a vanished line of a whole list, and none of a list in part', async () => {
		await start([keyed(), keyed({ id: 700, snowid: 'us/99_1', name: 'Visio' })]);
		const whole = await plan([customerItem()]);
		expect(whole.held.map((entry) => planOf(entry).key)).toEqual(['us/99_1']);
		expect(originsOf(whole, 1)).toEqual([[0]]);
		const part = await plan([customerItem([aLine()], { complete: false })]);
		expect(part.held).toEqual([]);
		expect(part.summary.verdict).toContain('1 list incomplete');
	});

	it('says of a customer with a client whose subscriptions were not read, and counts one without', async () => {
		await start([]);
		const bare = Object.fromEntries(
			Object.entries(customerItem()).filter(([field]) => field !== 'subscriptions'),
		);
		const run = await plan([bare, { ...bare, haloClientId: null }]);
		expect(run.attention.map((entry) => issueOf(entry).code)).toEqual(['subscriptionsNotRead']);
		expect(counts(run).customersLeftOut).toBe(1);
		expect(stage.counts()).toEqual({});
	});

	it('passes on what an earlier node found, and says what it cannot read, by field and kind only', async () => {
		await start([]);
		const issue = { code: 'recordWithoutId', message: 'm', remedy: 'r' };
		const run = await plan([
			{ issue, account: 'us' },
			customerItem([], { haloClientId: 'twelve' }),
			customerItem([aLine({ unitCost: '99.95' as unknown as number })]),
			{},
		]);
		expect(run.attention.map((entry) => issueOf(entry).code)).toEqual([
			'recordWithoutId',
			...['itemNotUnderstood', 'itemNotUnderstood', 'itemNotUnderstood'],
		]);
		expect(issueOf(run.attention[1]).message).toContain('a string in the field "haloClientId"');
		expect(issueOf(run.attention[2]).message).toContain('"subscriptions.0.unitCost"');
		expect(issueOf(run.attention[2]).message).not.toContain('99.95');
		expect(originsOf(run, 2)).toEqual([[0], [1], [2], [3]]);
		expect(run.summary.counts).toMatchObject({ needsAttention: 4 });
	});

	it('renames an upstream error, which n8n would take for a refusal of this node', async () => {
		await start([]);
		const run = await plan([
			{ issue: { code: 'x', message: 'm', remedy: 'r' }, error: 'upstream' },
		]);
		expectNoErrorKey(run);
		expect(run.attention[0]).toMatchObject({ upstreamError: 'upstream' });
	});

	it('reads recurring invoices only when several rows fit, and then takes the invoiced one', async () => {
		await start([
			aLicenceRow({ id: 1, product_sku: '7654321', end_date: END }),
			aLicenceRow({ id: 2, product_sku: '7654321', end_date: END }),
		]);
		const run = await plan([customerItem()]);
		expect(stage.counts()).toEqual({ 'GET /softwarelicence': 1, 'GET /recurringinvoice': 1 });
		expect(run.held).toHaveLength(1);
	});

	it('does not plan a plan item again, and says where it belongs', async () => {
		await start([keyed({ count: 40 })]);
		const first = await plan([customerItem()]);
		const again = await plan([first.first[0]]);
		expect(again.first).toEqual([]);
		expect(again.attention.map((entry) => issueOf(entry).code)).toEqual(['alreadyPlanned']);
	});
});

describe('Plan, then Apply', () => {
	it('writes exactly what was planned, and a second run nothing', async () => {
		await start([keyed({ count: 40 }), ...others(3)]);
		const planned = await plan([customerItem(), birch()]);
		stage.forget();
		const applied = await apply(planned.first);
		expect(applied.first.map((entry) => (entry.applied as IDataObject).outcome)).toEqual([
			'written',
			'written',
		]);
		expect(originsOf(applied, 0)).toEqual([[0], [1]]);
		expect(stage.halo.state.licences[0]).toMatchObject({ id: 501, count: 42 });
		expect(stage.halo.state.licences.at(-1)).toMatchObject({ snowid: 'us/7_1', client_id: 13 });
		expect(applied.summary).toMatchObject({
			operation: 'apply',
			counts: { updated: 1, created: 1, notWritten: 0 },
			onNoInvoice: [{ client: 'Birch Dental', seats: 42 }],
		});
		expect(stage.halo.requests.violations).toEqual([]);
		stage.forget();
		const second = await apply([customerItem(), birch()]);
		expect(stage.counts()).toEqual({ 'GET /softwarelicence': 1 });
		expect(counts(second)).toMatchObject({ unchanged: 2, updated: 0, created: 0 });
	});

	it('carries the time of the plan, and claims nothing of lists it did not see', async () => {
		await start([keyed({ count: 40 })]);
		const planned = await plan([customerItem()]);
		const applied = await apply(planned.first);
		expect(applied.summary.asOf).toBe('2026-11-23T04:07:00.000Z');
		expect(applied.summary.verdict).not.toContain('lists');
	});

	it('writes an item once that came by two wires', async () => {
		await start([...others(1)]);
		const planned = await plan([customerItem()]);
		await apply([...planned.first, ...planned.first]);
		const rows = stage.halo.state.licences.filter(({ snowid }) => snowid === 'us/411833_1');
		expect(rows).toHaveLength(1);
	});

	it('never writes a held item', async () => {
		await start([aLicenceRow({ name: 'M365 BP seats', end_date: END })]);
		const planned = await plan([customerItem()]);
		expect(planned.held).toHaveLength(1);
		stage.forget();
		const applied = await apply(planned.held);
		expect(applied.held).toHaveLength(1);
		expect(stage.counts()).toEqual({});
	});

	it('leaves a row alone that moved since, and says so on Needs Attention', async () => {
		await start([keyed({ count: 40 })]);
		const planned = await plan([customerItem()]);
		stage.halo.state.licences[0].count = 7;
		const applied = await apply(planned.first);
		expect(applied.first).toEqual([]);
		expect(issueOf(applied.attention[0])).toMatchObject({ code: 'movedSince' });
		expect(applied.attention[0]).toMatchObject({ plan: { key: 'us/411833_1' } });
		expect(counts(applied)).toMatchObject({ notWritten: 1, needsAttention: 1 });
	});

	it('in one node plans and writes customers that come unplanned', async () => {
		await start([keyed({ count: 40 })]);
		const applied = await apply([customerItem(), birch()]);
		expect(counts(applied)).toMatchObject({ updated: 1, created: 1 });
		expect(stage.halo.state.licences).toHaveLength(2);
	});

	it('names the missing right once for each row and tries only once', async () => {
		await start(others(1), { missingPermissions: ['edit:softwarelicensing'] });
		const applied = await apply([customerItem(), birch()]);
		expect(applied.attention.map((entry) => issueOf(entry).code)).toEqual([
			'notAllowed',
			'notAllowed',
		]);
		expect(issueOf(applied.attention[1]).message).toContain('Birch Dental');
		expect(stage.counts()['POST /softwarelicence']).toBe(1);
	});
});

describe('Saved State', () => {
	const FOREIGN = aLicenceRow({ snowid: 'sherweb-9', product_sku: '7654321', end_date: END });

	it.each([
		['not connected', null],
		['that never came', []],
	])(
		'%s leaves its features off, and the first column says why a row waits',
		async (_what, rows) => {
			await start([FOREIGN]);
			const run = await plan([customerItem()], withSaved([customerItem()], rows));
			const [[column, why]] = Object.entries(run.held[0]);
			const texts = (planOf(run.held[0]).reasons as IDataObject[]).map(({ text }) => text);
			expect([column, why]).toEqual(['why', texts.join(' ')]);
			expect(why).toMatch(/Service Now ID holds "sherweb-9".* gets no key .* flow Update licences/);
			expect(why).not.toMatch(/snowid|gets (its|the) key/);
			expect(run.held.map((entry) => (planOf(entry).reasons as IDataObject[])[1].code)).toEqual([
				'foreignKeyNoMap',
			]);
			expect(run.summary.rowsToSave).toEqual([]);
		},
	);

	it('carries decisions for single subscriptions, which beat the mapping', async () => {
		await start([]);
		const ignored = { account: 'us', subscriptionId: '411833_1', ignore: true, reason: 'own use' };
		const run = await plan([customerItem()], withSaved([customerItem()], [ignored]));
		expect(run.first).toEqual([]);
		expect(counts(run)).toMatchObject({ created: 0, leftOut: 1 });
		const elsewhere = {
			account: 'us',
			subscriptionId: '411833_1',
			haloClientId: '12',
			siteId: '9',
		};
		const moved = await plan(
			[customerItem(undefined, { haloClientId: null })],
			withSaved([customerItem(undefined, { haloClientId: null })], [elsewhere]),
		);
		expect(moved.first.map((entry) => planOf(entry).after)).toMatchObject([
			{ client_id: 12, site_id: 9 },
		]);
		expect(stage.counts()).toMatchObject({ 'GET /softwarelicence': 2 });
	});

	it('leaves a line alone whose decision cannot be read', async () => {
		await start([]);
		const typed = { account: 'us', subscriptionId: '411833_1', haloClientId: '13a' };
		const run = await plan([customerItem()], withSaved([customerItem()], [typed]));
		expect(run.attention.map((entry) => issueOf(entry).code)).toEqual(['savedRowNotUnderstood']);
		expect(run.first).toEqual([]);
		expect(counts(run)).toMatchObject({ created: 0, leftOut: 1 });
	});

	it('that is an empty table remembers pairs whose key field is not ours', async () => {
		await start([FOREIGN]);
		const run = await plan([customerItem()], withSaved([customerItem()], [{}]));
		expect(run.held).toEqual([]);
		expect(run.summary.rowsToSave).toMatchObject([
			{ key: 'us/411833_1', haloLicenceId: 501, link: 'map' },
		]);
	});

	it('is read with numbers as text, and an unchanged night saves nothing', async () => {
		await start([FOREIGN]);
		const first = await plan([customerItem()], withSaved([customerItem()], [{}]));
		const rows = (first.summary.rowsToSave as IDataObject[]).map((row) =>
			Object.fromEntries(
				Object.entries({ id: 1, ...row }).map(([name, value]) => [
					name,
					typeof value === 'number' ? String(value) : (value ?? ''),
				]),
			),
		);
		const second = await plan([customerItem()], withSaved([customerItem()], rows));
		expect([second.attention, second.summary.rowsToSave]).toEqual([[], []]);
		expect(counts(second).unchanged).toBe(1);
	});

	it('says which of its rows cannot be used, pairs it with that input, and goes on', async () => {
		await start([keyed()]);
		const run = await plan(
			[customerItem()],
			withSaved([customerItem()], [{ key: 'us/1_1', haloLicenceId: 'many' }]),
		);
		expect(issueOf(run.attention[0])).toMatchObject({ code: 'savedRowNotUnderstood' });
		expect(issueOf(run.attention[0]).message).toContain('Row 1 of Saved State');
		expect(run.items[2][0].pairedItem).toEqual({ item: 0, input: 1 });
		expect(counts(run).unchanged).toBe(1);
	});

	it('of what was written goes out on Summary', async () => {
		await start([keyed({ count: 40 })]);
		const run = await apply([customerItem()], withSaved([customerItem()], [{}]));
		expect(run.summary.rowsToSave).toMatchObject([
			{ haloLicenceId: 501, lastCount: 42, link: 'key' },
		]);
	});
});

describe('when the whole node is stopped', () => {
	const CASES: Array<[string, Partial<HaloSwitches>, RegExp]> = [
		[
			'a missing right',
			{ missingPermissions: ['read:softwarelicensing'] },
			/"List Licences" with status 403/,
		],
		['a web page instead of an answer', { htmlWith200: true }, /was not data of the HaloPSA API/],
	];

	it.each(CASES)(
		'by %s it says so in one sentence and writes nothing',
		async (_what, switches, words) => {
			await start([keyed({ count: 40 })], switches);
			const run = await apply([customerItem()]);
			expect(run.error?.message).toMatch(words);
			expect(run.error?.description).toBeTruthy();
			expect(stage.counts()['POST /softwarelicence']).toBeUndefined();
		},
	);

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'under On Error %s it becomes one attention item, a summary, and nothing is thrown',
		async (onError) => {
			for (const [, switches] of CASES) {
				await start([keyed({ count: 40 })], switches);
				const run = await apply([customerItem(), birch()], { onError });
				expect(run.error).toBeUndefined();
				expect([run.first, run.held]).toEqual([[], []]);
				expect(run.attention).toHaveLength(1);
				expect(run.outputs[3]).toHaveLength(1);
				expect(run.summary.verdict).toContain(issueOf(run.attention[0]).message);
				expect(run.summary.rowsToSave).toEqual([]);
				expect(originsOf(run, 2)).toEqual([[0, 1]]);
				expectNoErrorKey(run);
				await stage.stop();
			}
			await start([]);
		},
	);

	it('by a wrong secret the sign-in is named, thrown or put out', async () => {
		await start([keyed()]);
		const credentials = {
			haloPsaOAuth2Api: {
				resourceServer: stage.halo.apiUrl,
				authorisationServer: stage.halo.authUrl,
				tenant: stage.halo.credentials.tenant ?? '',
				clientId: stage.halo.credentials.clientId,
				clientSecret: 'wrong',
			},
		};
		const thrown = await plan([customerItem()], { credentials });
		expect(thrown.error?.message).toMatch(/did not accept the client ID or secret/);
		const shown = await plan([customerItem()], { credentials, onError: 'continueRegularOutput' });
		expect(issueOf(shown.attention[0]).code).toBe('signInRefused');
		expect(JSON.stringify([thrown, shown])).not.toMatch(/clientSecret|"wrong"/);
	});

	it('by a value no option knows it names the option', async () => {
		await start([]);
		const run = await plan([customerItem()], {
			parameters: { ...PLAN, options: { siteId: 'main' } },
		});
		expect(run.error?.message).toContain('Site ID of New Rows');
	});
});

it('always puts out one summary, also where nothing can be planned', async () => {
	await start([]);
	for (const items of [
		[{}],
		[{ issue: { code: 'x', message: 'm', remedy: 'r' } }],
		[customerItem([], { haloClientId: null })],
	]) {
		const run = await plan(items);
		expect(run.outputs[3]).toHaveLength(1);
		expect(typeof run.summary.planHash).toBe('string');
	}
});

it('hints at what is held and what needs attention', async () => {
	await start([aLicenceRow({ name: 'M365 BP seats' })]);
	const run = await plan([customerItem(), {}]);
	expect(run.hints.map(({ message }) => message)).toEqual([
		'1 held: open the second output to see why.',
		'1 item needs attention: open the third output.',
	]);
});
