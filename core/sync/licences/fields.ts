import { haloDateOf } from '../../halo/dates';
import type { StellrSubscription } from '../../stellr/schemas';
import { textWithKey } from './keyText';
import type { LicencePolicy } from './policy';
import { monthsOfPrice, monthsOfTerm } from '../month';
import { statusTextOf } from './statusText';

/** The fields of a new Halo licence; those that stay unset are left out, so that Halo's own defaults hold. */
export function newLicenceFields(
	subscription: StellrSubscription,
	clientId: number,
	name: string,
	keyText: string,
	policy: LicencePolicy,
): Record<string, unknown> {
	const status = statusTextOf(subscription.state) ?? subscription.status;
	const fields: Record<string, unknown> = {
		type: 1,
		name,
		count: subscription.quantity,
		client_id: clientId,
		site_id: policy.siteId,
		start_date: subscription.startDate === null ? null : haloDateOf(subscription.startDate),
		end_date: subscription.endDate === null ? null : haloDateOf(subscription.endDate),
		billing_cycle: billingCycleText(subscription),
		term_duration: termText(subscription.term),
		status,
		is_active: true,
		vendor: subscription.vendor,
		product_sku: subscription.skuNo,
		vendor_product_sku: subscription.mfgPartNo,
		supplier_id: policy.supplierId,
		distributor: policy.distributor,
		purchase_price: policy.prices === 'none' ? null : subscription.unitCost,
		price: policy.prices === 'both' ? subscription.suggestedPrice : null,
		...withoutOwn(policy.extraFields),
		[policy.keyField]: textWithKey(policy.keyField, null, keyText),
	};
	const set: Record<string, unknown> = {};
	for (const field of Object.keys(fields)) {
		const value = fields[field];
		if (value !== null && value !== undefined) set[field] = value;
	}
	return set;
}

/** Extra fields add what a tenant demands; which row, whose, and how many is never theirs to say. */
function withoutOwn(extra: Record<string, unknown>): Record<string, unknown> {
	const own = ['id', 'client_id', 'count'];
	return Object.fromEntries(Object.entries(extra).filter(([field]) => !own.includes(field)));
}

function billingCycleText(subscription: StellrSubscription): string | null {
	switch (monthsOfPrice(subscription)) {
		case 1:
			return 'Monthly';
		case 3:
			return 'Quarterly';
		case 12:
			return 'Yearly';
		case 36:
			return '3 Years';
		default:
			return subscription.billingFrequency;
	}
}

function termText(term: string | null): string | null {
	const months = monthsOfTerm(term);
	if (months === null) return null;
	if (months % 12 !== 0) return months === 1 ? '1 Month' : `${months} Months`;
	return months === 12 ? '1 Year' : `${months / 12} Years`;
}
