import type { IExecuteFunctions } from 'n8n-workflow';

import { concernsWholeConnection } from '../../core/http/failureScope';
import { getSubscription } from '../../core/stellr/subscriptions';
import { issueOfFailure } from '../../core/words/failures';
import { inputIssues } from '../../core/words/inputIssues';
import { attentionItem } from '../shared/attention';
import type { StellrConnection } from '../shared/connect';
import { equalReads } from '../shared/equalReads';
import type { NamedOutputs } from '../shared/outputs';
import { itemOf, originOf } from '../shared/pairing';
import { stopWith } from '../shared/stopNode';
import type { OutputName } from './outputNames';

interface Wanted {
	customerNo: string;
	subscriptionId: string;
	includeRaw: boolean;
}

/** One subscription for each input item; equal ones are read once. */
export async function execute(
	context: IExecuteFunctions,
	stellr: StellrConnection,
	outputs: NamedOutputs<OutputName>,
): Promise<void> {
	const reads = equalReads(context.getInputData().length, (item) => wantedBy(context, item));
	for (const { wanted, items } of reads) {
		const { customerNo, subscriptionId, includeRaw } = wanted;
		const origin = originOf(items);
		const subject = { account: stellr.account, customerNo, subscriptionId };
		if (customerNo === '' || subscriptionId === '') {
			const empty = customerNo === '' ? 'Customer' : 'Subscription ID';
			const issue = inputIssues.subscriptionNotGiven(items[0], empty);
			outputs.needsAttention.push(attentionItem(issue, subject, origin));
			continue;
		}
		const read = await getSubscription(stellr, customerNo, subscriptionId, { includeRaw });
		if (!read.ok) {
			const issue = issueOfFailure(
				read.failure,
				`Subscription ${subscriptionId} of customer ${customerNo}`,
			);
			if (concernsWholeConnection(read.failure)) throw stopWith(context.getNode(), issue);
			outputs.needsAttention.push(attentionItem(issue, subject, origin));
		} else if (read.value.ok) {
			outputs.subscriptions.push(itemOf(read.value.value, origin));
		} else {
			const { issue, raw } = read.value.rejected;
			outputs.needsAttention.push(attentionItem(issue, { ...subject, raw }, origin));
		}
	}
}

function wantedBy(context: IExecuteFunctions, item: number): Wanted {
	return {
		customerNo: String(
			context.getNodeParameter('customer', item, '', { extractValue: true }),
		).trim(),
		subscriptionId: String(context.getNodeParameter('subscriptionId', item, '')).trim(),
		includeRaw: context.getNodeParameter('includeRaw', item, false) as boolean,
	};
}
