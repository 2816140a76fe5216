import type { HaloClient } from '../halo/schemas';
import { CHANGE_LOG_BY } from '../sync/changeLog';
import { marginOf } from './candidates';
import { review, type Decided, type DecideWith, type Decision, type Finder } from './decide';
import type { CustomerFacts } from './facts';
import type { MappingEntry, Match } from './schemas';
import type { RungFinding } from './weigh';

/**
 * Accounts (in lower case) whose mapping a person has looked at: at least one row says so. What an earlier run or
 * Halo's own module decided is no such word.
 */
export function confirmedAccounts(saved: readonly MappingEntry[]): ReadonlySet<string> {
	return new Set(saved.filter(isPersonsWord).map(({ account }) => account.toLowerCase()));
}

function isPersonsWord({ decision, decidedBy, level }: MappingEntry): boolean {
	if (decision === 'proposed') return false;
	if (decision !== 'auto') return true;
	return decidedBy !== null && decidedBy !== CHANGE_LOG_BY && level !== 'nativeMapping';
}

/** What was recorded stands at once; what a comparison found waits for the account's first confirmation. */
const RECORDED: ReadonlySet<Match['level']> = new Set(['saved', 'storedKey', 'nativeMapping']);

/** Turns what was found for accounts that nobody has confirmed into proposals. */
export function proposeUnconfirmed(
	decided: Decided[],
	confirmed: ReadonlySet<string>,
	find: Finder,
	run: DecideWith,
): void {
	for (const entry of decided) {
		const { facts, decision } = entry;
		const { client, match } = decision;
		if (client === null || RECORDED.has(match.level)) continue;
		if (confirmed.has(facts.customer.account.toLowerCase())) continue;
		entry.decision = proposal(facts, find(facts), { client, match }, run);
	}
}

/** First among the candidates, and before any that is only offered. */
const PROPOSED = 0.99;

function proposal(
	facts: CustomerFacts,
	findings: readonly RungFinding[],
	{ client, match }: { client: HaloClient; match: Match },
	run: DecideWith,
): Decision {
	const why = `The first mapping of the Stellr account "${facts.customer.account}" waits for a person to confirm it.`;
	const asked = review(facts, findings, [why], run, []).match;
	const first = { id: client.id, name: client.name, score: PROPOSED, reasons: match.reasons };
	const candidates = [first, ...asked.candidates.filter(({ id }) => id !== client.id)];
	return {
		client: null,
		match: {
			...asked,
			level: match.level,
			score: PROPOSED,
			candidates,
			margin: marginOf(candidates),
			proposed: true,
		},
	};
}
