import type { Objection } from '../stellr/resellerList';
import { issueOfFailure } from './failures';

const number = new Intl.NumberFormat('en-US');
const counted = (count: number, one: string, many: string) =>
	`${number.format(count)} ${count === 1 ? one : many}`;

/** Why customers were read one by one, where an address of the list of the whole reseller is known. */
export function resellerListNotUsed(objection: Objection): string {
	if (objection.kind === 'dearer') {
		const { customers } = objection;
		return `${counted(customers, 'customer was', 'customers were')} read one by one: that costs no more requests than Stellr's list of the whole reseller.`;
	}
	return `Stellr's list of the whole reseller was not used, and each customer was read by its own list instead: ${why(objection)}`;
}

/** That the list of the whole reseller was used, and what it took. */
export function resellerListUsed(facts: {
	requests: number;
	customers: number;
	checked: number;
}): string {
	const { requests, customers, checked } = facts;
	return `The subscriptions of ${counted(customers, 'customer', 'customers')} come from Stellr's list of the whole reseller: ${counted(requests, 'request', 'requests')} instead of ${number.format(customers)}. ${counted(checked, 'customer was', 'customers were')} read by their own lists as well, and agree with it. Of the others nothing is taken for missing.`;
}

function why(objection: Exclude<Objection, { kind: 'dearer' }>): string {
	switch (objection.kind) {
		case 'failed': {
			const { message, remedy } = issueOfFailure(objection.failure, 'List of the whole reseller');
			return `${message} ${remedy}`;
		}
		case 'empty':
			return 'it came back empty, which Stellr also answers where the permission "List Reseller\'s Subscriptions" is missing.';
		case 'noTotal':
			return 'it does not say how many lines it has, so nobody can tell whether all of them came.';
		case 'nameless':
			return `${counted(objection.lines, 'of its lines does', 'of its lines do')} not name a customer.`;
		case 'fewCustomers':
			return `it names only ${number.format(objection.named)} of ${counted(objection.customers, 'customer', 'customers')}.`;
		case 'notChecked':
			return 'none of the customers that were to prove it could be read.';
		case 'differs':
			return `it shows other lines for customer ${objection.customerNo} than the customer's own list.`;
	}
}
