import { planItem, writingActions } from '../planItem';
import type { LicencePlanEntry } from './plan';

/**
 * Held items that a person approved become what they would be. The hash covers both states, so an approval lapses by
 * itself when either side has moved since.
 */
export function released(
	entries: LicencePlanEntry[],
	approved: ReadonlySet<string>,
): LicencePlanEntry[] {
	if (approved.size === 0) return entries;
	return entries.map((entry) => {
		const { plan } = entry;
		const { wouldBe } = plan;
		if (plan.action !== 'held' || wouldBe === undefined || !approved.has(plan.hash)) return entry;
		if (!writingActions.includes(wouldBe) || plan.after === null) return entry;
		// An item that was altered on its way no longer is what was approved.
		if (planItem(plan).hash !== plan.hash) return entry;
		return { ...entry, plan: planItem({ ...plan, action: wouldBe, wouldBe: undefined }) };
	});
}
