import type { IExecuteFunctions } from 'n8n-workflow';

import type { StellrCustomer } from '../../core/stellr/schemas';
import { readCustomers } from '../../core/stellr/customers';
import { customerNoOf } from '../../core/stellr/rawCustomer';
import type { RejectedRecord } from '../../core/stellr/rejected';
import { readAllSubscriptions } from '../../core/stellr/subscriptions';
import { issueOfFailure } from '../../core/words/failures';
import { attentionItem } from '../shared/attention';
import type { StellrConnection } from '../shared/connect';
import type { NamedOutputs } from '../shared/outputs';
import { originOf } from '../shared/pairing';
import type { Origin } from '../shared/pairing';
import { stopWith } from '../shared/stopNode';
import { readByCustomer } from './customerRead';
import type { SubscriptionsRead } from './customerRead';
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
	const path = stellr.settings.allSubscriptionsPath;
	const customerNos = list.rows.map(({ customerNo }) => customerNo);
	const reads =
		path === null
			? await readEach(context, stellr, customerNos, options)
			: await readTogether(context, stellr, path, customerNos, options, (record) => {
					const subject = { account: stellr.account, subscriptionId: record.key, raw: record.raw };
					outputs.needsAttention.push(attentionItem(record.issue, subject, origin));
				});
	const known = new Map(list.rows.map((customer) => [customer.customerNo, customer]));
	for (const [customerNo, read] of reads) {
		const customer = known.get(customerNo) ?? null;
		const json = customer ?? { account: stellr.account, customerNo };
		const asked = { customerNo, name: nameOf(customer), json, origin };
		putOutCustomer(outputs, asked, read, options.form);
	}
	if (list.rows.length === 0) putOutNobody(context, stellr, outputs, origin, list.requestId);
}

function nameOf(customer: StellrCustomer | null): string | null {
	return customer?.name ?? null;
}

type Reads = Map<string, SubscriptionsRead>;

async function readEach(
	context: IExecuteFunctions,
	stellr: StellrConnection,
	customerNos: string[],
	options: GetManyOptions,
): Promise<Reads> {
	const reads = await readByCustomer(stellr, customerNos, options.includeRaw);
	if (reads.ok) return reads.byCustomer;
	const subject = `Subscriptions of Stellr account "${stellr.account}"`;
	throw stopWith(context.getNode(), issueOfFailure(reads.failure, subject));
}

/** One list for all, dealt out to its customers; if it came short, nobody's part of it counts as complete. */
async function readTogether(
	context: IExecuteFunctions,
	stellr: StellrConnection,
	path: string,
	customerNos: string[],
	options: GetManyOptions,
	onOrphan: (record: RejectedRecord) => void,
): Promise<Reads> {
	const all = await readAllSubscriptions(stellr, path, { includeRaw: options.includeRaw });
	if (all.list.failure) {
		const subject = `Subscriptions of Stellr account "${stellr.account}"`;
		throw stopWith(context.getNode(), issueOfFailure(all.list.failure, subject));
	}
	return dealtOut(all, customerNos, onOrphan);
}

/** Each customer's part of the common list; a rejected record nobody owns makes all parts doubtful. */
function dealtOut(
	all: SubscriptionsRead,
	customerNos: string[],
	onOrphan: (record: RejectedRecord) => void,
): Reads {
	const parts: Reads = new Map();
	const partOf = (customerNo: string) => {
		const known = parts.get(customerNo);
		if (known) return known;
		const part: SubscriptionsRead = { list: { ...all.list, rows: [] }, rejected: [] };
		parts.set(customerNo, part);
		return part;
	};
	customerNos.forEach(partOf);
	for (const line of all.list.rows) partOf(line.customerNo).list.rows.push(line);
	let anyoneAffected = false;
	for (const rejected of all.rejected) {
		const customerNo = customerNoOf({ customerNo: rejected.raw.customerNo });
		if (customerNo !== null) {
			partOf(customerNo).rejected.push(rejected);
			continue;
		}
		anyoneAffected = true;
		onOrphan(rejected);
	}
	for (const { list } of parts.values()) list.complete &&= !anyoneAffected;
	return parts;
}

function putOutNobody(
	context: IExecuteFunctions,
	stellr: StellrConnection,
	outputs: NamedOutputs<OutputName>,
	origin: Origin,
	requestId: string | null,
): void {
	const issue = {
		code: 'noCustomersVisible',
		message: `Stellr account "${stellr.account}": the list of customers came back empty, which Stellr also answers when the credential may not see them.`,
		remedy:
			'Check that the credential belongs to this reseller, Region and Application Type, and has the permission "End Customers - List Customers".',
		requestId,
	};
	context.addExecutionHints({
		type: 'warning',
		location: 'outputPane',
		message: `${issue.message} ${issue.remedy}`,
	});
	outputs.needsAttention.push(attentionItem(issue, { account: stellr.account }, origin));
}
