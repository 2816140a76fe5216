/** The pieces of the core that a night is made of, each with the lists that it works on. */
import { matchCustomers, type MatchOptions } from '../../core/matching';
import { reconcileLicences } from '../../core/reconcile/reconcile';
import { defaultReconcilePolicy } from '../../core/reconcile/input';
import { guardAgainstDuplicates } from '../../core/sync/clients/newClient';
import { planClients, type CustomerToPlan } from '../../core/sync/clients/plan';
import { defaultClientPolicy, type ClientPolicy } from '../../core/sync/clients/policy';
import { planLicences } from '../../core/sync/licences/plan';
import { defaultLicencePolicy } from '../../core/sync/licences/policy';
import { customerKey } from '../../core/sync/stellrKeys';
import { clientNight, licenceNight, nights, type ClientNight, type Night } from './coreWorld';
import { BENCH_TODAY, reconcileBenchWorld } from './reconcileWorld';

export interface CoreStep {
	name: string;
	/** Makes the input for so many subscriptions; what it gives back is the work, which says what came out, by kind. */
	prepare: (subscriptions: number) => () => Record<string, number>;
}

const MATCHING: MatchOptions = { today: BENCH_TODAY };
const CLIENT_POLICY: ClientPolicy = {
	...defaultClientPolicy,
	keyField: { kind: 'ref' },
	createMissing: 'on',
	topLevel: { kind: 'only', id: 1, name: 'Customers' },
	today: BENCH_TODAY,
};
const LICENCE_POLICY = { ...defaultLicencePolicy, today: BENCH_TODAY };

export const coreSteps: readonly CoreStep[] = [
	...(['first', 'unchanged'] as const).flatMap((night) => [matching(night), clientPlan(night)]),
	...nights.flatMap((night) => [licencePlan(night, false), licencePlan(night, true)]),
	reconciling(),
];

function matching(night: Night): CoreStep {
	return {
		name: `match customers, ${night}`,
		prepare: (subscriptions) => {
			const world = clientNight(night, subscriptions);
			return () => {
				const { mapped, review, unmapped } = matchCustomers(world, MATCHING);
				return { mapped: mapped.length, review: review.length, unmapped: unmapped.length };
			};
		},
	};
}

function clientPlan(night: Night): CoreStep {
	return {
		name: `plan clients, ${night}`,
		prepare: (subscriptions) => {
			const world = clientNight(night, subscriptions);
			const customers = matched(world);
			return () => {
				const guard = guardAgainstDuplicates(world.clients, true);
				const entries = planClients({ customers, guard, sites: null, policy: CLIENT_POLICY });
				return countedBy(entries.map(({ plan }) => plan.action));
			};
		},
	};
}

function matched(world: ClientNight): CustomerToPlan[] {
	const { mapped, review, unmapped } = matchCustomers(world, MATCHING);
	return [...mapped, ...review, ...unmapped].map(({ customer, match }) => ({
		customer,
		match,
		subscriptions: world.linesOf.get(customerKey(customer)) ?? [],
		complete: true,
	}));
}

function licencePlan(night: Night, withSavedState: boolean): CoreStep {
	return {
		name: `plan licences, ${night}${withSavedState ? ', saved state' : ''}`,
		prepare: (subscriptions) => {
			const { customers, licences, saved } = licenceNight(night, subscriptions);
			const memory = withSavedState ? { saved } : {};
			return () => {
				const plan = planLicences({ customers, licences, ...memory, policy: LICENCE_POLICY });
				return countedBy(plan.map((entry) => entry.plan.action));
			};
		},
	};
}

function reconciling(): CoreStep {
	return {
		name: 'reconcile',
		prepare: (subscriptions) => {
			const world = reconcileBenchWorld({ subscriptions, customers: subscriptions / 10 });
			const policy = { ...defaultReconcilePolicy, today: world.today };
			return () => {
				const { lines, counts } = reconcileLicences({ ...world, policy });
				return { inSync: counts.inSync, others: lines.length - counts.inSync };
			};
		},
	};
}

function countedBy(kinds: readonly string[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
	return counts;
}
