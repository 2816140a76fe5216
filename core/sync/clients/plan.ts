import { joinStoredKeys } from '../../halo/keyField';
import type { HaloSite } from '../../halo/siteSchemas';
import type { Match } from '../../matching/schemas';
import type { StellrCustomer, StellrSubscription } from '../../stellr/schemas';
import { clientReasons as why } from '../../words/clientReasons';
import { approvedItem } from '../approval';
import { planItem, type PlanItem, type Reason } from '../planItem';
import { customerKey, foldKey } from '../stellrKeys';
import { hasAddress, planAddress } from './address';
import { clientDifference } from './fields';
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
 * Which clients are linked, created or left alone, and why, in the order of the customers. Pure: with `guard` null the
 * creates are provisional, and the caller reads clients and top levels only if there are any.
 */
export function planClients(input: ClientPlanInput): ClientPlanEntry[] {
	const run: PlanRun = {
		input,
		sharedClients: sharedClients(input.customers),
		keysNow: new Map(),
		namesTaken: new Map(),
		plans: new Map(),
	};
	// By key, so that the order in which customers come in decides nothing.
	const keyed = input.customers
		.map((customer) => ({ key: foldKey(customerKey(customer.customer)), customer }))
		.sort(byKey);
	const addresses = planAddresses(keyed, input);
	const entries = new Map<CustomerToPlan, ClientPlanEntry>();
	for (const { key, customer } of keyed) {
		// A customer that came twice has one plan.
		const plan = run.plans.get(key) ?? planOne(customer, run);
		run.plans.set(key, plan);
		entries.set(customer, { customer, plan, addressPlan: addresses.get(customer) ?? null });
	}
	return input.customers.flatMap((customer) => entries.get(customer) ?? []);
}

interface PlanRun {
	input: ClientPlanInput;
	/** Ids of clients that several customers are matched to. */
	sharedClients: ReadonlySet<number>;
	/** Several customers may join one client in one run: each sees the keys of those before it. */
	keysNow: Map<number, string[]>;
	/** Normal forms of names that this plan creates already. */
	namesTaken: Map<string, string>;
	/** By folded key of the customer. */
	plans: Map<string, PlanItem>;
}

function planOne(customer: CustomerToPlan, run: PlanRun): PlanItem {
	return approvedItem(judged(customer, run), run.input.policy.approved);
}

function judged(customer: CustomerToPlan, run: PlanRun): PlanItem {
	const { policy, guard } = run.input;
	const { match } = customer;
	if (match.status === 'ignored')
		return leftOut(customer, why.ignored(match.reasons.join(', ') || 'it is ignored'));
	if (match.client === null)
		return planNewClient({ customer, policy, guard, namesTaken: run.namesTaken });
	const known = run.keysNow.get(match.client.id) ?? match.client.stellrKeys;
	const plan = withFields(customer, planLink(customer, match.client, known, policy), run);
	if (
		plan.action === 'update' &&
		policy.keyField !== null &&
		keyFieldName(policy.keyField) in (plan.after ?? {})
	)
		run.keysNow.set(match.client.id, [...known, customerKey(customer.customer)]);
	return plan;
}

/** A linked client's own fields travel with its key, or alone. */
function withFields(customer: CustomerToPlan, plan: PlanItem, run: PlanRun): PlanItem {
	const { client } = customer.match;
	if (
		client === null ||
		client.inactive ||
		(plan.action !== 'unchanged' && plan.action !== 'update')
	)
		return plan;
	const alone = !run.sharedClients.has(client.id) && client.stellrKeys.length < 2;
	const { owners } = run.input.policy;
	const { before, after, reasons } = clientDifference(customer.customer, client, owners, alone);
	if (reasons.length === 0) return plan;
	const kept = plan.action === 'update' ? plan.reasons : [];
	return planItem({
		...plan,
		action: 'update',
		before: { ...plan.before, ...before },
		after: { ...plan.after, ...after },
		reasons: [...kept, ...reasons],
	});
}

function sharedClients(customers: readonly CustomerToPlan[]): ReadonlySet<number> {
	const firstKeys = new Map<number, string>();
	const shared = new Set<number>();
	for (const { customer, match } of customers) {
		if (match.client === null) continue;
		const key = customerKey(customer);
		const first = firstKeys.get(match.client.id);
		if (first === undefined) firstKeys.set(match.client.id, key);
		else if (first !== key) shared.add(match.client.id);
	}
	return shared;
}

/** A customer with its key as it is sorted by. */
interface KeyedCustomer {
	key: string;
	customer: CustomerToPlan;
}

function byKey(a: KeyedCustomer, b: KeyedCustomer): number {
	if (a.key !== b.key) return a.key < b.key ? -1 : 1;
	// Of one customer that came twice, the one that is left out or has a client speaks: nothing is created beside it.
	return certaintyOf(a.customer) - certaintyOf(b.customer);
}

function certaintyOf({ match }: CustomerToPlan): number {
	if (match.status === 'ignored') return 0;
	return match.client === null ? 2 : 1;
}

/** Whether reading clients and top levels is worth its requests: something would be created. */
export function wantsCreation(entries: ClientPlanEntry[]): boolean {
	return entries.some(({ plan }) => {
		// What waits for approval is planned to the end, or the approval would be of something else.
		const waits = plan.reasons[0]?.code === 'creationNeedsApproval';
		return plan.action === 'create' || waits;
	});
}

/** Clients whose main site must be known for the address policy. */
export function clientsForAddresses(customers: CustomerToPlan[], policy: ClientPolicy): number[] {
	return customers
		.filter((customer) => wantsAddress(customer, policy) || wantsPhone(customer, policy))
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

/** Address plans by customer. A client has one main site: customers that share it must agree, and one of them writes. */
function planAddresses(
	keyed: readonly KeyedCustomer[],
	input: ClientPlanInput,
): Map<CustomerToPlan, PlanItem> {
	const plans = new Map<CustomerToPlan, PlanItem>();
	if (input.sites === null) return plans;
	const mainSiteOf = mainSites(input.sites);
	const byClient = new Map<number, CustomerToPlan[]>();
	for (const { customer } of keyed) {
		const id = customer.match.client?.id;
		const wanted = wantsAddress(customer, input.policy) || wantsPhone(customer, input.policy);
		if (id === undefined || !wanted) continue;
		const sharing = byClient.get(id);
		if (sharing === undefined) byClient.set(id, [customer]);
		else sharing.push(customer);
	}
	for (const [clientId, sharing] of byClient) {
		const site = mainSiteOf(clientId);
		const writer = sharing.find(({ customer }) => hasAddress(customer, input.policy));
		for (const customer of sharing) {
			const others = sharing.filter((other) => other !== customer).map((other) => other.customer);
			const context = {
				site,
				others,
				writes: customer === writer,
				addressWanted: wantsAddress(customer, input.policy),
				policy: input.policy,
			};
			plans.set(customer, planAddress(customer.customer, context));
		}
	}
	return plans;
}

/** A client's only site, or the one that Halo names as its main one. */
function mainSites({ sites, mainSiteIds }: ClientSites): (clientId: number) => HaloSite | null {
	const byClient = new Map<number | null, HaloSite[]>();
	for (const site of sites) {
		const others = byClient.get(site.clientId);
		if (others === undefined) byClient.set(site.clientId, [site]);
		else others.push(site);
	}
	return (clientId) => {
		const own = byClient.get(clientId) ?? [];
		const mainId = own.length === 1 ? own[0].id : mainSiteIds.get(clientId);
		return own.find((site) => site.id === mainId) ?? null;
	};
}

function wantsAddress(customer: CustomerToPlan, policy: ClientPolicy): boolean {
	if (customer.match.status !== 'mapped' || customer.match.client === null) return false;
	if (policy.updateAddress === 'imported') return customer.match.origin === 'imported';
	return policy.updateAddress === 'all';
}

function wantsPhone({ customer, match }: CustomerToPlan, policy: ClientPolicy): boolean {
	const mapped = match.status === 'mapped' && match.client !== null;
	return mapped && policy.owners.phone !== 'halo' && customer.phone !== null;
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
