import type { IExecuteFunctions } from 'n8n-workflow';

import { getCustomer } from '../../core/stellr/customers';
import { issueOfFailure } from '../../core/words/failures';
import { inputIssues } from '../../core/words/inputIssues';
import { attentionItem } from '../shared/attention';
import type { StellrConnection } from '../shared/connect';
import { equalReads } from '../shared/equalReads';
import type { NamedOutputs } from '../shared/outputs';
import { originOf } from '../shared/pairing';
import { stopWith } from '../shared/stopNode';
import { readByCustomer } from './customerRead';
import type { GetManyOptions } from './getMany.operation';
import type { OutputName } from './outputNames';
import { putOutCustomer } from './putOut';

/** The picked customer with its list; read once for all input items that pick the same. */
export async function fromOneCustomer(
	context: IExecuteFunctions,
	stellr: StellrConnection,
	outputs: NamedOutputs<OutputName>,
	options: GetManyOptions,
): Promise<void> {
	const picks = equalReads(context.getInputData().length, (item) =>
		String(context.getNodeParameter('customer', item, '', { extractValue: true })).trim(),
	);
	for (const { wanted: customerNo, items } of picks) {
		const origin = originOf(items);
		const subject = { account: stellr.account, customerNo };
		if (customerNo === '') {
			outputs.needsAttention.push(
				attentionItem(inputIssues.customerNotGiven(items[0]), subject, origin),
			);
			continue;
		}
		// The customer itself comes first: a number that does not exist may answer "no subscriptions" too.
		const customer = await getCustomer(stellr, customerNo);
		if (!customer.ok) {
			const issue = issueOfFailure(customer.failure, `Customer ${customerNo}`);
			if (customer.failure.code !== 'notFound') throw stopWith(context.getNode(), issue);
			outputs.needsAttention.push(attentionItem(issue, subject, origin));
			continue;
		}
		if (!customer.value.ok) {
			const { issue, raw } = customer.value.rejected;
			outputs.needsAttention.push(attentionItem(issue, { ...subject, raw }, origin));
			continue;
		}
		const reads = await readByCustomer(stellr, [customerNo], options.includeRaw);
		if (!reads.ok) {
			throw stopWith(
				context.getNode(),
				issueOfFailure(reads.failure, `Subscriptions of customer ${customerNo}`),
			);
		}
		const json = customer.value.value;
		const read = reads.byCustomer.get(customerNo);
		const asked = { customerNo, name: json.name, json, origin, fromResellerList: false };
		if (read) putOutCustomer(outputs, asked, read, options.form);
	}
}
