import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { getClient } from '../../core/halo/clients';
import { concernsWholeConnection } from '../../core/http/failureScope';
import { issueOfFailure } from '../../core/words/failures';
import { inputIssues } from '../../core/words/inputIssues';
import { attentionItem } from '../shared/attention';
import { connectHalo } from '../shared/connect';
import { equalReads } from '../shared/equalReads';
import { keyFieldChoice } from '../shared/haloKeyField';
import { clientLocator } from '../shared/haloLocators';
import { emptyOutputs } from '../shared/outputs';
import { itemOf, originOf } from '../shared/pairing';
import { stopWith } from '../shared/stopNode';
import { keyFieldFinder } from './keyFields';
import { outputNames, type ClientOutputs } from './outputNames';

export const description: INodeProperties[] = [
	{
		displayName: 'Client',
		name: 'client',
		...clientLocator,
		required: true,
		description: 'Whose details and Stellr keys to read; inactive ones are marked in the list',
		displayOptions: { show: { operation: ['get'] } },
	},
];

/** Reads one client for each input item. It carries no list stamp: one client is no list. */
export async function execute(context: IExecuteFunctions): Promise<ClientOutputs> {
	const outputs = emptyOutputs(outputNames);
	const reads = equalReads(context.getInputData().length, (item) => ({
		keyField: keyFieldChoice(context, item),
		client: String(
			context.getNodeParameter('client', item, '', { extractValue: true }) ?? '',
		).trim(),
	}));
	const { runtime } = await connectHalo(context);
	const findKeyField = keyFieldFinder(context, runtime);
	for (const { wanted, items } of reads) {
		const origin = originOf(items);
		if (!/^\d+$/.test(wanted.client)) {
			const issue = inputIssues.clientNotChosen(items[0], wanted.client);
			outputs.needsAttention.push(attentionItem(issue, { haloClientId: wanted.client }, origin));
			continue;
		}
		const keyField = await findKeyField(wanted.keyField);
		const read = await getClient(runtime, Number(wanted.client), keyField);
		if (read.ok) {
			outputs.clients.push(itemOf(read.value.client, origin));
			continue;
		}
		const issue = issueOfFailure(read.failure, `Client ${wanted.client}`);
		if (concernsWholeConnection(read.failure)) throw stopWith(context.getNode(), issue);
		outputs.needsAttention.push(attentionItem(issue, { haloClientId: wanted.client }, origin));
	}
	return outputs;
}
