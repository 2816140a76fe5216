import type { IExecuteFunctions } from 'n8n-workflow';

import { concernsWholeConnection } from '../../core/http/failureScope';
import { getCustomer } from '../../core/stellr/customers';
import { issueOfFailure } from '../../core/words/failures';
import { inputIssues } from '../../core/words/inputIssues';
import { attentionItem } from '../shared/attention';
import type { StellrConnection } from '../shared/connect';
import { equalReads } from '../shared/equalReads';
import type { NamedOutputs } from '../shared/outputs';
import { itemOf, originOf } from '../shared/pairing';
import { stopWith } from '../shared/stopNode';
import type { OutputName } from './outputNames';

/** One customer for each input item; equal numbers are read once. */
export async function execute(
	context: IExecuteFunctions,
	stellr: StellrConnection,
	outputs: NamedOutputs<OutputName>,
): Promise<void> {
	const reads = equalReads(context.getInputData().length, (item) => ({
		customerNo: String(
			context.getNodeParameter('customer', item, '', { extractValue: true }),
		).trim(),
		includeRaw: context.getNodeParameter('includeRaw', item, false) as boolean,
	}));
	for (const { wanted, items } of reads) {
		const { customerNo, includeRaw } = wanted;
		const origin = originOf(items);
		const subject = { account: stellr.account, customerNo };
		if (customerNo === '') {
			outputs.needsAttention.push(
				attentionItem(inputIssues.customerNotGiven(items[0]), subject, origin),
			);
			continue;
		}
		const read = await getCustomer(stellr, customerNo, { includeRaw });
		if (!read.ok) {
			const issue = issueOfFailure(read.failure, `Customer ${customerNo}`);
			if (concernsWholeConnection(read.failure)) throw stopWith(context.getNode(), issue);
			outputs.needsAttention.push(attentionItem(issue, subject, origin));
		} else if (read.value.ok) {
			outputs.customers.push(itemOf(read.value.value, origin));
		} else {
			const { issue, raw } = read.value.rejected;
			outputs.needsAttention.push(attentionItem(issue, { ...subject, raw }, origin));
		}
	}
}
