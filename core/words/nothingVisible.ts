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

/** An empty list of clients: HaloPSA answers so also to an agent who may not see them. */
export function noClientsListed(requestId: string | null): Issue {
	return {
		code: 'noClientsVisible',
		message:
			'Halo Clients: the list of clients came back empty, which HaloPSA also answers to an agent who may not see them.',
		remedy:
			'Give the agent of the API application access to Customers and to all teams and top levels in HaloPSA. Nobody is taken for unmapped because of this list.',
		requestId,
	};
}

/** An empty list of contacts, for the evidence of their domains. */
export const noContactListed = {
	message: 'HaloPSA showed no contact at all, which it also does to an agent who may not see them.',
	remedy: 'Give the agent of the API application access to Users and to all teams in HaloPSA.',
};
