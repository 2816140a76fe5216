import type { ClientFacts } from '../facts';
import { holdersIndex, pairOf } from '../holders';
import { nothing, type Rung } from '../rung';

/** The Microsoft tenant that Halo's Microsoft connection links to a client, where Stellr shows a tenant too. */
export const microsoftTenantRung: Rung = {
	level: 'microsoftTenant',
	evidence: 'tenant',
	restsOn: 'comparison',
	prepare: (context) => {
		const holders = holdersIndex(
			context,
			({ tenantIds }) => tenantIds,
			({ tenantId }) => (tenantId === null ? [] : [tenantId]),
		);
		return (customer) => {
			const sharers = holders.with(customer);
			if (sharers === null) return nothing();
			return pairOf(customer, sharers, context, {
				have: `have the Microsoft tenant ${customer.tenantId}`,
				of: `with the Microsoft tenant ${customer.tenantId}`,
				score: 0.96,
				reasons: () => ['same Microsoft tenant'],
				objection: () => null,
			});
		};
	},
};

/** Both sides know their Microsoft tenants and have none in common. */
export function tenantsDiffer(tenantId: string | null, { tenantIds }: ClientFacts): boolean {
	return tenantId !== null && tenantIds.length > 0 && !tenantIds.includes(tenantId);
}
