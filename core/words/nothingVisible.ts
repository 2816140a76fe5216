import type { Issue } from '../items/issue';

/** An empty list of customers: Stellr answers so also to a credential that may not see any. */
export function noCustomersVisible(account: string, requestId: string | null): Issue {
	return {
		code: 'noCustomersVisible',
		message: `Stellr account "${account}": the list of customers came back empty, which Stellr also answers when the credential may not see them.`,
		remedy:
			'Check that the credential belongs to this reseller, Region and Application Type, and has the permission "End Customers - List Customers". Nothing is taken as missing from this list.',
		requestId,
	};
}
