import type { INodeExecutionData } from 'n8n-workflow';

import type { Issue } from '../../core/items/issue';
import type { LicencesSeen } from '../../core/sync/licences/licencesSeen';
import { clientOfEntry } from '../../core/sync/licences/placedAt';
import type { SavedLicence } from '../../core/sync/licences/savedState';
import { nameOf, type LicenceOutcome } from '../../core/sync/licences/summary';
import { writingActions, type PlanItem } from '../../core/sync/planItem';
import { issueOfReason } from '../../core/words/reasonIssue';
import { attentionItem } from '../shared/attention';
import { itemOf, type Origin } from '../shared/pairing';
import { whyOf } from '../shared/why';

export const licenceOutputs = ['changed', 'held', 'needsAttention', 'summary'] as const;
export type LicenceOutputs = Record<(typeof licenceOutputs)[number], INodeExecutionData[]>;

/** Reasons that name something wrong with the record itself, beside being held. */
const ATTENTION_CODES = new Set([
	'quantityMissing',
	'quantityNotWhole',
	'duplicateKey',
	'savedRowGone',
	'rowUnreadable',
	'clientGone',
]);

/** What a run knows beside its items, and each item carries on to Apply. */
interface RunKnows {
	savedState: boolean;
	asOf: string | null;
	licencesSeen: LicencesSeen | null;
	/** What Saved State knows of an item's row. */
	remembered: (plan: PlanItem) => SavedLicence | null;
}

/** Puts one outcome where it belongs; unchanged and left-out rows are only counted unless asked for. */
export function placeOutcome(
	outputs: LicenceOutputs,
	outcome: LicenceOutcome,
	origin: Origin,
	settings: { includeUnchanged: boolean } & RunKnows,
): void {
	// Nearly every outcome of a quiet night is only counted: its record is made when it is put out.
	const record = () => recordOf(outcome, settings);
	const { plan, applied } = outcome;
	if (applied?.issue != null)
		outputs.needsAttention.push(attentionItem(applied.issue, record(), origin));
	if (applied?.outcome === 'notWritten') return;
	const issue = issueOf(outcome);
	if (issue !== null) outputs.needsAttention.push(attentionItem(issue, record(), origin));
	else if (['held', 'moved', 'conflict'].includes(plan.action))
		outputs.held.push(itemOf({ why: whyOf(plan), ...record() }, origin));
	else if (writingActions.includes(plan.action) || settings.includeUnchanged)
		outputs.changed.push(itemOf({ why: whyOf(plan), ...record() }, origin));
}

function recordOf(
	outcome: LicenceOutcome,
	{ savedState, asOf, licencesSeen, remembered }: RunKnows,
): object {
	const { customer, subscription, plan, applied } = outcome;
	return {
		customer: { account: customer.account, customerNo: customer.customerNo, name: customer.name },
		haloClientId: clientOfEntry(outcome),
		haloClientName: outcome.placedAt === undefined ? customer.haloClientName : null,
		plan,
		...(applied === null
			? {}
			: {
					applied: {
						outcome: applied.outcome,
						haloId: applied.haloId,
						requestId: applied.requestId,
					},
				}),
		subscription,
		savedState,
		asOf,
		licencesSeen,
		remembered: remembered(plan),
	};
}

function issueOf(outcome: LicenceOutcome): Issue | null {
	const reason = outcome.plan.reasons.find((entry) => ATTENTION_CODES.has(entry.code));
	return reason === undefined ? null : issueOfReason(nameOf(outcome), reason);
}
