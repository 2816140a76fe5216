import type { StellrSubscription } from '../../stellr/schemas';
import { planItem, type PlanItem } from '../planItem';
import { foldKey } from '../stellrKeys';
import type { LicencePlanEntry } from './plan';
import type { LicenceIndex } from './rowIndex';

/** What a new row is called unless the client has it already. */
export function plainName(subscription: StellrSubscription): string {
	return subscription.productName ?? subscription.skuNo ?? subscription.subscriptionId;
}

/**
 * New rows of one product at one client are told apart by term and line: where an active row is so named already, or
 * another one of this plan will be. Judged once it is known what is created, so that a run that comes after half of
 * another gives the same names.
 */
export function withDistinctNames(
	entries: LicencePlanEntry[],
	index: LicenceIndex,
): LicencePlanEntry[] {
	const names = new Map<LicencePlanEntry, string>();
	for (const sharing of newRowsByName(entries)) {
		const [{ plan }] = sharing;
		// The first by its key is called by the product alone, unless a row of the client is so called already.
		const named = isTaken(plan, index) ? sharing : sharing.sort(byKey).slice(1);
		for (const entry of named) {
			if (entry.subscription === null) continue;
			names.set(entry, longName(plainName(entry.subscription), entry.subscription));
		}
	}
	if (names.size === 0) return entries;
	return entries.map((entry) => {
		const name = names.get(entry);
		if (name === undefined) return entry;
		return { ...entry, plan: planItem({ ...entry.plan, after: { ...entry.plan.after, name } }) };
	});
}

/** New rows that go by the name of their product, by client and name. */
function newRowsByName(entries: LicencePlanEntry[]): Iterable<LicencePlanEntry[]> {
	const sharing = new Map<string, LicencePlanEntry[]>();
	for (const entry of entries) {
		const { subscription, plan } = entry;
		if (subscription === null || !isNew(entry)) continue;
		const name = plainName(subscription);
		// A name that the tenant's own extra fields give stays.
		if (plan.after?.name !== name) continue;
		const place = `${Number(plan.after.client_id)} ${foldKey(name)}`;
		const others = sharing.get(place);
		if (others === undefined) sharing.set(place, [entry]);
		else others.push(entry);
	}
	return sharing.values();
}

/** Whether an active row of the client has the name that this item gives. */
function isTaken({ after }: PlanItem, index: LicenceIndex): boolean {
	const name = foldKey(String(after?.name));
	return index
		.rowsOf(Number(after?.client_id))
		.some((row) => row.active && !row.deleted && foldKey(row.name) === name);
}

function byKey(a: LicencePlanEntry, b: LicencePlanEntry): number {
	return a.plan.key < b.plan.key ? -1 : 1;
}

function isNew({ plan }: LicencePlanEntry): boolean {
	return plan.action === 'create' || (plan.action === 'held' && plan.wouldBe === 'create');
}

function longName(name: string, { term, subscriptionId }: StellrSubscription): string {
	return [name, termWord(term), subscriptionId].filter((part) => part !== null).join(' · ');
}

function termWord(term: string | null): string | null {
	switch (term) {
		case 'P1M':
			return 'monthly';
		case 'P1Y':
			return 'annual';
		case 'P3Y':
			return 'three years';
		default:
			return null;
	}
}
