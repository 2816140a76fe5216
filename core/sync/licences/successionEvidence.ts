import type { HaloLicence } from '../../halo/schemas';
import type { StellrSubscription } from '../../stellr/schemas';
import { daysBetween } from '../days';

/** Days between the end of a line and the start of the one that takes its place. */
const GAP_DAYS = 35;

/** A line that ended, with the row that is its own. */
export interface EndingLine {
	row: HaloLicence;
	/** Null for a line that Stellr no longer names. */
	subscription: StellrSubscription | null;
	/** The day on which it ended, as far as known. */
	day: string | null;
}

/** The vendor's own id is the same: certainly one subscription. */
export function sameVendorId(
	start: StellrSubscription,
	{ subscription, row }: Pick<EndingLine, 'subscription' | 'row'>,
): boolean {
	const id = start.vendorSubscriptionId?.trim().toLowerCase() ?? '';
	if (id === '') return false;
	if (subscription !== null) return subscription.vendorSubscriptionId?.trim().toLowerCase() === id;
	return Object.values(row.texts).some((text) => text.trim().toLowerCase() === id);
}

/** One product, and the one begins about when the other ends: most likely one subscription. */
export function samePart(
	start: StellrSubscription,
	{ subscription, row, day }: EndingLine,
): boolean {
	if (day === null || start.startDate === null) return false;
	if (Math.abs(daysBetween(day, start.startDate)) > GAP_DAYS) return false;
	const own = [start.mfgPartNo, start.skuNo].filter((part): part is string => part !== null);
	const theirs =
		subscription === null
			? [row.vendorProductSku, row.productSku]
			: [subscription.mfgPartNo, subscription.skuNo];
	return own.some((part) => theirs.includes(part));
}
