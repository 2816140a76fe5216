import { joinStoredKeys } from '../../halo/keyField';
import type { HaloSite } from '../../halo/siteSchemas';
import type { Match } from '../../matching/schemas';
import type { StellrCustomer, StellrSubscription } from '../../stellr/schemas';
import { clientReasons as why } from '../../words/planReasons';
import { planItem, type PlanItem, type Reason } from '../planItem';
import { customerKey, foldKey } from '../stellrKeys';
import { planAddress } from './address';
import { keyFieldName } from './keyFieldText';
import { planNewClient, type NewClientGuard } from './newClient';
import type { ClientPolicy } from './policy';

/** A matched customer, with its subscriptions when they were read. */
export interface CustomerToPlan {
	customer: StellrCustomer;
	match: Match;
	/** Null when its subscriptions were not read. */
	subscriptions: StellrSubscription[] | null;
	complete: boolean;
}

export interface ClientPlanEntry {
	customer: CustomerToPlan;
	plan: PlanItem;
	/** Present when main site addresses are to be kept up to date for this client. */
	addressPlan: PlanItem | null;
}

export interface ClientPlanInput {
	customers: CustomerToPlan[];
	/** Every client, inactive ones included; null until something is to be created. */
	guard: NewClientGuard | null;
	/** Sites with their addresses; null when no address is to be updated. */
	sites: ClientSites | null;
	policy: ClientPolicy;
}

export interface ClientSites {
	sites: HaloSite[];
	/** Main site by client, for clients with several sites. */
	mainSiteIds: ReadonlyMap<number, number>;
}

/**
 * Which clients are linked, created or left alone, and why. Pure: with `guard` null the creates are provisional, and the
 * caller reads clients and top levels only if there are any.
 */
export function planClients(input: ClientPlanInput): ClientPlanEntry[] {
	const { policy } = input;
	// Several customers may join one client in one run: each sees the keys of those before it.
	const keysNow = new Map<number, string[]>();
	const namesTaken = new Map<string, string>();
	return input.customers.map((customer) => {
		const { match } = customer;
		const context = { customer, policy, guard: input.guard, namesTaken };
		if (match.status === 'ignored') {
			return {
				customer,
				plan: leftOut(customer, why.ignored(match.reasons.join(', ') || 'it is ignored')),
				addressPlan: null,
			};
		}
		if (match.client === null) return { customer, plan: planNewClient(context), addressPlan: null };
		const known = keysNow.get(match.client.id) ?? match.client.stellrKeys;
		const plan = planLink(customer, match.client, known, policy);
		if (plan.action === 'update')
			keysNow.set(match.client.id, [...known, customerKey(customer.customer)]);
		return { customer, plan, addressPlan: addressOf(customer, input) };
	});
}

/** Whether reading clients and top levels is worth its requests: something would be created. */
export function wantsCreation(entries: ClientPlanEntry[]): boolean {
	return entries.some((entry) => entry.plan.action === 'create');
}

/** Clients whose main site must be known for the address policy. */
export function clientsForAddresses(customers: CustomerToPlan[], policy: ClientPolicy): number[] {
	return customers
		.filter((customer) => wantsAddress(customer, policy))
		.map((customer) => customer.match.client?.id)
		.filter((id): id is number => id !== undefined);
}

function planLink(
	customer: CustomerToPlan,
	client: NonNullable<Match['client']>,
	knownKeys: string[],
	policy: ClientPolicy,
): PlanItem {
	const key = customerKey(customer.customer);
	const base = { target: 'client' as const, key, haloId: client.id };
	const nothing = { before: {}, after: {} };
	if (policy.keyField === null) {
		return planItem({ ...base, ...nothing, action: 'unchanged', reasons: [why.linkedElsewhere()] });
	}
	if (knownKeys.some((known) => foldKey(known) === foldKey(key))) {
		return planItem({ ...base, ...nothing, action: 'unchanged', reasons: [why.linked()] });
	}
	const field = keyFieldName(policy.keyField);
	const before = { [field]: joinStoredKeys(knownKeys) };
	const after = { [field]: joinStoredKeys([...knownKeys, key]) };
	const held = (reason: Reason) =>
		planItem({ ...base, before, after, action: 'held', wouldBe: 'update', reasons: [reason] });
	if (client.inactive) return held(why.clientInactive(client.name));
	if (client.foreignKeyText !== null) return held(why.keyFieldTaken(field, client.foreignKeyText));
	const limit = policy.keyField.limit ?? null;
	if (limit !== null && limit > 0 && after[field].length > limit)
		return held(why.keyFieldFull(field, limit));
	return planItem({ ...base, before, after, action: 'update', reasons: [why.writeKey(field)] });
}

function addressOf(customer: CustomerToPlan, input: ClientPlanInput): PlanItem | null {
	if (input.sites === null || !wantsAddress(customer, input.policy)) return null;
	const clientId = customer.match.client?.id ?? 0;
	const sites = input.sites.sites.filter((site) => site.clientId === clientId);
	const mainId = sites.length === 1 ? sites[0].id : input.sites.mainSiteIds.get(clientId);
	const site = sites.find((entry) => entry.id === mainId) ?? null;
	return planAddress(customer.customer, site, input.policy);
}

function wantsAddress(customer: CustomerToPlan, policy: ClientPolicy): boolean {
	if (customer.match.status !== 'mapped' || customer.match.client === null) return false;
	if (policy.updateAddress === 'imported') return customer.match.origin === 'imported';
	return policy.updateAddress === 'all';
}

function leftOut(customer: CustomerToPlan, reason: Reason): PlanItem {
	const key = customerKey(customer.customer);
	return planItem({
		action: 'skipped',
		target: 'client',
		key,
		haloId: null,
		before: null,
		after: null,
		reasons: [reason],
	});
}
