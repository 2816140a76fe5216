import type { IExecuteFunctions } from 'n8n-workflow';

import { getClient, readClients } from '../../../core/halo/clients';
import { resolveKeyField } from '../../../core/halo/keyField';
import { readSites } from '../../../core/halo/sites';
import { readTopLevels } from '../../../core/halo/topLevels';
import type { Runtime } from '../../../core/http/types';
import { guardAgainstDuplicates, type NewClientGuard } from '../../../core/sync/clients/newClient';
import {
	clientsForAddresses,
	planClients,
	wantsCreation,
	type ClientPlanEntry,
	type ClientSites,
	type CustomerToPlan,
} from '../../../core/sync/clients/plan';
import type { ClientPolicy, TopLevelChoice } from '../../../core/sync/clients/policy';
import { summariseClients } from '../../../core/sync/clients/summary';
import { incompleteList } from '../../../core/sync/incompleteList';
import { issueOfFailure } from '../../../core/words/failures';
import { connectHalo } from '../../shared/connect';
import { emptyOutputs } from '../../shared/outputs';
import { itemOf, originOf } from '../../shared/pairing';
import { stopWith } from '../../shared/stopNode';
import { clientOutputs, placeClient, type ClientOutputs } from '../clientItems';
import { readInputs } from '../readInputs';
import { readClientSettings, type ClientSettings } from '../readPolicy';

/** Says which clients would be linked, created or changed, and writes nothing. */
export async function executePlan(context: IExecuteFunctions): Promise<ClientOutputs> {
	const settings = readClientSettings(context);
	const inputs = readInputs(context);
	const outputs: ClientOutputs = emptyOutputs(clientOutputs);
	const halo = await connectHalo(context);
	const customers = [...inputs.fresh, ...inputs.planned.map(({ customer }) => customer)];
	const { entries } = await makePlan(context, halo.runtime, customers, settings);
	outputs.needsAttention.push(...inputs.attention);
	const items = context.getInputData();
	const outcomes = entries.map((entry) => ({ ...entry, applied: null, addressApplied: null }));
	for (const outcome of outcomes) {
		const origin = inputs.originOf.get(outcome.customer) ?? 0;
		placeClient(outputs, outcome, items[origin].json, origin);
	}
	const facts = {
		operation: 'plan' as const,
		asOf: inputs.asOf ?? new Date().toISOString(),
		timeZone: context.getTimezone(),
		requests: halo.requests.count(),
		needsAttention: outputs.needsAttention.length,
		incompleteLists: 0,
	};
	const summary = summariseClients(outcomes, facts, []);
	outputs.summary.push(itemOf(summary, originOf(items.map((_, index) => index))));
	return outputs;
}

export interface MadeClientPlan {
	entries: ClientPlanEntry[];
	policy: ClientPolicy;
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
	if (!creates && addressed.length === 0) return { entries: provisional, policy };
	let guard: NewClientGuard | null = null;
	if (creates) {
		policy = await resolvedPolicy(context, runtime, settings);
		const { list } = await readClients(runtime, { keyField: policy.keyField });
		guard = guardAgainstDuplicates(list.rows, list.complete);
	}
	const sites = addressed.length === 0 ? null : await sitesFor(context, runtime, addressed);
	return { entries: planClients({ customers, guard, sites, policy }), policy };
}

/** The policy with what Halo must say before a client is created: the key field's id and the top level. */
export async function resolvedPolicy(
	context: IExecuteFunctions,
	runtime: Runtime,
	settings: ClientSettings,
): Promise<ClientPolicy> {
	const { policy, keyChoice } = settings;
	const topLevel =
		policy.topLevel.kind === 'notRead' ? await onlyTopLevel(runtime) : policy.topLevel;
	if (keyChoice === null) return { ...policy, topLevel };
	const keyField = await resolveKeyField(runtime, keyChoice);
	if (!keyField.ok)
		throw stopWith(context.getNode(), issueOfFailure(keyField.failure, 'Key Field'));
	return { ...policy, topLevel, keyField: keyField.value };
}

async function onlyTopLevel(runtime: Runtime): Promise<TopLevelChoice> {
	const { rows, complete } = await readTopLevels(runtime);
	if (!complete) return { kind: 'unreadable' };
	if (rows.length === 0) return { kind: 'none' };
	if (rows.length > 1) return { kind: 'several', names: rows.map((row) => row.name) };
	return { kind: 'only', id: rows[0].id, name: rows[0].name };
}

/** The site list tells the main site of clients with one site; the others cost one request each. */
async function sitesFor(
	context: IExecuteFunctions,
	runtime: Runtime,
	clientIds: number[],
): Promise<ClientSites> {
	const { list } = await readSites(runtime);
	if (!list.complete) {
		throw stopWith(
			context.getNode(),
			issueOfFailure(list.failure ?? incompleteList('List Sites'), 'Halo sites'),
		);
	}
	const counts = new Map<number, number>();
	for (const site of list.rows) counts.set(site.clientId, (counts.get(site.clientId) ?? 0) + 1);
	const mainSiteIds = new Map<number, number>();
	for (const id of new Set(clientIds)) {
		if ((counts.get(id) ?? 0) < 2) continue;
		const details = await getClient(runtime, id);
		// A main site that cannot be told is held by the plan, with the reason.
		if (details.ok && details.value.mainSiteId !== null)
			mainSiteIds.set(id, details.value.mainSiteId);
	}
	return { sites: list.rows, mainSiteIds };
}
