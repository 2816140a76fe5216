import type { HaloClient } from '../halo/schemas';
import { customerKey } from '../sync/stellrKeys';
import type { MatchContext } from './context';
import type { ClientFacts, CustomerFacts } from './facts';
import { countriesDiffer, countryCode } from './names/countries';
import { nothing, type Candidate, type Finding } from './rung';

/** All clients and customers that share one thing: a name, a domain, a tenant. */
export interface Holders {
	clients: readonly ClientFacts[];
	customers: readonly CustomerFacts[];
}

/** Looks up who holds a thing. */
export interface HoldersIndex {
	/** All that hold one of the things that this customer holds; null when no client does. */
	with: (customer: CustomerFacts) => Holders | null;
	/** The same for one thing that a customer holds. */
	of: (key: string) => Holders | null;
}

/**
 * Sorts customers by what they hold, and the clients that hold the same. Nearly every key has one holder on each side,
 * so lists are made only where there are several, and when they are asked for: two long lists have very many keys.
 * Customers come first, since a client may be called in many ways and only those that a customer goes by are asked for.
 */
export function holdersIndex(
	context: MatchContext,
	keysOfClient: (client: ClientFacts) => readonly string[],
	keysOfCustomer: (customer: CustomerFacts) => readonly string[],
): HoldersIndex {
	if (!context.clients.some((client) => keysOfClient(client).length > 0)) return HELD_BY_NONE;
	// Each text is looked up once for each record that holds it: from then on its place in the lists stands for it.
	const places = new Map<string, number>();
	const customers: Array<CustomerFacts | CustomerFacts[]> = [];
	const firstPlace = new Int32Array(context.customers.length).fill(NOWHERE);
	const morePlaces = new Map<CustomerFacts, number[]>();
	const addCustomer = (customer: CustomerFacts, key: string) => {
		if (key === '') return;
		let place = places.get(key);
		if (place !== undefined) customers[place] = withOne(customers[place], customer);
		else {
			place = customers.length;
			places.set(key, place);
			customers.push(customer);
		}
		if (firstPlace[customer.at] === NOWHERE) firstPlace[customer.at] = place;
		else morePlaces.set(customer, [...(morePlaces.get(customer) ?? []), place]);
	};
	forEachKey(context.customers, keysOfCustomer, addCustomer);
	if (places.size === 0) return HELD_BY_NONE;
	const clients = new Array<ClientFacts | ClientFacts[] | undefined>(customers.length);
	forEachKey(context.clients, keysOfClient, (client, key) => {
		const place = places.get(key);
		if (place !== undefined) clients[place] = withOne(clients[place], client);
	});
	const heldAt = (place: number): Holders | null => {
		const held = clients[place];
		return held === undefined
			? null
			: { clients: listOf(held), customers: listOf(customers[place]) };
	};
	return {
		with: (customer) => {
			const place = firstPlace[customer.at];
			if (place === NOWHERE) return null;
			const more = morePlaces.size === 0 ? undefined : morePlaces.get(customer);
			return more === undefined
				? heldAt(place)
				: together([place, ...more].flatMap((one) => heldAt(one) ?? []));
		},
		of: (key) => {
			const place = places.get(key);
			return place === undefined ? null : heldAt(place);
		},
	};
}

function forEachKey<T>(
	records: readonly T[],
	keysOf: (record: T) => readonly string[],
	add: (record: T, key: string) => void,
): void {
	// Very many records with one key or none each: an iterator for every one of them is felt.
	for (let at = 0; at < records.length; at++) {
		const keys = keysOf(records[at]);
		for (let which = 0; which < keys.length; which++) add(records[at], keys[which]);
	}
}

const NOWHERE = -1;
const HELD_BY_NONE: HoldersIndex = { with: () => null, of: () => null };

function together(groups: readonly Holders[]): Holders | null {
	if (groups.length < 2) return groups[0] ?? null;
	return {
		clients: [...new Set(groups.flatMap((group) => group.clients))],
		customers: [...new Set(groups.flatMap((group) => group.customers))],
	};
}

function withOne<T extends object>(known: T | T[] | undefined, holder: T): T | T[] {
	if (known === undefined || known === holder) return holder;
	if (!Array.isArray(known)) return [known, holder];
	// The same holder comes again only at once, with another of its own keys.
	if (known.at(-1) !== holder) known.push(holder);
	return known;
}

function listOf<T extends object>(held: T | T[]): T[] {
	return Array.isArray(held) ? held : [held];
}

const NO_RIVALS: readonly CustomerFacts[] = [];

/** How a rung speaks of what it compares, and judges a pair that stands alone. */
export interface PairReading {
	/** Follows "2 Halo clients": "have this name". */
	have: string;
	/** Follows "the Halo client": "of this name". */
	of: string;
	/** Score of a client that is offered to a person. */
	score: number;
	reasons: (client: ClientFacts, customer: CustomerFacts) => string[];
	/** Why the two may be two companies all the same; null when nothing speaks against it. */
	objection: (client: ClientFacts, customer: CustomerFacts) => string | null;
	/** Of several clients those that it can be after all; all of them unless given. */
	narrowed?: (clients: readonly ClientFacts[], customer: CustomerFacts) => readonly ClientFacts[];
	/** Whether this other customer is plainly of the same company, so that both may be found. */
	isSameCompany?: (other: CustomerFacts, client: ClientFacts, customer: CustomerFacts) => boolean;
}

/** The client that holds what the customer holds: one that is live, and the only one, on both sides. */
export function pairOf(
	customer: CustomerFacts,
	holders: Holders,
	context: MatchContext,
	reading: PairReading,
): Finding {
	const rejected = context.saved.rejectedIds(customer.customer);
	if (holders.clients.length === 1 && holders.customers.length === 1 && rejected.size === 0) {
		return simplePair(customer, holders.clients[0], reading);
	}
	const offered =
		rejected.size === 0
			? holders.clients
			: holders.clients.filter(({ client }) => !rejected.has(client.id));
	if (offered.length === 0) {
		return nothing(`a person rejected Halo client ${quoted(holders.clients)}`);
	}
	const inUse = holders.clients.filter(({ isLive }) => isLive);
	const near = inSameCountry(customer, inUse);
	const live =
		near.length > 1 && reading.narrowed !== undefined ? reading.narrowed(near, customer) : near;
	const candidates = () => pairCandidates(customer, offered, reading);
	const unusable = whyNoneIsLive(live, offered, reading.of);
	if (unusable !== null) return { kind: 'doubt', why: unusable, candidates: candidates() };
	if (live.length > 1) {
		const why = `${live.length} active Halo clients ${reading.have}: ${quoted(live)}.`;
		return { kind: 'among', why, candidates: candidates() };
	}
	const [client] = live;
	const objection = reading.objection(client, customer);
	if (objection !== null) return { kind: 'doubt', why: objection, candidates: candidates() };
	const rivals =
		holders.customers.length < 2
			? NO_RIVALS
			: holders.customers.filter(
					(other) =>
						other !== customer &&
						!(
							livesElsewhere(other, client) ||
							reading.isSameCompany?.(other, client, customer) === true
						),
				);
	if (rivals.length > 0) {
		const keys = [customer, ...rivals].map((other) => customerKey(other.customer)).sort();
		const why = `${keys.length} Stellr customers ${reading.have}: ${shortList(keys)}.`;
		return { kind: 'among', why, candidates: candidates() };
	}
	return { kind: 'found', client: client.client, reasons: reading.reasons(client, customer) };
}

/** Nearly every key has one holder on each side: the same as below without the lists. */
function simplePair(customer: CustomerFacts, client: ClientFacts, reading: PairReading): Finding {
	const why = client.isLive
		? reading.objection(client, customer)
		: whyNoneIsLive([], [client], reading.of);
	return why === null
		? { kind: 'found', client: client.client, reasons: reading.reasons(client, customer) }
		: { kind: 'doubt', why, candidates: pairCandidates(customer, [client], reading) };
}

function pairCandidates(
	customer: CustomerFacts,
	clients: readonly ClientFacts[],
	{ score, reasons }: PairReading,
): Candidate[] {
	return candidatesOf(clients, { score, reasons: (client) => reasons(client, customer) });
}

/** Namesakes in several countries are told apart by the customer's own, where every country is known. */
function inSameCountry(
	{ customer }: CustomerFacts,
	live: readonly ClientFacts[],
): readonly ClientFacts[] {
	const own = countryCode(customer.address.country);
	if (live.length < 2 || own === null) return live;
	const countries = live.map(({ client }) => countryCode(client.country));
	if (countries.includes(null)) return live;
	const near = live.filter((_client, at) => countries[at] === own);
	return near.length === 0 ? live : near;
}

function livesElsewhere({ customer }: CustomerFacts, { client }: ClientFacts): boolean {
	return countriesDiffer(customer.address.country, client.country);
}

/** Why no client can be decided for: all of them are out of use, or the usable one was rejected. */
function whyNoneIsLive(
	live: readonly ClientFacts[],
	offered: readonly ClientFacts[],
	of: string,
): string | null {
	if (live.length === 0) {
		return offered.length > 1
			? `All Halo clients ${of}, ${quoted(offered)}, are ${outOfUse(offered)}.`
			: `The only Halo client ${of}, ${quoted(offered)}, is ${outOfUse(offered)}.`;
	}
	if (live.some((client) => offered.includes(client))) return null;
	return `A person rejected the active Halo client ${of}; what is left is ${outOfUse(offered)}: ${quoted(offered)}.`;
}

function outOfUse(clients: readonly ClientFacts[]): string {
	const marked = clients.find(
		({ client, reading }) => !client.inactive && reading.retired !== null,
	);
	return marked === undefined ? 'inactive' : `marked "${marked.reading.retired}"`;
}

/** More than a person would read. */
const MOST_OFFERED = 10;

/** Live ones first, each part by id. */
export function candidatesOf(
	clients: readonly ClientFacts[],
	{ score: ofFew, reasons }: { score: number; reasons: (client: ClientFacts) => string[] },
): Candidate[] {
	const score = clients.length > FEW ? SCORE_IN_A_CROWD : ofFew;
	return [...clients]
		.sort((a, b) => Number(b.isLive) - Number(a.isLive) || a.client.id - b.client.id)
		.slice(0, MOST_OFFERED)
		.map((facts) => ({
			client: facts.client,
			score: facts.isLive ? score : Math.max(0, score - OUT_OF_USE),
			reasons: [...reasons(facts), ...notesOn(facts)],
		}));
}

/** What more clients than these share says little about each: likeness of names comes before it. */
const FEW = 4;
export const SCORE_IN_A_CROWD = 0.5;

/** An active client of the same evidence is offered before one that is not in use. */
const OUT_OF_USE = 0.05;

/** Why a client is not in use, for the reader of a candidate. */
export function notesOn({ client, reading }: ClientFacts): string[] {
	if (client.inactive) return ['inactive in Halo'];
	return reading.retired === null ? [] : [`marked "${reading.retired}" in Halo`];
}

export function quoted(clients: readonly ClientFacts[]): string {
	return shortList(clients, ({ client }) => named(client));
}

export function named(client: HaloClient): string {
	return `"${client.name}" (${client.id})`;
}

/** Three by name, the rest by number. */
export function shortList<T>(rows: readonly T[], textOf: (row: T) => string = String): string {
	const shown = rows.slice(0, 3).map(textOf).join(', ');
	return rows.length > 3 ? `${shown} and ${rows.length - 3} more` : shown;
}
