import type { INodeProperties, NodeParameterValue } from 'n8n-workflow';

import { defaultGuardrails } from '../../core/sync/licences/guardrailPolicy';
import { notice } from '../shared/notices';

/** What settings lead to that write more, or write it sooner, than the usual ones. */

const operation = ['plan', 'apply'];

/** A group to which nothing was added. n8n compares such values deeply; its types know single values only. */
const UNCHANGED = [{ _cnd: { eq: {} } }] as unknown as NodeParameterValue[];

/** n8n says "No properties" where every setting of a group is the usual one, which reads as if none were on. */
export const usualGuardrailsNotice = notice(
	'usualGuardrailsNotice',
	'All guardrails are on, at their usual values. Add one only to change it.',
	{ operation, guardrails: UNCHANGED },
);

export const usualOwnersNotice = notice(
	'usualOwnersNotice',
	'Each field has its usual owner: count, dates and status follow Stellr; name, price and cost stay as Halo has them. Add one only to change it.',
	{ operation, owners: UNCHANGED },
);

export const priceNotice = notice(
	'pricesNotice',
	"What Stellr gives is written to licences that are created. A recurring invoice line that is linked to such a licence may bill its price, and Stellr's suggested price need not be what the customer agreed to pay.",
	{ operation, '/options.prices': ['both', 'cost'] },
);

export const ownerNotices: INodeProperties[] = [
	notice(
		'priceOwnerNotice',
		"Prices that somebody agreed with a customer and typed into Halo are overwritten by Stellr's suggested ones, and linked recurring invoice lines may bill them.",
		{ operation, '/owners.price': ['stellr', 'fillIfEmpty'] },
	),
	notice(
		'countOwnerNotice',
		'Seats that are bought or given back at Stellr no longer reach Halo: recurring invoices go on billing the old count.',
		{ operation, '/owners.count': ['halo', 'fillIfEmpty'] },
	),
	notice(
		'statusOwnerNotice',
		'Rows of subscriptions that are over stay active, and recurring invoices go on billing them.',
		{ operation, '/owners.status': ['halo', 'fillIfEmpty'] },
	),
];

const loosened: Array<[label: string, name: keyof typeof defaultGuardrails]> = [
	['Commitment Grace Days', 'commitmentGraceDays'],
	['Hold Decreases Over Percent', 'decreasePercent'],
	['Hold Decreases Over Seats', 'decreaseSeats'],
	['Hold Increases Over Percent', 'increasePercent'],
	['Hold Increases Over Seats', 'increaseSeats'],
	['Run Limit: Percent of Rows', 'runPercentOfRows'],
	['Run Limit: Percent of Value', 'runPercentOfValue'],
	['Run Limit: Rows', 'runRows'],
];

export const guardrailNotices: INodeProperties[] = [
	notice(
		'billingFreezeNotice',
		'Decreases and ends are written around the invoice day too: an invoice run that is under way may bill the lower count, or none.',
		{ operation, '/guardrails.billingFreeze': [false] },
	),
	notice(
		'freezeDaysBeforeNotice',
		'The billing freeze begins with the month only: what is written on its last day may be billed by the invoice run that night.',
		{ operation, '/guardrails.freezeDaysBefore': [0] },
	),
	notice(
		'freezeUntilDayNotice',
		'The billing freeze ends sooner than usual: an invoice run that is late may bill the lower count, or none.',
		{ operation, '/guardrails.freezeUntilDay': [{ _cnd: { lt: 2 } }] },
	),
	notice(
		'handEditsNotice',
		'Counts that somebody changed in Halo on purpose are overwritten without a word to that person.',
		{ operation, '/guardrails.handEdits': ['stellr'] },
	),
	notice(
		'holdLastLiveRowNotice',
		'A client may lose its last live licence without anybody looking. A wrong customer, or a list that came empty, does just that.',
		{ operation, '/guardrails.holdLastLiveRow': [false] },
	),
	...loosened.map(([label, name]) =>
		notice(
			`${name}Notice`,
			`${label} is above the usual ${String(defaultGuardrails[name])}: changes up to it are written without anybody looking, and recurring invoices bill them.`,
			{ operation, [`/guardrails.${name}`]: [{ _cnd: { gt: Number(defaultGuardrails[name]) } }] },
		),
	),
];
