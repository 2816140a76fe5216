import type { INodeExecutionData } from 'n8n-workflow';

import type { Issue } from '../../core/items/issue';
import type { LicencesSeen } from '../../core/sync/licences/licencesSeen';
import { nameOf, type LicenceOutcome } from '../../core/sync/licences/summary';
import { writingActions } from '../../core/sync/planItem';
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

/** Puts one outcome where it belongs; unchanged and left-out rows are only counted unless asked for. */
export function placeOutcome(
	outputs: LicenceOutputs,
	outcome: LicenceOutcome,
	origin: Origin,
	settings: {
		includeUnchanged: boolean;
		savedState: boolean;
		asOf: string | null;
		licencesSeen: LicencesSeen | null;
	},
): void {
	const record = recordOf(outcome, settings);
	const { plan, applied } = outcome;
	if (applied?.issue != null)
		outputs.needsAttention.push(attentionItem(applied.issue, record, origin));
	if (applied?.outcome === 'notWritten') return;
	const issue = issueOf(outcome);
	if (issue !== null) outputs.needsAttention.push(attentionItem(issue, record, origin));
	else if (['held', 'moved', 'conflict'].includes(plan.action))
		outputs.held.push(itemOf({ why: whyOf(plan), ...record }, origin));
	else if (writingActions.includes(plan.action) || settings.includeUnchanged)
		outputs.changed.push(itemOf({ why: whyOf(plan), ...record }, origin));
}

function recordOf(
	outcome: LicenceOutcome,
	{
		savedState,
		asOf,
		licencesSeen,
	}: { savedState: boolean; asOf: string | null; licencesSeen: LicencesSeen | null },
): object {
	const { customer, subscription, plan, applied } = outcome;
	return {
		customer: { account: customer.account, customerNo: customer.customerNo, name: customer.name },
		haloClientId: customer.haloClientId,
		haloClientName: customer.haloClientName,
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
	};
}

function issueOf(outcome: LicenceOutcome): Issue | null {
	const reason = outcome.plan.reasons.find((entry) => ATTENTION_CODES.has(entry.code));
	return reason === undefined ? null : issueOfReason(nameOf(outcome), reason);
}
