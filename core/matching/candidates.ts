import type { MatchContext } from './context';
import type { CustomerFacts } from './facts';
import { SCORE_IN_A_CROWD } from './holders';
import type { Candidate } from './rung';
import type { Match } from './schemas';
import type { RungFinding } from './weigh';

/** Candidates a person can take in at a glance. */
const MOST_CANDIDATES = 10;

/** Kept below 1, which is for decisions. */
const SCORE_OF_RECORD = 0.99;
/** Before those of which a comparison could not tell which it is. */
const SCORE_OF_COMPARISON = 0.97;

/** Every client any rung saw or that is suggested, best first, without the pairs a person rejected. */
export function candidatesFrom(
	customer: CustomerFacts,
	findings: readonly RungFinding[],
	suggested: readonly Candidate[],
	context: MatchContext,
): Match['candidates'] {
	const byId = new Map<number, Match['candidates'][number]>();
	const add = ({ client, score, reasons }: Candidate, isEvidence: boolean) => {
		if (context.saved.isRejected(customer.customer, client.id)) return;
		const known = byId.get(client.id);
		if (known === undefined) {
			byId.set(client.id, { id: client.id, name: client.name, score, reasons: [...reasons] });
			return;
		}
		// Likeness counts for nothing where there is evidence, unless that is shared by a crowd.
		if (isEvidence || known.score <= SCORE_IN_A_CROWD) known.score = Math.max(known.score, score);
		known.reasons = [...new Set([...known.reasons, ...reasons])];
	};
	for (const offer of findings.flatMap(offersOf)) add(offer, true);
	for (const offer of suggested) add(offer, false);
	return [...byId.values()]
		.sort((a, b) => b.score - a.score || a.id - b.id)
		.slice(0, MOST_CANDIDATES);
}

function offersOf({ rung, finding }: RungFinding): readonly Candidate[] {
	switch (finding.kind) {
		case 'nothing':
			return [];
		case 'among':
		case 'doubt':
			return finding.candidates;
		case 'found': {
			const score = rung.restsOn === 'record' ? SCORE_OF_RECORD : SCORE_OF_COMPARISON;
			return [{ client: finding.client, score, reasons: finding.reasons }];
		}
	}
}

/** How far the best is ahead of the next. */
export function marginOf(candidates: Match['candidates']): number | null {
	if (candidates.length === 0) return null;
	const next = candidates.length > 1 ? candidates[1].score : 0;
	return Math.round((candidates[0].score - next) * 1000) / 1000;
}
