import { approvedItem } from '../approval';
import type { LicencePlanEntry } from './plan';

/** The plan with approved items released. */
export function released(
	entries: LicencePlanEntry[],
	approved: ReadonlySet<string>,
): LicencePlanEntry[] {
	if (approved.size === 0) return entries;
	return entries.map((entry) => {
		const plan = approvedItem(entry.plan, approved);
		return plan === entry.plan ? entry : { ...entry, plan };
	});
}
