import { readClients } from '../../core/halo/clients';
import { readLicences } from '../../core/halo/licences';
import { invoicedLicenceIds, readRecurringInvoices } from '../../core/halo/recurringInvoices';
import type { Runtime } from '../../core/http/types';
import { DEFAULT_STELLR_SETTINGS } from '../../core/stellr/settings';
import { readSubscriptionsOf } from '../../core/stellr/subscriptions';
import { applyLicencePlan } from '../../core/sync/licences/apply';
import type { CustomerLines } from '../../core/sync/licences/customerLines';
import { planLicences, type LicencePlanEntry } from '../../core/sync/licences/plan';
import { defaultLicencePolicy, type LicencePolicy } from '../../core/sync/licences/policy';
import { rowsSeenByPlan, rowsWrittenByApply } from '../../core/sync/licences/savedRows';
import type { SavedLicence } from '../../core/sync/licences/savedState';
import { nameOf } from '../../core/sync/licences/summary';
import type { AppliedLicence } from '../../core/sync/licences/write';
import { foldKey } from '../../core/sync/stellrKeys';
import { writingActions } from '../../core/sync/planItem';
import { startHaloSimulator, type HaloSimulator } from '../../simulators/halo/server';
import type { HaloSwitches } from '../../simulators/halo/switches';
import { startStellrSimulator, type StellrSimulator } from '../../simulators/stellr/server';
import type { World } from '../../simulators/world/world';
import { runtimeFor, signIn } from './simulatorRuntime';

/** Both simulators over one world, and nightly licence runs through core without n8n. */
export interface NightStage {
	halo: HaloSimulator;
	stellr: StellrSimulator;
	/** One run: read, plan, apply. */
	night: (options?: NightOptions) => Promise<Night>;
	stop: () => Promise<void>;
}

export interface NightOptions {
	/** The day of the run; the world's own when it is left out. */
	today?: string;
	policy?: Partial<LicencePolicy>;
	/** The Data table: read before and written after; undefined runs without one. */
	saved?: Map<string, SavedLicence>;
}

export interface Night {
	/** Who was read, and whether the list came whole. */
	customers: CustomerLines[];
	entries: LicencePlanEntry[];
	applied: AppliedLicence[];
	/** Rows that would be saved to the Data table. */
	rows: SavedLicence[];
}

const KEY_FIELD = { kind: 'customField' as const, id: 104, name: 'CFStellrCustomerNo' };

export async function licenceStage(
	world: World,
	switches: Partial<HaloSwitches> = {},
	clock: { now?: () => number } = {},
): Promise<NightStage> {
	const halo = await startHaloSimulator(world.halo, { rateLimit: 0, ...switches }, clock);
	const stellr = await startStellrSimulator(world.stellr, {}, clock);
	const account = world.stellr.accounts[0];
	const signedIn = async (): Promise<[Runtime, Runtime]> => {
		const haloToken = await signIn(
			`${halo.authUrl}/token?tenant=${halo.credentials.tenant ?? ''}`,
			halo.credentials,
			'all',
		);
		const stellrToken = await signIn(stellr.tokenUrl, account);
		return [runtimeFor(halo.apiUrl, haloToken), runtimeFor(stellr.url, stellrToken)];
	};
	let runtimes = await signedIn();
	return {
		halo,
		stellr,
		night: async (options = {}) => {
			// A clock that is moved by days outlives every token.
			if (clock.now) runtimes = await signedIn();
			const today = options.today ?? world.asOf;
			return await runNight(runtimes[0], runtimes[1], account.label, today, options);
		},
		stop: async () => {
			await Promise.all([halo.stop(), stellr.stop()]);
		},
	};
}

async function runNight(
	halo: Runtime,
	stellr: Runtime,
	account: string,
	today: string,
	options: NightOptions,
): Promise<Night> {
	const policy: LicencePolicy = { ...defaultLicencePolicy, today, ...options.policy };
	const customers = await customersOf(halo, stellr, account);
	const { list } = await readLicences(halo, {});
	expect(list.complete).toBe(true);
	const saved = options.saved === undefined ? undefined : [...options.saved.values()];
	const invoices = await readRecurringInvoices(halo);
	const entries = planLicences({
		customers,
		licences: list.rows,
		saved,
		invoicedRowIds: invoicedLicenceIds(invoices.list.rows),
		policy,
	});
	const names = new Map(entries.map((entry) => [entry.plan, nameOf(entry)]));
	const applied = await applyLicencePlan(
		halo,
		entries.map((entry) => entry.plan).filter((plan) => writingActions.includes(plan.action)),
		{
			keyField: policy.keyField,
			rowsPerRequest: 20,
			hasSavedState: saved !== undefined,
			nameOf: (plan) => names.get(plan) ?? plan.key,
		},
	);
	const clientOf = new Map(entries.map((entry) => [entry.plan, entry.customer.haloClientId]));
	const rows = [
		...rowsSeenByPlan(entries, list.rows, saved ?? [], policy.keyField, today),
		...rowsWrittenByApply(
			applied.map((result) => ({
				applied: result,
				haloClientId: clientOf.get(result.plan) ?? null,
			})),
			policy.keyField,
			today,
			saved,
		),
	];
	for (const row of rows) options.saved?.set(foldKey(row.key), row);
	return { customers, entries, applied, rows };
}

async function customersOf(
	halo: Runtime,
	stellr: Runtime,
	account: string,
): Promise<CustomerLines[]> {
	const { list } = await readClients(halo, { keyField: KEY_FIELD });
	const customers: CustomerLines[] = [];
	for (const client of list.rows) {
		for (const key of client.stellrKeys) {
			const customerNo = key.slice(key.indexOf('/') + 1);
			const read = await readSubscriptionsOf(
				{ runtime: stellr, account, settings: DEFAULT_STELLR_SETTINGS },
				customerNo,
			);
			customers.push({
				account,
				customerNo,
				name: client.name,
				haloClientId: client.id,
				haloClientName: client.name,
				haloClientInactive: client.inactive,
				clientKeys: client.stellrKeys,
				subscriptions: read.list.rows,
				complete: read.list.complete,
				cameShort: !read.list.complete,
				unreadable: [],
			});
		}
	}
	return customers;
}
