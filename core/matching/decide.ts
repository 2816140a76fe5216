import type { HaloClient } from '../halo/schemas';
import { candidatesFrom, marginOf } from './candidates';
import type { MatchContext } from './context';
import type { CustomerFacts } from './facts';
import type { Candidate } from './rung';
import { decidedBy } from './rungs/saved';
import type { SavedDecision } from './savedDecisions';
import type { MappingEntry, Match } from './schemas';
import { isFound, isUnsure, weigh, type RungFinding, type Verdict } from './weigh';

/** One customer's decision, and the whole record of its client for the caller. */
export interface Decision {
	client: HaloClient | null;
	match: Match;
}

/** What a run knows beside the findings about one customer. */
export interface DecideWith {
	context: MatchContext;
	/** Whether a customer, by its key, came in under different names. */
	namesContradict: (key: string) => boolean;
	/** Near clients, best first; asked only for customers that no rung decided. */
	suggest: (customer: CustomerFacts) => Candidate[];
}

/** A customer and what stands decided about it so far. */
export interface Decided {
	facts: CustomerFacts;
	decision: Decision;
}

/** Asks the rungs about one customer. */
export type Finder = (facts: CustomerFacts) => RungFinding[];

/** From here on a suggestion is worth a person's look; below, the customer counts as one without a client. */
export const WORTH_A_LOOK = 0.6;

/** Decides about one customer: mapped, unmapped, or a person's to decide, with the reasons in words. */
export function decide(
	customer: CustomerFacts,
	findings: readonly RungFinding[],
	run: DecideWith,
): Decision {
	const { context } = run;
	const verdict = weigh(
		customer,
		findings,
		context.settings,
		run.namesContradict(customer.key),
		context.saved.rejectedIds(customer.customer).size > 0,
	);
	const saved = context.saved.of(customer.customer);
	if (verdict.kind === 'mapped') {
		const byRecord = verdict.lead.rung.restsOn === 'record';
		if (!byRecord && wantsOtherwise(saved)) {
			return review(customer, findings, [wantedOtherwise(saved)], run);
		}
		return mapped(verdict, customer, context);
	}
	if (saved.kind === 'later') return review(customer, findings, [askedLater(saved)], run);
	if (verdict.kind === 'ask') {
		const alsoWanted = saved.kind === 'create' ? [wantedOtherwise(saved)] : [];
		return review(customer, findings, [...alsoWanted, ...verdict.whys], run);
	}
	if (saved.kind === 'create') return toCreate(saved, customer, context);
	return unmapped(customer, findings, run);
}

type Wanted = Extract<SavedDecision, { kind: 'create' | 'later' }>;

function wantsOtherwise(saved: SavedDecision): saved is Wanted {
	return saved.kind === 'create' || saved.kind === 'later';
}

function wantedOtherwise(saved: Wanted): string {
	if (saved.kind === 'later') return askedLater(saved);
	return `The saved mapping says that a new client "${saved.name}" is to be created${decidedBy(saved.entry)}, but a Halo client was found since.`;
}

function askedLater({ entry, until }: Extract<SavedDecision, { kind: 'later' }>): string {
	return `A person wants to be asked about this customer again after ${until}${decidedBy(entry)}.`;
}

function mapped(
	{ lead, reasons, mentioned }: Extract<Verdict, { kind: 'mapped' }>,
	customer: CustomerFacts,
	context: MatchContext,
): Decision {
	const { client, entry } = lead.finding;
	const told = [...reasons];
	if (client.inactive) told.push('this client is inactive in Halo');
	told.push(...mentioned);
	const saved = entry ?? savedEntry(customer, context, client.id);
	// Most customers end here: the record is written at once, in the order of `blank`.
	return {
		client,
		match: {
			status: 'mapped',
			level: lead.rung.level,
			score: 1,
			reasons: told,
			conflicts: [],
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
			candidates: [],
			margin: null,
			proposed: false,
			newClientName: null,
			askAfter: null,
			rejectedClientIds: [],
			origin: saved?.origin ?? null,
			savedDecision: saved?.decision ?? null,
			asOf: context.settings.asOf,
		},
	};
}

/** Leaves a customer to a person. */
export function review(
	customer: CustomerFacts,
	findings: readonly RungFinding[],
	whys: string[],
	run: DecideWith,
	suggested: Candidate[] = run.suggest(customer),
): Decision {
	const { context } = run;
	const candidates = candidatesFrom(customer, findings, suggested, context);
	const spoke = findings.find((entry) => isFound(entry) || isUnsure(entry));
	const saved = context.saved.of(customer.customer);
	return {
		client: null,
		match: {
			...blank(context),
			status: 'review',
			level: spoke?.rung.level ?? (suggested.length > 0 ? 'suggestion' : 'none'),
			score: candidates.at(0)?.score ?? 0,
			reasons: notesOf(findings),
			conflicts: [...new Set(whys)],
			candidates,
			margin: marginOf(candidates),
			askAfter: saved.kind === 'later' ? saved.until : null,
			rejectedClientIds: rejectedBy(customer, context),
			...fromEntry(savedEntry(customer, context)),
		},
	};
}

function unmapped(
	customer: CustomerFacts,
	findings: readonly RungFinding[],
	run: DecideWith,
): Decision {
	const suggested = run.suggest(customer);
	if (customer.hasOwnDomain) {
		const why = 'This Stellr customer has a domain of your own company: is it yours?';
		return review(customer, findings, [why], run, suggested);
	}
	const [best] = suggested;
	if (best !== undefined && best.score >= WORTH_A_LOOK) {
		const why =
			'No client was found for certain, but there are near ones: choose one, or say that it is none of them.';
		return review(customer, findings, [why], run, suggested);
	}
	const { context } = run;
	const candidates = candidatesFrom(customer, [], suggested, context);
	return {
		client: null,
		match: {
			...blank(context),
			reasons: ['no Halo client was found', ...notesOf(findings)],
			candidates,
			margin: marginOf(candidates),
			rejectedClientIds: rejectedBy(customer, context),
		},
	};
}

/** A person looked and wants a new client: near ones hold it up no longer. */
function toCreate(
	{ entry, name }: Extract<SavedDecision, { kind: 'create' }>,
	customer: CustomerFacts,
	context: MatchContext,
): Decision {
	return {
		client: null,
		match: {
			...blank(context),
			level: 'saved',
			reasons: [`saved mapping: a new client "${name}" is to be created${decidedBy(entry)}`],
			newClientName: name,
			rejectedClientIds: rejectedBy(customer, context),
			...fromEntry(entry),
		},
	};
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
		margin: null,
		proposed: false,
		newClientName: null,
		askAfter: null,
		rejectedClientIds: [],
		origin: null,
		savedDecision: null,
		asOf: context.settings.asOf,
	};
}

function rejectedBy({ customer }: CustomerFacts, context: MatchContext): number[] {
	return [...context.saved.rejectedIds(customer)].sort((a, b) => a - b);
}

function fromEntry(entry: MappingEntry | null): Pick<Match, 'origin' | 'savedDecision'> {
	return { origin: entry?.origin ?? null, savedDecision: entry?.decision ?? null };
}

/** The saved entry of a customer, only if it is about that client when one is given. */
function savedEntry(
	{ customer }: CustomerFacts,
	context: MatchContext,
	clientId?: number,
): MappingEntry | null {
	const decision = context.saved.of(customer);
	if (decision.kind === 'none' || decision.kind === 'unclear') return null;
	if (decision.kind !== 'mapped') return clientId === undefined ? decision.entry : null;
	return clientId === undefined || decision.clientId === clientId ? decision.entry : null;
}

function notesOf(findings: readonly RungFinding[]): string[] {
	return [
		...new Set(
			findings.flatMap(({ finding }) => (finding.kind === 'nothing' ? finding.notes : [])),
		),
	];
}
