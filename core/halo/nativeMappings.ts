import { z } from 'zod';
import type { Result } from '../http/failure';
import type { Runtime } from '../http/types';
import { unexpectedShape } from './lists';
import { nativeModuleOf, type NativeModule } from './nativeModule';
import { optionalText, optionalWholeNumber } from './rawValues';
import { readRecord, type RejectedRecord } from './rejected';
import type { NativeMapping } from './schemas';
import { getModuleConnection, readModuleConnections, type ModuleConnection } from './synnexDetails';

/** A customer that Halo's own StreamOne Stellr module has mapped, with the client it is mapped to. */
export interface MappedCustomer extends NativeMapping {
	clientId: number;
	/** The client's name as the mapping holds it, which may be an old one. */
	clientName: string | null;
}

export interface NativeMappingsRead {
	/** Whether the module still imports, as far as its list could be read. */
	module: NativeModule;
	/**
	 * The mappings of all connections, or why there are none to use. With those of one connection missing, a customer
	 * number that two accounts use would look as if only one had it.
	 */
	mappings: Result<MappedCustomer[]>;
	/** Mappings that could not be understood. */
	rejected: RejectedRecord[];
}

const DOING = 'Read Native Mappings';
/** Number of the client table in Halo's external links. */
const CLIENT_TABLE = 2;

/** Customer and client as the module links them; ids come as numbers or as texts. */
const linkSchema = z.object({
	table_id: optionalWholeNumber,
	halo_id: optionalWholeNumber,
	halo_desc: optionalText,
	third_party_id: optionalText,
	third_party_desc: optionalText,
});

/** One request, and one more for each connection whose mappings the list does not show. Nothing is ever written. */
export async function readNativeMappings(runtime: Runtime): Promise<NativeMappingsRead> {
	const list = await readModuleConnections(runtime, DOING);
	if (!list.ok) {
		return { module: { kind: 'unknown', failure: list.failure }, mappings: list, rejected: [] };
	}
	const module = nativeModuleOf(list.value);
	const all: MappedCustomer[] = [];
	const rejected: RejectedRecord[] = [];
	for (const connection of list.value) {
		const links = await linksOf(runtime, connection, list.requestId);
		if (!links.ok) return { module, mappings: links, rejected: [] };
		for (const link of links.value) {
			const read = readRecord<z.infer<typeof linkSchema>>(
				linkSchema,
				link,
				'native mapping',
				links.requestId,
			);
			if (!read.ok) rejected.push(read.rejected);
			else all.push(...mappedCustomer(read.value, connection));
		}
	}
	return { module, mappings: { ok: true, value: all, requestId: list.requestId }, rejected };
}

async function linksOf(
	runtime: Runtime,
	connection: ModuleConnection,
	requestId: string | null,
): Promise<Result<unknown[]>> {
	const listed = connection.client_mappings;
	if (Array.isArray(listed) && listed.length > 0) return { ok: true, value: listed, requestId };
	if (connection.id === null) return { ok: false, failure: unexpectedShape(DOING, requestId) };
	// Nothing in the list may be nothing mapped, or mappings that only the details show.
	const details = await getModuleConnection(runtime, connection.id, DOING);
	if (!details.ok) return details;
	const links = details.value.client_mappings ?? [];
	return Array.isArray(links)
		? { ok: true, value: links, requestId: details.requestId }
		: { ok: false, failure: unexpectedShape(DOING, details.requestId) };
}

/** Nobody when either side is unset, which the module writes as -1 or leaves empty; sites are linked in the same list. */
function mappedCustomer(
	link: z.infer<typeof linkSchema>,
	{ name }: ModuleConnection,
): MappedCustomer[] {
	const { table_id: table, halo_id: clientId, third_party_id: customerNo } = link;
	const isClient = table === null || table === CLIENT_TABLE;
	const isMapped = clientId !== null && clientId > 0 && customerNo !== null && customerNo !== '-1';
	if (!isClient || !isMapped) return [];
	return [
		{
			customerNo,
			customerName: link.third_party_desc,
			connection: name?.trim() || null,
			clientId,
			clientName: link.halo_desc,
		},
	];
}
