import { licenceReasons as why } from '../../words/licenceReasons';
import { endedLongAgo } from './endedLongAgo';
import type { Evidence } from './evidence';
import { newLicenceFields } from './fields';
import type { LineContext } from './plan';
import { quantityRefusal } from './rowChange';
import { suggestedPerMonth } from '../month';
import { planItem, type PlanItem, type Reason } from '../planItem';
import { subscriptionKey } from '../stellrKeys';
import { plainName } from './rowNames';

/** The item for a subscription to which no row of the client belongs: created, held, or left alone. */
export function planNewRow(context: LineContext, evidence: Evidence): PlanItem {
	const { subscription, customer, policy } = context;
	const base = {
		target: 'licence' as const,
		key: subscriptionKey(subscription),
		haloId: null,
		before: null,
	};
	const refused = refusal(context);
	if (refused !== null)
		return planItem({ ...base, action: refused.action, after: null, reasons: [refused.reason] });
	const after = newLicenceFields(
		subscription,
		customer.haloClientId ?? 0,
		plainName(subscription),
		base.key,
		policy,
	);
	const money = {
		moneyPerMonth: suggestedPerMonth(subscription, subscription.quantity ?? 0),
		currency: subscription.currency,
	};
	const wait = heldFirst(context, evidence);
	if (wait !== null)
		return planItem({
			...base,
			...money,
			action: 'held',
			wouldBe: 'create',
			after,
			reasons: [wait],
		});
	return planItem({ ...base, ...money, action: 'create', after, reasons: [why.create()] });
}

function refusal(context: LineContext): { action: 'held' | 'skipped'; reason: Reason } | null {
	const { subscription, policy } = context;
	const { state, status, endDate } = subscription;
	if (state === 'cancelled' || state === 'expired') {
		return { action: 'skipped', reason: why.notCreatedEnded(status ?? state) };
	}
	if (endDate !== null && endedLongAgo(subscription, policy.today)) {
		return { action: 'skipped', reason: why.notCreatedUnknown(status, endDate) };
	}
	const quantity = quantityRefusal(subscription);
	return quantity === null ? null : { action: 'held', reason: quantity };
}

function heldFirst(context: LineContext, evidence: Evidence): Reason | null {
	if (evidence.kind === 'doubt') return evidence.reason;
	if (context.customer.haloClientInactive) return why.clientInactive();
	return context.subscription.state === 'suspended' ? why.suspendedWithoutRow() : null;
}
