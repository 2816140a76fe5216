import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import {
	readClientEvidence,
	type EvidenceRead,
	type WantedEvidence,
} from '../../core/halo/clientEvidence';
import { readClients, type ClientsRead } from '../../core/halo/clients';
import type { KeyFieldChoice } from '../../core/halo/keyField';
import { issueText } from '../../core/items/issue';
import { evidenceHint, strayMappingIssue, type Hint } from '../../core/words/clientEvidence';
import { issueOfFailure } from '../../core/words/failures';
import { nodeHints } from '../../core/words/nodeHints';
import { noClientsListed } from '../../core/words/nothingVisible';
import { attentionItem } from '../shared/attention';
import { connectHalo } from '../shared/connect';
import { equalReads } from '../shared/equalReads';
import { keyFieldChoice } from '../shared/haloKeyField';
import { newStamp, stampedItems } from '../shared/listStamp';
import { emptyOutputs } from '../shared/outputs';
import { itemOf, originOf } from '../shared/pairing';
import type { Origin } from '../shared/pairing';
import { stopWith } from '../shared/stopNode';
import type { ClientOptions } from './clientOptions';
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

interface Wanted {
	keyField: KeyFieldChoice | null;
	limit: number | null;
	activeOnly: boolean;
	microsoftTenants: boolean;
	evidence: WantedEvidence;
}

/** Reads the whole list once for equal input items; each client knows what the list knew about itself. */
export async function execute(context: IExecuteFunctions): Promise<ClientOutputs> {
	const outputs = emptyOutputs(outputNames);
	const reads = equalReads(context.getInputData().length, (item) => wantedBy(context, item));
	const { runtime } = await connectHalo(context);
	const findKeyField = keyFieldFinder(context, runtime);
	for (const { wanted, items } of reads) {
		const keyField = await findKeyField(wanted.keyField);
		const { limit, microsoftTenants, evidence } = wanted;
		const read = await readClients(runtime, {
			keyField,
			website: evidence.website,
			microsoftTenants,
			...(limit === null ? {} : { limit }),
		});
		const origin = originOf(items);
		reportList(context, read, origin, outputs);
		const found = await readClientEvidence(runtime, read, evidence);
		reportEvidence(found, origin, outputs);
		putOut(context, read, found, wanted, origin, outputs);
	}
	return outputs;
}

function wantedBy(context: IExecuteFunctions, item: number): Wanted {
	const returnAll = context.getNodeParameter('returnAll', item, true) === true;
	const given = context.getNodeParameter('options', item, {}) as ClientOptions;
	return {
		keyField: keyFieldChoice(context, item),
		limit: returnAll ? null : Number(context.getNodeParameter('limit', item, 50)),
		activeOnly: given.activeOnly === true,
		microsoftTenants: given.microsoftTenants !== false,
		evidence: {
			website: given.website !== false,
			contactDomains: given.contactDomains === true,
			microsoftConnection: given.microsoftConnection === true,
			nativeMappings: given.nativeMappings === true,
		},
	};
}

function reportList(
	context: IExecuteFunctions,
	{ list, rejected }: ClientsRead,
	origin: Origin,
	outputs: ClientOutputs,
): void {
	if (list.failure !== null) {
		const issue = issueOfFailure(list.failure, 'Halo Clients');
		// What came is put out only where the user chose to go on, and its stamp says that it is not all.
		if (!context.continueOnFail()) throw stopWith(context.getNode(), issue);
		outputs.needsAttention.push(attentionItem(issue, {}, origin));
	}
	for (const { issue, id } of rejected) {
		outputs.needsAttention.push(attentionItem(issue, { haloClientId: id }, origin));
	}
}

function reportEvidence(
	{ strayMappings, rejected }: EvidenceRead,
	origin: Origin,
	outputs: ClientOutputs,
): void {
	for (const mapped of strayMappings) {
		const { customerNo, customerName, connection, clientId, clientName } = mapped;
		const subject = {
			customerNo,
			customerName,
			connection,
			haloClientId: clientId,
			haloClientName: clientName,
		};
		outputs.needsAttention.push(attentionItem(strayMappingIssue(mapped), subject, origin));
	}
	for (const { issue, id } of rejected) {
		outputs.needsAttention.push(attentionItem(issue, { nativeMappingId: id }, origin));
	}
}

function putOut(
	context: IExecuteFunctions,
	read: ClientsRead,
	{ clients, notes }: EvidenceRead,
	{ activeOnly }: Wanted,
	origin: Origin,
	outputs: ClientOutputs,
): void {
	const { list } = read;
	const total = clientsInHalo(read);
	const stamp = newStamp({ total, complete: list.complete, readAt: list.readAt });
	if (read.nothingVisible) {
		const issue = noClientsListed(list.requestId);
		outputs.needsAttention.push(attentionItem(issue, {}, origin));
		outputs.clients.push(itemOf({ list: stamp }, origin));
		tell(context, [{ message: issueText(issue), type: 'warning' }]);
		return;
	}
	const rows = activeOnly ? clients.filter(({ inactive }) => !inactive) : clients;
	if (rows.length === 0 && !list.complete) outputs.clients.push(itemOf({ list: stamp }, origin));
	else outputs.clients.push(...stampedItems(rows, stamp, origin));
	tell(context, [...hintsFor(read, rows.length, total), ...notes.map(evidenceHint)]);
}

/** A client that could not be read counts too: it may be the one that a customer belongs to. */
function clientsInHalo({ list, rejected }: ClientsRead): number {
	return Math.max(list.total ?? 0, list.rows.length + rejected.length);
}

function hintsFor({ list, keyFieldIgnored }: ClientsRead, shown: number, total: number): Hint[] {
	const hints: Hint[] = [];
	if (keyFieldIgnored)
		hints.push({ message: nodeHints.keyFieldLeftOut(list.requests), type: 'warning' });
	if (shown < total)
		hints.push({ message: nodeHints.clientsLeftOut(shown, total), type: 'warning' });
	return hints;
}

function tell(context: IExecuteFunctions, hints: Hint[]): void {
	context.addExecutionHints(
		...hints.map(({ message, type }) => ({ message, type, location: 'outputPane' as const })),
	);
}
