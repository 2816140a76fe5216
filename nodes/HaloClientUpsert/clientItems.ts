import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { ClientOfCustomer } from '../../core/sync/clients/mappingRows';
import type { ClientOutcome } from '../../core/sync/clients/summary';
import { attentionItem } from '../shared/attention';
import { itemOf, type Origin } from '../shared/pairing';
import { whyOf } from '../shared/why';

export const clientOutputs = ['customers', 'held', 'needsAttention', 'summary'] as const;
export type ClientOutputs = Record<(typeof clientOutputs)[number], INodeExecutionData[]>;

/**
 * Puts one customer where it belongs. Everyone who has a client, or is planned to get one, goes on by the first output;
 * held ones leave by the second, also when their client is known; customers left out for good are only counted.
 */
export function placeClient(
	outputs: ClientOutputs,
	outcome: ClientOutcome,
	json: IDataObject,
	origin: Origin,
): void {
	const { plan, addressPlan, applied, addressApplied } = outcome;
	const client = clientOf(outcome);
	const record = {
		...withoutEarlierPlan(json),
		haloClientId: client?.haloClientId ?? null,
		haloClientName: client?.haloClientName ?? null,
		plan,
		...(addressPlan === null ? {} : { addressPlan }),
		...(applied === null
			? {}
			: {
					applied: {
						outcome: applied.outcome,
						haloId: applied.haloId,
						requestId: applied.requestId,
					},
				}),
	};
	for (const result of [applied, addressApplied]) {
		if (result?.issue != null)
			outputs.needsAttention.push(attentionItem(result.issue, record, origin));
	}
	const waits = [plan, addressPlan].flatMap((item) =>
		item?.action === 'held' ? [whyOf(item)] : [],
	);
	if (waits.length > 0) outputs.held.push(itemOf({ why: waits.join(' '), ...record }, origin));
	const toBeCreated = plan.action === 'create' && applied === null;
	if (client !== null || toBeCreated) outputs.customers.push(itemOf(record, origin));
}

/** What an earlier node planned or wrote is no longer so. */
function withoutEarlierPlan(json: IDataObject): IDataObject {
	const earlier = ['why', 'plan', 'addressPlan', 'applied'];
	return Object.fromEntries(Object.entries(json).filter(([field]) => !earlier.includes(field)));
}

/** The client a customer has after this run; null when it has none. */
export function clientOf(outcome: ClientOutcome): ClientOfCustomer | null {
	const { customer, plan, applied } = outcome;
	const { client, status } = customer.match;
	if (client !== null && status === 'mapped') {
		return { customer, haloClientId: client.id, haloClientName: client.name, created: false };
	}
	if (plan.action !== 'create' || applied === null || applied.haloId === null) return null;
	if (applied.outcome === 'notWritten') return null;
	return {
		customer,
		haloClientId: applied.haloId,
		haloClientName: String(plan.after?.name ?? ''),
		created: applied.outcome === 'written',
	};
}
