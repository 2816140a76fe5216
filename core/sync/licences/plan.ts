import type { HaloLicence } from '../../halo/schemas';
import type { StellrSubscription } from '../../stellr/schemas';
import { licenceReasons as why } from '../../words/planReasons';
import type { CustomerLines } from './customerLines';
import { gatherEvidence, type Evidence } from './evidence';
import { indexLicences, type LicenceIndex } from './rowIndex';
import { missingLines } from './missing';
import { planNewRow } from './newRow';
import type { LicencePolicy } from './policy';
import { planAdoption, planKnownRow } from './knownRow';
import type { SavedLicence } from './savedState';
import { planItem, type PlanItem } from '../planItem';
import { foldKey, parseLicenceKey, subscriptionKey } from '../stellrKeys';

/** One planned row with the customer and the subscription it is about. */
export interface LicencePlanEntry {
	customer: CustomerLines;
	/** Null for a row whose subscription Stellr no longer names. */
	subscription: StellrSubscription | null;
	plan: PlanItem;
}

export interface LicencePlanInput {
	customers: CustomerLines[];
	/** Every licence of the tenant, inactive ones included. */
	licences: HaloLicence[];
	saved?: SavedLicence[];
	/** Texts of rows that Halo showed but that could not be understood: a row may hide behind them. */
	unreadableTexts?: string[];
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
	const customers = input.customers.map(withoutRepeats);
	const evidence = evidenceOf(customers, index, input);
	const cutKey = cutKeyIn(customers, index);
	const unreadable = new Set((input.unreadableTexts ?? []).map(keyOfText));
	const entries: LicencePlanEntry[] = [];
	for (const customer of customers) {
		for (const subscription of customer.subscriptions) {
			const context = { customer, subscription, index, cutKey, unreadable, policy: input.policy };
			const plans = planLine(context, evidence.get(subscription) ?? { kind: 'none' });
			for (const plan of plans) entries.push({ customer, subscription, plan });
		}
	}
	return [...entries, ...missingLines(customers, index)];
}

export interface LineContext {
	customer: CustomerLines;
	subscription: StellrSubscription;
	index: LicenceIndex;
	/** A text that shows that the key field cuts keys: then none may be written anywhere. */
	cutKey: string | null;
	/** Folded keys and texts of rows that could not be understood. */
	unreadable: ReadonlySet<string>;
	policy: LicencePolicy;
}

function planLine(context: LineContext, evidence: Evidence): PlanItem[] {
	const { customer, subscription, index, policy } = context;
	const key = subscriptionKey(subscription);
	const bare = (
		action: 'held' | 'skipped' | 'moved' | 'conflict',
		reason: PlanItem['reasons'][number],
		haloId: number | null = null,
	) =>
		planItem({
			action,
			target: 'licence',
			key,
			haloId,
			before: null,
			after: null,
			reasons: [reason],
		});

	const rows = index.rowsByKey(key);
	if (rows.length > 1) return [bare('conflict', why.duplicateKey(rows.map((row) => row.id)))];
	const saved = index.savedFor(key);
	const row = rows[0] ?? saved?.row ?? null;
	const filtered = leftOut(subscription, policy, row !== null);
	if (filtered !== null) return [bare(filtered.action, filtered.reason, row?.id ?? null)];
	if (customer.haloClientId === null) return [bare('held', why.noClient())];
	if (row === null && saved !== null)
		return [bare('held', why.savedRowGone(saved.entry.haloLicenceId))];
	if (row !== null) {
		if (row.clientId !== customer.haloClientId) {
			return [
				bare(
					'moved',
					why.movedClient(`"${row.name}" (${row.id})`, row.clientName ?? `client ${row.clientId}`),
					row.id,
				),
			];
		}
		return [planKnownRow(context, row)];
	}
	const names = [key, subscription.subscriptionId, subscription.vendorSubscriptionId ?? key];
	if (names.some((name) => context.unreadable.has(foldKey(name))))
		return [bare('held', why.rowUnreadable())];
	if (context.cutKey !== null) return [bare('held', why.keyCut(context.cutKey))];
	if (evidence.kind === 'row') return planAdoption(context, evidence.row, evidence.reason, null);
	if (evidence.kind === 'doubt' && evidence.row !== null) {
		return planAdoption(context, evidence.row, evidence.reason, evidence.reason);
	}
	return [planNewRow(context, evidence)];
}

interface LeftOut {
	action: 'held' | 'skipped';
	reason: PlanItem['reasons'][number];
}

function leftOut(
	subscription: StellrSubscription,
	policy: LicencePolicy,
	hasRow: boolean,
): LeftOut | null {
	const text =
		`${subscription.vendor ?? ''} ${subscription.productName ?? ''} ${subscription.skuNo ?? ''}`.toLowerCase();
	const names = (words: string[]) => words.some((word) => text.includes(word.trim().toLowerCase()));
	if (policy.includeProducts.length > 0 && !names(policy.includeProducts)) {
		return { action: 'skipped', reason: why.productLeftOut() };
	}
	if (names(policy.excludeProducts)) return { action: 'skipped', reason: why.productLeftOut() };
	// A row that already carries our key was taken on once; what Stellr calls it today does not orphan it.
	if (hasRow || policy.kinds.includes(subscription.kind)) return null;
	if (subscription.kind === 'unknown')
		return { action: 'held', reason: why.kindUnknown(subscription.kindReason) };
	return { action: 'skipped', reason: why.kindLeftOut(subscription.kind, subscription.kindReason) };
}

/** Evidence is gathered client by client, over all Stellr customers that share the client. */
function evidenceOf(
	customers: CustomerLines[],
	index: LicenceIndex,
	input: LicencePlanInput,
): Map<StellrSubscription, Evidence> {
	const open = new Map<number, StellrSubscription[]>();
	for (const customer of customers) {
		if (customer.haloClientId === null) continue;
		for (const subscription of customer.subscriptions) {
			const key = subscriptionKey(subscription);
			if (index.rowsByKey(key).length > 0 || index.savedFor(key) !== null) continue;
			const list = open.get(customer.haloClientId) ?? [];
			list.push(subscription);
			open.set(customer.haloClientId, list);
		}
	}
	const all = new Map<StellrSubscription, Evidence>();
	for (const [clientId, subscriptions] of open) {
		const found = gatherEvidence({
			subscriptions,
			rows: index.freeRowsOf(clientId),
			ownSuppliers: input.policy.ownSuppliers,
			invoicedRowIds: input.invoicedRowIds ?? new Set(),
		});
		for (const [subscription, evidence] of found) all.set(subscription, evidence);
	}
	return all;
}

function cutKeyIn(customers: CustomerLines[], index: LicenceIndex): string | null {
	for (const customer of customers) {
		for (const subscription of customer.subscriptions) {
			const cut = index.cutKeyOf(subscriptionKey(subscription));
			if (cut !== null) return cut;
		}
	}
	return null;
}

function keyOfText(text: string): string {
	return parseLicenceKey(text)?.key ?? foldKey(text);
}

/** A repeated subscription (a page came twice) is one subscription; the order is by id. */
function withoutRepeats(customer: CustomerLines): CustomerLines {
	const byId = new Map(customer.subscriptions.map((entry) => [entry.subscriptionId, entry]));
	const subscriptions = [...byId.values()].sort((a, b) =>
		a.subscriptionId < b.subscriptionId ? -1 : 1,
	);
	return { ...customer, subscriptions };
}
