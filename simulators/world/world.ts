/**
 * A believable MSP world from a seed: what Stellr sells to whom, what Halo already holds of it, and what is really the
 * case. The same options give the same world, byte for byte.
 */
import type { HaloClientRow, HaloState } from '../halo/state';
import { seededRandom } from '../random';
import type { Random } from '../random';
import type { StellrCustomerRow, StellrState } from '../stellr/state';
import { aStellrAccount, aStellrCustomer, STELLR_KEY_FIELD } from './builders';
import type { CustomerPlan } from './customerPlan';
import { fillerFirms, planCustomers, quota } from './customerPlan';
import { FirmRegister } from './firms';
import type { Region } from './firms';
import { ClientWriter, haloWithoutClients } from './haloClients';
import type { PlacedCustomer } from './haloClients';
import { writeLicenceRows } from './licenceRows';
import type { OwnedLine } from './licenceRows';
import { stellrNameOf } from './nameDifferences';
import { nativeModuleDetails } from './nativeModule';
import { withWorldDefaults } from './options';
import type { PartialWorldOptions, WorldOptions } from './options';
import { writeRecurringInvoices } from './recurringInvoices';
import { rowEvidence } from './rowEvidence';
import { drawLines } from './subscriptionLines';
import type { DrawnLine } from './subscriptionLines';
import type { CustomerTruth, WorldTruth } from './truth';

export interface World {
	seed: number;
	/** ISO day. */
	asOf: string;
	options: WorldOptions;
	stellr: StellrState;
	halo: HaloState;
	truth: WorldTruth;
}

export function generateWorld(partial: PartialWorldOptions = {}): World {
	const options = withWorldDefaults(partial);
	const random = seededRandom(options.seed);
	const firms = new FirmRegister(random.fork('firms'), options.distinctNames);
	const plans = planCustomers(options, firms, random.fork('plan'));
	const clients = plans.reduce((sum, plan) => sum + clientsOf(plan), 0);
	const wanted = Math.round(options.customers * options.haloClientsPerCustomer);
	return buildWorld(options, plans, firms, wanted - clients);
}

/** The world of given customers; scenarios plan theirs by hand. */
export function buildWorld(
	options: WorldOptions,
	plans: readonly CustomerPlan[],
	firms: FirmRegister,
	fillers: number,
): World {
	const random = seededRandom(options.seed);
	const halo = haloWithoutClients(options);
	const clients = plans.reduce((sum, plan) => sum + clientsOf(plan), 0) + Math.max(0, fillers);
	const writer = new ClientWriter(halo, options, random.fork('clients'), clients);
	const placed = writer.place(plans);
	const regions = options.accounts.map(({ region }): Region => region);
	fillerFirms(fillers, firms, regions).forEach((firm) => writer.addFiller(firm));
	halo.clients.sort((a, b) => a.id - b.id);

	const drafts = draftCustomers(placed, options, random.fork('stellr'));
	const world: World = {
		seed: options.seed,
		asOf: options.asOf,
		options,
		stellr: stellrOf(drafts, options),
		halo,
		truth: { customers: drafts.map(customerTruth), subscriptions: [] },
	};
	fillLicences(world, drafts, random.fork('licences'));
	halo.synnexDetails = nativeModuleDetails(world, random.fork('native'));
	return world;
}

interface DraftCustomer {
	placed: PlacedCustomer;
	customerNo: number;
	name: string;
	showsTenant: boolean;
	lines: DrawnLine[];
}

function clientsOf({ inHalo, sharesWith, sort }: CustomerPlan): number {
	if (!inHalo || sharesWith) return 0;
	return sort === 'split' || sort === 'merged' ? 2 : 1;
}

/** Accounts number on their own: `us/100401` and `ca/100401` are two firms. */
function draftCustomers(
	placed: readonly PlacedCustomer[],
	options: WorldOptions,
	random: Random,
): DraftCustomer[] {
	const counters = new Map<string, { customerNo: number; contractNo: number }>();
	const holdTwice = new Set(
		quota(
			placed.filter(({ plan }) => plan.lines === 'drawn'),
			options.line.twice,
			random,
		),
	);
	return placed.map((item) => {
		const { account, firm, nameDifference, stellrName, lines } = item.plan;
		const counter = counters.get(account.label) ?? { customerNo: 100_400, contractNo: 411_000 };
		counters.set(account.label, counter);
		counter.customerNo += random.between(1, 4);
		const nextContractNo = () => (counter.contractNo += random.between(1, 9));
		const { customerNo } = counter;
		const holdsTwice = holdTwice.has(item);
		const order = { customerNo, account, asOf: options.asOf, lines, holdsTwice, nextContractNo };
		return {
			placed: item,
			customerNo,
			name: stellrName ?? stellrNameOf(firm, nameDifference, random),
			showsTenant: random.chance(options.customer.showsTenant),
			lines: drawLines(order, options.line, random),
		};
	});
}

function stellrOf(drafts: readonly DraftCustomer[], options: WorldOptions): StellrState {
	const accounts = options.accounts.map(({ label, region }) => {
		const own = drafts.filter(({ placed }) => placed.plan.account.label === label);
		return aStellrAccount({
			label,
			region,
			customers: own.map(stellrCustomer),
			subscriptions: own.flatMap(({ lines }) => lines.map(({ row }) => row)),
		});
	});
	return { accounts };
}

function stellrCustomer(draft: DraftCustomer, index: number): StellrCustomerRow {
	const { plan, tenantId } = draft.placed;
	const { firm, sort } = plan;
	// A blank status is seen too.
	const status = sort === 'discontinued' ? 'Discontinued' : index % 13 === 5 ? null : 'Active';
	return aStellrCustomer({
		customerNo: draft.customerNo,
		name: draft.name,
		address1: firm.street,
		address2: firm.street2,
		city: firm.city,
		state: firm.state,
		zipCode: firm.zip,
		country: firm.region.toUpperCase(),
		status,
		microsoftTenantId: draft.showsTenant ? tenantId : null,
	});
}

function customerTruth({ placed, customerNo }: DraftCustomer): CustomerTruth {
	const { plan, client, other } = placed;
	return {
		account: plan.account.label,
		customerNo,
		firmName: plan.firm.name,
		domain: plan.firm.domain,
		haloClientId: client?.id ?? null,
		otherClientId: other?.id ?? null,
		nameDifference: client ? plan.nameDifference : 'none',
		sort: plan.sort,
	};
}

function fillLicences(world: World, drafts: readonly DraftCustomer[], random: Random): void {
	const { halo, options, truth } = world;
	const owned = drafts.flatMap((draft) => ownedLines(draft));
	const written = writeLicenceRows(owned, options.licence, random);
	for (const { row, duplicates, lookalikes } of written.values()) {
		halo.licences.push(...(row ? [row] : []), ...duplicates, ...lookalikes);
	}
	halo.licences.sort((a, b) => a.id - b.id);
	writeStoredKeys(drafts);
	const invoiced = [...written.values()].flatMap(({ row }) => (row?.is_active ? [row] : []));
	const { invoices, kinds } = writeRecurringInvoices(
		byClient(halo, invoiced),
		options.asOf,
		options.recurring,
		random,
	);
	halo.recurringInvoices = invoices;
	const evidence = rowEvidence(halo.licences, owned);
	for (const { placed, customerNo, lines } of drafts) {
		for (const line of lines) {
			const rows = written.get(line);
			truth.subscriptions.push({
				account: placed.plan.account.label,
				customerNo,
				subscriptionId: line.row.subscriptionId,
				licenceId: rows?.row?.id ?? null,
				origin: rows?.origin ?? 'none',
				evidence: rows?.row ? evidence(line, rows.row) : 'none',
				duplicateIds: rows?.duplicates.map(({ id }) => id) ?? [],
				lookalikeIds: rows?.lookalikes.map(({ id }) => id) ?? [],
				countDiffers: rows?.countDiffers ?? false,
				shelf: line.shelf,
				kind: line.product.kind,
				term: line.term,
				life: line.life,
				recurring: (rows?.row && kinds.get(rows.row.id)) ?? 'none',
			});
		}
	}
}

/** Split firms have every second line at their second client. */
function ownedLines({ placed, lines }: DraftCustomer): OwnedLine[] {
	const { plan, client, other } = placed;
	if (!client) return [];
	const second = plan.sort === 'split' && other ? other : client;
	return lines.map((line, index) => ({ line, clientId: (index % 2 === 1 ? second : client).id }));
}

/** A client shared by two customers holds both keys; a merged firm's key is left on the dead client. */
function writeStoredKeys(drafts: readonly DraftCustomer[]): void {
	for (const { placed, customerNo } of drafts) {
		const { plan, client, other } = placed;
		if (!plan.storedKey || !client) continue;
		const holder = plan.sort === 'merged' && other ? other : client;
		const key = `${plan.account.label}/${customerNo}`;
		const field = holder.customfields.find(({ name }) => name === STELLR_KEY_FIELD);
		if (field) field.value = `${String(field.value)};${key}`;
		else holder.customfields.push({ name: STELLR_KEY_FIELD, value: key });
	}
}

function byClient(halo: HaloState, rows: World['halo']['licences']) {
	const clients = new Map<number, HaloClientRow>(halo.clients.map((client) => [client.id, client]));
	const groups = new Map<number, World['halo']['licences']>();
	for (const row of rows) {
		const group = groups.get(row.client_id);
		if (group) group.push(row);
		else groups.set(row.client_id, [row]);
	}
	return [...groups].map(([clientId, own]) => ({
		clientId,
		currency: clients.get(clientId)?.currency ?? 'USD',
		rows: own,
	}));
}
