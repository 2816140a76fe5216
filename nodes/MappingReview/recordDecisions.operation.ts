import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { decisionRows } from '../../core/review/decisionRows';
import { openCases } from '../../core/review/openCases';
import { readReviewAnswer } from '../../core/review/reviewAnswer';
import { summariseRecorded } from '../../core/review/reviewSummary';
import { dayAfter, dayIn } from '../../core/sync/days';
import { customerKey, foldKey } from '../../core/sync/stellrKeys';
import { attentionItem } from '../shared/attention';
import { emptyOutputs } from '../shared/outputs';
import { itemOf, type Origin } from '../shared/pairing';
import { outputNames, type ReviewOutputs } from './outputNames';
import {
	answerParameter,
	decidedByParameter,
	readAnswerParameter,
	signedInUser,
} from './pageAnswer';
import { readMatched } from './readMatched';

const show = { operation: ['recordDecisions'] };

export const description: INodeProperties[] = [
	answerParameter('recordDecisions', "e.g. {{ $('Open cases').first().json }}"),
	decidedByParameter('recordDecisions'),
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		default: '',
		placeholder: 'e.g. Agreed with sales',
		description: 'Kept with every decision. Empty takes the reason that was typed on the page.',
		displayOptions: { show },
	},
	{
		displayName: 'Ask Again After (Days)',
		name: 'askAgainAfter',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 730 },
		default: 30,
		description: 'How long a customer is left in peace after "ask again later"',
		displayOptions: { show },
	},
];

/**
 * Turns an answered page into rows for the saved mapping. The customers must have been read and matched anew: what
 * changed since the page was made makes a choice lapse.
 */
export async function execute(context: IExecuteFunctions): Promise<ReviewOutputs> {
	const { customers, originOf, attention } = readMatched(context);
	const outputs: ReviewOutputs = { ...emptyOutputs(outputNames), needsAttention: attention };
	const today = dayIn(context.getTimezone(), Date.now());
	const open = openCases(customers, { today, withUnmapped: true });
	const answer = readAnswerParameter(context);
	const { decisions, unrecorded, reason } = readReviewAnswer(answer, open, customers);
	const given = String(context.getNodeParameter('reason', 0, '') ?? '').trim();
	const by = signedInUser(context, answer);
	const { rows, rejected } = decisionRows(decisions, {
		by,
		at: new Date().toISOString(),
		reason: given === '' ? reason : given,
		askAgainOn: dayAfter(today, daysToWait(context)),
	});
	const origins = new Map<string, Origin>(
		decisions.map(({ matched }) => [foldKey(customerKey(matched.customer)), originOf(matched)]),
	);
	const originOfRow = (row: (typeof rows)[number]) =>
		origins.get(foldKey(customerKey(row))) ?? originOf(null);
	outputs.rows.push(...rows.map((row) => itemOf(row, originOfRow(row))));
	outputs.rejected.push(...rejected.map((row) => itemOf(row, originOfRow(row))));
	for (const { issue, matched } of unrecorded) {
		const { account, customerNo, name } = matched?.customer ?? {};
		const subject = matched === null ? {} : { account, customerNo, name };
		outputs.needsAttention.push(attentionItem(issue, subject, originOf(matched)));
	}
	const summary = summariseRecorded(decisions, unrecorded, open, rejected.length, by);
	outputs.summary.push(itemOf(summary, originOf(null)));
	return outputs;
}

function daysToWait(context: IExecuteFunctions): number {
	const days = Math.round(Number(context.getNodeParameter('askAgainAfter', 0, 30)));
	return Number.isFinite(days) && days >= 1 ? Math.min(days, 730) : 30;
}
