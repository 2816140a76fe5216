import { haloDateOf, sameDay } from '../../halo/dates';
import type { HaloLicence } from '../../halo/schemas';
import type { StellrSubscription } from '../../stellr/schemas';
import { licenceReasons as why } from '../../words/licenceReasons';
import type { Reason } from '../planItem';
import { subscriptionKey } from '../stellrKeys';
import { mayWrite } from '../ownership';
import type { LineContext } from './plan';
import { saysState, statusTextOf } from './statusText';

/** What differs between a row and its subscription, as far as Stellr has the say over it. */
export interface RowChange {
	action: 'unchanged' | 'update' | 'end' | 'held';
	wouldBe?: 'update' | 'end';
	before: Record<string, unknown>;
	after: Record<string, unknown>;
	reasons: Reason[];
	/** Whether it changes what is billed: a count, a price, or a row that becomes active or inactive. */
	billing: boolean;
}

export function changeOf(context: LineContext, row: HaloLicence): RowChange {
	const { state } = context.subscription;
	if (row.deleted) {
		const isOver = state === 'cancelled' || state === 'expired';
		return isOver ? { ...same(), reasons: [why.alreadyInactive()] } : heldChange(why.rowDeleted());
	}
	switch (state) {
		case 'suspended':
			return suspendedChange(context, row);
		case 'cancelled':
		case 'expired':
			return endChange(context, row);
		case 'active':
		case 'unknown':
			return liveChange(context, row);
	}
}

function suspendedChange(context: LineContext, row: HaloLicence): RowChange {
	if (!row.active) return heldChange(why.rowInactive());
	const status = statusChange(context, row);
	if (status === null) return { ...same(), reasons: [why.stillCharged()] };
	return {
		action: 'update',
		before: { status: row.status },
		after: { status },
		reasons: [why.stillCharged()],
		billing: false,
	};
}

function endChange(context: LineContext, row: HaloLicence): RowChange {
	const { subscription, policy } = context;
	if (!row.active) return { ...same(), reasons: [why.alreadyInactive()] };
	if (policy.owners.status !== 'stellr') return { ...same(), reasons: [why.statusIsHalos()] };
	const said = subscription.status ?? subscription.state;
	const status = statusChange(context, row);
	const end = {
		before: { is_active: true, ...(status === null ? {} : { status: row.status }) },
		after: { is_active: false, ...(status === null ? {} : { status }) },
		billing: true,
	};
	if (subscription.endDate !== null && subscription.endDate < policy.today) {
		return { ...end, action: 'end', reasons: [why.ended(said, subscription.endDate)] };
	}
	return {
		...end,
		action: 'held',
		wouldBe: 'end',
		reasons: [why.endsLater(said, subscription.endDate)],
	};
}

function liveChange(context: LineContext, row: HaloLicence): RowChange {
	const refused = quantityRefusal(context.subscription);
	if (refused !== null && !(refused.code === 'quantityZero' && row.count === 0))
		return heldChange(refused);
	const change = ownedDifferences(context, row);
	if (!row.active) {
		const before = { ...change.before, is_active: false };
		const after = { ...change.after, is_active: true };
		return {
			before,
			after,
			action: 'held',
			wouldBe: 'update',
			billing: true,
			reasons: [why.rowInactive(), ...change.reasons],
		};
	}
	return change.action === 'update' ? editedByHand(context, row, change) : change;
}

interface Difference {
	field: string;
	before: unknown;
	after: unknown;
	reason: Reason;
	billing: boolean;
}

function ownedDifferences(context: LineContext, row: HaloLicence): RowChange {
	const found = [
		countDifference(context, row),
		endDateDifference(context, row),
		statusDifference(context, row),
		nameDifference(context, row),
		moneyDifference(context, row, 'cost'),
		moneyDifference(context, row, 'price'),
	].filter((difference): difference is Difference => difference !== null);
	if (found.length === 0) return same();
	return {
		action: 'update',
		before: Object.fromEntries(found.map(({ field, before }) => [field, before])),
		after: Object.fromEntries(found.map(({ field, after }) => [field, after])),
		reasons: found.map(({ reason }) => reason),
		billing: found.some(({ billing }) => billing),
	};
}

function countDifference(
	{ subscription, policy }: LineContext,
	row: HaloLicence,
): Difference | null {
	const after = subscription.quantity ?? 0;
	if (after === row.count || !mayWrite(policy.owners.count, row.count === 0)) return null;
	const reason = why.countChanged(row.count, after);
	return { field: 'count', before: row.count, after, reason, billing: true };
}

function endDateDifference(
	{ subscription, policy }: LineContext,
	row: HaloLicence,
): Difference | null {
	const day = subscription.endDate;
	if (day === null || sameDay(day, row.endDate)) return null;
	if (!mayWrite(policy.owners.dates, row.endDate === null)) return null;
	const reason = why.endDateChanged(row.endDate?.slice(0, 10) ?? null, day);
	return { field: 'end_date', before: row.endDate, after: haloDateOf(day), reason, billing: false };
}

function statusDifference(context: LineContext, row: HaloLicence): Difference | null {
	const after = statusChange(context, row);
	if (after === null) return null;
	return {
		field: 'status',
		before: row.status,
		after,
		reason: why.statusChanged(after),
		billing: false,
	};
}

/** A name with term and line behind it, as this product tells twins apart, still is the product's name. */
function nameDifference(
	{ subscription, policy }: LineContext,
	row: HaloLicence,
): Difference | null {
	const after = subscription.productName;
	if (after === null || row.name.startsWith(after)) return null;
	if (!mayWrite(policy.owners.name, row.name.trim() === '')) return null;
	return {
		field: 'name',
		before: row.name,
		after,
		reason: why.nameChanged(row.name, after),
		billing: false,
	};
}

function moneyDifference(
	{ subscription, policy }: LineContext,
	row: HaloLicence,
	owned: 'cost' | 'price',
): Difference | null {
	const after = owned === 'cost' ? subscription.unitCost : subscription.suggestedPrice;
	const before = row[owned];
	if (after === null || minor(after) === minor(before)) return null;
	if (!mayWrite(policy.owners[owned], before === null || before === 0)) return null;
	const field = owned === 'cost' ? 'purchase_price' : 'price';
	return { field, before, after, reason: why.moneyChanged(owned, before, after), billing: true };
}

function minor(amount: number | null): number | null {
	return amount === null ? null : Math.round(amount * 100);
}

/** Halo's count is neither Stellr's nor the one last written: a person changed it, and the policy says who is right. */
function editedByHand(context: LineContext, row: HaloLicence, change: RowChange): RowChange {
	const { policy, index, subscription } = context;
	// The memory is the row's: it goes on holding when a renewal gives the row another key.
	const saved = index.savedFor(subscriptionKey(subscription))?.entry ?? index.savedOfRow(row);
	const written = saved?.lastCount ?? null;
	const quantity = subscription.quantity ?? 0;
	if (change.after.count === undefined || written === null || row.count === written) return change;
	const edited = why.editedByHand(written, row.count, quantity);
	switch (policy.handEdits) {
		case 'stellr':
			return { ...change, reasons: [edited, ...change.reasons] };
		case 'keepHalo':
			if (quantity !== written) return { ...change, reasons: [edited, ...change.reasons] };
			return withoutCount(change, why.keptAsEdited(row.count, quantity));
		case 'hold':
			return { ...change, action: 'held', wouldBe: 'update', reasons: [edited] };
	}
}

/** The count stays as somebody set it; the other differences go their way. */
function withoutCount(change: RowChange, kept: Reason): RowChange {
	const without = (fields: Record<string, unknown>) =>
		Object.fromEntries(Object.entries(fields).filter(([field]) => field !== 'count'));
	const before = without(change.before);
	const after = without(change.after);
	if (Object.keys(after).length === 0) return { ...same(), reasons: [kept] };
	const reasons = change.reasons.filter(({ code }) => code !== 'countChanged');
	const billing = 'price' in after || 'purchase_price' in after;
	return { ...change, before, after, reasons: [kept, ...reasons], billing };
}

/** Why a quantity cannot become a count; null when it can. Halo's count is an integer. */
export function quantityRefusal(subscription: StellrSubscription): Reason | null {
	const { quantity } = subscription;
	if (quantity === null) return why.quantityMissing();
	if (!Number.isInteger(quantity) || quantity < 0) return why.quantityNotWhole(quantity);
	return quantity === 0 ? why.quantityZero() : null;
}

function statusChange({ subscription, policy }: LineContext, row: HaloLicence): string | null {
	if (saysState(row.status, subscription.state)) return null;
	if (!mayWrite(policy.owners.status, row.status === null)) return null;
	return statusTextOf(subscription.state);
}

function heldChange(reason: Reason): RowChange {
	return { action: 'held', before: {}, after: {}, reasons: [reason], billing: false };
}

function same(): RowChange {
	return {
		action: 'unchanged',
		before: {},
		after: {},
		reasons: [why.sameAsStellr()],
		billing: false,
	};
}
