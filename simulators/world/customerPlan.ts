/** Decides, before a record exists, what each Stellr customer is: the shares of the world become exact numbers here. */
import type { Random } from '../random';
import type { Firm, Region } from './firms';
import { FirmRegister } from './firms';
import type { NameDifference } from './nameDifferences';
import type { AccountOptions, WorldOptions } from './options';
import type { CustomerSort } from './truth';

export interface CustomerPlan {
	account: AccountOptions;
	firm: Firm;
	sort: CustomerSort;
	inHalo: boolean;
	nameDifference: NameDifference;
	/** Stellr's name when it is not derived from the firm's. */
	stellrName?: string;
	/** For `sharesClient`: the customer whose client it is. */
	sharesWith?: CustomerPlan;
	/** `ended`: lines, but none that lives. */
	lines: 'drawn' | 'none' | 'ended';
	multiSite: boolean;
	storedKey: boolean;
}

export function planCustomers(
	options: WorldOptions,
	firms: FirmRegister,
	random: Random,
): CustomerPlan[] {
	options.ownNames.forEach((name) => firms.reserve(name));
	const plans = options.accounts.flatMap((account, index) =>
		Array.from({ length: accountSize(options, index) }, () =>
			aPlan(account, firms.next(account.region)),
		),
	);
	assignSorts(plans, options, random);
	assignPresence(plans, options, random);
	assignNames(plans, options, random);
	return plans;
}

export function aPlan(
	account: AccountOptions,
	firm: Firm,
	fields: Partial<CustomerPlan> = {},
): CustomerPlan {
	return {
		account,
		firm,
		sort: 'plain',
		inHalo: true,
		nameDifference: 'same',
		lines: 'drawn',
		multiSite: false,
		storedKey: false,
		...fields,
	};
}

/** This many of the items, any of them. */
export function quota<T>(items: readonly T[], share: number, random: Random): T[] {
	return random.shuffled(items).slice(0, Math.round(items.length * share));
}

/** Shares made whole so that they sum to the number of customers. */
function accountSize({ accounts, customers }: WorldOptions, index: number): number {
	const all = accounts.reduce((sum, { share }) => sum + share, 0);
	const upTo = (end: number) =>
		Math.round(
			(accounts.slice(0, end).reduce((sum, { share }) => sum + share, 0) / all) * customers,
		);
	return upTo(index + 1) - upTo(index);
}

function assignSorts(plans: CustomerPlan[], options: WorldOptions, random: Random): void {
	const { customer, ownNames, line } = options;
	let free = random.shuffled(plans);
	const take = (share: number) => {
		const taken = free.slice(0, Math.round(plans.length * share));
		free = free.slice(taken.length);
		return taken;
	};
	take(customer.discontinued).forEach((plan) =>
		Object.assign(plan, { sort: 'discontinued', lines: 'ended' }),
	);
	take(customer.ownOrTest).forEach((plan, index) => {
		const own = ownNames[index];
		Object.assign(plan, {
			sort: own === undefined ? 'test' : 'own',
			stellrName: own ?? `Test Customer ${index}`,
		});
	});
	take(customer.split).forEach((plan) => (plan.sort = 'split'));
	take(customer.inactiveClient).forEach((plan) => (plan.sort = 'inactiveClient'));
	take(customer.merged).forEach((plan) => (plan.sort = 'merged'));
	const sharers = take(customer.sharesClient);
	quota(free, (line.none * plans.length) / Math.max(1, free.length), random).forEach((plan) =>
		Object.assign(plan, { sort: 'noLiveLine', lines: 'none' }),
	);
	assignSharers(
		sharers,
		free.filter(({ sort }) => sort === 'plain'),
		random,
	);
	quota(plans, customer.multiSite, random).forEach((plan) => (plan.multiSite = true));
}

/** A sharer is a second Stellr customer of a firm that has one already, in the same account. */
function assignSharers(sharers: CustomerPlan[], hosts: CustomerPlan[], random: Random): void {
	const left = random.shuffled(hosts);
	for (const plan of sharers) {
		const found = left.findIndex(({ account }) => account === plan.account);
		if (found < 0) continue;
		const [host] = left.splice(found, 1);
		plan.sort = 'sharesClient';
		plan.sharesWith = host;
		plan.stellrName = `${host.firm.name} ${random.pick(['East', 'Warehouse', 'Branch 2', 'Archive'])}`;
		plan.nameDifference = 'other';
	}
}

function assignPresence(plans: CustomerPlan[], options: WorldOptions, random: Random): void {
	const must = new Set(plans.flatMap(({ sharesWith }) => (sharesWith ? [sharesWith] : [])));
	for (const plan of plans) if (plan.sort === 'own' || plan.sort === 'test') plan.inHalo = false;
	const may = plans.filter(
		(plan) => ['plain', 'discontinued', 'noLiveLine'].includes(plan.sort) && !must.has(plan),
	);
	const absent = Math.max(
		0,
		Math.round(plans.length * (1 - options.customer.inHalo)) -
			plans.filter(({ inHalo }) => !inHalo).length,
	);
	random
		.shuffled(may)
		.slice(0, absent)
		.forEach((plan) => (plan.inHalo = false));
	const mapped = plans.filter(({ inHalo }) => inHalo);
	quota(mapped, options.customer.storedKeys, random).forEach((plan) => (plan.storedKey = true));
}

function assignNames(plans: CustomerPlan[], { customer }: WorldOptions, random: Random): void {
	const named = plans.filter(({ stellrName }) => stellrName === undefined);
	const domains = new Set(
		random.shuffled(named).slice(0, Math.round(plans.length * customer.domainNames)),
	);
	for (const plan of named) {
		if (domains.has(plan)) plan.nameDifference = 'domain';
		else plan.nameDifference = plan.inHalo ? random.weighted(customer.nameDifferences) : 'none';
	}
}

/** Firms that only Halo knows. */
export function fillerFirms(
	count: number,
	firms: FirmRegister,
	regions: readonly Region[],
): Firm[] {
	return Array.from({ length: Math.max(0, count) }, (_, index) =>
		firms.next(regions[index % regions.length]),
	);
}
