import { planItem, writingActions, type PlanItem } from './planItem';

/**
 * A held item that a person approved becomes what it would be. The hash covers both states, so an approval lapses by
 * itself when either side has moved since.
 */
export function approvedItem(plan: PlanItem, approved: ReadonlySet<string>): PlanItem {
	const { wouldBe } = plan;
	if (plan.action !== 'held' || wouldBe === undefined || !approved.has(plan.hash)) return plan;
	if (!writingActions.includes(wouldBe) || plan.after === null) return plan;
	// An item that was altered on its way no longer is what was approved.
	if (planItem(plan).hash !== plan.hash) return plan;
	// It keeps the hash by which it was approved.
	return { ...plan, action: wouldBe, wouldBe: undefined };
}
