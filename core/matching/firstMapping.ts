import type { HaloClient } from '../halo/schemas';
import { CHANGE_LOG_BY } from '../sync/changeLog';
import { marginOf } from './candidates';
import { review, type Decided, type DecideWith, type Decision, type Finder } from './decide';
import type { CustomerFacts } from './facts';
import { matchLevels, type MappingEntry, type Match, type MatchLevel } from './schemas';
import type { RungFinding } from './weigh';

/**
 * What a comparison found waits until a person has confirmed that way of finding, each by itself; in what words. What was
 * recorded stands at once: null. Every level has to say which it is, so that a new one cannot link without asking.
 */
const WAYS: Readonly<Record<MatchLevel, string | null>> = {
	saved: null,
	storedKey: null,
	nativeMapping: null,
	microsoftTenant: 'Microsoft tenant',
	domain: 'domain',
	exactName: 'equal name',
	normalForm: 'name written differently',
	suggestion: null,
	none: null,
};

/** The words for a level that compares; null for any other, and for a text that is no level. */
function comparedBy(level: string | null): string | null {
	const known = matchLevels.find((one) => one === level);
	return known === undefined ? null : WAYS[known];
}

/**
 * Which ways of finding clients a person has accepted, per account: a row that a person accepted as it was found says
 * so. A customer decided by hand says nothing of the others, and neither does what an earlier run decided.
 */
export function confirmedWays(saved: readonly MappingEntry[]): ReadonlySet<string> {
	const confirmed = new Set<string>();
	for (const { account, decision, decidedBy, level } of saved) {
		const byPerson = decidedBy !== null && decidedBy !== CHANGE_LOG_BY;
		if (decision === 'auto' && byPerson && level !== null && comparedBy(level) !== null)
			confirmed.add(wayOf(account, level));
	}
	return confirmed;
}

function wayOf(account: string, level: string): string {
	return `${account.toLowerCase()} ${level}`;
}

/** Turns what was found in a way that nobody has accepted for the account into proposals. */
export function proposeUnconfirmed(
	decided: Decided[],
	confirmed: ReadonlySet<string>,
	find: Finder,
	run: DecideWith,
): void {
	for (const entry of decided) {
		const { facts, decision } = entry;
		const { client, match } = decision;
		const way = WAYS[match.level];
		if (client === null || way === null) continue;
		if (confirmed.has(wayOf(facts.customer.account, match.level))) continue;
		const why = `The first mapping of the Stellr account "${facts.customer.account}" by ${way} waits for a person to confirm it.`;
		entry.decision = proposal(facts, find(facts), { client, match }, why, run);
	}
}

/** First among the candidates, and before any that is only offered. */
const PROPOSED = 0.99;

function proposal(
	facts: CustomerFacts,
	findings: readonly RungFinding[],
	{ client, match }: { client: HaloClient; match: Match },
	why: string,
	run: DecideWith,
): Decision {
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
