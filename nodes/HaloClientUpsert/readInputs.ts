import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readClientInput } from '../../core/items/clientInput';
import type { ClientPlanEntry, CustomerToPlan } from '../../core/sync/clients/plan';
import { inputIssues } from '../../core/words/inputIssues';
import { attentionItem } from '../shared/attention';
import { itemOf } from '../shared/pairing';

/** Everything that came in, sorted by what it is. */
export interface ClientInputs {
	/** Customers to plan here. */
	fresh: CustomerToPlan[];
	/** Customers that an earlier node planned. */
	planned: ClientPlanEntry[];
	originOf: Map<CustomerToPlan, number>;
	attention: INodeExecutionData[];
	/** ISO time of the oldest list the matches were decided from. */
	asOf: string | null;
}

export function readInputs(context: IExecuteFunctions): ClientInputs {
	const inputs: ClientInputs = {
		fresh: [],
		planned: [],
		originOf: new Map(),
		attention: [],
		asOf: null,
	};
	context.getInputData().forEach((item, origin) => {
		const read = readClientInput(item.json);
		if (read.kind === 'issue') {
			inputs.attention.push(itemOf(item.json, origin));
			return;
		}
		if (read.kind === 'notUnderstood') {
			const issue = inputIssues.client(origin, read);
			inputs.attention.push(attentionItem(issue, item.json, origin));
			return;
		}
		const { customer, plan, addressPlan } = read;
		inputs.originOf.set(customer, origin);
		if (inputs.asOf === null || customer.match.asOf < inputs.asOf)
			inputs.asOf = customer.match.asOf;
		if (plan === null) inputs.fresh.push(customer);
		else inputs.planned.push({ customer, plan, addressPlan });
	});
	return inputs;
}

/** Customers whose subscriptions did not all come. */
export function incompleteCustomers(customers: CustomerToPlan[]): number {
	return customers.filter(({ subscriptions, complete }) => subscriptions !== null && !complete)
		.length;
}
