import type { KeyField } from '../../halo/keyField';
import type { HaloClient } from '../../halo/schemas';
import { domainIn } from '../../matching/names/domainName';
import { normalName } from '../../matching/names/normalForm';
import { clientNameIndex, findNearClients, type NearClient } from '../../matching/nearClients';
import type { StellrCustomer, StellrSubscription } from '../../stellr/schemas';
import { clientReasons as why } from '../../words/clientReasons';
import { daysBetween } from '../days';
import { planItem, type PlanItem, type Reason } from '../planItem';
import { customerKey, foldKey } from '../stellrKeys';
import { newClientAddress } from './address';
import { keyFieldName } from './keyFieldText';
import type { CustomerToPlan } from './plan';
import type { ClientPolicy } from './policy';

/** All clients, arranged for the question "is there one already?". */
export interface NewClientGuard {
	complete: boolean;
	clientsByKey: ReadonlyMap<string, HaloClient[]>;
	/** Keys with the same customer number under another account label. */
	sameNumber(key: string): Array<{ key: string; client: HaloClient }>;
	near(name: string): NearClient[];
}

/** Built from a list of all clients, inactive ones included. */
export function guardAgainstDuplicates(clients: HaloClient[], complete: boolean): NewClientGuard {
	const byKey = new Map<string, HaloClient[]>();
	const byNumber = new Map<string, Array<{ key: string; client: HaloClient }>>();
	for (const client of clients) {
		for (const key of client.stellrKeys.map(foldKey)) {
			addTo(byKey, key, client);
			addTo(byNumber, key.slice(key.indexOf('/') + 1), { key, client });
		}
	}
	const names = clientNameIndex(clients);
	return {
		complete,
		clientsByKey: byKey,
		sameNumber: (key) => {
			const folded = foldKey(key);
			return (byNumber.get(folded.slice(folded.indexOf('/') + 1)) ?? []).filter(
				(entry) => entry.key !== folded,
			);
		},
		near: (name) => findNearClients(name, names),
	};
}

function addTo<T>(lists: Map<string, T[]>, key: string, entry: T): void {
	const known = lists.get(key);
	if (known === undefined) lists.set(key, [entry]);
	else known.push(entry);
}

export interface NewClientContext {
	customer: CustomerToPlan;
	policy: ClientPolicy;
	guard: NewClientGuard | null;
	/** Normal forms of names that this plan creates already. */
	namesTaken: Map<string, string>;
}

/** The item for a customer without a client: created, held for a person, or left out for good. */
export function planNewClient(context: NewClientContext): PlanItem {
	const { customer, policy, guard } = context;
	const key = customerKey(customer.customer);
	const base = { target: 'client' as const, key, haloId: null, before: null };
	const never = leftOutFor(customer, policy.today);
	if (never !== null)
		return planItem({ ...base, action: 'skipped', after: null, reasons: [never] });
	const held = (reason: Reason) =>
		planItem({ ...base, action: 'held', after: null, reasons: [reason] });
	if (customer.match.status === 'review') return held(why.underReview());
	const name = nameFor(customer, policy);
	const unclear = unclearFacts(customer, name, policy);
	if (name === null || unclear !== null) return held(unclear ?? why.noName());
	const obstacle = obstacleTo(context, key);
	if (obstacle !== null) return held(obstacle);

	const after = newClientFields(customer.customer, name, policy);
	// Only what a person's word can settle is open to approval.
	const approvable = (reason: Reason) =>
		planItem({ ...base, action: 'held', wouldBe: 'create', after, reasons: [reason] });
	const { form } = normalName(name);
	const doubt = doubtAbout(context, key, name, form);
	if (doubt !== null) return approvable(doubt);
	// That a person chose a new client in the review is the approval.
	const chosen = chosenName(customer);
	if (policy.createMissing === 'approval' && chosen === null)
		return approvable(why.creationNeedsApproval());
	// Without a guard this item is provisional, and no name is taken yet.
	if (guard !== null) context.namesTaken.set(form, name);
	const where = 'name' in policy.topLevel ? policy.topLevel.name : 'the top level';
	const reason = chosen === null ? why.createClient(where) : why.createChosen(where);
	return planItem({ ...base, action: 'create', after, reasons: [reason] });
}

function leftOutFor(customer: CustomerToPlan, today: string): Reason | null {
	if (!customer.customer.active) return why.discontinued(customer.customer.status ?? 'not active');
	const { subscriptions, complete } = customer;
	if (subscriptions === null || !complete) return null;
	return subscriptions.some((line) => isLive(line, today)) ? null : why.noLiveLine();
}

function unclearFacts(
	toPlan: CustomerToPlan,
	name: string | null,
	policy: ClientPolicy,
): Reason | null {
	const { customer, subscriptions, complete } = toPlan;
	const chosen = chosenName(toPlan);
	const domain = chosen ?? customer.name;
	const nameless = domain === null ? why.noName() : why.domainAsName(domain);
	// With creation off, a missing reading of its subscriptions is nobody's concern.
	if (policy.createMissing === 'off') {
		if (name === null) return nameless;
		return chosen === null ? why.creationOff() : why.chosenButOff(chosen);
	}
	if (subscriptions === null) return why.subscriptionsNotRead();
	if (!complete) return why.subscriptionsIncomplete();
	return name === null ? nameless : null;
}

/** A line that is or may be charged; one of unknown state counts until 30 days past its end. */
export function isLive(line: StellrSubscription, today: string): boolean {
	if (line.state === 'active' || line.state === 'suspended') return true;
	if (line.state !== 'unknown') return false;
	return line.endDate === null || daysBetween(line.endDate, today) <= 30;
}

/** A client that may be the customer's already: a person can say that it is another one. */
function doubtAbout(
	context: NewClientContext,
	key: string,
	name: string,
	form: string,
): Reason | null {
	const { guard, customer } = context;
	if (guard === null) return null;
	const other = guard.sameNumber(key)[0];
	if (other !== undefined) return why.labelChanged(other.key, other.client.name);
	const near = nearButNotRejected(guard, name, customer.match.rejectedClientIds ?? []);
	if (near.length > 0) {
		const first = near.slice(0, 3);
		return why.similarClient(
			first.map(({ client, reasons }) => ({ name: client.name, why: reasons.join(', ') })),
		);
	}
	const taken = context.namesTaken.get(form);
	if (taken !== undefined)
		return why.similarClient([{ name: taken, why: 'created in the same run' }]);
	return null;
}

/** Near clients that no person has ruled out for this customer. */
export function nearButNotRejected(
	guard: NewClientGuard,
	name: string,
	rejected: readonly number[],
): NearClient[] {
	return guard.near(name).filter(({ client }) => !rejected.includes(client.id));
}

/** What stands in the way whatever a person says. */
function obstacleTo({ guard, policy }: NewClientContext, key: string): Reason | null {
	if (guard === null) return null;
	if (!guard.complete) return why.clientsIncomplete();
	const holders = guard.clientsByKey.get(foldKey(key)) ?? [];
	if (holders.length > 0) return why.keyExists(holders.map((client) => client.name));
	switch (policy.topLevel.kind) {
		case 'several':
			return why.chooseTopLevel(policy.topLevel.names);
		case 'none':
			return why.noTopLevel();
		case 'unreadable':
		case 'notRead':
			return why.topLevelUnreadable();
		case 'chosen':
		case 'only':
			return null;
	}
}

/** The name of the new client that a person chose for this customer. */
function chosenName({ match }: CustomerToPlan): string | null {
	const name = match.newClientName?.trim() ?? '';
	return match.status !== 'unmapped' || name === '' ? null : name;
}

function nameFor(toPlan: CustomerToPlan, policy: ClientPolicy): string | null {
	const { customer } = toPlan;
	const chosen = chosenName(toPlan);
	if (chosen !== null) return domainIn(chosen) === null ? chosen : null;
	const given =
		policy.properNames.get(foldKey(customerKey(customer))) ??
		policy.properNames.get(customer.customerNo);
	if (given !== undefined && given.trim() !== '') return given.trim();
	if (customer.name === null || domainIn(customer.name) !== null) return null;
	return customer.name;
}

/** The body of the request that creates the client; the key goes with it, so that no crash leaves one without. */
function newClientFields(
	customer: StellrCustomer,
	name: string,
	policy: ClientPolicy,
): Record<string, unknown> {
	const topLevelId = 'id' in policy.topLevel ? policy.topLevel.id : undefined;
	const fields: Record<string, unknown> = {
		name,
		toplevel_id: topLevelId,
		newclient_sitename: 'Main',
		newclient_phonenumber: customer.phone,
		newclient_delivery_address: newClientAddress(customer.address, policy),
		newclient_countrycode: policy.sendCountry ? customer.address.country : null,
		...withoutId(policy.extraFields),
		...(policy.keyField === null
			? {}
			: keyFieldWith(policy.keyField, customerKey(customer), policy.extraFields)),
	};
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
	);
}

/** Extra fields add what a tenant demands; with an id the creation would change that client instead. */
function withoutId(extra: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(extra).filter(([field]) => field !== 'id'));
}

function keyFieldWith(
	keyField: KeyField,
	key: string,
	extra: Record<string, unknown>,
): Record<string, unknown> {
	const field = keyFieldName(keyField);
	if (keyField.kind !== 'customField') return { [field]: key };
	const others = Array.isArray(extra.customfields) ? extra.customfields : [];
	return { customfields: [...others, { name: field, value: key }] };
}
