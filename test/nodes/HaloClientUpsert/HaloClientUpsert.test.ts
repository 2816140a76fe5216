import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Match } from '../../../core/matching/schemas';
import { HaloClientUpsert } from '../../../nodes/HaloClientUpsert/HaloClientUpsert.node';
import type { HaloClientRow, HaloState } from '../../../simulators/halo/state';
import type { HaloSwitches } from '../../../simulators/halo/switches';
import { aHaloClient, aSite, STELLR_KEY_FIELD } from '../../../simulators/world/builders';
import { aLine, aMatch, aStellrCustomer, mappedTo } from '../../core/sync/records';
import type { NodeRun } from '../harness';
import {
	expectNoErrorKey,
	haloNodeStage,
	issueOf,
	originsOf,
	type HaloNodeRun,
	type HaloNodeStage,
} from '../haloNode';

/** Halo Client Upsert under n8n's engine, against a simulated Halo. */

let stage: HaloNodeStage;
afterEach(async () => await stage.stop());

const PICKED = { __rl: true, mode: 'list', value: '104:CFStellrCustomerNo' };
const BY_NAME = { __rl: true, mode: 'name', value: 'CFStellrCustomerNo' };
const BASE: INodeParameters = { operation: 'plan', keyField: PICKED };
const CREATE: INodeParameters = { ...BASE, createMissing: 'on' };

const clientRow = (id: number, fields: Parameters<typeof aHaloClient>[0] = {}) =>
	aHaloClient({ id, name: `Client ${String.fromCharCode(65 + (id % 26)).repeat(5)}`, ...fields });

async function start(tables: Partial<HaloState> = {}, switches: Partial<HaloSwitches> = {}) {
	const clients = tables.clients ?? [clientRow(12)];
	stage = await haloNodeStage(HaloClientUpsert, { ...tables, clients }, switches);
	return stage;
}

interface Given {
	customerNo?: string;
	name?: string | null;
	match?: Match;
	fields?: object;
}

function item({
	customerNo = '100482',
	name = 'Acorn Construction',
	match,
	fields,
}: Given = {}): object {
	return {
		...aStellrCustomer({ customerNo, name }),
		match: match ?? aMatch(),
		subscriptions: [aLine({ customerNo })],
		complete: true,
		...fields,
	};
}

const linked = (id = 12, customerNo = '100482') =>
	item({
		customerNo,
		match: mappedTo({ id, stellrKeys: [`us/${customerNo}`] }, { level: 'storedKey' }),
	});

const run = async (
	items: object[],
	parameters: INodeParameters = BASE,
	more: Partial<NodeRun> = {},
) => await stage.run(items, { parameters, ...more });
const apply = async (
	items: object[],
	parameters: INodeParameters = BASE,
	more: Partial<NodeRun> = {},
) => await run(items, { ...parameters, operation: 'apply' }, more);
const planOf = (output: IDataObject) => output.plan as IDataObject;
const reasonOf = (output: IDataObject) => (planOf(output).reasons as IDataObject[])[0].code;
const counts = (result: HaloNodeRun) => result.summary.counts as Record<string, number>;
const keyOf = (row: HaloClientRow) =>
	row.customfields.find(({ name }) => name === STELLR_KEY_FIELD)?.value ?? null;

describe('an unchanged plan', () => {
	it('asks Halo nothing when nothing is created and addresses are off', async () => {
		await start();
		const result = await run([linked()], { ...CREATE });
		expect(stage.counts()).toEqual({});
		expect(result.first.map((entry) => [planOf(entry).action, entry.haloClientId])).toEqual([
			['unchanged', 12],
		]);
		expect(result.summary).toMatchObject({ requests: 0, counts: { unchanged: 1 } });
		expect(result.summary.verdict).toMatch(/^Clients: 1 unchanged; all lists complete; data as of/);
		await apply([linked()], CREATE);
		expect(stage.counts()).toEqual({});
	});

	it('costs a page per hundred sites, and one detail for each client with several, when addresses are on', async () => {
		const clients = Array.from({ length: 130 }, (_, at) =>
			clientRow(at + 1, { main_site_id: 1000 + at }),
		);
		const sites = clients.flatMap(({ id }, at) => [
			aSite({ id: 1000 + at, client_id: id }),
			...(at < 3 ? [aSite({ id: 5000 + at, client_id: id, name: 'Branch' })] : []),
		]);
		await start({ clients, sites });
		const result = await run(
			clients.map(({ id }) => linked(id, String(id))),
			{ ...BASE, updateAddress: 'all' },
		);
		expect(stage.counts()).toEqual({ 'GET /site': 2, 'GET /client/{id}': 3 });
		expect(counts(result)).toMatchObject({ unchanged: 130, addressesUpdated: 0, held: 0 });
	});
});

describe('Plan', () => {
	it('reads clients, top levels and, for a typed key field, its definition only when something is to be created', async () => {
		await start();
		const parameters = { ...CREATE, keyField: BY_NAME };
		const result = await run([item()], parameters);
		expect(result.first.map((entry) => [planOf(entry).action, entry.haloClientId])).toEqual([
			['create', null],
		]);
		expect(stage.counts()).toEqual({ 'GET /client': 1, 'GET /toplevel': 1, 'GET /fieldinfo': 1 });
	});

	it('asks no definition of a picked field and no top levels when one is chosen', async () => {
		await start();
		const topLevel = { __rl: true, mode: 'id', value: '1' };
		await run([item()], { ...CREATE, topLevel });
		expect(stage.counts()).toEqual({ 'GET /client': 1 });
	});

	it.each([
		[[], 'noTopLevel'],
		[
			[
				{ id: 1, name: 'Customers' },
				{ id: 2, name: 'Projects' },
			],
			'chooseTopLevel',
		],
	])('holds the creation where Halo has the top levels %j', async (toplevels, code) => {
		await start({ toplevels });
		const result = await run([item()], CREATE);
		expect([result.first, result.held.map(reasonOf)]).toEqual([[], [code]]);
	});

	it('holds it where top levels cannot be read', async () => {
		await start();
		stage.halo.faults.replace([
			{ match: { method: 'GET', path: '/toplevel' }, skip: 0, times: 20, do: '403' },
		]);
		expect((await run([item()], CREATE)).held.map(reasonOf)).toEqual(['topLevelUnreadable']);
	});

	it('holds where a client of a near name is there, inactive ones included', async () => {
		await start({ clients: [clientRow(12, { name: 'Acorn Construction Ltd', inactive: true })] });
		expect((await run([item()], CREATE)).held.map(reasonOf)).toEqual(['similarClient']);
	});

	it('holds a domain until its proper name is given', async () => {
		await start();
		const domain = item({ name: 'acorn.com' });
		expect((await run([domain], CREATE)).held.map(reasonOf)).toEqual(['domainAsName']);
		const properNames = { names: [{ customerNo: 'us/100482', clientName: 'Acorn Construction' }] };
		const named = await run([domain], { ...CREATE, properNames });
		expect((planOf(named.first[0]).after as IDataObject).name).toBe('Acorn Construction');
	});

	it('carries everybody on who has a client, held or not, and pairs each with its input', async () => {
		await start();
		const inactive = item({ customerNo: '7', match: mappedTo({ id: 12, inactive: true }) });
		const ignored = item({
			customerNo: '8',
			match: aMatch({ status: 'ignored', reasons: ['own'] }),
		});
		const result = await run([linked(), inactive, ignored, item({ customerNo: '9' })], BASE);
		expect(result.first.map(({ customerNo }) => customerNo)).toEqual(['100482', '7']);
		expect(originsOf(result, 0)).toEqual([[0], [1]]);
		expect(result.held.map((entry) => [entry.customerNo, reasonOf(entry)])).toEqual([
			['7', 'clientInactive'],
			['9', 'creationOff'],
		]);
		expect(originsOf(result, 1)).toEqual([[1], [3]]);
		expect(result.summary).toMatchObject({
			counts: { unchanged: 1, held: 2, leftOut: 1 },
			leftOut: [{ what: 'Left out: own.' }],
		});
		expect(originsOf(result, 3)).toEqual([[0, 1, 2, 3]]);
	});

	it('passes on what an earlier node found, and says what it cannot read', async () => {
		await start();
		const issue = { code: 'recordWithoutId', message: 'm', remedy: 'r' };
		const result = await run([{ issue, error: 'x' }, {}, item({ fields: { match: null } })]);
		expect(result.attention.map((entry) => issueOf(entry).code)).toEqual([
			'recordWithoutId',
			'itemNotUnderstood',
			'itemNotUnderstood',
		]);
		expect(issueOf(result.attention[2]).message).toContain('null in the field "match"');
		expect(originsOf(result, 2)).toEqual([[0], [1], [2]]);
		expect(result.outputs[3]).toHaveLength(1);
		expectNoErrorKey(result);
	});

	it('counts customers whose subscriptions came in part', async () => {
		await start();
		const result = await run([item({ fields: { complete: false } })], CREATE);
		expect(result.held.map(reasonOf)).toEqual(['subscriptionsIncomplete']);
		expect(result.summary.verdict).toContain('1 list incomplete');
	});

	it('plans anew what an earlier node planned, and drops what that one said', async () => {
		await start();
		const first = await run([item()], CREATE);
		const stale = {
			...first.first[0],
			addressPlan: planOf(first.first[0]),
			applied: { outcome: 'x' },
		};
		const again = await run([stale], BASE);
		expect(again.held.map(reasonOf)).toEqual(['creationOff']);
		expect(again.held[0]).not.toHaveProperty('addressPlan');
		expect(again.held[0]).not.toHaveProperty('applied');
	});
});

describe('Plan, then Apply', () => {
	it('links and creates exactly what was planned, and the rows for the saved mapping go out', async () => {
		await start();
		const items = [item({ customerNo: '7', match: mappedTo({ id: 12 }) }), item()];
		const planned = await run(items, CREATE);
		stage.forget();
		const applied = await apply(planned.first, CREATE);
		expect(counts(applied)).toMatchObject({ linked: 1, created: 1, notWritten: 0 });
		expect(keyOf(stage.halo.state.clients[0])).toBe('us/7');
		const created = stage.halo.state.clients[1];
		expect([created.name, keyOf(created), created.toplevel_id]).toEqual([
			'Acorn Construction',
			'us/100482',
			1,
		]);
		expect(applied.first.map(({ haloClientId }) => haloClientId)).toEqual([12, created.id]);
		expect(applied.summary.rowsToSave).toMatchObject([
			{ customerNo: '7', haloClientId: 12, origin: 'mapped', level: 'exactName' },
			{ customerNo: '100482', haloClientId: created.id, origin: 'imported' },
		]);
		expect(applied.summary.changeLogRows).toMatchObject([
			{ key: 'us/7', target: 'client', action: 'update', haloId: 12, haloClientId: 12 },
			{ key: 'us/100482', target: 'client', action: 'create', haloId: created.id, before: '' },
		]);
		expect(applied.summary.text).toContain('Before their first invoice');
		expect(stage.counts()['GET /toplevel']).toBeUndefined();
		expect(stage.halo.requests.violations).toEqual([]);
	});

	it('in one node asks for the key field and the top levels once', async () => {
		await start();
		await apply([item()], { ...CREATE, keyField: BY_NAME });
		expect(stage.counts()).toMatchObject({
			'GET /fieldinfo': 1,
			'GET /toplevel': 1,
			'POST /client': 1,
		});
	});

	it('creates once what came by two wires', async () => {
		await start();
		const planned = await run([item()], CREATE);
		await apply([...planned.first, ...planned.first], CREATE);
		await apply(
			[item(), item()].map((entry) => ({ ...entry, customerNo: '77', name: 'Elm' })),
			CREATE,
		);
		expect(stage.halo.state.clients.map(keyOf)).toEqual([null, 'us/100482', 'us/77']);
	});

	it('says in the first column why somebody is held, and where to approve, and nobody else carries that on', async () => {
		await start();
		const planned = await run([item()], { ...CREATE, createMissing: 'approval' });
		const [[column, why]] = Object.entries(planned.held[0]);
		expect(column).toBe('why');
		expect(why).toMatch(
			/^No client in Halo matches.*Review mapping.*Plan clients and Apply clients\.$/,
		);
		const again = await run(planned.held, CREATE);
		expect(again.first.map((entry) => 'why' in entry)).toEqual([false]);
	});

	it('never writes what is held', async () => {
		await start();
		const planned = await run([item()], { ...CREATE, createMissing: 'approval' });
		expect(planned.held.map(reasonOf)).toEqual(['creationNeedsApproval']);
		stage.forget();
		const applied = await apply(planned.held, CREATE);
		expect(applied.held).toHaveLength(1);
		expect(stage.counts()).toEqual({});
	});

	it('says of a client that came since the plan, and makes no second one', async () => {
		await start();
		const planned = await run([item()], CREATE);
		stage.halo.state.clients.push(clientRow(50, { name: 'Acorn Construction Inc' }));
		const applied = await apply(planned.first, CREATE);
		expect(stage.halo.state.clients).toHaveLength(2);
		expect(issueOf(applied.attention[0])).toMatchObject({ code: 'clientAppeared' });
		expect(applied.first).toEqual([]);
		expect(counts(applied)).toMatchObject({ notWritten: 1, created: 0 });
	});

	it('brings the main site in step and says how many', async () => {
		await start({ sites: [aSite({ id: 31, client_id: 12 })] });
		const moved = { ...linked(), address: { ...aStellrCustomer().address, line1: '9 New Road' } };
		const parameters = { ...BASE, updateAddress: 'all' };
		const planned = await run([moved], parameters);
		const applied = await apply(planned.first, parameters);
		expect(stage.halo.state.sites[0].delivery_address).toMatchObject({ line1: '9 New Road' });
		expect(counts(applied)).toMatchObject({ addressesUpdated: 1, unchanged: 1 });
	});

	it('says once for each customer that the right is missing, and tries once', async () => {
		await start(
			{ clients: [clientRow(12), clientRow(13)] },
			{ missingPermissions: ['edit:customers'] },
		);
		const items = [12, 13].map((id) => item({ customerNo: String(id), match: mappedTo({ id }) }));
		const applied = await apply(items);
		expect(applied.attention.map((entry) => issueOf(entry).code)).toEqual([
			'notAllowed',
			'notAllowed',
		]);
		expect(stage.counts()['POST /client']).toBe(1);
		// Who has a client goes on all the same.
		expect(applied.first).toHaveLength(2);
	});

	it('stops the creations where the key field is swallowed', async () => {
		await start({}, { unknownCustomField: 'ignore' });
		const keyField = { __rl: true, mode: 'list', value: '999:CFNobody' };
		const items = ['1', '2', '3'].map((customerNo, at) =>
			item({ customerNo, name: ['Birch Dental', 'Cedar Freight', 'Elm Bakery'][at] }),
		);
		const applied = await apply(items, { ...CREATE, keyField });
		expect(stage.halo.state.clients).toHaveLength(2);
		expect(applied.attention.map((entry) => issueOf(entry).code)).toEqual(
			Array.from({ length: 3 }, () => 'clientKeyNotStored'),
		);
	});
});

describe('when the whole node is stopped', () => {
	it('by a key field that Halo does not have it says which and what to do', async () => {
		await start();
		const keyField = { __rl: true, mode: 'name', value: 'Nothing' };
		const result = await run([item()], { ...CREATE, keyField });
		expect(result.error?.message).toContain('Halo has no custom field "CFNothing"');
		expect(result.error?.description).toContain('Custom Fields');
	});

	it.each<[string, Partial<HaloSwitches>]>([
		['sites that may not be read', { missingPermissions: ['read:customers'] }],
		['a web page instead of an answer', { htmlWith200: true }],
	])(
		'by %s it throws, or under Continue puts out one attention item and a summary',
		async (_what, switches) => {
			await start({}, switches);
			const parameters = { ...BASE, updateAddress: 'all' };
			expect((await run([linked()], parameters)).error?.message).toMatch(/^Halo sites: /);
			for (const onError of ['continueRegularOutput', 'continueErrorOutput'] as const) {
				const result = await run([linked()], parameters, { onError });
				expect([result.error, result.first, result.held]).toEqual([undefined, [], []]);
				expect(result.attention).toHaveLength(1);
				expect(result.summary.verdict).toContain(issueOf(result.attention[0]).message);
				expectNoErrorKey(result);
			}
		},
	);

	it('creations wait, and nothing else, where the clients may not be seen', async () => {
		await start({}, { invisibleAreas: ['customers'] });
		const result = await run([item(), linked(12, '7')], CREATE);
		expect(result.error).toBeUndefined();
		expect(result.held.map(reasonOf)).toEqual(['clientsIncomplete']);
		expect(result.first).toHaveLength(1);
	});

	it('by a wrong secret the sign-in is named', async () => {
		await start();
		const credentials = {
			haloPsaOAuth2Api: {
				resourceServer: stage.halo.apiUrl,
				authorisationServer: stage.halo.authUrl,
				tenant: stage.halo.credentials.tenant ?? '',
				clientId: stage.halo.credentials.clientId,
				clientSecret: 'not the secret',
			},
		};
		const parameters = { ...BASE, updateAddress: 'all' };
		const result = await run([linked()], parameters, { credentials });
		expect(result.error?.message).toMatch(/did not accept the client ID or secret/);
		const shown = await run([linked()], parameters, {
			credentials,
			onError: 'continueRegularOutput',
		});
		expect(issueOf(shown.attention[0]).code).toBe('signInRefused');
		expect(JSON.stringify([result, shown])).not.toContain('not the secret');
	});
});
