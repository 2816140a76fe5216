import type { IExecuteFunctions } from 'n8n-workflow';

import { issueText } from '../../core/items/issue';
import { readCustomers } from '../../core/stellr/customers';
import { issueOfFailure } from '../../core/words/failures';
import { noCustomersVisible } from '../../core/words/nothingVisible';
import { attentionItem } from '../shared/attention';
import type { StellrConnection } from '../shared/connect';
import { equalReads } from '../shared/equalReads';
import { newStamp, stampedItems } from '../shared/listStamp';
import type { NamedOutputs } from '../shared/outputs';
import { itemOf, originOf } from '../shared/pairing';
import type { Origin } from '../shared/pairing';
import { stopWith } from '../shared/stopNode';
import type { OutputName } from './outputNames';

interface Wanted {
	limit: number | undefined;
	includeRaw: boolean;
}

/** The account's list, read and put out once for all input items that ask the same. */
export async function execute(
	context: IExecuteFunctions,
	stellr: StellrConnection,
	outputs: NamedOutputs<OutputName>,
): Promise<void> {
	const reads = equalReads(context.getInputData().length, (item) => wantedBy(context, item));
	for (const { wanted, items } of reads) {
		await putOutList(context, stellr, wanted, originOf(items), outputs);
	}
}

function wantedBy(context: IExecuteFunctions, item: number): Wanted {
	const returnAll = context.getNodeParameter('returnAll', item, true) as boolean;
	return {
		limit: returnAll ? undefined : (context.getNodeParameter('limit', item, 50) as number),
		includeRaw: context.getNodeParameter('includeRaw', item, false) as boolean,
	};
}

async function putOutList(
	context: IExecuteFunctions,
	stellr: StellrConnection,
	wanted: Wanted,
	origin: Origin,
	outputs: NamedOutputs<OutputName>,
): Promise<void> {
	const { account } = stellr;
	const { list, rejected } = await readCustomers(stellr, wanted);
	if (list.failure) {
		const issue = issueOfFailure(list.failure, `Customers of Stellr account "${account}"`);
		// What came is put out only where the user chose to go on, and its stamp says that it is not all.
		if (!context.continueOnFail()) throw stopWith(context.getNode(), issue);
		outputs.needsAttention.push(attentionItem(issue, { account }, origin));
	}
	for (const { issue, key, raw } of rejected) {
		outputs.needsAttention.push(attentionItem(issue, { account, customerNo: key, raw }, origin));
	}
	// Stellr answers "none" also to a credential that may not see any: that is no list to act on.
	const nothingVisible = list.complete && list.rows.length + rejected.length === 0;
	const complete = list.complete && !nothingVisible;
	const total = complete ? list.rows.length : (list.total ?? list.rows.length);
	const stamp = newStamp({ total, complete, readAt: list.readAt });
	if (nothingVisible) {
		const issue = noCustomersVisible(account, list.requestId);
		context.addExecutionHints({
			type: 'warning',
			location: 'outputPane',
			message: issueText(issue),
		});
		outputs.needsAttention.push(attentionItem(issue, { account }, origin));
		outputs.customers.push(itemOf({ list: stamp }, origin));
		return;
	}
	outputs.customers.push(...stampedItems(list.rows, stamp, origin));
}
