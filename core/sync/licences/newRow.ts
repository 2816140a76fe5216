import { licenceReasons as why } from '../../words/planReasons';
import { daysBetween } from '../days';
import type { Evidence } from './evidence';
import { newLicenceFields } from './fields';
import type { LineContext } from './plan';
import { quantityRefusal } from './rowChange';
import { suggestedPerMonth } from '../month';
import { planItem, type PlanItem, type Reason } from '../planItem';
import type { StellrSubscription } from '../../stellr/schemas';
import { foldKey, subscriptionKey } from '../stellrKeys';
import type { LicenceIndex } from './rowIndex';

/** Days after its end in which a line of unknown state may still be a live one whose renewal was not shown yet. */
const GRACE_DAYS = 30;

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
		newName(context),
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
	if (state === 'unknown' && endDate !== null && daysBetween(endDate, policy.today) > GRACE_DAYS) {
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

/** The product's name; told apart by term and line where the client has it already, or will have after this plan. */
function newName(context: LineContext): string {
	const { subscription, customer, index } = context;
	const clientId = customer.haloClientId ?? 0;
	const name = plainName(subscription);
	const taken = index
		.rowsOf(clientId)
		.some((row) => row.active && !row.deleted && foldKey(row.name) === foldKey(name));
	const twin = (context.sharing.get(clientId) ?? []).some(
		(other) =>
			foldKey(plainName(other)) === foldKey(name) &&
			subscriptionKey(other) < subscriptionKey(subscription) &&
			mayBeCreated(other, index),
	);
	if (!taken && !twin) return name;
	return [name, termWord(subscription.term), subscription.subscriptionId]
		.filter((part) => part !== null)
		.join(' · ');
}

function plainName(subscription: StellrSubscription): string {
	return subscription.productName ?? subscription.skuNo ?? subscription.subscriptionId;
}

/** Whether the line has no row yet and may get one: a row that is there already is judged by its own name. */
function mayBeCreated(line: StellrSubscription, index: LicenceIndex): boolean {
	const key = subscriptionKey(line);
	if (index.rowsByKey(key).length > 0 || index.savedFor(key) !== null) return false;
	return line.state !== 'cancelled' && line.state !== 'expired';
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
