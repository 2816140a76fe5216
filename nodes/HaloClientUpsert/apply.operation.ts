import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { approvedItem } from '../../core/sync/approval';
import { changeLogRows, type LoggableChange } from '../../core/sync/changeLog';
import { applyClientPlan } from '../../core/sync/clients/apply';
import { mappingRows, type ClientOfCustomer } from '../../core/sync/clients/mappingRows';
import {
	nameOfCustomer,
	summariseClients,
	type ClientOutcome,
} from '../../core/sync/clients/summary';
import { writingActions, type PlanItem } from '../../core/sync/planItem';
import { connectHalo } from '../shared/connect';
import { nativeInterlock } from '../shared/nativeInterlock';
import { notice } from '../shared/notices';
import { emptyOutputs } from '../shared/outputs';
import { itemOf, originOf } from '../shared/pairing';
import { clientOf, clientOutputs, placeClient, type ClientOutputs } from './clientItems';
import { makePlan, resolvedKeyField } from './makePlan';
import { incompleteCustomers, readInputs } from './readInputs';
import { readClientSettings } from './readPolicy';

/** Apply has no parameters of its own: those it shares with Plan are the policy. */
export const description: INodeProperties[] = [
	notice(
		'applyNotice',
		'Writes to Halo: the Stellr key onto linked clients, and whatever else is switched on below. Put a Plan node before it and look at its outputs first.',
		{ operation: ['apply'] },
	),
];

/**
 * Writes what is on the plan: customers that an earlier node planned as they are, others after planning them here.
 * Clients that moved since are left alone, held ones are never written.
 */
export async function execute(context: IExecuteFunctions): Promise<ClientOutputs> {
	const settings = readClientSettings(context);
	const inputs = readInputs(context);
	const outputs: ClientOutputs = emptyOutputs(clientOutputs);
	const halo = await connectHalo(context);
	const made = await makePlan(context, halo.runtime, inputs.fresh, settings);
	outputs.needsAttention.push(...inputs.attention);

	const earlier = inputs.planned.map((entry) => ({
		...entry,
		plan: approvedItem(entry.plan, settings.policy.approved),
	}));
	const entries = [...made.entries, ...earlier];
	const names = new Map<PlanItem, string>();
	const rejectedIds = new Map<PlanItem, readonly number[]>();
	const plans: PlanItem[] = [];
	for (const { customer, plan, addressPlan } of entries) {
		for (const item of [plan, addressPlan]) {
			if (item === null || !writingActions.includes(item.action)) continue;
			names.set(item, nameOfCustomer(customer));
			rejectedIds.set(item, customer.match.rejectedClientIds ?? []);
			plans.push(item);
		}
	}
	// Reading all clients before a creation needs the key field's id; a link needs only its name.
	const creates = plans.some((plan) => plan.action === 'create');
	const keyField =
		creates && !made.resolved
			? await resolvedKeyField(context, halo.runtime, settings)
			: made.policy.keyField;
	const nativeModule = await nativeInterlock(context, halo.runtime, plans);
	const applied = await applyClientPlan(halo.runtime, plans, {
		keyField,
		...settings.batchSize,
		approved: settings.policy.approved,
		rejectedIdsOf: (plan) => rejectedIds.get(plan) ?? [],
		nameOf: (plan) => names.get(plan) ?? plan.key,
	});
	const byPlan = new Map(applied.map((result) => [result.plan, result]));
	const outcomes: ClientOutcome[] = entries.map((entry) => ({
		...entry,
		applied: byPlan.get(entry.plan) ?? null,
		addressApplied: (entry.addressPlan && byPlan.get(entry.addressPlan)) ?? null,
	}));
	const items = context.getInputData();
	for (const outcome of outcomes) {
		const origin = inputs.originOf.get(outcome.customer) ?? 0;
		placeClient(outputs, outcome, items[origin].json, origin);
	}
	const now = new Date().toISOString();
	const known = outcomes.map(clientOf).filter((entry): entry is ClientOfCustomer => entry !== null);
	const facts = {
		operation: 'apply' as const,
		asOf: inputs.asOf ?? now,
		timeZone: context.getTimezone(),
		requests: halo.requests.count(),
		needsAttention: outputs.needsAttention.length,
		incompleteLists: incompleteCustomers(entries.map(({ customer }) => customer)),
		nativeModule,
	};
	const summary = summariseClients(outcomes, facts, mappingRows(known, now));
	const log = changeLogRows(outcomes.flatMap(loggable), { id: context.getExecutionId(), at: now });
	const all = originOf(items.map((_, index) => index));
	outputs.summary.push(itemOf({ ...summary, changeLogRows: log }, all));
	return outputs;
}

/** The client and its address are two changes, each with its own row. */
function loggable(outcome: ClientOutcome): LoggableChange[] {
	const { customer, plan, applied, addressPlan, addressApplied } = outcome;
	const shared = {
		haloClientId: clientOf(outcome)?.haloClientId ?? null,
		customer: nameOfCustomer(customer),
		what:
			plan.action === 'create' ? `new client ${String(plan.after?.name ?? '')}` : 'client linked',
	};
	const changes: LoggableChange[] = [];
	if (applied !== null) changes.push({ ...applied, ...shared, plan });
	if (addressPlan !== null && addressApplied !== null)
		changes.push({ ...addressApplied, ...shared, plan: addressPlan, what: 'address of the site' });
	return changes;
}
