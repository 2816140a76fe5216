import { licenceReasons as why } from '../../words/licenceReasons';
import { planItem, writingActions, type PlanItem } from '../planItem';
import { foldKey } from '../stellrKeys';
import type { CustomerLines } from './customerLines';
import { overridesOn, placed, type SubscriptionOverride } from './overrides';
import type { LicencePlanEntry } from './plan';
import { gatherCustomers } from './sameCustomer';

/**
 * What may be planned from the rows of some clients alone. Those rows cannot show that a key sits at another client: a
 * customer that moved, a client that was merged, a row made by a run under another mapping, a key held twice. Where that
 * is not seen, a second row would be made for a subscription that has one.
 */

/** The Halo clients at which these customers' lines are to be. */
export function clientsOf(input: {
	customers: CustomerLines[];
	overrides: SubscriptionOverride[];
	today: string;
}): number[] {
	const overrides = overridesOn(input.today, input.overrides);
	const ids = placed(gatherCustomers(input.customers), overrides).map(
		({ customer }) => customer.haloClientId,
	);
	return [...new Set(ids.filter((id): id is number => id !== null))];
}

/**
 * Whether a plan made from some clients' rows has to be made again from all: where anything would be written, and where
 * a line that should have a row was found none. What is left is in step, waits or is left out, and stays so.
 */
export function needsAllRows(entries: LicencePlanEntry[]): boolean {
	return entries.some(
		({ plan, subscription }) =>
			writingActions.includes(plan.action) ||
			(subscription !== null && plan.haloId === null && !settledWithoutRow(plan)),
	);
}

function settledWithoutRow({ action, reasons }: PlanItem): boolean {
	return action === 'skipped' || reasons[0]?.code === 'noClient';
}

/**
 * Where a person chose never to read all rows: what changes on rows that are known by their key may be written, and
 * whatever gives a key to a row, makes a row or wakes one up waits.
 */
export function heldWithoutAllRows(entries: LicencePlanEntry[]): LicencePlanEntry[] {
	const keys = new Set(entries.filter(({ plan }) => isUnsafe(plan)).map(keyOf));
	return entries.map((entry) => {
		const { plan } = entry;
		if (!keys.has(keyOf(entry)) || !writingActions.includes(plan.action)) return entry;
		const held = { ...plan, action: 'held' as const, wouldBe: plan.action };
		const reasons = [why.allRowsNotRead(), ...plan.reasons];
		return { ...entry, plan: planItem({ ...held, reasons }) };
	});
}

function isUnsafe({ action, after }: PlanItem): boolean {
	const onKnownRow = action === 'update' || action === 'end';
	return writingActions.includes(action) && (!onKnownRow || after?.is_active === true);
}

function keyOf({ plan }: LicencePlanEntry): string {
	return foldKey(plan.key);
}
