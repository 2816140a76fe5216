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
	/** Null when no client holds any of these. */
	of: (keys: readonly string[]) => Holders | null;
}

/**
 * Sorts clients by what they hold, and the customers that hold the same. Nearly every key has one holder on each side,
 * so lists are made only where there are several, and when they are asked for: two long lists have very many keys.
 */
export function holdersIndex(
	context: MatchContext,
	keysOfClient: (client: ClientFacts) => readonly string[],
	keysOfCustomer: (customer: CustomerFacts) => readonly string[],
): HoldersIndex {
	// The place of each key in the two lists: one look-up in a Map finds both sides.
	const places = new Map<string, number>();
	const clients: Array<ClientFacts | ClientFacts[]> = [];
	for (const client of context.clients) {
		for (const key of keysOfClient(client)) {
			if (key === '') continue;
			const place = places.get(key);
			if (place !== undefined) clients[place] = withOne(clients[place], client);
			else {
				places.set(key, clients.length);
				clients.push(client);
			}
		}
	}
	const customers = new Array<CustomerFacts | CustomerFacts[] | undefined>(clients.length);
	if (places.size > 0) {
		for (const customer of context.customers) {
			for (const key of keysOfCustomer(customer)) {
				const place = places.get(key);
				if (place !== undefined) customers[place] = withOne(customers[place], customer);
			}
		}
	}
	const heldBy = (key: string): Holders | null => {
		const place = places.get(key);
		if (place === undefined) return null;
		return { clients: listOf(clients[place]), customers: listOf(customers[place]) };
	};
	return {
		of: (keys) => {
			if (keys.length === 1) return heldBy(keys[0]);
			const groups = keys.flatMap((key) => heldBy(key) ?? []);
			if (groups.length < 2) return groups[0] ?? null;
			return {
				clients: [...new Set(groups.flatMap((group) => group.clients))],
				customers: [...new Set(groups.flatMap((group) => group.customers))],
			};
		},
	};
}

function withOne<T extends object>(known: T | T[] | undefined, holder: T): T | T[] {
	if (known === undefined || known === holder) return holder;
	if (!Array.isArray(known)) return [known, holder];
	// The same holder comes again only at once, with another of its own keys.
	if (known.at(-1) !== holder) known.push(holder);
	return known;
}

function listOf<T extends object>(held: T | T[] | undefined): T[] {
	return held === undefined ? [] : Array.isArray(held) ? held : [held];
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
	reasons: (client: ClientFacts) => string[];
	/** Why the two may be two companies all the same; null when nothing speaks against it. */
	objection: (client: ClientFacts) => string | null;
	/** Of several clients those that it can be after all; all of them unless given. */
	narrowed?: (clients: readonly ClientFacts[]) => readonly ClientFacts[];
	/** Whether this other customer is plainly of the same company, so that both may be found. */
	isSameCompany?: (other: CustomerFacts, client: ClientFacts) => boolean;
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
		return simplePair(holders.clients[0], reading);
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
	const live = near.length > 1 && reading.narrowed !== undefined ? reading.narrowed(near) : near;
	const candidates = () => candidatesOf(offered, reading);
	const unusable = whyNoneIsLive(live, offered, reading.of);
	if (unusable !== null) return { kind: 'doubt', why: unusable, candidates: candidates() };
	if (live.length > 1) {
		const why = `${live.length} active Halo clients ${reading.have}: ${quoted(live)}.`;
		return { kind: 'among', why, candidates: candidates() };
	}
	const [client] = live;
	const objection = reading.objection(client);
	if (objection !== null) return { kind: 'doubt', why: objection, candidates: candidates() };
	const rivals =
		holders.customers.length < 2
			? NO_RIVALS
			: holders.customers.filter(
					(other) =>
						other !== customer &&
						!(livesElsewhere(other, client) || reading.isSameCompany?.(other, client) === true),
				);
	if (rivals.length > 0) {
		const keys = [customer, ...rivals].map((other) => customerKey(other.customer)).sort();
		const why = `${keys.length} Stellr customers ${reading.have}: ${shortList(keys)}.`;
		return { kind: 'among', why, candidates: candidates() };
	}
	return { kind: 'found', client: client.client, reasons: reading.reasons(client) };
}

/** Nearly every key has one holder on each side: the same as below without the lists. */
function simplePair(client: ClientFacts, reading: PairReading): Finding {
	const why = client.isLive ? reading.objection(client) : whyNoneIsLive([], [client], reading.of);
	return why === null
		? { kind: 'found', client: client.client, reasons: reading.reasons(client) }
		: { kind: 'doubt', why, candidates: candidatesOf([client], reading) };
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
	{ score: ofFew, reasons }: Pick<PairReading, 'score' | 'reasons'>,
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
