import type { IExecuteFunctions } from 'n8n-workflow';

import { getClient, readClients } from '../../core/halo/clients';
import { resolveKeyField, type KeyField } from '../../core/halo/keyField';
import { readCheaper } from '../../core/halo/rowsOfClients';
import { readSites } from '../../core/halo/sites';
import type { HaloSite } from '../../core/halo/siteSchemas';
import { readTopLevels } from '../../core/halo/topLevels';
import type { Runtime } from '../../core/http/types';
import { guardAgainstDuplicates, type NewClientGuard } from '../../core/sync/clients/newClient';
import {
	clientsForAddresses,
	planClients,
	wantsCreation,
	type ClientPlanEntry,
	type ClientSites,
	type CustomerToPlan,
} from '../../core/sync/clients/plan';
import type { ClientPolicy, TopLevelChoice } from '../../core/sync/clients/policy';
import { incompleteList } from '../../core/sync/incompleteList';
import { issueOfFailure } from '../../core/words/failures';
import { sitesReadText } from '../../core/words/rowsRead';
import { stopWith } from '../shared/stopNode';
import type { ClientSettings } from './readPolicy';

export interface MadeClientPlan {
	entries: ClientPlanEntry[];
	policy: ClientPolicy;
	/** Whether Halo was asked for what the policy leaves open. */
	resolved: boolean;
}

/**
 * Plans once without asking Halo anything; only if that would create a client or update an address are the clients, top
 * levels or sites read, and the plan made again with them.
 */
export async function makePlan(
	context: IExecuteFunctions,
	runtime: Runtime,
	customers: CustomerToPlan[],
	settings: ClientSettings,
): Promise<MadeClientPlan> {
	let { policy } = settings;
	const provisional = planClients({ customers, guard: null, sites: null, policy });
	const creates = wantsCreation(provisional);
	const addressed = clientsForAddresses(customers, policy);
	if (!creates && addressed.length === 0) {
		return { entries: provisional, policy, resolved: false };
	}
	let guard: NewClientGuard | null = null;
	if (creates) {
		policy = await resolvedPolicy(context, runtime, settings);
		const { list } = await readClients(runtime, { keyField: policy.keyField });
		guard = guardAgainstDuplicates(list.rows, list.complete);
	}
	const sites = addressed.length === 0 ? null : await sitesFor(context, runtime, addressed);
	return { entries: planClients({ customers, guard, sites, policy }), policy, resolved: creates };
}

/** The policy with what Halo must say before a client is created: the key field's id and the top level. */
async function resolvedPolicy(
	context: IExecuteFunctions,
	runtime: Runtime,
	settings: ClientSettings,
): Promise<ClientPolicy> {
	const { policy } = settings;
	const topLevel =
		policy.topLevel.kind === 'notRead' ? await onlyTopLevel(runtime) : policy.topLevel;
	return { ...policy, topLevel, keyField: await resolvedKeyField(context, runtime, settings) };
}

/** The key field with its id, by which the client list shows it. */
export async function resolvedKeyField(
	context: IExecuteFunctions,
	runtime: Runtime,
	{ keyChoice }: ClientSettings,
): Promise<KeyField | null> {
	if (keyChoice === null) return null;
	const keyField = await resolveKeyField(runtime, keyChoice);
	if (!keyField.ok)
		throw stopWith(context.getNode(), issueOfFailure(keyField.failure, 'Key Field'));
	return keyField.value;
}

async function onlyTopLevel(runtime: Runtime): Promise<TopLevelChoice> {
	const { rows, complete } = await readTopLevels(runtime);
	if (!complete) return { kind: 'unreadable' };
	if (rows.length === 0) return { kind: 'none' };
	if (rows.length > 1) return { kind: 'several', names: rows.map((row) => row.name) };
	return { kind: 'only', id: rows[0].id, name: rows[0].name };
}

/**
 * The site list, or those of the clients in question where that is cheaper, tells the main site of clients with one
 * site; the others cost one request each.
 */
async function sitesFor(
	context: IExecuteFunctions,
	runtime: Runtime,
	clientIds: number[],
): Promise<ClientSites> {
	const distinctIds = [...new Set(clientIds)];
	const { list, pagesOfAll } = await readCheaper<HaloSite>(
		distinctIds,
		async (options) => await readSites(runtime, options),
	);
	if (pagesOfAll !== null) {
		const message = sitesReadText(distinctIds.length, list.requests, pagesOfAll);
		context.addExecutionHints({ type: 'info', location: 'outputPane', message });
	}
	if (!list.complete) {
		throw stopWith(
			context.getNode(),
			issueOfFailure(list.failure ?? incompleteList('List Sites'), 'Halo sites'),
		);
	}
	const counts = new Map<number, number>();
	for (const site of list.rows) counts.set(site.clientId, (counts.get(site.clientId) ?? 0) + 1);
	const mainSiteIds = new Map<number, number>();
	for (const id of distinctIds) {
		if ((counts.get(id) ?? 0) < 2) continue;
		const details = await getClient(runtime, id);
		// A main site that cannot be told is held by the plan, with the reason.
		if (details.ok && details.value.mainSiteId !== null)
			mainSiteIds.set(id, details.value.mainSiteId);
	}
	return { sites: list.rows, mainSiteIds };
}
