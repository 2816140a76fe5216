import type { StellrSubscription } from '../../stellr/schemas';
import { planItem } from '../planItem';
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
	const taken = new Set<string>();
	const names = new Map<LicencePlanEntry, string>();
	const inOrder = entries.filter(isNew).sort((a, b) => (a.plan.key < b.plan.key ? -1 : 1));
	for (const entry of inOrder) {
		const { subscription, plan } = entry;
		if (subscription === null) continue;
		const name = plainName(subscription);
		// A name that the tenant's own extra fields give stays.
		if (plan.after?.name !== name) continue;
		const clientId = Number(plan.after.client_id);
		const place = `${clientId} ${foldKey(name)}`;
		const stands = index
			.rowsOf(clientId)
			.some((row) => row.active && !row.deleted && foldKey(row.name) === foldKey(name));
		if (stands || taken.has(place)) names.set(entry, longName(name, subscription));
		taken.add(place);
	}
	if (names.size === 0) return entries;
	return entries.map((entry) => {
		const name = names.get(entry);
		if (name === undefined) return entry;
		return { ...entry, plan: planItem({ ...entry.plan, after: { ...entry.plan.after, name } }) };
	});
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
