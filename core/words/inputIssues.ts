import type { Issue } from '../items/issue';

/** Where an item departs from what a node takes, and what stood there. */
interface Departure {
	field: string;
	seen: string;
}

/** What is wrong with an item that came in, by its number from 0, in the words of the node's own inputs. */
export const inputIssues = {
	emptyItem: (item: number, node: string, record: string): Issue =>
		issue(
			'emptyItem',
			`Item ${item + 1} on ${node} is empty, so the list of ${record}s may not have been read.`,
			`Look at what the node before says; connect ${node} directly and leave its On Error setting at Stop Workflow.`,
		),
	/** One item of a whole list that Mapping Match compares. */
	listed: (item: number, { field, seen }: Departure, node: string, record: string): Issue =>
		issue(
			'itemNotUnderstood',
			`Item ${item + 1} on ${node} has ${seen} in the field "${field}", so it was not taken for a ${record}.`,
			`Feed this input with the items of ${node} as they are; a node in between may have changed them.`,
		),
	/** One item of the lists that a mapping by hand, or a file, is checked against. */
	offered: (
		item: number,
		{ field, seen }: Departure,
		{ input, node, record }: { input: string; node: string; record: string },
	): Issue =>
		issue(
			'itemNotUnderstood',
			`Item ${item + 1} on ${input} has ${seen} in the field "${field}", so it was not taken for a ${record}.`,
			`Feed this input with the items of ${node} as they are.`,
		),
	matched: (item: number, { field, seen }: Departure): Issue =>
		issue(
			'itemNotUnderstood',
			`Item ${item + 1} has ${seen} in the field "${field}", so it was left out.`,
			'Feed this node with the outputs Decided and Review of Mapping Match as they are.',
		),
	client: (item: number, { field, seen }: Departure): Issue =>
		issue(
			'itemNotUnderstood',
			`Item ${item + 1} has ${seen} in the field "${field}", so nothing was planned for it.`,
			"Feed this node with Mapping Match's Decided output, or with plan items of its own.",
		),
	licences: (item: number, { field, seen }: Departure, done: 'planned' | 'compared'): Issue =>
		issue(
			'itemNotUnderstood',
			`Item ${item + 1} has ${seen} in the field "${field}", so nothing was ${done} for it.`,
			'Feed this node with the items of Stellr Subscriptions or Halo Client Upsert, or with plan items of its own.',
		),
	subscriptionsNotRead: (customer: string, done: 'planned' | 'compared'): Issue =>
		issue(
			'subscriptionsNotRead',
			`${customer} came without its subscriptions, so nothing was ${done} for it.`,
			'Put Stellr Subscriptions before this node and let it read this customer.',
		),
	alreadyPlanned: (item: number): Issue =>
		issue(
			'alreadyPlanned',
			`Item ${item + 1} is a plan item already, so nothing was planned for it.`,
			'Connect the Plan node to a node with the operation Apply.',
		),
	planItem: (item: number, done: 'planned' | 'compared'): Issue =>
		issue(
			'alreadyPlanned',
			`Item ${item + 1} is a plan item, so nothing was ${done} for it.`,
			'Feed this node with the items of Stellr Subscriptions.',
		),
	noStellrCustomer: (item: number, field: string): Issue =>
		issue(
			'customerNotGiven',
			`Item ${item + 1}: it is no Stellr customer, since "${field}" is missing or of another kind.`,
			'Feed items of Stellr Customers, with "account" and "customerNo", or set Source to One Customer or Whole Reseller.',
		),
	customerNotGiven: (item: number): Issue =>
		issue(
			'customerNotGiven',
			`Item ${item + 1}: Customer is empty.`,
			'Pick a customer, or give its number.',
		),
	subscriptionNotGiven: (item: number, parameter: string): Issue =>
		issue(
			'subscriptionNotGiven',
			`Item ${item + 1}: ${parameter} is empty.`,
			'Give the customer and the subscription id, such as 411833_1.',
		),
	clientNotChosen: (item: number, seen: string): Issue => {
		const what = seen === '' ? 'is empty' : `holds "${seen.slice(0, 60)}", which is no ID`;
		return issue(
			'clientNotChosen',
			`Item ${item + 1}: Client ${what}.`,
			'Pick a client from the list, or give the whole number that Halo shows as its ID.',
		);
	},
	changeNotUnderstood: (): Issue =>
		issue(
			'changeNotUnderstood',
			'Change does not hold what Edit Consequences put out.',
			'Give it the field "change" of that node as an expression.',
		),
};

function issue(code: string, message: string, remedy: string): Issue {
	return { code, message, remedy, requestId: null };
}
