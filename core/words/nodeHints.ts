/** Notes below a node after a run by hand: what to look at next. */
export const nodeHints = {
	held: (count: number) => `${count} held: open the second output to see why.`,
	needsAttention: (count: number, output: string) =>
		`${count} ${count === 1 ? 'item needs' : 'items need'} attention: open the ${output} output.`,
	keyFieldLeftOut: (requests: number) =>
		`This Halo leaves the key field out of its client list, so each client was read on its own: ${requests} requests.`,
	clientsLeftOut: (shown: number, all: number) =>
		`${shown} of ${all} Halo clients came out. Mapping Match takes nobody for unmapped unless all of them come in.`,
	/** Stellr answers "none" also where a permission is missing. */
	nobodySubscribes: (customers: number) =>
		`None of the ${customers} customers that were read has a subscription. Check that the credential has the permission "Subscriptions - List Customers' Subscriptions"; nothing is ended because of it.`,
};
