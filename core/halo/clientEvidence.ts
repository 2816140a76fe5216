import type { ApiFailure } from '../http/failure';
import type { Runtime } from '../http/types';
import type { ClientsRead } from './clients';
import { readContactDomains } from './contacts';
import { readTenantLinks, withTenantLinks } from './microsoftTenants';
import { readNativeMappings, type MappedCustomer } from './nativeMappings';
import type { NativeModule } from './nativeModule';
import type { RejectedRecord } from './rejected';
import type { HaloClient, NativeMapping } from './schemas';

/** What Mapping Match can use beyond the client list. Each costs requests of its own. */
export interface WantedEvidence {
	/** Whether the client list was asked for websites; it costs nothing. */
	website: boolean;
	contactDomains: boolean;
	microsoftConnection: boolean;
	nativeMappings: boolean;
}

export type ReadEvidence = 'contactDomains' | 'microsoftConnection' | 'nativeMappings';

/** What the reader of a run should know about the evidence; the sentences are in `core/words/clientEvidence.ts`. */
export type EvidenceNote =
	| { kind: 'unread'; evidence: ReadEvidence; failure: ApiFailure }
	| { kind: 'websiteNotShown' }
	| { kind: 'contactsWithoutClient'; contacts: number }
	| { kind: 'namesakesUnsure'; clients: number }
	| { kind: 'noTenants' }
	| { kind: 'noNativeMappings' }
	| { kind: 'moduleRuns'; module: Extract<NativeModule, { kind: 'on' }> };

export interface EvidenceRead {
	clients: HaloClient[];
	notes: EvidenceNote[];
	/** Native mappings to a client that is not in the list, though the list is whole. */
	strayMappings: MappedCustomer[];
	/** Native mappings that could not be understood. */
	rejected: RejectedRecord[];
}

/**
 * Adds the evidence that is asked for to the clients of a list. Nothing here stops anything: what cannot be read is null
 * on every client, and a note says so. A client list that did not come is not worth more requests.
 */
export async function readClientEvidence(
	runtime: Runtime,
	read: ClientsRead,
	wanted: WantedEvidence,
): Promise<EvidenceRead> {
	const evidence: EvidenceRead = {
		clients: read.list.rows.map((client) => withNothingRead(client, wanted)),
		notes: [],
		strayMappings: [],
		rejected: [],
	};
	if (read.list.failure !== null || read.nothingVisible) return evidence;
	if (wanted.website && !read.websiteShown) evidence.notes.push({ kind: 'websiteNotShown' });
	if (wanted.contactDomains) await addContactDomains(runtime, read, evidence);
	if (wanted.microsoftConnection) await addTenants(runtime, evidence);
	if (wanted.nativeMappings) await addNativeMappings(runtime, read, evidence);
	return evidence;
}

function withNothingRead(client: HaloClient, wanted: WantedEvidence): HaloClient {
	return {
		...client,
		...(wanted.contactDomains ? { contactDomains: null } : {}),
		...(wanted.nativeMappings ? { nativeMappings: null } : {}),
	};
}

async function addContactDomains(
	runtime: Runtime,
	{ list }: ClientsRead,
	evidence: EvidenceRead,
): Promise<void> {
	const contacts = await readContactDomains(runtime, list);
	if (!contacts.ok) {
		const { failure } = contacts;
		evidence.notes.push({ kind: 'unread', evidence: 'contactDomains', failure });
		return;
	}
	const { byClient, unsure, withoutClient } = contacts.value;
	evidence.clients = evidence.clients.map((client) => ({
		...client,
		contactDomains: unsure.has(client.id) ? null : (byClient.get(client.id) ?? []),
	}));
	if (withoutClient > 0) {
		evidence.notes.push({ kind: 'contactsWithoutClient', contacts: withoutClient });
	}
	if (unsure.size > 0) evidence.notes.push({ kind: 'namesakesUnsure', clients: unsure.size });
}

async function addTenants(runtime: Runtime, evidence: EvidenceRead): Promise<void> {
	// A list that shows the tenants of one client shows them all: the connection would say the same once more.
	if (evidence.clients.some(({ microsoftTenantIds }) => microsoftTenantIds.length > 0)) return;
	const links = await readTenantLinks(runtime);
	if (!links.ok) {
		const { failure } = links;
		evidence.notes.push({ kind: 'unread', evidence: 'microsoftConnection', failure });
		return;
	}
	evidence.clients = withTenantLinks(evidence.clients, links.value);
	if (links.value.length === 0) evidence.notes.push({ kind: 'noTenants' });
}

async function addNativeMappings(
	runtime: Runtime,
	{ list }: ClientsRead,
	evidence: EvidenceRead,
): Promise<void> {
	const { module, mappings, rejected } = await readNativeMappings(runtime);
	evidence.rejected.push(...rejected);
	if (mappings.ok) {
		const byClient = mappingsByClient(mappings.value);
		evidence.clients = evidence.clients.map((client) => ({
			...client,
			nativeMappings: byClient.get(client.id) ?? [],
		}));
		if (mappings.value.length === 0) evidence.notes.push({ kind: 'noNativeMappings' });
		const known = new Set(list.rows.map(({ id }) => id));
		// In a part of the list a missing client says nothing.
		if (list.complete) {
			evidence.strayMappings.push(...mappings.value.filter(({ clientId }) => !known.has(clientId)));
		}
	} else {
		const { failure } = mappings;
		evidence.notes.push({ kind: 'unread', evidence: 'nativeMappings', failure });
	}
	if (module.kind === 'on') evidence.notes.push({ kind: 'moduleRuns', module });
}

function mappingsByClient(mapped: readonly MappedCustomer[]): Map<number, NativeMapping[]> {
	const byClient = new Map<number, NativeMapping[]>();
	for (const { clientId, customerNo, customerName, connection } of mapped) {
		const mapping = { customerNo, customerName, connection };
		const known = byClient.get(clientId);
		if (known === undefined) byClient.set(clientId, [mapping]);
		else known.push(mapping);
	}
	return byClient;
}
