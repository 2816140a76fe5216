import type { StellrSubscription } from '../../core/stellr/schemas';
import { issueOfFailure } from '../../core/words/failures';
import { attentionItem } from '../shared/attention';
import type { NamedOutputs } from '../shared/outputs';
import { itemOf } from '../shared/pairing';
import type { Origin } from '../shared/pairing';
import { failedWholly } from './customerRead';
import type { SubscriptionsRead } from './customerRead';
import type { OutputName } from './outputNames';

export type OutputForm = 'perCustomer' | 'perSubscription';

/** A customer whose list was asked for, with everything its item carries. */
export interface AskedCustomer {
	customerNo: string;
	name: string | null;
	json: object;
	origin: Origin;
	/** Its lines come from the list of the whole reseller, and not from its own. */
	fromResellerList: boolean;
	/** Another customer of its Halo client could not be read at all. */
	clientNotRead?: boolean;
}

/**
 * One customer's result. A failed read goes to Needs Attention alone: an item with an empty list would say that the
 * customer has nothing. A list that came short goes both ways, marked as not complete.
 */
export function putOutCustomer(
	outputs: NamedOutputs<OutputName>,
	customer: AskedCustomer,
	read: SubscriptionsRead,
	form: OutputForm,
): void {
	const { list, rejected } = read;
	const { json, origin } = customer;
	const subject = `Customer ${customer.customerNo}${customer.name ? ` (${customer.name})` : ''}`;
	if (list.failure) {
		const issue = issueOfFailure(list.failure, subject);
		outputs.needsAttention.push(attentionItem(issue, json, origin));
	}
	for (const { issue, key, raw } of rejected) {
		outputs.needsAttention.push(
			attentionItem(issue, { ...json, subscriptionId: key, raw }, origin),
		);
	}
	if (failedWholly(read) !== null) return;

	const result = {
		// A line that is there but cannot be named must not be taken as missing.
		complete:
			list.complete && rejected.every(({ key }) => key !== null) && customer.clientNotRead !== true,
		subscriptionsReadAt: new Date(list.readAt).toISOString(),
		subscriptionsRequestId: list.requestId,
		unreadable: rejected.flatMap(({ key }) => (key === null ? [] : [key])),
		subscriptionsFrom: customer.fromResellerList ? 'resellerList' : 'ownList',
	};
	if (form === 'perCustomer') {
		outputs.subscriptions.push(itemOf({ ...json, subscriptions: list.rows, ...result }, origin));
		return;
	}
	for (const subscription of list.rows) {
		outputs.subscriptions.push(
			itemOf(flatSubscription(subscription, customer, result.complete), origin),
		);
	}
}

function flatSubscription(
	subscription: StellrSubscription,
	{ name, json }: AskedCustomer,
	complete: boolean,
): object {
	const carried = json as { haloClientId?: unknown };
	return {
		...subscription,
		customerName: name,
		...(carried.haloClientId === undefined ? {} : { haloClientId: carried.haloClientId }),
		complete,
	};
}
