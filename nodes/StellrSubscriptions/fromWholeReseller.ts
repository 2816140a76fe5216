import type { IExecuteFunctions } from 'n8n-workflow';

import { issueText } from '../../core/items/issue';
import { readCustomers } from '../../core/stellr/customers';
import { issueOfFailure } from '../../core/words/failures';
import { noCustomersVisible } from '../../core/words/nothingVisible';
import { attentionItem } from '../shared/attention';
import type { StellrConnection } from '../shared/connect';
import type { NamedOutputs } from '../shared/outputs';
import { originOf } from '../shared/pairing';
import type { Origin } from '../shared/pairing';
import { stopWith } from '../shared/stopNode';
import { readChosenWay } from './chosenWay';
import type { GetManyOptions } from './getMany.operation';
import type { OutputName } from './outputNames';
import { putOutCustomer } from './putOut';

/**
 * Everything of the account: its customers, each with its list. The customers are read too, since one without a
 * subscription is a fact that a list of subscriptions cannot tell.
 */
export async function fromWholeReseller(
	context: IExecuteFunctions,
	stellr: StellrConnection,
	outputs: NamedOutputs<OutputName>,
	options: GetManyOptions,
): Promise<void> {
	const origin = originOf(context.getInputData().map((_, item) => item));
	const { list, rejected } = await readCustomers(stellr);
	if (list.failure) {
		throw stopWith(
			context.getNode(),
			issueOfFailure(list.failure, `Customers of Stellr account "${stellr.account}"`),
		);
	}
	for (const { issue, key, raw } of rejected) {
		const subject = { account: stellr.account, customerNo: key, raw };
		outputs.needsAttention.push(attentionItem(issue, subject, origin));
	}
	const customerNos = list.rows.map(({ customerNo }) => customerNo);
	const reads = await readChosenWay(context, stellr, customerNos, options);
	if (!reads.ok) {
		const subject = `Subscriptions of Stellr account "${stellr.account}"`;
		throw stopWith(context.getNode(), issueOfFailure(reads.failure, subject));
	}
	const known = new Map(list.rows.map((customer) => [customer.customerNo, customer]));
	// The common list may name customers that the list of customers does not: their lines are put out all the same.
	for (const [customerNo, read] of inOrder(reads.byCustomer, customerNos)) {
		const customer = known.get(customerNo) ?? null;
		const json = customer ?? { account: stellr.account, customerNo };
		const fromResellerList = reads.fromResellerList.has(customerNo);
		const asked = { customerNo, name: customer?.name ?? null, json, origin, fromResellerList };
		putOutCustomer(outputs, asked, read, options.form);
	}
	if (list.rows.length === 0) putOutNobody(context, stellr, outputs, origin, list.requestId);
}

/** Customers in the order of their list, others after them. */
function inOrder<T>(reads: ReadonlyMap<string, T>, customerNos: string[]): Array<[string, T]> {
	const order = new Set([...customerNos, ...reads.keys()]);
	return [...order].flatMap((customerNo): Array<[string, T]> => {
		const read = reads.get(customerNo);
		return read === undefined ? [] : [[customerNo, read]];
	});
}

function putOutNobody(
	context: IExecuteFunctions,
	stellr: StellrConnection,
	outputs: NamedOutputs<OutputName>,
	origin: Origin,
	requestId: string | null,
): void {
	const issue = noCustomersVisible(stellr.account, requestId);
	context.addExecutionHints({
		type: 'warning',
		location: 'outputPane',
		message: issueText(issue),
	});
	outputs.needsAttention.push(attentionItem(issue, { account: stellr.account }, origin));
}
