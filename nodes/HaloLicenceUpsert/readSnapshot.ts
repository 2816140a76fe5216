import type { IExecuteFunctions } from 'n8n-workflow';

import { readLicences } from '../../core/halo/licences';
import type { RecordsRead } from '../../core/halo/rejected';
import { readCheaper, readEach } from '../../core/halo/rowsOfClients';
import type { HaloLicence } from '../../core/halo/schemas';
import type { Runtime } from '../../core/http/types';
import { incompleteList } from '../../core/sync/incompleteList';
import { issueOfFailure } from '../../core/words/failures';
import { licencesReadText, type LicencesRead } from '../../core/words/rowsRead';
import { stopWith } from '../shared/stopNode';

/** Which licences a plan is made from. */
export type LicencesToRead = 'automatic' | 'all' | 'clients';

export interface Snapshot extends RecordsRead<HaloLicence> {
	scope: 'all' | 'clients';
}

/**
 * One reading of the licences: all of them, or those of some clients where that is cheaper and `enough` says that these
 * tell all there is to know. Stops the node when a list did not come whole.
 */
export async function readSnapshot(
	context: IExecuteFunctions,
	runtime: Runtime,
	wanted: { clientIds: number[]; choice: LicencesToRead },
	enough: (some: RecordsRead<HaloLicence>) => boolean,
): Promise<Snapshot> {
	const { clientIds, choice } = wanted;
	const clients = clientIds.length;
	const read = async (options: Parameters<typeof readLicences>[1]) =>
		await readLicences(runtime, options);
	if (choice === 'all') return { ...whole(context, await read({})), scope: 'all' };
	if (choice === 'clients') {
		const some = whole(context, await readEach(clientIds, read));
		const { requests } = some.list;
		tell(context, { kind: 'clients', clients, requests, pagesOfAll: null });
		return { ...some, scope: 'clients' };
	}
	const cheaper = await readCheaper(clientIds, read);
	whole(context, cheaper);
	if (cheaper.scope === 'all') return { ...cheaper, scope: 'all' };
	const { pagesOfAll, begun } = cheaper;
	const { requests } = cheaper.list;
	if (enough(cheaper)) {
		tell(context, { kind: 'clients', clients, requests, pagesOfAll });
		return { ...cheaper, scope: 'clients' };
	}
	const all = whole(context, await read({ begun }));
	tell(context, {
		kind: 'allAfterClients',
		clients,
		requests: requests + all.list.requests,
	});
	return { ...all, scope: 'all' };
}

function whole<Read extends RecordsRead<HaloLicence>>(
	context: IExecuteFunctions,
	read: Read,
): Read {
	const { list } = read;
	if (list.complete) return read;
	throw stopWith(
		context.getNode(),
		issueOfFailure(list.failure ?? incompleteList('List Licences'), 'Halo licences'),
	);
}

function tell(context: IExecuteFunctions, read: LicencesRead): void {
	const message = licencesReadText(read);
	context.addExecutionHints({ type: 'info', location: 'outputPane', message });
}
