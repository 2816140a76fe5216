import type { HaloClient } from '../halo/schemas';
import type { StellrCustomer } from '../stellr/schemas';
import { customerKey, foldKey } from '../sync/stellrKeys';
import { confirmedWays, proposeUnconfirmed } from './firstMapping';
import type { MatchContext } from './context';
import { decide, ignoredMatch } from './decide';
import { distinctClients, distinctCustomers, keyOf, type KeyedCustomer } from './distinct';
import { factReaders, type ClientFacts, type CustomerFacts } from './facts';
import { wholeClient, wholeCustomer, type MatchInput } from './input';
import { ladder } from './ladder';
import { settingsFrom, type MatchOptions, type MatchSettings, type RungLevel } from './options';
import { ownCompany, type OwnCompany } from './ownCompany';
import { savedDecisions, type SavedDecisions } from './savedDecisions';
import type { MappingEntry, Match } from './schemas';
import { askAboutStrangers } from './strangers';
import { suggester } from './suggester';
import type { RungFinding } from './weigh';

/** One customer and what was decided about it. */
export interface MatchEntry {
	customer: StellrCustomer;
	/** As the item carries it. */
	match: Match;
	/** The whole client record when mapped, else null. */
	client: HaloClient | null;
	level: Match['level'];
	score: number;
	reasons: string[];
	/** Why a person must look; empty unless under review. */
	conflicts: string[];
	candidates: Match['candidates'];
}

export interface MatchResult {
	mapped: MatchEntry[];
	review: MatchEntry[];
	unmapped: MatchEntry[];
	ignored: MatchEntry[];
	/** Clients that no customer is mapped to and that no customer under review may turn out to be. */
	haloOnly: HaloClient[];
}

/**
 * Says for every Stellr customer which Halo client it is, or that it is none, or that a person must decide, and why.
 * The order of the inputs plays no part; each customer and each client counts once.
 */
export function matchCustomers(input: MatchInput, options: MatchOptions = {}): MatchResult {
	const settings = settingsFrom(options);
	const own = ownCompany(settings.ownNames);
	const clients = distinctClients(input.clients.map(wholeClient));
	const { customers, contradicting } = distinctCustomers(input.customers.map(wholeCustomer));
	const saved = savedDecisions(input.saved ?? [], settings.today);
	const { ignored, wanted } = setIgnoredAside(customers, saved, own, settings);
	const context = contextOf(wanted, clients, saved, own, settings);
	const rungs = ladder
		.filter((rung) => settings.isOn(rung.level))
		.map((rung) => ({ rung, ask: rung.prepare(context) }));
	const suggest = suggester(context);
	const find = (facts: CustomerFacts) => {
		const findings: RungFinding[] = [];
		for (const { rung, ask } of rungs) {
			if (rung.silentAfter !== undefined && isFoundBy(rung.silentAfter, findings)) continue;
			const finding = ask(facts);
			if (finding.kind !== 'nothing' || finding.notes.length > 0) findings.push({ rung, finding });
		}
		return findings;
	};
	const run = { context, suggest, namesContradict: (key: string) => contradicting.has(key) };
	const decided = context.customers.map((facts) => ({
		facts,
		decision: decide(facts, find(facts), run),
	}));
	askAboutStrangers(decided, find, run);
	if (settings.proposeUntilConfirmed) {
		proposeUnconfirmed(decided, confirmedWays(input.saved ?? []), find, run);
	}
	const result: MatchResult = { mapped: [], review: [], unmapped: [], ignored, haloOnly: [] };
	for (const { facts, decision } of decided) {
		const { client, match } = decision;
		result[listOf(match)].push(entryOf(facts.customer, client, match));
	}
	const sharers = sharersByClient(result.mapped);
	flagSharedClients(sharers);
	flagOtherKeys(result.mapped);
	result.haloOnly = untouchedClients(clients, sharers, result.review);
	return result;
}

function isFoundBy(level: RungLevel, findings: readonly RungFinding[]): boolean {
	const last = findings.at(-1);
	return last?.rung.level === level && last.finding.kind === 'found';
}

function contextOf(
	customers: readonly KeyedCustomer[],
	clients: readonly HaloClient[],
	saved: SavedDecisions,
	own: OwnCompany,
	settings: MatchSettings,
): MatchContext {
	const read = factReaders(own.domains);
	const clientFacts = clients.map(read.client);
	const clientById = new Map<number, ClientFacts>();
	for (const facts of clientFacts) clientById.set(facts.client.id, facts);
	return {
		customers: customers.map(read.customer),
		clients: clientFacts,
		clientById,
		saved,
		settings,
	};
}

function listOf(match: Match): 'mapped' | 'review' | 'unmapped' | 'ignored' {
	return match.status;
}

function entryOf(customer: StellrCustomer, client: HaloClient | null, match: Match): MatchEntry {
	const { level, score, reasons, conflicts, candidates } = match;
	return { customer, match, client, level, score, reasons, conflicts, candidates };
}

/** A saved decision beats Own Company: a person may have mapped the provider's own tenant on purpose. */
function setIgnoredAside(
	customers: readonly KeyedCustomer[],
	saved: SavedDecisions,
	own: OwnCompany,
	settings: MatchSettings,
): { ignored: MatchEntry[]; wanted: KeyedCustomer[] } {
	const ignored: MatchEntry[] = [];
	const wanted: KeyedCustomer[] = [];
	for (const one of customers) {
		const { customer, key } = one;
		const decision = saved.of(customer);
		const unreadable = settings.unreadableSaved.has(key);
		const decidedByHand =
			decision.kind === 'create' ||
			(decision.kind === 'mapped' && decision.entry.decision === 'manual');
		if (decision.kind === 'ignored' && !unreadable) {
			const match = ignoredMatch(ignoredWhy(decision.entry), decision.entry, { settings });
			ignored.push(entryOf(customer, null, match));
		} else if (!decidedByHand && own.isOwn(customer)) {
			ignored.push(entryOf(customer, null, ignoredMatch('your own company', null, { settings })));
		} else {
			wanted.push(one);
		}
	}
	return { ignored, wanted };
}

function ignoredWhy({ decidedBy, reason, until }: MappingEntry): string {
	const by = decidedBy === null || decidedBy === '' ? '' : ` by ${decidedBy}`;
	const because = reason === null || reason === '' ? '' : `: ${reason}`;
	const end = until === null ? '' : ` (until ${until.slice(0, 10)})`;
	return `saved mapping: ignored${by}${because}${end}`;
}

/** The customers of each client that is mapped. */
function sharersByClient(mapped: readonly MatchEntry[]): Map<number, MatchEntry | MatchEntry[]> {
	const sharers = new Map<number, MatchEntry | MatchEntry[]>();
	for (const entry of mapped) {
		if (entry.client === null) continue;
		const { id } = entry.client;
		const before = sharers.get(id);
		// Nearly every client has one, which needs no list.
		if (before === undefined) sharers.set(id, entry);
		else if (Array.isArray(before)) before.push(entry);
		else sharers.set(id, [before, entry]);
	}
	return sharers;
}

/** Several Stellr customers may belong to one client; whoever reads the match is told. */
function flagSharedClients(sharersOf: ReadonlyMap<number, MatchEntry | MatchEntry[]>): void {
	for (const sharers of sharersOf.values()) {
		if (!Array.isArray(sharers)) continue;
		const keys = sharers.map(({ customer }) => customerKey(customer)).sort();
		for (const { customer, reasons } of sharers) {
			const others = keys.filter((key) => foldKey(key) !== keyOf(customer));
			const more = others.length > 1 ? ` and ${others.length - 1} more` : '';
			reasons.push(`shares this Halo client with Stellr customer ${others[0] ?? ''}${more}`);
		}
	}
}

/** A client may carry keys of customers that are not mapped to any client in this run. */
function flagOtherKeys(mapped: readonly MatchEntry[]): void {
	let keys: Set<string> | null = null;
	for (const { client, reasons } of mapped) {
		if (client === null || client.stellrKeys.length === 0) continue;
		const mappedKeys = (keys ??= new Set(mapped.map((entry) => keyOf(entry.customer))));
		const stored = client.stellrKeys.filter((key) => !mappedKeys.has(foldKey(key)));
		if (stored.length > 0) {
			reasons.push(`this Halo client also carries the key ${stored.slice(0, 3).join(', ')}`);
		}
	}
}

function untouchedClients(
	clients: readonly HaloClient[],
	sharersOf: ReadonlyMap<number, unknown>,
	underReview: readonly MatchEntry[],
): HaloClient[] {
	const offered = new Set<number>();
	for (const { candidates } of underReview) for (const { id } of candidates) offered.add(id);
	return clients.filter(({ id }) => !sharersOf.has(id) && !offered.has(id));
}
