import type { IExecuteFunctions } from 'n8n-workflow';

import type { ApiFailure } from '../../core/http/failure';
import { issueOfFailure } from '../../core/words/failures';
import { nodeHints } from '../../core/words/nodeHints';
import { attentionItem } from '../shared/attention';
import type { StellrConnection } from '../shared/connect';
import type { NamedOutputs } from '../shared/outputs';
import { itemOf } from '../shared/pairing';
import { stopWith } from '../shared/stopNode';
import { readChosenWay, type ChosenReads } from './chosenWay';
import type { GetManyOptions } from './getMany.operation';
import { judgeInput } from './inputCustomer';
import { failedWholly } from './customerRead';
import type { CustomersToRead, InputCustomer, InputVerdict } from './inputCustomer';
import type { OutputName } from './outputNames';
import { putOutCustomer } from './putOut';

type Judged = Array<{ json: object; item: number; verdict: InputVerdict }>;

/** Everybody who comes in goes out again, on one of the outputs; only those asked for are read. */
export async function fromInputCustomers(
	context: IExecuteFunctions,
	stellr: StellrConnection,
	outputs: NamedOutputs<OutputName>,
	options: GetManyOptions,
): Promise<void> {
	const toRead = context.getNodeParameter('customersToRead', 0, 'mapped') as CustomersToRead;
	const judged: Judged = context.getInputData().map(({ json }, item) => ({
		json,
		item,
		verdict: judgeInput(json, item, stellr.account, toRead),
	}));
	const customerNos = judged.flatMap(({ verdict }) =>
		verdict.kind === 'read' ? [verdict.customer.customerNo] : [],
	);
	const reads = await readChosenWay(context, stellr, customerNos, options);
	if (!reads.ok) putOutNobodyRead(context, stellr, outputs, judged, reads.failure);
	const clientsNotRead = clientsOfThoseNotRead(judged, reads);
	for (const each of judged) putOutJudged(outputs, each, { reads, clientsNotRead }, options);
	hintAtNoSubscriptions(context, reads);
}

function putOutJudged(
	outputs: NamedOutputs<OutputName>,
	{ json, item, verdict }: Judged[number],
	{ reads, clientsNotRead }: { reads: ChosenReads; clientsNotRead: ReadonlySet<string> },
	options: GetManyOptions,
): void {
	switch (verdict.kind) {
		case 'nothing':
			return;
		case 'attention':
			outputs.needsAttention.push(attentionItem(verdict.issue, json, item));
			return;
		case 'otherAccount':
			outputs.otherAccounts.push(itemOf(json, item));
			return;
		case 'passOn':
			// A customer is no subscription: that form has no place for those who were not read.
			if (options.form === 'perCustomer') outputs.subscriptions.push(itemOf(json, item));
			return;
		case 'read': {
			const { customerNo, name } = verdict.customer;
			const fromResellerList = reads.fromResellerList.has(customerNo);
			const clientNotRead = clientsNotRead.has(clientOf(verdict.customer) ?? '');
			const facts = { fromResellerList, clientNotRead };
			const asked = { customerNo, name: name ?? null, json, origin: item, ...facts };
			const read = reads.ok ? reads.byCustomer.get(customerNo) : undefined;
			if (read) putOutCustomer(outputs, asked, read, options.form);
		}
	}
}

/**
 * Halo clients of customers that nothing is known of. Another customer at such a client is not the whole of it: a row
 * there may be of the one that is missing, and that one has no item by which a later node could tell.
 */
function clientsOfThoseNotRead(judged: Judged, reads: ChosenReads): ReadonlySet<string> {
	if (!reads.ok) return new Set();
	const clients = judged.flatMap(({ verdict }) => {
		if (verdict.kind !== 'read') return [];
		const read = reads.byCustomer.get(verdict.customer.customerNo);
		const isKnown = read !== undefined && failedWholly(read) === null;
		return isKnown ? [] : [clientOf(verdict.customer)];
	});
	return new Set(clients.filter((client) => client !== null));
}

function clientOf({ haloClientId }: InputCustomer): string | null {
	return haloClientId === null || haloClientId === undefined ? null : String(haloClientId);
}

/** What concerns everybody alike is one item that names them, or stops the run. */
function putOutNobodyRead(
	context: IExecuteFunctions,
	stellr: StellrConnection,
	outputs: NamedOutputs<OutputName>,
	judged: Judged,
	failure: ApiFailure,
): void {
	const issue = issueOfFailure(failure, `Subscriptions of Stellr account "${stellr.account}"`);
	if (!context.continueOnFail()) throw stopWith(context.getNode(), issue);
	const unread = judged.flatMap(({ verdict, item }) =>
		verdict.kind === 'read' ? [{ item, customer: verdict.customer }] : [],
	);
	const customers = unread.map(({ customer: { customerNo, name } }) => ({
		customerNo,
		name: name ?? null,
	}));
	outputs.needsAttention.push(
		attentionItem(
			issue,
			{ account: stellr.account, customers },
			unread.map(({ item }) => ({ item })),
		),
	);
}

const ENOUGH_TO_WONDER = 3;

/** Stellr answers "none" also where a permission is missing; that nobody has anything is a sign of it. */
function hintAtNoSubscriptions(context: IExecuteFunctions, reads: ChosenReads): void {
	if (!reads.ok || reads.byCustomer.size < ENOUGH_TO_WONDER) return;
	const anyFound = [...reads.byCustomer.values()].some(
		({ list, rejected }) => list.failure !== null || list.rows.length + rejected.length > 0,
	);
	if (anyFound) return;
	context.addExecutionHints({
		type: 'warning',
		location: 'outputPane',
		message: nodeHints.nobodySubscribes(reads.byCustomer.size),
	});
}
