import type { HaloLicence } from '../../halo/schemas';
import type { StellrSubscription } from '../../stellr/schemas';
import { licenceReasons as why } from '../../words/licenceReasons';
import type { CustomerLines } from './customerLines';
import { released } from './approval';
import type { Evidence } from './evidence';
import { evidenceByLine } from './evidenceByLine';
import { leftOut } from './leftOut';
import { rivalRows } from './rivalRows';
import { indexLicences, type LicenceIndex } from './rowIndex';
import { guard, type GuardFacts } from './guardrails';
import { missingLines } from './missing';
import { planNewRow } from './newRow';
import type { LicencePolicy } from './policy';
import { planAdoption, planKnownRow } from './knownRow';
import { overridesOn, placed, type SubscriptionOverride } from './overrides';
import { gatherCustomers, listedKeys } from './sameCustomer';
import { withDistinctNames } from './rowNames';
import { withoutSecondRows } from './secondRows';
import type { SavedLicence } from './savedState';
import { planItem, type PlanItem, type Reason } from '../planItem';
import { withSuccession } from './succession';
import { likeUnreadable, namesLine, type UnreadableRow } from './unreadableRows';
import { customerKey, foldKey, keyInText, parseLicenceKey, subscriptionKey } from '../stellrKeys';

/** One planned row with the customer and the subscription it is about. */
export interface LicencePlanEntry {
	customer: CustomerLines;
	/** The client at which a person put the line, where that is not the customer's. */
	placedAt?: number;
	/** Null for a row whose subscription Stellr no longer names. */
	subscription: StellrSubscription | null;
	plan: PlanItem;
}

export interface LicencePlanInput {
	customers: CustomerLines[];
	/** Every licence of the tenant, inactive ones included. */
	licences: HaloLicence[];
	saved?: SavedLicence[];
	/** Rows that Halo showed but that could not be understood: a line's own may be one of them. */
	unreadableRows?: UnreadableRow[];
	/** What people decided for single subscriptions. */
	overrides?: SubscriptionOverride[];
	/** Ids of rows on an active recurring line, when they were read; settles which of several rows is the one. */
	invoicedRowIds?: ReadonlySet<number>;
	policy: LicencePolicy;
}

/**
 * What would have to be written so that Halo's licences say what Stellr sells. Pure: the same snapshots and policy give
 * the same plan, in the order of customers and subscription ids.
 */
export function planLicences(input: LicencePlanInput): LicencePlanEntry[] {
	const index = indexLicences(input);
	const overrides = overridesOn(input.policy.today, input.overrides ?? []);
	const gathered = placed(gatherCustomers(input.customers), overrides);
	const customers = gathered.map(({ customer }) => customer);
	const evidence = evidenceByLine(customers, index, {
		ownSuppliers: input.policy.ownSuppliers,
		invoicedRowIds: input.invoicedRowIds ?? new Set(),
	});
	const { unreadableRows = [] } = input;
	const shared = {
		index,
		overrides,
		policy: input.policy,
		sharing: linesByClient(customers),
		...listedKeys(gathered),
		cutKey: cutKeyIn(customers, index),
		unreadable: new Set(unreadableRows.flatMap(({ texts }) => texts.map(keyInText))),
		unreadableRows,
	};
	const entries: LicencePlanEntry[] = [];
	for (const { source, customer } of gathered) {
		const place = { customer: source, ...placeOf(source, customer) };
		for (const subscription of customer.subscriptions) {
			const context = { ...shared, customer, subscription };
			const plans = planLine(context, evidence.get(subscription) ?? { kind: 'none' });
			for (const plan of plans) entries.push({ ...place, subscription, plan });
		}
	}
	const all = [...entries, ...missingLines(gathered, index)];
	const succession = { index, policy: input.policy, planRow: rowPlanner(shared) };
	const single = withoutSecondRows(withSuccession(all, succession), shared);
	const paired = withDistinctNames(single, index);
	return released(guard(paired, guardFacts(input, index)), input.policy.approved);
}

/** Where an override put a line, if elsewhere than its customer. */
function placeOf(
	source: CustomerLines,
	{ haloClientId }: CustomerLines,
): Pick<LicencePlanEntry, 'placedAt'> {
	const isElsewhere = haloClientId !== null && haloClientId !== source.haloClientId;
	return isElsewhere ? { placedAt: haloClientId } : {};
}

/** What would differ on a row once it is the starting line's. */
function rowPlanner(shared: Omit<LineContext, 'customer' | 'subscription'>) {
	return ({ customer, subscription, plan }: LicencePlanEntry, row: HaloLicence): PlanItem =>
		subscription === null ? plan : planKnownRow({ ...shared, customer, subscription }, row);
}

function guardFacts(input: LicencePlanInput, index: LicenceIndex): GuardFacts {
	const live = new Set(
		input.licences.filter((row) => row.active && !row.deleted).map(({ id }) => id),
	);
	return {
		guardrails: input.policy.guardrails,
		saved: new Map((input.saved ?? []).map((entry) => [foldKey(entry.key), entry])),
		liveRowsOf: (clientId) =>
			index.rowsOf(clientId).filter((row) => row.active && !row.deleted).length,
		isLive: (haloId) => live.has(haloId),
		cameShort: atPlacesOf(input.customers, ({ cameShort }) => cameShort === true),
		mayLackLines: atPlacesOf(
			input.customers,
			({ cameShort, unreadable }) => cameShort === true || unreadable.length > 0,
		),
		absentAt: absentAt(input.customers),
		today: input.policy.today,
		timeZone: input.policy.timeZone,
	};
}

/** A row without key belongs to no account: whoever of the client did not come may be the one whose it is. */
function absentAt(customers: CustomerLines[]): (clientId: number | null) => string[] {
	const came = new Set(customers.map((customer) => foldKey(customerKey(customer))));
	const absent = new Map<number | null, Set<string>>();
	for (const { haloClientId, clientKeys } of customers) {
		for (const key of clientKeys.map(foldKey).filter((stored) => !came.has(stored)))
			absent.set(haloClientId, (absent.get(haloClientId) ?? new Set()).add(key));
	}
	return (clientId) => [...(absent.get(clientId) ?? [])].sort();
}

/** Customers that share a client are one in this: a line may pass from one to the other. */
function atPlacesOf(
	customers: CustomerLines[],
	isOne: (customer: CustomerLines) => boolean,
): (customer: CustomerLines) => boolean {
	const placeOf = ({ account, haloClientId }: CustomerLines) =>
		`${foldKey(account)} ${haloClientId}`;
	const places = new Set(customers.filter(isOne).map(placeOf));
	// On nearly every night there is none.
	if (places.size === 0) return () => false;
	return (customer) => places.has(placeOf(customer));
}

export interface LineContext {
	customer: CustomerLines;
	subscription: StellrSubscription;
	index: LicenceIndex;
	/** A text that shows that the key field cuts keys: then none may be written anywhere. */
	cutKey: string | null;
	/** Folded keys and texts of rows that could not be understood. */
	unreadable: ReadonlySet<string>;
	unreadableRows: readonly UnreadableRow[];
	/** Lines of all Stellr customers at a client. */
	sharing: ReadonlyMap<number, StellrSubscription[]>;
	/** Decisions for single subscriptions, by folded key. */
	overrides: ReadonlyMap<string, SubscriptionOverride>;
	/** Folded keys of subscriptions that came under several customers. */
	several: ReadonlySet<string>;
	/** Folded keys of all subscriptions that came. */
	listed: ReadonlySet<string>;
	policy: LicencePolicy;
}

function planLine(context: LineContext, evidence: Evidence): PlanItem[] {
	const { customer, subscription, index, policy } = context;
	const key = subscriptionKey(subscription);
	const folded = foldKey(key);
	if (context.several.has(folded)) return [bare(key, 'conflict', why.severalCustomers())];
	const rows = rivalRows(index.rowsByKey(folded));
	if (rows.length > 1) return [bare(key, 'conflict', why.duplicateKey(rows.map((row) => row.id)))];
	const saved = index.savedFor(folded);
	const row = rows[0] ?? saved?.row ?? null;
	const override = context.overrides.get(folded);
	if (override?.ignore === true)
		return [bare(key, 'skipped', why.overriddenIgnore(override.reason), row?.id ?? null)];
	const filtered = leftOut(subscription, policy, row !== null);
	if (filtered !== null) return [bare(key, filtered.action, filtered.reason, row?.id ?? null)];
	if (customer.haloClientId === null) return [bare(key, 'held', why.noClient())];
	if (row === null && saved !== null)
		return [bare(key, 'held', why.savedRowGone(saved.entry.haloLicenceId))];
	if (row !== null) {
		if (row.clientId !== customer.haloClientId) {
			const rowName = `"${row.name}" (${row.id})`;
			// A row whose client Halo leaves unnamed: it may be gone, or this Halo names none in its list. Neither is written.
			const moved =
				row.clientName === null
					? why.clientGone(rowName, row.clientId)
					: customer.haloClientInactive
						? why.merged(rowName, row.clientName)
						: why.movedClient(rowName, row.clientName);
			return [bare(key, 'moved', moved, row.id)];
		}
		return [planKnownRow(context, row)];
	}
	if (namesLine(context.unreadable, subscription)) return [bare(key, 'held', why.rowUnreadable())];
	if (parseLicenceKey(key)?.key !== folded) return [bare(key, 'held', why.idUnusable())];
	if (context.cutKey !== null) return [bare(key, 'held', why.keyCut(context.cutKey))];
	const relabelled = underOtherLabel(context);
	if (relabelled !== null) {
		const reason = why.labelChanged(relabelled.row.name, relabelled.row.id, relabelled.key);
		return [planNewRow(context, { kind: 'doubt', row: null, reason })];
	}
	const hidden = likeUnreadable(context);
	if (evidence.kind === 'row') {
		// A row that holds the line's id is its own, whatever another one may hold.
		const doubt = evidence.reason.code === 'adoptBySku' ? hidden : null;
		return planAdoption(context, evidence.row, evidence.reason, doubt);
	}
	if (evidence.kind === 'doubt' && evidence.row !== null) {
		return planAdoption(context, evidence.row, evidence.reason, evidence.reason);
	}
	const found: Evidence =
		evidence.kind === 'none' && hidden !== null
			? { kind: 'doubt', row: null, reason: hidden }
			: evidence;
	const siteId = override?.siteId ?? null;
	const placing = siteId === null ? context : { ...context, policy: { ...policy, siteId } };
	return [planNewRow(placing, found)];
}

/**
 * A row of the client that holds the line's id under another account label, and no list names it by that: the label was
 * changed, and without this every row would be made a second time.
 */
function underOtherLabel({
	customer,
	subscription,
	index,
	listed,
}: LineContext): { row: HaloLicence; key: string } | null {
	if (customer.haloClientId === null) return null;
	for (const row of index.rowsBySubscription(customer.haloClientId, subscription.subscriptionId)) {
		const key = index.keyOf(row);
		if (key !== null && !row.deleted && !listed.has(key)) return { row, key };
	}
	return null;
}

/** An item that changes nothing. */
function bare(
	key: string,
	action: 'held' | 'skipped' | 'moved' | 'conflict',
	reason: Reason,
	haloId: number | null = null,
): PlanItem {
	const nothing = { before: null, after: null };
	return planItem({ action, target: 'licence', key, haloId, ...nothing, reasons: [reason] });
}

function cutKeyIn(customers: CustomerLines[], index: LicenceIndex): string | null {
	const keys = customers.flatMap((customer) => customer.subscriptions.map(subscriptionKey));
	const texts = keys.map(index.cutKeyOf).filter((text) => text !== null);
	// In nearly every Halo no key was cut.
	if (texts.length === 0) return null;
	// One subscription's key may be the beginning of another's.
	const whole = new Set(keys.map(foldKey));
	return texts.filter((text) => !whole.has(foldKey(text))).sort()[0] ?? null;
}

function linesByClient(customers: CustomerLines[]): ReadonlyMap<number, StellrSubscription[]> {
	const lines = new Map<number, StellrSubscription[]>();
	for (const { haloClientId, subscriptions } of customers) {
		if (haloClientId === null) continue;
		const before = lines.get(haloClientId);
		if (before === undefined) lines.set(haloClientId, [...subscriptions]);
		else for (const subscription of subscriptions) before.push(subscription);
	}
	return lines;
}
