import { readClients } from '../../../../core/halo/clients';
import { readSites } from '../../../../core/halo/sites';
import type { KeyField } from '../../../../core/halo/keyField';
import { matchCustomers } from '../../../../core/matching/match';
import { applyClientPlan, type AppliedClient } from '../../../../core/sync/clients/apply';
import { guardAgainstDuplicates } from '../../../../core/sync/clients/newClient';
import { planClients, type CustomerToPlan } from '../../../../core/sync/clients/plan';
import type { ClientPolicy } from '../../../../core/sync/clients/policy';
import { writingActions, type PlanItem } from '../../../../core/sync/planItem';
import {
	emptyHaloState,
	type HaloClientRow,
	type HaloState,
} from '../../../../simulators/halo/state';
import type { HaloSwitches } from '../../../../simulators/halo/switches';
import { aHaloClient, aSite, STELLR_KEY_FIELD } from '../../../../simulators/world/builders';
import { haloStage, type HaloStage } from '../../../support/haloStage';
import { aCustomerToPlan, aStellrCustomer, clientPolicy, mappedTo } from '../records';

/** Carrying out a client plan: links, new clients, addresses, at a Halo that may swallow, refuse, or lose an answer. */

let stage: HaloStage | undefined;
afterEach(async () => {
	await stage?.stop();
	stage = undefined;
});

const CUSTOM: KeyField = { kind: 'customField', id: 104, name: STELLR_KEY_FIELD };
const NAMES = [
	'Birch Dental',
	'Cedar Freight',
	'Dogwood Law',
	'Elm Bakery',
	'Fir Optics',
	'Gum Studios',
];

async function begin(tables: Partial<HaloState>, switches: Partial<HaloSwitches> = {}) {
	stage = await haloStage(tables, switches);
	return stage;
}

const clientsNamed = (count: number): HaloClientRow[] =>
	NAMES.slice(0, count).map((name, at) => aHaloClient({ id: 20 + at, name }));

/** Customers of which each belongs to the client of its place. */
const matched = (count: number): CustomerToPlan[] =>
	NAMES.slice(0, count).map((name, at) =>
		aCustomerToPlan(
			{ customerNo: `${900 + at}`, name },
			{ match: mappedTo({ id: 20 + at, name }) },
		),
	);

const unmatched = (count: number): CustomerToPlan[] =>
	NAMES.slice(0, count).map((name, at) => aCustomerToPlan({ customerNo: `${900 + at}`, name }));

interface Given {
	policy?: Partial<ClientPolicy>;
	keyField?: KeyField;
	addresses?: boolean;
}

async function planAt(running: HaloStage, customers: CustomerToPlan[], given: Given = {}) {
	const keyField = given.keyField ?? CUSTOM;
	const { list } = await readClients(running.runtime, { keyField });
	const sites = given.addresses === true ? await readSites(running.runtime) : null;
	const entries = planClients({
		customers,
		guard: guardAgainstDuplicates(list.rows, list.complete),
		sites: sites === null ? null : { sites: sites.list.rows, mainSiteIds: new Map() },
		policy: clientPolicy({
			keyField,
			createMissing: 'on',
			topLevel: { kind: 'only', id: 1, name: 'Customers' },
			...given.policy,
		}),
	});
	running.forget();
	return entries
		.flatMap(({ plan, addressPlan }) => [plan, addressPlan])
		.filter((plan): plan is PlanItem => plan !== null && writingActions.includes(plan.action));
}

async function apply(running: HaloStage, plans: PlanItem[], keyField: KeyField = CUSTOM) {
	return await applyClientPlan(running.runtime, plans, {
		keyField,
		rowsPerRequest: 20,
		nameOf: ({ key }) => key,
	});
}

const outcomesOf = (applied: AppliedClient[]) => applied.map(({ outcome }) => outcome);
const codesOf = (applied: AppliedClient[]) => applied.map(({ issue }) => issue?.code ?? null);
const posts = (running: HaloStage) =>
	running.halo.requests.entries
		.filter(({ method }) => method === 'POST')
		.map(({ body }) => body as Array<Record<string, unknown>>);
const keyOf = (row: HaloClientRow) =>
	row.customfields.find(({ name }) => name === STELLR_KEY_FIELD)?.value ?? null;
const many = <Value>(count: number, value: Value): Value[] =>
	Array.from({ length: count }, () => value);

describe('links', () => {
	it('write the key and nothing else, one client first, then the rest together', async () => {
		const running = await begin({ clients: clientsNamed(5) });
		const applied = await apply(running, await planAt(running, matched(5)));
		expect(outcomesOf(applied)).toEqual(many(5, 'written'));
		expect(running.halo.state.clients.map(keyOf)).toEqual(
			[900, 901, 902, 903, 904].map((no) => `us/${no}`),
		);
		expect(posts(running).map((rows) => rows.length)).toEqual([1, 4]);
		expect(new Set(posts(running).flat().flatMap(Object.keys))).toEqual(
			new Set(['id', 'customfields']),
		);
		expect(running.halo.requests.violations).toEqual([]);
	});

	it('leave the other custom fields of a client as they are, though Halo empties what is not sent', async () => {
		const [client] = clientsNamed(1);
		client.customfields = [{ name: 'CFIndustry', value: 'Dental' }];
		const { fieldInfo } = emptyHaloState();
		const industry = { ...fieldInfo[0], id: 105, name: 'Industry', label: 'Industry' };
		const running = await begin(
			{ clients: [client], fieldInfo: [...fieldInfo, industry] },
			{ customFieldWrite: 'overwrite' },
		);
		await apply(running, await planAt(running, matched(1)));
		expect(running.halo.state.clients[0].customfields).toEqual(
			expect.arrayContaining([
				{ name: 'CFIndustry', value: 'Dental' },
				{ name: STELLR_KEY_FIELD, value: 'us/900' },
			]),
		);
	});

	it('of several customers that join one client end up in one list', async () => {
		const customers = ['3', '1', '2'].map((customerNo) =>
			aCustomerToPlan({ customerNo }, { match: mappedTo({ id: 20 }) }),
		);
		const running = await begin({ clients: clientsNamed(1) });
		const applied = await apply(running, await planAt(running, customers));
		expect(outcomesOf(applied)).toEqual(many(3, 'written'));
		expect(keyOf(running.halo.state.clients[0])).toBe('us/1;us/2;us/3');
		expect(posts(running)).toHaveLength(1);
	});

	it('are left alone when somebody changed the field since the plan', async () => {
		const running = await begin({ clients: clientsNamed(2) });
		const plans = await planAt(running, matched(2));
		running.halo.state.clients[0].customfields = [{ name: STELLR_KEY_FIELD, value: 'us/5' }];
		const applied = await apply(running, plans);
		expect(codesOf(applied)).toEqual(['movedSince', null]);
		expect(keyOf(running.halo.state.clients[0])).toBe('us/5');
	});

	it('that stand there already cost no write', async () => {
		const running = await begin({ clients: clientsNamed(1) });
		const plans = await planAt(running, matched(1));
		running.halo.state.clients[0].customfields = [{ name: STELLR_KEY_FIELD, value: 'us/900' }];
		expect(outcomesOf(await apply(running, plans))).toEqual(['alreadySo']);
		expect(posts(running)).toEqual([]);
	});

	it('stop after one client where Halo swallows the field, and each says which was the first', async () => {
		const keyField: KeyField = { kind: 'customField', id: 999, name: 'CFNobody' };
		const running = await begin({ clients: clientsNamed(4) }, { unknownCustomField: 'ignore' });
		const applied = await apply(running, await planAt(running, matched(4), { keyField }), keyField);
		expect(outcomesOf(applied)).toEqual(many(4, 'notWritten'));
		expect(codesOf(applied)).toEqual(['linkNotStored', ...many(3, 'clientKeyNotStored')]);
		expect(applied[2].issue?.message).toMatch(/^us\/902: not written\. The key of us\/900/);
		expect(posts(running)).toHaveLength(1);
	});

	it('that Halo cuts are said, since a cut key is another customer’s', async () => {
		const clients = clientsNamed(2);
		clients[1].customfields = [{ name: STELLR_KEY_FIELD, value: 'us/1' }];
		const customers = [
			matched(1)[0],
			aCustomerToPlan({ customerNo: '901' }, { match: mappedTo({ id: 21, stellrKeys: ['us/1'] }) }),
		];
		const running = await begin({ clients }, { keyFields: [STELLR_KEY_FIELD], keyCutTo: 8 });
		const applied = await apply(running, await planAt(running, customers));
		expect(codesOf(applied)).toEqual([null, 'linkNotStored']);
	});

	it('go on for the others when one client is gone, and halve an array that Halo refuses', async () => {
		const running = await begin({ clients: clientsNamed(5) });
		const plans = await planAt(running, matched(5));
		running.halo.state.clients.splice(2, 1);
		expect(outcomesOf(await apply(running, plans))).toEqual([
			'written',
			'written',
			'notWritten',
			'written',
			'written',
		]);
	});

	it.each(['reset-after-commit', 'reset-before', '500-after-commit'] as const)(
		'are written once though an answer was lost (%s)',
		async (fault) => {
			const running = await begin({ clients: clientsNamed(3) });
			const plans = await planAt(running, matched(3));
			running.halo.faults.replace([
				{ match: { method: 'POST', path: '/client' }, skip: 1, times: 1, do: fault },
			]);
			expect(outcomesOf(await apply(running, plans))).toEqual(many(3, 'written'));
			expect(running.halo.state.clients.map(keyOf)).toEqual(['us/900', 'us/901', 'us/902']);
		},
	);

	const atOneClient = (client: Parameters<typeof mappedTo>[0]) =>
		['1', '2', '3'].map((customerNo) =>
			aCustomerToPlan({ customerNo }, { match: mappedTo({ id: 20, ...client }) }),
		);

	it('of several customers approved for one client are all kept, though each was planned by itself', async () => {
		const [client] = clientsNamed(1);
		const running = await begin({ clients: [{ ...client, inactive: true }] });
		const customers = atOneClient({ inactive: true });
		const held = planClients({
			customers,
			guard: null,
			sites: null,
			policy: clientPolicy({ keyField: CUSTOM }),
		});
		const approved = new Set(held.map(({ plan }) => plan.hash));
		const plans = await planAt(running, customers, { policy: { approved } });
		expect(outcomesOf(await apply(running, plans))).toEqual(many(3, 'written'));
		expect(keyOf(running.halo.state.clients[0])).toBe('us/1;us/2;us/3');
	});

	it('write no key of a customer that was taken off the plan', async () => {
		const running = await begin({ clients: clientsNamed(1) });
		const [first, , third] = await planAt(running, atOneClient({}));
		await apply(running, [first, third]);
		expect(keyOf(running.halo.state.clients[0])).toBe('us/1;us/3');
	});

	it('do not follow a first one of which nobody can say what became of it', async () => {
		const running = await begin({ clients: clientsNamed(4) });
		const plans = await planAt(running, matched(4));
		running.halo.faults.replace([
			{ match: { method: 'POST', path: '/client' }, skip: 0, times: 1, do: 'reset-after-commit' },
			{ match: { method: 'GET', path: '/client/20' }, skip: 1, times: 99, do: 'reset-before' },
		]);
		const applied = await apply(running, plans);
		expect(codesOf(applied)).toEqual(['answerLost', ...many(3, 'notSent')]);
		expect(posts(running)).toHaveLength(1);
		running.halo.faults.replace([]);
		expect(outcomesOf(await apply(running, plans))).toEqual(['alreadySo', ...many(3, 'written')]);
	});

	it('meet a missing right once', async () => {
		const running = await begin(
			{ clients: clientsNamed(5) },
			{ missingPermissions: ['edit:customers'] },
		);
		const applied = await apply(running, await planAt(running, matched(5)));
		expect(codesOf(applied)).toEqual(many(5, 'notAllowed'));
		expect(posts(running)).toHaveLength(1);
		running.halo.switches.missingPermissions = ['read:customers'];
		running.forget();
		const blind = await apply(
			running,
			applied.map(({ plan }) => plan),
		);
		expect(codesOf(blind)).toEqual(many(5, 'notAllowed'));
		expect(running.counts()).toEqual({ 'GET /client/{id}': 1 });
	});
});

describe('new clients', () => {
	const OTHERS = [aHaloClient({ id: 12, name: 'Zulu Partners' })];

	it('get their name, site, address and key in the request that makes them', async () => {
		const running = await begin({ clients: OTHERS });
		const applied = await apply(running, await planAt(running, unmatched(4)));
		expect(outcomesOf(applied)).toEqual(many(4, 'written'));
		expect(posts(running).map((rows) => rows.length)).toEqual([1, 3]);
		expect(running.halo.requests.violations).toEqual([]);
		const created = running.halo.state.clients.slice(1);
		expect(created.map(({ name }) => name)).toEqual(NAMES.slice(0, 4));
		expect(created.map(keyOf)).toEqual(['us/900', 'us/901', 'us/902', 'us/903']);
		for (const client of created) {
			expect(client.toplevel_id).toBe(1);
			const site = running.halo.state.sites.find(({ id }) => id === client.main_site_id);
			expect(site).toMatchObject({ name: 'Main', client_id: client.id });
			expect(site?.delivery_address).toMatchObject({
				line1: '1260 Clarence Ave',
				line3: 'Winnipeg',
			});
		}
		expect(applied.map(({ haloId }) => haloId)).toEqual(created.map(({ id }) => id));
	});

	it.each(['all-or-nothing', 'partial'] as const)(
		'stay single when one is refused (%s)',
		async (batch) => {
			const running = await begin({ clients: OTHERS }, { batch });
			const plans = await planAt(running, unmatched(6));
			plans[3] = { ...plans[3], after: { ...plans[3].after, toplevel_id: 4711 } };
			const applied = await apply(running, plans);
			expect(outcomesOf(applied).map((outcome) => outcome === 'written')).toEqual([
				true,
				true,
				true,
				false,
				true,
				true,
			]);
			const keys = running.halo.state.clients.map(keyOf).filter((key) => key !== null);
			expect(new Set(keys).size).toBe(keys.length);
			expect(keys).toHaveLength(5);
		},
	);

	it.each([
		'reset-after-commit',
		'500-after-commit',
		'empty',
		'truncated',
		'html',
		'reset-before',
	] as const)('stay single when an answer is lost (%s)', async (fault) => {
		for (const skip of [0, 1]) {
			const running = await begin({ clients: OTHERS });
			const plans = await planAt(running, unmatched(4));
			running.halo.faults.replace([
				{ match: { method: 'POST', path: '/client' }, skip, times: 1, do: fault },
			]);
			await apply(running, plans);
			await apply(running, await planAt(running, unmatched(4)));
			const keys = running.halo.state.clients.map(keyOf).filter((key) => key !== null);
			expect(keys.sort()).toEqual(['us/900', 'us/901', 'us/902', 'us/903']);
			await running.stop();
			stage = undefined;
		}
	});

	it('whose numbers the answers do not say are found in one reading of the list', async () => {
		const running = await begin({ clients: OTHERS });
		const plans = await planAt(running, unmatched(5));
		running.halo.faults.replace([
			{ match: { method: 'POST', path: '/client' }, skip: 1, times: 1, do: 'empty' },
		]);
		const applied = await apply(running, plans);
		expect(applied.every(({ haloId }) => haloId !== null)).toBe(true);
		// Once before creating, once for the numbers, once to see whether another run made them too.
		expect(running.counts()['GET /client']).toBe(3);
	});

	it('stop after the first when Halo swallows the key field', async () => {
		const keyField: KeyField = { kind: 'customField', id: 999, name: 'CFNobody' };
		const running = await begin({ clients: OTHERS }, { unknownCustomField: 'ignore' });
		const applied = await apply(
			running,
			await planAt(running, unmatched(4), { keyField }),
			keyField,
		);
		expect(running.halo.state.clients).toHaveLength(2);
		expect(outcomesOf(applied)).toEqual(['written', ...many(3, 'notWritten')]);
		expect(codesOf(applied)).toEqual(many(4, 'clientKeyNotStored'));
		expect(applied[0].issue?.message).toContain('the client was created, but CFNobody');
		expect(applied[3].issue?.message).toMatch(/^us\/903: not written\. The key of us\/900/);
	});

	it('each say so where Halo keeps no key of theirs, though an older client shows one', async () => {
		const running = await begin(
			{ clients: [aHaloClient({ id: 70, name: 'Zulu Works', stellrKey: 'us/899' })] },
			{ keyFields: [STELLR_KEY_FIELD], keyCutTo: 4 },
		);
		const applied = await apply(running, await planAt(running, unmatched(2)));
		expect(outcomesOf(applied)).toEqual(['written', 'written']);
		expect(codesOf(applied)).toEqual(['clientKeyNotStored', 'clientKeyNotStored']);
		expect(applied[1].issue?.message).toMatch(/^us\/901: the client was created, but CFStellr/);
		expect(applied[1].issue?.message).not.toContain('No other client');
	});

	it('approved before a client of a near name came are not made beside it', async () => {
		const running = await begin({ clients: OTHERS });
		const waiting = { createMissing: 'approval' as const };
		const [held] = planClients({
			customers: unmatched(1),
			guard: guardAgainstDuplicates([], true),
			sites: null,
			policy: clientPolicy({
				keyField: CUSTOM,
				topLevel: { kind: 'only', id: 1, name: 'Customers' },
				...waiting,
			}),
		});
		const approved = new Set([held.plan.hash]);
		const plans = await planAt(running, unmatched(1), { policy: { ...waiting, approved } });
		expect(plans).toHaveLength(1);
		running.halo.state.clients.push(aHaloClient({ id: 80, name: 'Birch Dental Ltd' }));
		const applied = await applyClientPlan(running.runtime, plans, {
			keyField: CUSTOM,
			rowsPerRequest: 20,
			approved,
			nameOf: ({ key }) => key,
		});
		expect(codesOf(applied)).toEqual(['clientAppeared']);
	});

	it('are not made where a client of a near name, or with the key, came since the plan', async () => {
		const running = await begin({ clients: OTHERS });
		const plans = await planAt(running, unmatched(3));
		running.halo.state.clients.push(
			aHaloClient({ id: 80, name: 'Birch Dental Ltd' }),
			aHaloClient({ id: 81, name: 'Other', stellrKey: 'us/901' }),
		);
		const applied = await apply(running, plans);
		expect(outcomesOf(applied)).toEqual(['notWritten', 'alreadySo', 'written']);
		expect(codesOf(applied)).toEqual(['clientAppeared', null, null]);
		expect(applied[1].haloId).toBe(81);
	});

	it('are not made for an item that came twice', async () => {
		const running = await begin({ clients: OTHERS });
		const plans = await planAt(running, unmatched(2));
		const applied = await apply(running, [...plans, ...structuredClone(plans)]);
		expect(outcomesOf(applied)).toEqual(['written', 'written', 'alreadySo', 'alreadySo']);
		expect(running.halo.state.clients).toHaveLength(3);
	});

	it('carry what the tenant demands, and are refused one by one in its words if it is missing', async () => {
		const running = await begin({ clients: OTHERS }, { requiredClientFields: ['customertype'] });
		const bare = await apply(running, await planAt(running, unmatched(2)));
		expect(outcomesOf(bare)).toEqual(['notWritten', 'notWritten']);
		const policy = { extraFields: { customertype: 3 } };
		const full = await apply(running, await planAt(running, unmatched(2), { policy }));
		expect(outcomesOf(full)).toEqual(['written', 'written']);
	});

	it('are not made while the clients cannot all be read', async () => {
		const running = await begin({ clients: OTHERS });
		const plans = await planAt(running, unmatched(2));
		running.halo.switches.invisibleAreas = ['customers'];
		expect(codesOf(await apply(running, plans))).toEqual(['listIncomplete', 'listIncomplete']);
		expect(posts(running)).toEqual([]);
	});

	it('meet a missing right once', async () => {
		const running = await begin({ clients: OTHERS }, { missingPermissions: ['edit:customers'] });
		const applied = await apply(running, await planAt(running, unmatched(6)));
		expect(codesOf(applied)).toEqual(many(6, 'notAllowed'));
		expect(posts(running)).toHaveLength(1);
		expect(applied[5].issue?.message).toContain('us/905');
	});

	it.each(['ref', 'accountsid'] as const)(
		'keep their key in %s where that is chosen',
		async (kind) => {
			const running = await begin({ clients: OTHERS }, { referencesInList: 'shown' });
			const applied = await apply(
				running,
				await planAt(running, unmatched(2), { keyField: { kind } }),
				{ kind },
			);
			expect(codesOf(applied)).toEqual([null, null]);
			expect(running.halo.state.clients.slice(1).map((row) => row[kind])).toEqual([
				'us/900',
				'us/901',
			]);
		},
	);
});

describe('clients that another run makes at the same moment', () => {
	const twin = (id: number, key: string) =>
		aHaloClient({
			id,
			name: NAMES[1],
			customfields: [{ name: STELLR_KEY_FIELD, value: key }],
		});

	async function applyBeside(switches: Partial<HaloSwitches> = {}) {
		const running = await begin(
			{ clients: clientsNamed(0).concat(aHaloClient({ id: 5, name: 'Zulu' })) },
			switches,
		);
		const plans = await planAt(running, unmatched(3));
		const { http } = running.runtime;
		let done = false;
		running.runtime.http = async (request) => {
			if (request.method === 'POST' && !done) {
				done = true;
				running.halo.state.clients.push(twin(15, 'us/901'));
			}
			return await http(request);
		};
		return { running, applied: await apply(running, plans) };
	}

	it.each(['honoured', 'ignored'] as const)(
		'stay single: the lowest number stays, the other is made inactive, both are reported (custom fields in the list: %s)',
		async (includeCustomFields) => {
			const { running, applied } = await applyBeside({ includeCustomFields });
			const holders = running.halo.state.clients.filter(({ customfields }) =>
				customfields.some(({ value }) => value === 'us/901'),
			);
			expect(holders.map(({ id, inactive }) => [id, inactive])).toEqual([
				[15, false],
				[expect.any(Number), true],
			]);
			const [, second] = applied;
			expect(second).toMatchObject({ outcome: 'written', haloId: 15 });
			expect(second.issue?.code).toBe('madeTwice');
			for (const { id } of holders) expect(second.issue?.message).toContain(String(id));
			expect(running.halo.requests.violations).toEqual([]);
		},
	);

	it('leave one client to whoever matches next', async () => {
		const { running } = await applyBeside();
		const { list } = await readClients(running.runtime, { keyField: CUSTOM });
		const customer = unmatched(3)[1].customer;
		const result = matchCustomers({ customers: [customer], clients: list.rows });
		expect(result.mapped.map(({ client }) => client?.id)).toEqual([15]);
	});
});

describe('addresses', () => {
	const MOVED = { ...aStellrCustomer().address, line1: '9 New Road' };
	const customers = [
		aCustomerToPlan({ address: MOVED }, { match: mappedTo({ id: 12, stellrKeys: ['us/100482'] }) }),
	];
	const tables = () => ({
		clients: [aHaloClient({ id: 12, main_site_id: 31, stellrKey: 'us/100482' })],
		sites: [aSite({ id: 31, phonenumber: '555' })],
	});
	const given: Given = { addresses: true, policy: { updateAddress: 'all' } };

	it('change the lines of the site’s own address and nothing else', async () => {
		const running = await begin(tables());
		const before = structuredClone(running.halo.state.sites[0]);
		const applied = await apply(running, await planAt(running, customers, given));
		expect(outcomesOf(applied)).toEqual(['written']);
		expect(running.halo.state.sites).toEqual([
			{ ...before, delivery_address: { ...before.delivery_address, line1: '9 New Road' } },
		]);
		expect(running.halo.requests.violations).toEqual([]);
		expect(await planAt(running, customers, given)).toEqual([]);
	});

	it('that somebody changed since the plan are left alone', async () => {
		const running = await begin(tables());
		const plans = await planAt(running, customers, given);
		const { delivery_address: address } = running.halo.state.sites[0];
		if (address !== null) address.line1 = 'By hand 1';
		expect(codesOf(await apply(running, plans))).toEqual(['movedSince']);
		expect(running.halo.state.sites[0].delivery_address?.line1).toBe('By hand 1');
	});

	it('are written once though the answer was lost', async () => {
		const running = await begin(tables());
		const plans = await planAt(running, customers, given);
		running.halo.faults.replace([
			{ match: { method: 'POST', path: '/site' }, skip: 0, times: 1, do: 'reset-after-commit' },
		]);
		expect(outcomesOf(await apply(running, plans))).toEqual(['written']);
		expect(posts(running)).toHaveLength(1);
	});
});

it('a second run after everything was applied writes nothing', async () => {
	const running = await begin({ clients: clientsNamed(2) });
	const customers = [...matched(2), ...unmatched(6).slice(2)];
	await apply(running, await planAt(running, customers));
	const { list } = await readClients(running.runtime, { keyField: CUSTOM });
	const known = customers.map((customer) => {
		const key = `us/${customer.customer.customerNo}`;
		const client = list.rows.find(({ stellrKeys }) => stellrKeys.includes(key));
		if (client === undefined) throw new Error(`${key} has no client`);
		const { id, name, stellrKeys } = client;
		return { ...customer, match: mappedTo({ id, name, stellrKeys }, { level: 'storedKey' }) };
	});
	expect(await planAt(running, known)).toEqual([]);
	expect(outcomesOf(await apply(running, []))).toEqual([]);
});
