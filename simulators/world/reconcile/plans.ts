/** Which customers a world for reconcile has: most with a client, some that share one, and those that are a departure themselves. */
import type { Random } from '../../random';
import { aPlan } from '../customerPlan';
import type { CustomerPlan } from '../customerPlan';
import type { FirmRegister } from '../firms';
import type { AccountOptions, WorldOptions } from '../options';

export interface CustomerCounts {
	customers: number;
	withoutClient: number;
	/** Without a client, and nothing is charged. */
	nothingCharged: number;
	inactiveClient: number;
	/** Second customers of clients that have one. */
	sharing: number;
}

export function reconcilePlans(
	counts: CustomerCounts,
	options: WorldOptions,
	firms: FirmRegister,
	random: Random,
): CustomerPlan[] {
	const { withoutClient, nothingCharged, inactiveClient, sharing } = counts;
	const ordinary = counts.customers - withoutClient - nothingCharged - inactiveClient - sharing;
	if (ordinary < sharing) {
		throw new Error(`${counts.customers} customers are too few for what is to be seeded`);
	}
	const accounts = accountsInTurn(options.accounts, counts.customers);
	const some = (count: number, fieldsOf: (index: number) => Partial<CustomerPlan>) =>
		Array.from({ length: count }, (_, index) => {
			const account = accounts.pop() ?? options.accounts[0];
			return aPlan(account, firms.next(account.region), { storedKey: true, ...fieldsOf(index) });
		});
	const absent = { inHalo: false, storedKey: false, nameDifference: 'none' } as const;
	const hosts = some(ordinary, () => ordinaryPlan(options, random));
	return random.shuffled([
		...hosts,
		...sharers(hosts.slice(0, sharing), firms, random),
		...some(inactiveClient, () => ({ sort: 'inactiveClient' })),
		...some(withoutClient, () => absent),
		...some(nothingCharged, (index) =>
			index % 2 === 0
				? { ...absent, sort: 'noLiveLine', lines: 'none' }
				: { ...absent, sort: 'discontinued', lines: 'ended' },
		),
	]);
}

function ordinaryPlan({ customer, line }: WorldOptions, random: Random): Partial<CustomerPlan> {
	const multiSite = random.chance(customer.multiSite);
	if (random.chance(line.none)) return { sort: 'noLiveLine', lines: 'none' };
	if (random.chance(customer.discontinued)) return { sort: 'discontinued', lines: 'ended' };
	const nameDifference = random.chance(customer.domainNames)
		? 'domain'
		: random.weighted(customer.nameDifferences);
	return { multiSite, nameDifference };
}

/** A sharer is another Stellr customer of its host's firm, in the same account. */
function sharers(
	hosts: readonly CustomerPlan[],
	firms: FirmRegister,
	random: Random,
): CustomerPlan[] {
	return hosts.map((host) => {
		Object.assign(host, { sort: 'plain', lines: 'drawn' });
		const stellrName = `${host.firm.name} ${random.pick(['East', 'Warehouse', 'Branch 2', 'Archive'])}`;
		firms.reserve(stellrName);
		return aPlan(host.account, host.firm, {
			sort: 'sharesClient',
			sharesWith: host,
			stellrName,
			nameDifference: 'other',
			storedKey: true,
		});
	});
}

/** Each account as often as its share says, spread evenly. */
function accountsInTurn(accounts: readonly AccountOptions[], count: number): AccountOptions[] {
	const all = accounts.reduce((sum, { share }) => sum + share, 0);
	const given = new Map(accounts.map((account) => [account, 0]));
	return Array.from({ length: count }, (_, index) => {
		const behind = (account: AccountOptions) =>
			((index + 1) * account.share) / all - (given.get(account) ?? 0);
		const next = accounts.reduce((best, account) =>
			behind(account) > behind(best) ? account : best,
		);
		given.set(next, (given.get(next) ?? 0) + 1);
		return next;
	});
}
