import type { z } from 'zod';
import type { ApiFailure, ListRead, Result } from '../http/failure';
import { concernsWholeConnection } from '../http/failureScope';
import { inParallel } from '../http/inParallel';
import type { Runtime } from '../http/types';
import { issueOfFailure } from '../words/failures';
import { isRecord } from './answers';
import type { KeyField } from './keyField';
import { readList, readOne, unexpectedShape } from './lists';
import { HALO_AT_ONCE } from './pace';
import {
	canonicalClient,
	rawClientSchema,
	showsKeyField,
	type CustomFieldValue,
	type RawClient,
} from './rawClient';
import { optionalText } from './rawValues';
import { idOfRow, nameOfRow, readRecord, type RejectedRecord } from './rejected';
import type { HaloClient } from './schemas';
import { rawAddressSchema, type HaloAddress } from './siteSchemas';

const CLIENTS = { path: '/Client', key: 'clients' };

export interface ReadClientsOptions {
	/** Where the Stellr keys are kept; null when they are not asked for. */
	keyField: KeyField | null;
	/** Read no more than this many; the list then says that it is not complete. */
	limit?: number;
	/** Ask for the website, which lists leave out by default. On unless false. */
	website?: boolean;
	/** Ask for the Microsoft tenants linked to clients. On unless false. */
	microsoftTenants?: boolean;
}

export interface ClientsRead {
	list: ListRead<HaloClient>;
	rejected: RejectedRecord[];
	/** Halo's list does not show the key field: each client was read on its own, one request each. */
	keyFieldIgnored: boolean;
	/**
	 * Halo showed no client at all, which it also does to an agent who may not see any. Every Halo has clients, so the
	 * list does not count as complete: nobody may be created because of it.
	 */
	nothingVisible: boolean;
	/** Some client showed a website. False where the list leaves websites out, or no client has one. */
	websiteShown: boolean;
}

/**
 * All clients of every top level, active and inactive: callers filter. Costs ceil(clients ÷ 100) requests while Halo
 * shows the key field in its list; otherwise one more for each client, since a key that is not seen must not be taken
 * for a key that is not there.
 */
export async function readClients(
	runtime: Runtime,
	options: ReadClientsOptions,
): Promise<ClientsRead> {
	const { keyField, limit } = options;
	const shown = new ShownFields(keyField);
	const read = await readList<RawClient>(
		runtime,
		{ ...CLIENTS, doing: 'List Clients' },
		{
			includeactive: true,
			includeinactive: true,
			...(options.website === false ? {} : { include_website: true }),
			...(options.microsoftTenants === false ? {} : { includeazuretenants: true }),
			...(keyField?.kind === 'customField' && keyField.id !== null
				? { include_custom_fields: String(keyField.id) }
				: {}),
		},
		{
			parse: (raw, requestId) => {
				shown.look(raw);
				return readRecord<RawClient>(rawClientSchema, raw, 'client', requestId);
			},
			...(limit === undefined ? {} : { limit }),
		},
	);
	const { list } = read;
	const nothingCame = list.rows.length + read.rejected.length === 0;
	if (list.complete && nothingCame) {
		const empty = { ...list, rows: [], complete: false };
		return {
			list: empty,
			rejected: [],
			keyFieldIgnored: false,
			nothingVisible: true,
			websiteShown: false,
		};
	}
	const hidden =
		keyField === null || nothingCame ? null : await keysHidden(runtime, shown, keyField);
	const requests = list.requests + (hidden?.requests ?? 0);
	if (hidden?.hidden === true) {
		return await withDetails(runtime, { ...list, requests }, read.rejected, keyField);
	}
	const rows = list.rows.map((raw) => canonicalClient(raw, keyField));
	// A client that cannot be read may be the one a customer belongs to: without it the list is not all.
	const complete = list.complete && read.rejected.length === 0;
	return {
		list: { ...list, rows, requests, complete },
		rejected: read.rejected,
		keyFieldIgnored: false,
		nothingVisible: false,
		websiteShown: shown.website,
	};
}

/** One client with everything the list leaves out. */
export interface ClientDetails {
	client: HaloClient;
	customFields: CustomFieldValue[];
	deliveryAddress: HaloAddress | null;
	invoiceAddress: HaloAddress | null;
	mainSiteId: number | null;
	mainSiteName: string | null;
	mainPhone: string | null;
}

const rawDetailsSchema = rawClientSchema.extend({
	main_site_name: optionalText,
	main_phonenumber: optionalText,
	main_delivery_address: rawAddressSchema,
	main_invoice_address: rawAddressSchema,
});

/** Reads one client with its custom fields and main site. */
export async function getClient(
	runtime: Runtime,
	id: number,
	keyField: KeyField | null = null,
): Promise<Result<ClientDetails>> {
	const doing = 'Get Client';
	const answer = await readOne(runtime, { ...CLIENTS, doing }, id, { includedetails: true });
	if (!answer.ok) return answer;
	const { requestId } = answer;
	const read = readRecord<z.infer<typeof rawDetailsSchema>>(
		rawDetailsSchema,
		answer.value,
		'client',
		requestId,
	);
	if (!read.ok) {
		return { ok: false, failure: unexpectedShape(doing, requestId, read.rejected.issue) };
	}
	const raw = read.value;
	const client = canonicalClient(raw, keyField);
	const value: ClientDetails = {
		client,
		customFields: raw.customfields,
		deliveryAddress: raw.main_delivery_address,
		invoiceAddress: raw.main_invoice_address,
		mainSiteId: client.mainSiteId,
		mainSiteName: raw.main_site_name,
		mainPhone: raw.main_phonenumber,
	};
	return { ok: true, value, requestId };
}

/** What the rows of the list have room for, looked at while they are read. */
class ShownFields {
	newestId = 0;
	website = false;
	keyInAny = false;
	roomForCustomFields = false;

	constructor(private readonly keyField: KeyField | null) {}

	look(row: unknown): void {
		this.newestId = Math.max(this.newestId, Number(idOfRow(row) ?? 0));
		this.website ||= isRecord(row) && 'website' in row;
		this.keyInAny ||= this.keyField !== null && showsKeyField(row, this.keyField);
		this.roomForCustomFields ||= isRecord(row) && Array.isArray(row.customfields);
	}
}

interface Visibility {
	hidden: boolean;
	/** Requests that finding out cost. */
	requests: number;
}

/**
 * Whether the list leaves the key field out. A list whose rows have room for custom fields but show none may hide
 * them or have none yet: then the newest client, which an earlier import would have made, is looked at on its own.
 */
async function keysHidden(
	runtime: Runtime,
	shown: ShownFields,
	keyField: KeyField,
): Promise<Visibility> {
	if (shown.keyInAny) {
		return { hidden: false, requests: 0 };
	}
	if (keyField.kind !== 'customField' || !shown.roomForCustomFields) {
		return { hidden: true, requests: 0 };
	}
	const details = await getClient(runtime, shown.newestId, keyField);
	if (!details.ok) return { hidden: true, requests: 1 };
	const { stellrKeys, foreignKeyText } = details.value.client;
	return { hidden: stellrKeys.length > 0 || foreignKeyText !== null, requests: 1 };
}

/**
 * Replaces each row by its details. A client whose details cannot be read is not in the list, since its keys are
 * unknown, and the list is not complete; `failure` is set only when no further one could be read.
 */
async function withDetails(
	runtime: Runtime,
	list: ListRead<RawClient>,
	rejected: RejectedRecord[],
	keyField: KeyField | null,
): Promise<ClientsRead> {
	const rows: HaloClient[] = [];
	const unread: RejectedRecord[] = [];
	let failure: ApiFailure | null = null;
	const detailsOf = async (raw: RawClient) => {
		const details = await getClient(runtime, raw.id, keyField);
		if (!details.ok && stopsEverything(details.failure)) failure ??= details.failure;
		return details;
	};
	const all = await inParallel(list.rows, HALO_AT_ONCE, detailsOf, () => failure === null);
	for (const [index, details] of all.entries()) {
		const raw = list.rows[index];
		if (details === undefined) continue;
		if (details.ok) {
			rows.push(mergedWithRow(details.value.client, raw, keyField));
		} else if (!stopsEverything(details.failure)) {
			const issue = issueOfFailure(details.failure, capitalised(nameOfRow(raw, 'client')));
			unread.push({ id: String(raw.id), issue, texts: [raw.name], clientId: raw.id });
		}
	}
	const requests = list.requests + all.filter((details) => details !== undefined).length;
	return {
		list: {
			...list,
			rows,
			requests,
			complete: list.complete && failure === null && rejected.length === 0 && unread.length === 0,
			failure: list.failure ?? failure,
		},
		rejected: [...rejected, ...unread],
		keyFieldIgnored: true,
		nothingVisible: false,
		websiteShown: rows.some(({ website }) => website !== null),
	};
}

/** Details and list may each show what the other leaves out, such as the Microsoft tenants. */
function mergedWithRow(details: HaloClient, raw: RawClient, keyField: KeyField | null): HaloClient {
	const row = canonicalClient(raw, keyField);
	return {
		...details,
		topLevelId: details.topLevelId ?? row.topLevelId,
		topLevelName: details.topLevelName ?? row.topLevelName,
		website: details.website ?? row.website,
		microsoftTenantIds: [...new Set([...details.microsoftTenantIds, ...row.microsoftTenantIds])],
		domains: [...new Set([...details.domains, ...row.domains])],
	};
}

/** Missing rights and a spent budget meet the next client just as well. */
function stopsEverything(failure: ApiFailure): boolean {
	return (
		concernsWholeConnection(failure) ||
		failure.code === 'notAllowed' ||
		failure.code === 'rateLimited'
	);
}

function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
