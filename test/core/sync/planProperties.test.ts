import * as fc from 'fast-check';

import type { HaloClient, HaloLicence } from '../../../core/halo/schemas';
import { subscriptionStates, subscriptionKinds } from '../../../core/stellr/schemas';
import { guardAgainstDuplicates } from '../../../core/sync/clients/newClient';
import {
	planClients,
	type ClientPlanEntry,
	type CustomerToPlan,
} from '../../../core/sync/clients/plan';
import type { CustomerLines } from '../../../core/sync/licences/customerLines';
import { planHashOf } from '../../../core/sync/licences/summary';
import { writingActions, type PlanItem } from '../../../core/sync/planItem';
import {
	aCustomer,
	aCustomerToPlan,
	aLine,
	aMatch,
	aRow,
	clientPolicy,
	codesOf,
	mappedTo,
	plansFor,
	TODAY,
} from './records';

/** What holds for every plan, whatever Stellr sells and whatever stands in Halo. */

const RUNS = { numRuns: 250, seed: 20261123 };
const few = <Value>(...values: Value[]) => fc.constantFrom(...values);

const line = fc
	.record({
		contract: few(1, 2, 3, 4, 5, 6),
		state: few(...subscriptionStates),
		kind: few(...subscriptionKinds, 'seat' as const, 'seat' as const),
		quantity: few(0, 1, 5, 42, 2.5, null),
		productName: few('Business Premium', 'Business Basic', 'Visio Plan 2', 'Duo', null),
		skuNo: few('s1', 's2', null),
		mfgPartNo: few('p1', 'p2', null),
		vendorSubscriptionId: few('v1', 'v2', null),
		endDate: few('2026-11-30', '2026-01-31', TODAY, null),
	})
	.map(({ contract, ...fields }) =>
		aLine({ subscriptionId: `${contract}_1`, status: fields.state, ...fields }),
	);

const customer = fc
	.record({
		customerNo: few('11', '12', '13'),
		client: few(1, 2, null),
		lines: fc.array(line, { maxLength: 6 }),
		complete: fc.boolean(),
		inactive: fc.boolean(),
	})
	.map(({ customerNo, client, lines, complete, inactive }) =>
		aCustomer(
			lines.map((entry) => ({ ...entry, customerNo })),
			{
				customerNo,
				complete,
				haloClientId: client,
				haloClientInactive: inactive,
				clientKeys: [`us/${customerNo}`],
			},
		),
	);

const row = fc.record({
	clientId: few(1, 2),
	key: few(
		'us/1_1',
		'us/2_1',
		'us/3_1',
		'us/9_1',
		'us/1_1 (adopted at 5)',
		'sherweb-1',
		null,
		null,
	),
	count: few(0, 1, 5, 42),
	active: fc.boolean(),
	deleted: few(false, false, true),
	name: few('Business Premium', 'Visio', 'Seats'),
	productSku: few('s1', 's2', null),
	notes: few('2_1', 'v1', null),
	status: few('Active', 'Suspended', null),
	azureConnectionId: few(null, null, 4),
});

const world = fc
	.record({
		customers: fc.array(customer, { maxLength: 4 }),
		rows: fc.array(row, { maxLength: 6 }),
	})
	.map(({ customers, rows }) => ({
		customers,
		rows: rows.map(({ key, ...fields }, at) => aRow({ id: 500 + at, snowid: key, ...fields })),
	}));

/** What an item says and does, without the order in which it came. */
function contents(plans: PlanItem[]): string[] {
	return plans
		.map((plan) => [plan.action, plan.key, plan.haloId, plan.hash, codesOf(plan).join()].join(' '))
		.sort();
}

function shuffled<Value>(values: Value[], seed: number): Value[] {
	return values
		.map((value, at) => ({ value, order: Math.sin(seed * 997 + at * 131) }))
		.sort((a, b) => a.order - b.order)
		.map(({ value }) => value);
}

const writing = (plans: PlanItem[]) =>
	plans.filter(({ action }) => writingActions.includes(action));

/** Halo after these writes, as its next list would show it. */
function after(rows: HaloLicence[], plans: PlanItem[]): HaloLicence[] {
	const next = new Map(rows.map((entry) => [entry.id, entry]));
	let id = 9000;
	for (const plan of writing(plans)) {
		const fields = plan.after ?? {};
		const before = plan.haloId === null ? aRow({ id: (id += 1), count: 0 }) : next.get(plan.haloId);
		if (before === undefined) throw new Error(`no row ${plan.haloId}`);
		const text = (field: string, old: string | null) =>
			typeof fields[field] === 'string' ? String(fields[field]) : old;
		next.set(
			before.id,
			aRow({
				...before,
				texts: {},
				clientId: Number(fields.client_id ?? before.clientId),
				name: text('name', before.name) ?? '',
				count: Number(fields.count ?? before.count),
				active: fields.is_active === undefined ? before.active : fields.is_active === true,
				status: text('status', before.status),
				endDate:
					plan.haloId === null && fields.end_date === undefined
						? null
						: text('end_date', before.endDate),
				snowid: text('snowid', before.snowid),
				productSku: text('product_sku', before.productSku),
				vendorProductSku: text('vendor_product_sku', before.vendorProductSku),
			}),
		);
	}
	return [...next.values()];
}

describe('every licence plan', () => {
	it('is pure: the same snapshots give the same plan and are left as they were', () => {
		fc.assert(
			fc.property(world, (given) => {
				const copy = structuredClone(given);
				expect(plansFor(given)).toEqual(plansFor(copy));
				expect(given).toEqual(copy);
			}),
			RUNS,
		);
	});

	it('does not depend on the order in which customers, lines and rows came', () => {
		fc.assert(
			fc.property(world, fc.integer(), (given, seed) => {
				// Of one line that came in two versions the later one counts: there the order does tell.
				const customers = given.customers.filter(
					(entry, at, all) =>
						all.findIndex((other) => other.customerNo === entry.customerNo) === at,
				);
				const single = customers.map((entry): CustomerLines => {
					const byId = new Map(entry.subscriptions.map((own) => [own.subscriptionId, own]));
					return { ...entry, subscriptions: [...byId.values()] };
				});
				const mixed = shuffled(single, seed).map((entry) => ({
					...entry,
					subscriptions: shuffled(entry.subscriptions, seed + 1),
				}));
				const one = plansFor({ customers: single, rows: given.rows });
				const other = plansFor({ customers: mixed, rows: shuffled(given.rows, seed + 2) });
				expect(contents(other)).toEqual(contents(one));
				expect(planHashOf(other)).toBe(planHashOf(one));
			}),
			RUNS,
		);
	});

	it('creates at most one row for a key, and none for a key that stands somewhere', () => {
		fc.assert(
			fc.property(world, (given) => {
				const created = plansFor(given)
					.filter(({ action }) => action === 'create')
					.map(({ key }) => key);
				expect(new Set(created).size).toBe(created.length);
				for (const { snowid } of given.rows) {
					const key = (snowid ?? '').split(' ')[0];
					expect(created).not.toContain(key);
				}
			}),
			RUNS,
		);
	});

	it('writes no row twice in one way, and no row under two keys', () => {
		fc.assert(
			fc.property(world, (given) => {
				const rows = writing(plansFor(given)).filter(({ haloId }) => haloId !== null);
				const ways = rows.map(({ action, haloId }) => `${action} ${haloId}`);
				expect(new Set(ways).size).toBe(ways.length);
				const keys = new Map(rows.map(({ haloId, key }) => [haloId, key]));
				for (const { haloId, key } of rows) expect(key).toBe(keys.get(haloId));
			}),
			RUNS,
		);
	});

	it('never calls a line missing where a list is incomplete', () => {
		fc.assert(
			fc.property(world, (given) => {
				const customers = given.customers.map((entry) => ({ ...entry, complete: false }));
				const codes = plansFor({ ...given, customers }).flatMap(codesOf);
				expect(codes).not.toContain('missingAtStellr');
			}),
			RUNS,
		);
	});

	it('never lowers, ends or creates anything for an empty list', () => {
		fc.assert(
			fc.property(world, (given) => {
				const customers = given.customers.map((entry) => ({ ...entry, subscriptions: [] }));
				expect(writing(plansFor({ ...given, customers }))).toEqual([]);
			}),
			RUNS,
		);
	});

	it('writes whole counts of 0 or more, only to rows of the mapped client', () => {
		fc.assert(
			fc.property(world, (given) => {
				const clientOf = new Map(given.rows.map(({ id, clientId }) => [id, clientId]));
				const mapped = new Set(given.customers.map(({ haloClientId }) => haloClientId));
				for (const plan of writing(plansFor(given))) {
					const count = plan.after?.count;
					if (count !== undefined) expect(Number.isInteger(count) && Number(count) >= 0).toBe(true);
					const client = plan.haloId === null ? plan.after?.client_id : clientOf.get(plan.haloId);
					expect(mapped.has(Number(client))).toBe(true);
				}
			}),
			RUNS,
		);
	});

	it('once applied leaves nothing to write', () => {
		fc.assert(
			fc.property(world, (given) => {
				const rows = after(given.rows, plansFor(given));
				expect(writing(plansFor({ customers: given.customers, rows }))).toEqual([]);
			}),
			RUNS,
		);
	});
});

const NAMES = ['Acorn Construction', 'Acorn Construction Ltd', 'Birch Dental', 'cedarfreight.com'];

const client = fc
	.record({
		id: few(1, 2, 3),
		name: few('Acorn', 'Birch Dental', 'Zulu'),
		keys: fc.subarray(['us/1', 'us/2', 'ca/1']),
		foreign: few(null, null, 'VIP'),
		inactive: few(false, false, true),
	})
	.map(
		({ id, name, keys, foreign, inactive }): HaloClient => ({
			id,
			name,
			topLevelId: 1,
			topLevelName: 'Customers',
			inactive,
			website: null,
			stellrKeys: keys,
			foreignKeyText: foreign,
			microsoftTenantIds: [],
			domains: [],
			mainSiteId: null,
			country: null,
		}),
	);

const msp = fc
	.record({
		clients: fc.uniqueArray(client, { selector: ({ id }) => id, maxLength: 3 }),
		customers: fc.array(
			fc.record({
				customerNo: few('1', '2', '3', '4', '5'),
				name: few(...NAMES, null),
				active: few(true, true, false),
				live: few(true, true, false),
				complete: few(true, true, false),
				target: few(0, 1, 2, null, null),
			}),
			{ maxLength: 6 },
		),
	})
	.map(({ clients, customers }) => ({
		clients,
		customers: customers.map(({ customerNo, name, active, live, complete, target }) => {
			const found = target === null ? undefined : clients[target];
			return aCustomerToPlan(
				{ customerNo, name, active },
				{
					complete,
					match: found === undefined ? aMatch() : mappedTo(found),
					subscriptions: live ? [aLine({ customerNo })] : [],
				},
			);
		}),
	}));

function clientPlan(customers: CustomerToPlan[], clients: HaloClient[]): ClientPlanEntry[] {
	return planClients({
		customers,
		guard: guardAgainstDuplicates(clients, true),
		sites: null,
		policy: clientPolicy({
			createMissing: 'on',
			topLevel: { kind: 'only', id: 1, name: 'Customers' },
		}),
	});
}

const oneEach = (customers: CustomerToPlan[]): CustomerToPlan[] => [
	...new Map(customers.map((entry) => [entry.customer.customerNo, entry])).values(),
];

describe('every client plan', () => {
	it('does not depend on the order in which the customers came', () => {
		fc.assert(
			fc.property(msp, fc.integer(), ({ customers, clients }, seed) => {
				const single = oneEach(customers);
				const plans = (entries: ClientPlanEntry[]) => contents(entries.map(({ plan }) => plan));
				expect(plans(clientPlan(shuffled(single, seed), shuffled(clients, seed)))).toEqual(
					plans(clientPlan(single, clients)),
				);
			}),
			RUNS,
		);
	});

	it('answers for every customer, in the order in which they came', () => {
		fc.assert(
			fc.property(msp, ({ customers, clients }) => {
				expect(clientPlan(customers, clients).map((entry) => entry.customer)).toEqual(customers);
			}),
			RUNS,
		);
	});

	it('creates one client for a key and one for a name', () => {
		fc.assert(
			fc.property(msp, ({ customers, clients }) => {
				const created = new Set(
					clientPlan(customers, clients)
						.map(({ plan }) => plan)
						.filter(({ action }) => action === 'create'),
				);
				const keys = [...created].map(({ key }) => key);
				const names = [...created].map(({ after: fields }) =>
					String(fields?.name).toLowerCase().replace(/ ltd$/, ''),
				);
				expect(new Set(keys).size).toBe(keys.length);
				expect(new Set(names).size).toBe(names.length);
			}),
			RUNS,
		);
	});

	it('only ever adds to the keys of a client, and once linked leaves nothing to link', () => {
		fc.assert(
			fc.property(msp, (given) => {
				const { clients } = given;
				const customers = oneEach(given.customers);
				const before = new Map(clients.map(({ id, stellrKeys }) => [id, stellrKeys]));
				const keysOf = new Map(before);
				for (const { plan } of clientPlan(customers, clients)) {
					if (plan.action !== 'update' || plan.haloId === null) continue;
					const keys = String(plan.after?.CFStellrCustomerNo).split(';');
					expect(keys).toEqual(
						expect.arrayContaining([...(before.get(plan.haloId) ?? []), plan.key]),
					);
					// Of several that join one client, one holds the keys of all.
					if (keys.length > (keysOf.get(plan.haloId)?.length ?? 0)) keysOf.set(plan.haloId, keys);
				}
				const linked = customers.map((entry) =>
					entry.match.client === null
						? entry
						: {
								...entry,
								match: mappedTo({
									...entry.match.client,
									stellrKeys: keysOf.get(entry.match.client.id) ?? [],
								}),
							},
				);
				const again = clientPlan(linked, clients).map(({ plan }) => plan);
				expect(again.filter(({ action }) => action === 'update')).toEqual([]);
			}),
			RUNS,
		);
	});
});
