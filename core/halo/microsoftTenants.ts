import { z } from 'zod';
import { call } from '../http/call';
import type { Result } from '../http/failure';
import type { Runtime } from '../http/types';
import { isRecord, rowsOfList } from './answers';
import { readOne, unexpectedShape } from './lists';
import { optionalText, optionalWholeNumber } from './rawValues';
import { hostOf } from './rawClient';
import { idOfRow } from './rejected';
import type { HaloClient } from './schemas';

/** A Microsoft tenant that Halo's Microsoft connection links to a client. */
export interface TenantLink {
	clientId: number;
	/** Lower case. */
	tenantId: string | null;
	domain: string | null;
}

const DOING = 'Read Microsoft Connection';
const RESOURCE = { path: '/azureadconnection', key: 'azureadconnections', doing: DOING };
/** Halo's type of the connections that map tenants of customers. */
const CUSTOMER_TENANTS = 2;

/** Connections hold tokens beside the links: nothing but these fields may leave this file. */
const linkSchema = z.object({
	client_id: optionalWholeNumber,
	azure_tenant_id: optionalText,
	azure_tenant_domain: optionalText,
});

/**
 * The tenants of all Microsoft connections: one request, and one for each connection. All or none, since a tenant that
 * two clients share must not look like one client's.
 */
export async function readTenantLinks(runtime: Runtime): Promise<Result<TenantLink[]>> {
	const list = await connectionIds(runtime);
	if (!list.ok) return list;
	const links: TenantLink[] = [];
	for (const id of list.value) {
		const read = await linksOf(runtime, id);
		if (!read.ok) return read;
		links.push(...read.value);
	}
	return { ok: true, value: links, requestId: list.requestId };
}

/** Each client with the tenants linked to it, beside those that its own row shows. */
export function withTenantLinks(
	clients: readonly HaloClient[],
	links: readonly TenantLink[],
): HaloClient[] {
	const byClient = new Map<number, TenantLink[]>();
	for (const link of links) {
		const known = byClient.get(link.clientId);
		if (known === undefined) byClient.set(link.clientId, [link]);
		else known.push(link);
	}
	return clients.map((client) => {
		const own = byClient.get(client.id) ?? [];
		const tenantIds = own.flatMap(({ tenantId }) => tenantId ?? []);
		const domains = own.flatMap(({ domain }) => domain ?? []);
		return {
			...client,
			microsoftTenantIds: [...new Set([...client.microsoftTenantIds, ...tenantIds])],
			domains: [...new Set([...client.domains, ...domains])],
		};
	});
}

async function connectionIds(runtime: Runtime): Promise<Result<number[]>> {
	const { path } = RESOURCE;
	const answer = await call(
		runtime,
		{ api: 'halo', doing: DOING },
		{ method: 'GET', path, query: { type: CUSTOMER_TENANTS } },
	);
	if (!answer.ok) return answer;
	const rows = connectionsIn(answer.value);
	const ids = rows?.map((row) => Number(idOfRow(row) ?? Number.NaN));
	if (ids === undefined || !ids.every(Number.isInteger)) {
		return { ok: false, failure: unexpectedShape(DOING, answer.requestId) };
	}
	return { ok: true, value: ids, requestId: answer.requestId };
}

/** Seen as a bare list; under which name it would stand in an envelope is not known. */
function connectionsIn(body: unknown): unknown[] | null {
	const listed = rowsOfList(body, RESOURCE.key)?.rows;
	if (listed !== undefined || !isRecord(body)) return listed ?? null;
	if (idOfRow(body) !== null) return [body];
	return Object.values(body).find((value): value is unknown[] => Array.isArray(value)) ?? null;
}

async function linksOf(runtime: Runtime, id: number): Promise<Result<TenantLink[]>> {
	const asDocumented = { includedetails: true, includetenants: true };
	let answer = await readOne(runtime, RESOURCE, id, asDocumented);
	if (answer.ok && mappingsIn(answer.value) === undefined) {
		// Tools in use send the type here as well, which Halo's document does not name: only where it is needed.
		answer = await readOne(runtime, RESOURCE, id, { type: CUSTOMER_TENANTS, ...asDocumented });
	}
	if (!answer.ok) return answer;
	const parsed = z.array(linkSchema).safeParse(mappingsIn(answer.value) ?? []);
	if (!parsed.success) return { ok: false, failure: unexpectedShape(DOING, answer.requestId) };
	return { ok: true, value: parsed.data.flatMap(tenantLink), requestId: answer.requestId };
}

function mappingsIn(connection: unknown): unknown {
	return isRecord(connection) ? (connection.mappings_client ?? undefined) : undefined;
}

function tenantLink(raw: z.infer<typeof linkSchema>): TenantLink[] {
	const { client_id: clientId, azure_tenant_id: tenantId, azure_tenant_domain: domain } = raw;
	if (clientId === null || clientId <= 0) return [];
	const host = hostOf(domain)?.toLowerCase() ?? null;
	return [{ clientId, tenantId: tenantId?.toLowerCase() ?? null, domain: host }];
}
