import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readClients, type ClientsRead } from '../../core/halo/clients';
import type { KeyFieldChoice } from '../../core/halo/keyField';
import type { Issue } from '../../core/items/issue';
import { issueOfFailure } from '../../core/words/failures';
import { attentionItem } from '../shared/attention';
import { connectHalo } from '../shared/connect';
import { equalReads } from '../shared/equalReads';
import { keyFieldChoice } from '../shared/haloKeyField';
import { newStamp, stampedItems } from '../shared/listStamp';
import { emptyOutputs } from '../shared/outputs';
import { itemOf, originOf } from '../shared/pairing';
import type { Origin } from '../shared/pairing';
import { stopWith } from '../shared/stopNode';
import { keyFieldFinder } from './keyFields';
import { outputNames, type ClientOutputs } from './outputNames';

const SHOW = { operation: ['getMany'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: true,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show: SHOW },
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { ...SHOW, returnAll: [false] } },
	},
	{
		displayName:
			'With a limit the list counts as incomplete: Mapping Match then sends undecided customers to Review instead of calling them unmapped.',
		name: 'limitNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { ...SHOW, returnAll: [false] } },
	},
];

export const options: INodeProperties[] = [
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: SHOW },
		options: [
			{
				displayName: 'Active Only',
				name: 'activeOnly',
				type: 'boolean',
				default: false,
				description:
					'Whether to leave inactive clients out. Mapping Match then sees that clients are missing and takes nobody for unmapped.',
			},
			{
				displayName: 'Microsoft Tenants',
				name: 'microsoftTenants',
				type: 'boolean',
				default: true,
				description: 'Whether to ask Halo for the Microsoft tenants that are linked to clients',
			},
			{
				displayName: 'Website',
				name: 'website',
				type: 'boolean',
				default: true,
				description: 'Whether to ask Halo for the websites of clients',
			},
		],
	},
];

interface Wanted {
	keyField: KeyFieldChoice | null;
	limit: number | null;
	activeOnly: boolean;
	microsoftTenants: boolean;
	website: boolean;
}

/** Reads the whole list once for equal input items; each client knows what the list knew about itself. */
export async function execute(context: IExecuteFunctions): Promise<ClientOutputs> {
	const outputs = emptyOutputs(outputNames);
	const reads = equalReads(context.getInputData().length, (item) => wantedBy(context, item));
	const { runtime } = await connectHalo(context);
	const findKeyField = keyFieldFinder(context, runtime);
	for (const { wanted, items } of reads) {
		const keyField = await findKeyField(wanted.keyField);
		const { website, microsoftTenants } = wanted;
		const read = await readClients(runtime, {
			keyField,
			website,
			microsoftTenants,
			...(wanted.limit === null ? {} : { limit: wanted.limit }),
		});
		putOut(context, read, wanted, originOf(items), outputs);
	}
	return outputs;
}

function wantedBy(context: IExecuteFunctions, item: number): Wanted {
	const returnAll = context.getNodeParameter('returnAll', item, true) === true;
	const given = context.getNodeParameter('options', item, {}) as Partial<Wanted>;
	return {
		keyField: keyFieldChoice(context, item),
		limit: returnAll ? null : Number(context.getNodeParameter('limit', item, 50)),
		activeOnly: given.activeOnly === true,
		microsoftTenants: given.microsoftTenants !== false,
		website: given.website !== false,
	};
}

function putOut(
	context: IExecuteFunctions,
	read: ClientsRead,
	{ activeOnly }: Wanted,
	origin: Origin,
	outputs: ClientOutputs,
): void {
	const { list, rejected } = read;
	if (list.failure !== null) {
		const issue = issueOfFailure(list.failure, 'Halo Clients');
		// What came is put out only where the user chose to go on, and its stamp says that it is not all.
		if (!context.continueOnFail()) throw stopWith(context.getNode(), issue);
		outputs.needsAttention.push(attentionItem(issue, {}, origin));
	}
	for (const { issue, id } of rejected) {
		outputs.needsAttention.push(attentionItem(issue, { haloClientId: id }, origin));
	}
	const total = clientsInHalo(read);
	const stamp = newStamp({ total, complete: list.complete, readAt: list.readAt });
	if (read.nothingVisible) {
		const issue = noClientsVisible(list.requestId);
		outputs.needsAttention.push(attentionItem(issue, {}, origin));
		outputs.clients.push(itemOf({ list: stamp }, origin));
		tell(context, [`${issue.message} ${issue.remedy}`]);
		return;
	}
	const rows = activeOnly ? list.rows.filter(({ inactive }) => !inactive) : list.rows;
	if (rows.length === 0 && !list.complete) outputs.clients.push(itemOf({ list: stamp }, origin));
	else outputs.clients.push(...stampedItems(rows, stamp, origin));
	tell(context, hintsFor(read, rows.length, total));
}

/** A client that could not be read counts too: it may be the one that a customer belongs to. */
function clientsInHalo({ list, rejected }: ClientsRead): number {
	return Math.max(list.total ?? 0, list.rows.length + rejected.length);
}

function hintsFor({ list, keyFieldIgnored }: ClientsRead, shown: number, total: number): string[] {
	const hints: string[] = [];
	if (keyFieldIgnored) {
		hints.push(
			`This Halo leaves the key field out of its client list, so each client was read on its own: ${list.requests} requests.`,
		);
	}
	if (shown < total) {
		hints.push(
			`${shown} of ${total} Halo clients came out. Mapping Match takes nobody for unmapped unless all of them come in.`,
		);
	}
	return hints;
}

function tell(context: IExecuteFunctions, hints: string[]): void {
	for (const message of hints) {
		context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
	}
}

function noClientsVisible(requestId: string | null): Issue {
	return {
		code: 'noClientsVisible',
		message:
			'Halo Clients: the list of clients came back empty, which HaloPSA also answers to an agent who may not see them.',
		remedy:
			'Give the agent of the API application access to Customers and to all teams and top levels in HaloPSA. Nobody is taken for unmapped because of this list.',
		requestId,
	};
}
