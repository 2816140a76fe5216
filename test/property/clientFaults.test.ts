import * as fc from 'fast-check';
import { readClients } from '../../core/halo/clients';
import type { Runtime } from '../../core/http/types';
import { matchCustomers } from '../../core/matching';
import type { StellrCustomer } from '../../core/stellr/schemas';
import { applyClientPlan } from '../../core/sync/clients/apply';
import type { BatchSize } from '../../core/sync/batchSize';
import { guardAgainstDuplicates } from '../../core/sync/clients/newClient';
import { planClients } from '../../core/sync/clients/plan';
import { writingActions, type PlanItem } from '../../core/sync/planItem';
import { aLine, aStellrCustomer, clientPolicy, KEY_FIELD } from '../core/sync/records';
import { cases } from './cases';
import { habits, batchSize, script } from './licenceWorlds';
import { memoryHalo, noFaults, type MemoryHalo, type Row, type Script } from './memoryHalo';
import { runtimeOver } from './runs';

/** The same for clients: linked or created once, whatever fails, and nothing of theirs is lost. */

jest.setTimeout(600_000);

const NAMES = [
	'Birch Dental',
	'Cedar Freight',
	'Dogwood Law',
	'Elm Bakery',
	'Fir Optics',
	'Gum Studios',
	'Hazel Foods',
];
const few = <Value>(...values: Value[]) => fc.constantFrom(...values);

interface ClientCase {
	customers: StellrCustomer[];
	clients: Row[];
}

const clientCase: fc.Arbitrary<ClientCase> = fc
	.array(few('none', 'none', 'named', 'keyed', 'inactive'), { minLength: 1, maxLength: 7 })
	.map((kinds) => ({
		customers: kinds.map((_, at) =>
			aStellrCustomer({ customerNo: `${900 + at}`, name: NAMES[at] }),
		),
		clients: [
			clientRow(9, 'Zulu Wholesale', [{ name: 'CFOther', value: 'keep me' }], false),
			...kinds.flatMap((kind, at) => {
				if (kind === 'none') return [];
				const other = { name: 'CFOther', value: `note ${at}` };
				const key = { name: KEY_FIELD.name, value: kind === 'keyed' ? `us/${900 + at}` : null };
				return [clientRow(20 + at, NAMES[at], [other, key], kind === 'inactive')];
			}),
		],
	}));

function clientRow(
	id: number,
	name: string,
	customfields: Array<{ name: string; value: string | null }>,
	inactive: boolean,
): Row {
	const website = `https://${id}.example`;
	return { id, name, toplevel_id: 1, inactive, website, notes: `about ${id}`, customfields };
}

/** What the nodes plan: match, then plan; null where a list came short. */
async function planRun(runtime: Runtime, given: ClientCase): Promise<PlanItem[] | null> {
	const { list } = await readClients(runtime, { keyField: KEY_FIELD });
	if (!list.complete) return null;
	const matched = matchCustomers({ customers: given.customers, clients: list.rows });
	const customers = [...matched.mapped, ...matched.review, ...matched.unmapped].map(
		({ customer, match }) => ({
			customer,
			match,
			subscriptions: [aLine({ customerNo: customer.customerNo })],
			complete: true,
		}),
	);
	return planClients({
		customers,
		guard: guardAgainstDuplicates(list.rows, true),
		sites: null,
		policy: clientPolicy({
			createMissing: 'on',
			topLevel: { kind: 'only', id: 1, name: 'Customers' },
		}),
	})
		.map(({ plan }) => plan)
		.filter(({ action }) => writingActions.includes(action));
}

async function applyRun(runtime: Runtime, plans: PlanItem[], size: BatchSize): Promise<void> {
	await applyClientPlan(runtime, plans, {
		keyField: KEY_FIELD,
		...size,
		nameOf: ({ key }) => key,
	});
}

async function run(halo: MemoryHalo, given: ClientCase, how: Script, size: BatchSize) {
	const before = halo.sent.length;
	const runtime = runtimeOver(halo.connect(how));
	const plans = await planRun(runtime, given);
	if (plans !== null) await applyRun(runtime, plans, size);
	return halo.sent.length - before;
}

async function untilQuiet(halo: MemoryHalo, given: ClientCase, size: BatchSize): Promise<void> {
	for (let runs = 1; runs <= 5; runs++) if ((await run(halo, given, noFaults, size)) === 0) return;
	throw new Error('the runs never come to rest');
}

const keysOf = (row: Row) =>
	((row.customfields ?? []) as Array<{ name: string; value: unknown }>)
		.filter(({ name, value }) => name === KEY_FIELD.name && typeof value === 'string')
		.flatMap(({ value }) => String(value).split(';'));

function expectSingleKeys({ tables }: MemoryHalo): void {
	const keys = tables.clients.filter(({ inactive }) => inactive !== true).flatMap(keysOf);
	expect([...new Set(keys)].sort()).toEqual([...keys].sort());
}

/** Nothing but the key is ever written to a client that was there; nothing of it is emptied. */
function expectOwnFieldsKept(start: Row[], { tables, violations }: MemoryHalo): void {
	for (const row of start) {
		const after = tables.clients.find(({ id }) => id === row.id);
		const withoutKey = (entry: Row | undefined) => ({
			...entry,
			customfields: ((entry?.customfields ?? []) as Array<{ name: string; value: unknown }>)
				.filter(({ name }) => name !== KEY_FIELD.name)
				.map(({ name, value }) => [name, value]),
		});
		expect(withoutKey(after)).toEqual(withoutKey(row));
	}
	expect(violations).toEqual([]);
}

function picture({ tables, created }: MemoryHalo): string[] {
	return tables.clients
		.filter((row) => !(created.has(row.id) && row.inactive === true))
		.map((row) =>
			JSON.stringify([created.has(row.id) ? 'new' : row.id, row.name, row.inactive, keysOf(row)]),
		)
		.sort();
}

describe('client runs among faults', () => {
	it('end where a run without faults ends, whatever fails and wherever runs die', async () => {
		await fc.assert(
			fc.asyncProperty(
				clientCase,
				habits,
				fc.array(script, { minLength: 1, maxLength: 3 }),
				batchSize,
				async (given, habit, scripts, size) => {
					const start = { licences: [], clients: given.clients };
					const calm = memoryHalo(start, habit, 'snowid');
					await untilQuiet(calm, given, size);
					const halo = memoryHalo(start, habit, 'snowid');
					for (const how of scripts) {
						await run(halo, given, how, size);
						expectSingleKeys(halo);
					}
					await untilQuiet(halo, given, size);
					expectSingleKeys(halo);
					expectOwnFieldsKept(given.clients, halo);
					expect(picture(halo)).toEqual(picture(calm));
				},
			),
			cases(300),
		);
	});

	it('of which two cross at any point leave one active client for each key', async () => {
		await fc.assert(
			fc.asyncProperty(
				clientCase,
				habits,
				fc.scheduler(),
				batchSize,
				async (given, habit, scheduler, size) => {
					const halo = memoryHalo({ licences: [], clients: given.clients }, habit, 'snowid');
					const plans = (await planRun(runtimeOver(halo.connect(noFaults)), given)) ?? [];
					const turn = async () => await scheduler.schedule(Promise.resolve());
					const runs = [1, 2].map(
						async () =>
							await applyRun(
								runtimeOver(halo.connect(noFaults, turn)),
								structuredClone(plans),
								size,
							),
					);
					await scheduler.waitFor(Promise.all(runs));
					expectSingleKeys(halo);
					await untilQuiet(halo, given, size);
					expectSingleKeys(halo);
					expectOwnFieldsKept(given.clients, halo);
				},
			),
			cases(150),
		);
	});
});
