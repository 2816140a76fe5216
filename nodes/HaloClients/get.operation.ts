import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { getClient } from '../../core/halo/clients';
import { concernsWholeConnection } from '../../core/http/failureScope';
import type { Issue } from '../../core/items/issue';
import { issueOfFailure } from '../../core/words/failures';
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
			const issue = notAnId(wanted.client, items[0]);
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

function notAnId(seen: string, item: number): Issue {
	const what = seen === '' ? 'is empty' : `holds "${seen.slice(0, 60)}", which is no ID`;
	return {
		code: 'clientNotChosen',
		message: `Item ${item + 1}: Client ${what}.`,
		remedy: 'Pick a client from the list, or give the whole number that Halo shows as its ID.',
		requestId: null,
	};
}
