import type { HaloLicence } from '../../halo/schemas';
import type { StellrSubscription } from '../../stellr/schemas';
import { licenceReasons as why } from '../../words/licenceReasons';
import { textWithKey } from './keyText';
import type { LineContext } from './plan';
import { suggestedPerMonth } from '../month';
import { planItem, type PlanItem, type Reason } from '../planItem';
import { changeOf, type RowChange } from './rowChange';
import { licenceKeyText, subscriptionKey } from '../stellrKeys';

/** The item for a row that is known to be the subscription's, by its key or by the saved map. */
export function planKnownRow(context: LineContext, row: HaloLicence): PlanItem {
	const { subscription, index } = context;
	const key = subscriptionKey(subscription);
	const mark = index.keyTextOf(row)?.adoptedAt ?? index.savedFor(key)?.entry.adoptedAt ?? null;
	const marked = index.keyTextOf(row)?.adoptedAt != null;
	const change = editedSinceAdoption(context, row, mark, changeOf(context, row));
	const waits = mark !== null && mark === row.count;
	if (waits && change.billing && change.action !== 'held') return atAdoption(context, row, change);
	// The difference was settled, here or by hand: the mark has done its work.
	const meets = subscription.quantity === row.count;
	const settles = change.after.count !== undefined || change.action === 'end';
	const settled = waits ? !change.billing && meets : meets || settles;
	if (marked && settled && change.action !== 'held') {
		const { keyField } = context.policy;
		return itemOf(context, row, {
			...change,
			action: change.action === 'end' ? 'end' : 'update',
			before: { ...change.before, [keyField]: row.texts[keyField] },
			after: {
				...change.after,
				[keyField]: textWithKey(keyField, row.texts[keyField] ?? null, key),
			},
		});
	}
	return itemOf(context, row, change);
}

/**
 * The count is neither Stellr's nor the one of the day of adoption: a person changed it, who may know better. Whether
 * Stellr has changed since that day nobody remembers, so "keep Halo until Stellr changes" waits too.
 */
function editedSinceAdoption(
	context: LineContext,
	row: HaloLicence,
	mark: number | null,
	change: RowChange,
): RowChange {
	const { subscription, policy, index } = context;
	if (mark === null || mark === row.count || policy.handEdits === 'stellr') return change;
	if (change.action !== 'update' || change.after.count === undefined) return change;
	// The count last written tells more, and was asked already.
	const saved = index.savedFor(subscriptionKey(subscription))?.entry ?? index.savedOfRow(row);
	if (saved?.lastCount != null) return change;
	const edited = why.editedSinceAdoption(mark, row.count, subscription.quantity ?? 0);
	return {
		...change,
		action: 'held',
		wouldBe: 'update',
		reasons: [edited],
		...clearingMark(context, row, change),
	};
}

/**
 * Taking over an existing row writes the key and nothing else; what differs is an item of its own. Differences that
 * change what is billed wait as one list, since the best moment is just after an invoice run.
 */
export function planAdoption(
	context: LineContext,
	row: HaloLicence,
	found: Reason,
	doubt: Reason | null,
): PlanItem[] {
	const { keyField } = context.policy;
	const { subscription, index } = context;
	const change = changeOf(context, row);
	const key = subscriptionKey(subscription);
	const foreign = index.foreignTextOf(row);
	// A line that is suspended, or whose quantity is not known yet, may differ without a change today.
	const differs = change.billing || subscription.quantity !== row.count;
	const keyText = licenceKeyText(key, differs ? row.count : null);
	const adoption = {
		target: 'licence' as const,
		key,
		haloId: row.id,
		before: { [keyField]: row.texts[keyField] ?? null, count: row.count },
		after: { [keyField]: textWithKey(keyField, row.texts[keyField] ?? null, keyText) },
	};
	const waits = { ...adoption, action: 'held' as const, wouldBe: 'adopt' as const };
	if (doubt !== null && foreign === null) return [planItem({ ...waits, reasons: [doubt] })];
	const reason = doubt ?? found;
	if (foreign !== null && !index.hasSavedState) {
		const left = why.foreignKeyNoMap(keyField, foreign);
		return [planItem({ ...waits, after: {}, reasons: [reason, left] })];
	}
	if (foreign !== null && doubt !== null) {
		// Approved, the pair goes into the saved licence map alone.
		const left = why.foreignKey(keyField, foreign);
		return [planItem({ ...waits, after: {}, link: 'map', reasons: [reason, left] })];
	}
	const difference =
		change.billing && change.action !== 'held'
			? atAdoption(context, row, change)
			: itemOf(context, row, change);
	const second = difference.action === 'unchanged' ? [] : [difference];
	if (foreign === null)
		return [planItem({ ...adoption, action: 'adopt', reasons: [found] }), ...second];
	// Nothing is written to Halo for the pair itself: the saved licence map remembers it.
	const remembered = planItem({
		...adoption,
		before: {},
		after: {},
		action: 'unchanged',
		reasons: [found, why.foreignKey(keyField, foreign)],
	});
	return [remembered, ...second];
}

function atAdoption(context: LineContext, row: HaloLicence, change: RowChange): PlanItem {
	const quantity = context.subscription.quantity ?? 0;
	const reason =
		change.after.count === undefined ? change.reasons : [why.countAtAdoption(row.count, quantity)];
	return itemOf(context, row, {
		...change,
		action: 'held',
		wouldBe: change.action === 'end' ? 'end' : 'update',
		reasons: reason,
		...clearingMark(context, row, change),
	});
}

/** Once approved, the write also takes the mark off the key. */
function clearingMark(
	context: LineContext,
	row: HaloLicence,
	change: RowChange,
): Pick<RowChange, 'before' | 'after'> {
	const { keyField } = context.policy;
	const { before } = change;
	if (context.index.foreignTextOf(row) !== null) return { before, after: change.after };
	const text = textWithKey(
		keyField,
		row.texts[keyField] ?? null,
		subscriptionKey(context.subscription),
	);
	return { before, after: { ...change.after, [keyField]: text } };
}

function itemOf(context: LineContext, row: HaloLicence, change: RowChange): PlanItem {
	const { subscription } = context;
	const seats = seatsGained(row, change);
	return planItem({
		action: change.action,
		...(change.wouldBe === undefined ? {} : { wouldBe: change.wouldBe }),
		target: 'licence',
		key: subscriptionKey(subscription),
		haloId: row.id,
		// The count stands in every item: people read it, and Apply sees whether somebody changed it since.
		before: { count: row.count, ...change.before },
		after: change.after,
		reasons: renamed(subscription, row, change),
		moneyPerMonth: seats === 0 ? null : suggestedPerMonth(subscription, seats),
		currency: subscription.currency,
		link: linkOf(context, row),
	});
}

/** Undefined while the row is being adopted: then the key that is written decides. */
function linkOf(context: LineContext, row: HaloLicence): 'key' | 'map' | undefined {
	const { index, subscription } = context;
	if (index.keyTextOf(row) !== null) return 'key';
	const remembered = index.savedFor(subscriptionKey(subscription)) !== null;
	return remembered || index.foreignTextOf(row) !== null ? 'map' : undefined;
}

function seatsGained(row: HaloLicence, change: RowChange): number {
	const before = row.active ? row.count : 0;
	if (change.after.is_active === false) return -before;
	const count = typeof change.after.count === 'number' ? change.after.count : row.count;
	return change.after.is_active === true || change.after.count !== undefined ? count - before : 0;
}

/** A vendor's rename is said where something changes anyway; the name is never written. */
function renamed(subscription: StellrSubscription, row: HaloLicence, change: RowChange): Reason[] {
	const name = subscription.productName;
	const written = change.after.name !== undefined;
	if (change.action === 'unchanged' || name === null || written || row.name.startsWith(name))
		return change.reasons;
	return [...change.reasons, why.renamed(row.name, name)];
}
