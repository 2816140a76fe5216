import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { summariseClients } from '../../core/sync/clients/summary';
import { connectHalo } from '../shared/connect';
import { emptyOutputs } from '../shared/outputs';
import { itemOf, originOf } from '../shared/pairing';
import { clientOutputs, placeClient, type ClientOutputs } from './clientItems';
import { makePlan } from './makePlan';
import { incompleteCustomers, readInputs } from './readInputs';
import { readClientSettings } from './readPolicy';

/** Plan has no parameters of its own: those it shares with Apply are the policy. */
export const description: INodeProperties[] = [];

/** Says which clients would be linked, created or changed, and writes nothing. */
export async function execute(context: IExecuteFunctions): Promise<ClientOutputs> {
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
		incompleteLists: incompleteCustomers(customers),
	};
	const summary = summariseClients(outcomes, facts, []);
	outputs.summary.push(itemOf(summary, originOf(items.map((_, index) => index))));
	return outputs;
}
