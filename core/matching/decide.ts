import type { HaloClient } from '../halo/schemas';
import type { StellrCustomer } from '../stellr/schemas';
import type { MatchContext } from './context';
import type { Candidate, Finding, Rung } from './rung';
import type { MappingEntry, Match } from './schemas';

/** Candidates a person can take in at a glance. */
const MOST_CANDIDATES = 10;

export interface RungFinding {
	rung: Pick<Rung, 'level' | 'restsOn'>;
	finding: Finding;
}

type Found = Extract<Finding, { kind: 'found' }>;
type Doubt = Extract<Finding, { kind: 'doubt' }>;

/** One customer's decision, and the whole record of its client for the caller. */
export interface Decision {
	client: HaloClient | null;
	match: Match;
}

/**
 * Weighs what the rungs found, strongest first. A person's word decides; two rungs that found different clients, a
 * record in doubt, or a name in lists that are not whole go to a person; nothing is picked by rank alone.
 */
export function decide(
	customer: StellrCustomer,
	findings: readonly RungFinding[],
	context: MatchContext,
	namesContradict: boolean,
): Decision {
	const { settings } = context;
	const found = findings.filter(isFound);
	const lead = found.at(0);
	if (lead?.finding.entry?.decision === 'manual') {
		return mapped(lead, customer, context, mentions(lead, findings));
	}
	const whys = [
		...reasonsToAsk(findings, lead, namesContradict, customer, settings.incomplete),
		...disagreement(found, settings.keysOutrankNames),
	];
	if (whys.length > 0) return review(customer, findings, whys, context);
	if (lead !== undefined) return mapped(lead, customer, context, mentions(lead, findings));
	return unmapped(findings, context);
}

/** Every reason, other than two rungs that disagree, why this customer is left to a person. */
function reasonsToAsk(
	findings: readonly RungFinding[],
	lead: RungFinding | undefined,
	namesContradict: boolean,
	customer: StellrCustomer,
	incomplete: readonly string[],
): string[] {
	const doubts = findings.filter(isDoubt);
	const whys = doubts.filter(({ rung }) => rung.restsOn === 'record').map(whyOf);
	if (lead?.rung.restsOn === 'record') return whys;
	const comparison = doubts.find(({ rung }) => rung.restsOn === 'comparison');
	if (comparison !== undefined && isBefore(comparison, lead, findings)) {
		whys.push(whyOf(comparison));
	}
	if (namesContradict)
		whys.push('This Stellr customer came in several times under different names.');
	else if (customer.name === null && lead === undefined) {
		whys.push('This Stellr customer has no name, so no Halo client can be found by it.');
	}
	whys.push(...incomplete);
	return whys;
}

function isBefore(
	doubt: RungFinding,
	lead: RungFinding | undefined,
	findings: readonly RungFinding[],
): boolean {
	return lead === undefined || findings.indexOf(doubt) < findings.indexOf(lead);
}

/** Rungs that found different clients: one sentence that names them all. */
function disagreement(
	found: ReadonlyArray<RungFinding & { finding: Found }>,
	keysOutrankNames: boolean,
): string[] {
	const lead = found.at(0);
	if (lead === undefined) return [];
	const heard = found.filter(
		({ rung }) => !(keysOutrankNames && lead.rung.restsOn === 'record' && isAboutNames(rung.level)),
	);
	const byClient = new Map<number, string>();
	for (const { finding } of heard) {
		const { client, reasons } = finding;
		if (!byClient.has(client.id))
			byClient.set(client.id, `${named(client)}: ${reasons.join(', ')}`);
	}
	if (byClient.size < 2) return [];
	return [
		`Different Halo clients are found for this customer. ${[...byClient.values()].join('. ')}. Choose one by hand.`,
	];
}

function isAboutNames(level: Rung['level']): boolean {
	return level === 'exactName' || level === 'normalForm';
}

/** What other rungs say instead, for the reader of a decision that stands all the same. */
function mentions(
	lead: RungFinding & { finding: Found },
	findings: readonly RungFinding[],
): string[] {
	const others = findings
		.filter(isFound)
		.filter(({ finding }) => finding.client.id !== lead.finding.client.id)
		.map(
			({ finding }) =>
				`another Halo client was seen: ${named(finding.client)}, ${finding.reasons.join(', ')}`,
		);
	const doubts = findings.filter(isDoubt).filter(({ rung }) => rung.restsOn === 'record');
	return [...new Set([...others, ...doubts.map(whyOf)])];
}

function mapped(
	lead: RungFinding & { finding: Found },
	customer: StellrCustomer,
	context: MatchContext,
	mentioned: string[],
): Decision {
	const { client, reasons, entry } = lead.finding;
	const inactive = client.inactive ? ['this client is inactive in Halo'] : [];
	return {
		client,
		match: {
			...blank(context),
			status: 'mapped',
			level: lead.rung.level,
			score: 1,
			reasons: [...reasons, ...inactive, ...mentioned],
			client: {
				id: client.id,
				name: client.name,
				inactive: client.inactive,
				topLevelName: client.topLevelName,
				stellrKeys: client.stellrKeys,
				foreignKeyText: client.foreignKeyText,
				mainSiteId: client.mainSiteId,
				website: client.website,
			},
			...fromEntry(entry ?? savedEntry(customer, context, client.id)),
		},
	};
}

function review(
	customer: StellrCustomer,
	findings: readonly RungFinding[],
	whys: string[],
	context: MatchContext,
): Decision {
	const candidates = candidatesIn(customer, findings, context);
	const spoke = findings.find(({ finding }) => finding.kind !== 'nothing');
	return {
		client: null,
		match: {
			...blank(context),
			status: 'review',
			level: spoke?.rung.level ?? 'none',
			score: candidates.at(0)?.score ?? 0,
			reasons: notesOf(findings),
			conflicts: [...new Set(whys)],
			candidates,
			...fromEntry(savedEntry(customer, context)),
		},
	};
}

function unmapped(findings: readonly RungFinding[], context: MatchContext): Decision {
	const reasons = ['no Halo client was found', ...notesOf(findings)];
	return { client: null, match: { ...blank(context), reasons } };
}

/** A customer that is not looked for, because a person said so or because it is the service provider. */
export function ignoredMatch(
	reason: string,
	entry: MappingEntry | null,
	context: Pick<MatchContext, 'settings'>,
): Match {
	return {
		...blank(context),
		status: 'ignored',
		level: entry === null ? 'none' : 'saved',
		reasons: [reason],
		...fromEntry(entry),
	};
}

function blank(context: Pick<MatchContext, 'settings'>): Match {
	return {
		status: 'unmapped',
		level: 'none',
		score: 0,
		reasons: [],
		conflicts: [],
		client: null,
		candidates: [],
		origin: null,
		savedDecision: null,
		asOf: context.settings.asOf,
	};
}

function fromEntry(entry: MappingEntry | null): Pick<Match, 'origin' | 'savedDecision'> {
	return { origin: entry?.origin ?? null, savedDecision: entry?.decision ?? null };
}

/** The saved entry of a customer, only if it is about that client when one is given. */
function savedEntry(
	customer: StellrCustomer,
	context: MatchContext,
	clientId?: number,
): MappingEntry | null {
	const decision = context.saved.of(customer);
	if (decision.kind !== 'mapped') return null;
	return clientId === undefined || decision.clientId === clientId ? decision.entry : null;
}

/** Every client any rung saw, best first, without the pairs a person rejected. */
function candidatesIn(
	customer: StellrCustomer,
	findings: readonly RungFinding[],
	context: MatchContext,
): Match['candidates'] {
	const byId = new Map<number, Match['candidates'][number]>();
	for (const { id, name, score, reasons } of findings.flatMap(offersOf)) {
		if (context.saved.isRejected(customer, id)) continue;
		const known = byId.get(id);
		if (known === undefined) {
			byId.set(id, { id, name, score, reasons: [...reasons] });
			continue;
		}
		known.score = Math.max(known.score, score);
		known.reasons = [...new Set([...known.reasons, ...reasons])];
	}
	return [...byId.values()]
		.sort((a, b) => b.score - a.score || a.id - b.id)
		.slice(0, MOST_CANDIDATES);
}

/** Kept below 1, which is for decisions. */
const SCORE_OF_RECORD = 0.99;
const SCORE_OF_COMPARISON = 0.95;

function offersOf({ rung, finding }: RungFinding): Match['candidates'] {
	switch (finding.kind) {
		case 'nothing':
			return [];
		case 'doubt':
			return finding.candidates.map(offer);
		case 'found': {
			const score = rung.restsOn === 'record' ? SCORE_OF_RECORD : SCORE_OF_COMPARISON;
			return [offer({ client: finding.client, score, reasons: finding.reasons })];
		}
	}
}

function offer({ client, score, reasons }: Candidate): Match['candidates'][number] {
	return { id: client.id, name: client.name, score, reasons };
}

function notesOf(findings: readonly RungFinding[]): string[] {
	return [
		...new Set(
			findings.flatMap(({ finding }) => (finding.kind === 'nothing' ? finding.notes : [])),
		),
	];
}

function named(client: HaloClient): string {
	return `"${client.name}" (${client.id})`;
}

function isFound(of: RungFinding): of is RungFinding & { finding: Found } {
	return of.finding.kind === 'found';
}

function isDoubt(of: RungFinding): of is RungFinding & { finding: Doubt } {
	return of.finding.kind === 'doubt';
}

function whyOf({ finding }: RungFinding & { finding: Doubt }): string {
	return finding.why;
}
