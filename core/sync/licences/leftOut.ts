import type { StellrSubscription } from '../../stellr/schemas';
import { licenceReasons as why } from '../../words/licenceReasons';
import type { PlanItem } from '../planItem';
import type { LicencePolicy } from './policy';

export interface LeftOut {
	action: 'held' | 'skipped';
	reason: PlanItem['reasons'][number];
}

/** Why a line is no licence by the settings; null where it is one. */
export function leftOut(
	subscription: StellrSubscription,
	policy: Pick<LicencePolicy, 'kinds' | 'includeProducts' | 'excludeProducts'>,
	hasRow: boolean,
): LeftOut | null {
	if (!isTaken(subscription, policy)) {
		return { action: 'skipped', reason: why.productLeftOut() };
	}
	// A row that already carries our key was taken on once; what Stellr calls it today does not orphan it.
	if (hasRow || policy.kinds.includes(subscription.kind)) return null;
	if (subscription.kind === 'unknown')
		return { action: 'held', reason: why.kindUnknown(subscription.kindReason) };
	return { action: 'skipped', reason: why.kindLeftOut(subscription.kind, subscription.kindReason) };
}

function isTaken(
	{ vendor, productName, skuNo }: StellrSubscription,
	{ includeProducts, excludeProducts }: Pick<LicencePolicy, 'includeProducts' | 'excludeProducts'>,
): boolean {
	if (includeProducts.length === 0 && excludeProducts.length === 0) return true;
	const text = `${vendor ?? ''} ${productName ?? ''} ${skuNo ?? ''}`.toLowerCase();
	const names = (words: string[]) => words.some((word) => text.includes(word.trim().toLowerCase()));
	return (includeProducts.length === 0 || names(includeProducts)) && !names(excludeProducts);
}
