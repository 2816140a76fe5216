import type { HaloClient } from '../halo/schemas';
import type { StellrCustomer } from '../stellr/schemas';
import { customerKey, foldKey } from '../sync/stellrKeys';
import type { MatchContext } from './context';
import { decide, ignoredMatch } from './decide';
import { distinctClients, distinctCustomers, keyOf } from './distinct';
import { ladder } from './ladder';
import { settingsFrom, type MatchOptions, type MatchSettings } from './options';
import { ownCompanyCheck } from './ownCompany';
import { savedDecisions, type SavedDecisions } from './savedDecisions';
import type { MappingEntry, Match } from './schemas';

export interface MatchInput {
	customers: readonly StellrCustomer[];
	clients: readonly HaloClient[];
	saved?: readonly MappingEntry[];
}

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
	const clients = distinctClients(input.clients);
	const { customers, contradicting } = distinctCustomers(input.customers);
	const saved = savedDecisions(input.saved ?? [], settings.today);
	const { ignored, wanted } = setIgnoredAside(customers, saved, settings);
	const context: MatchContext = {
		customers: wanted,
		clients,
		clientById: new Map(clients.map((client) => [client.id, client])),
		saved,
		settings,
	};
	const rungs = ladder
		.filter((rung) => settings.isOn(rung.level))
		.map((rung) => ({ rung, ask: rung.prepare(context) }));
	const result: MatchResult = { mapped: [], review: [], unmapped: [], ignored, haloOnly: [] };
	for (const customer of wanted) {
		const findings = rungs.map(({ rung, ask }) => ({ rung, finding: ask(customer) }));
		const namesContradict = contradicting.has(keyOf(customer));
		const { client, match } = decide(customer, findings, context, namesContradict);
		result[listOf(match)].push(entryOf(customer, client, match));
	}
	flagSharedClients(result.mapped);
	result.haloOnly = untouchedClients(clients, result);
	return result;
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
	customers: readonly StellrCustomer[],
	saved: SavedDecisions,
	settings: MatchSettings,
): { ignored: MatchEntry[]; wanted: StellrCustomer[] } {
	const isOwn = ownCompanyCheck(settings.ownNames);
	const ignored: MatchEntry[] = [];
	const wanted: StellrCustomer[] = [];
	for (const customer of customers) {
		const decision = saved.of(customer);
		const unreadable = settings.unreadableSaved.has(keyOf(customer));
		const mappedByHand = decision.kind === 'mapped' && decision.entry.decision === 'manual';
		if (decision.kind === 'ignored' && !unreadable) {
			const match = ignoredMatch(ignoredWhy(decision.entry), decision.entry, { settings });
			ignored.push(entryOf(customer, null, match));
		} else if (!mappedByHand && isOwn(customer)) {
			ignored.push(entryOf(customer, null, ignoredMatch('your own company', null, { settings })));
		} else {
			wanted.push(customer);
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

interface Sharers {
	count: number;
	/** The first two in the order of their keys: enough to name another one to each of them. */
	first: string[];
}

/** Several Stellr customers may belong to one client; whoever reads the match is told. */
function flagSharedClients(mapped: readonly MatchEntry[]): void {
	const sharersByClient = countSharers(mapped);
	const mappedKeys = new Set(mapped.map(({ customer }) => keyOf(customer)));
	for (const { customer, client, reasons } of mapped) {
		if (client === null) continue;
		const sharers = sharersByClient.get(client.id);
		if (sharers !== undefined && sharers.count > 1) {
			const other = sharers.first.find((key) => foldKey(key) !== keyOf(customer)) ?? '';
			const more = sharers.count > 2 ? ` and ${sharers.count - 2} more` : '';
			reasons.push(`shares this Halo client with Stellr customer ${other}${more}`);
		}
		const strangers = client.stellrKeys.filter((key) => !mappedKeys.has(foldKey(key)));
		const stored = strangers.filter((key) => foldKey(key) !== keyOf(customer));
		if (stored.length > 0) {
			reasons.push(`this Halo client also carries the key ${stored.slice(0, 3).join(', ')}`);
		}
	}
}

function countSharers(mapped: readonly MatchEntry[]): Map<number, Sharers> {
	const byClient = new Map<number, Sharers>();
	for (const { customer, client } of mapped) {
		if (client === null) continue;
		const sharers = byClient.get(client.id) ?? { count: 0, first: [] };
		sharers.count += 1;
		sharers.first = [...sharers.first, customerKey(customer)].sort().slice(0, 2);
		byClient.set(client.id, sharers);
	}
	return byClient;
}

function untouchedClients(clients: readonly HaloClient[], result: MatchResult): HaloClient[] {
	const touched = new Set<number>();
	for (const { client } of result.mapped) if (client !== null) touched.add(client.id);
	for (const { candidates } of result.review) for (const { id } of candidates) touched.add(id);
	return clients.filter((client) => !touched.has(client.id));
}
