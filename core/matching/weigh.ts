import { agreement } from './agreement';
import type { CustomerFacts } from './facts';
import { named } from './holders';
import type { MatchSettings } from './options';
import type { Finding, Rung } from './rung';

export interface RungFinding {
	rung: Pick<Rung, 'level' | 'restsOn' | 'evidence'>;
	finding: Finding;
}

type Found = RungFinding & { finding: Extract<Finding, { kind: 'found' }> };
type Unsure = RungFinding & { finding: Extract<Finding, { kind: 'among' | 'doubt' }> };

/** What the findings come to. */
export type Verdict =
	| { kind: 'mapped'; lead: Found; reasons: string[]; mentioned: string[] }
	| { kind: 'ask'; whys: string[] }
	| { kind: 'none' };

/**
 * Weighs what the rungs found, strongest first. A person's word decides; two rungs that point at different clients, a
 * record in doubt, or a comparison of lists that are not whole go to a person; nothing is picked by rank alone. Two
 * rungs of different evidence that each point at several clients decide if only one client is left.
 */
export function weigh(
	customer: CustomerFacts,
	findings: readonly RungFinding[],
	settings: MatchSettings,
	namesContradict: boolean,
	hasRejections: boolean,
): Verdict {
	const [first] = findings;
	const isCalm = settings.incomplete.length === 0 && !namesContradict && !customer.reading?.retired;
	if (first !== undefined && isFound(first) && isCalm && allAgree(first, findings)) {
		return { kind: 'mapped', lead: first, reasons: first.finding.reasons, mentioned: [] };
	}
	// What is left after a person's no was not what the evidence pointed at.
	const lead = findings.find(isFound) ?? (hasRejections ? undefined : agreement(findings));
	if (lead?.finding.entry?.decision === 'manual') {
		return {
			kind: 'mapped',
			lead,
			reasons: lead.finding.reasons,
			mentioned: mentions(lead, findings),
		};
	}
	const whys = [
		...reasonsToAsk(findings, lead, namesContradict, customer, settings.incomplete),
		...disagreement(lead, findings, settings.keysOutrankNames),
	];
	if (whys.length > 0) return { kind: 'ask', whys: [...new Set(whys)] };
	if (lead === undefined) return { kind: 'none' };
	return {
		kind: 'mapped',
		lead,
		reasons: lead.finding.reasons,
		mentioned: mentions(lead, findings),
	};
}

/** Most customers: whatever rung spoke found one and the same client, and there is nothing to weigh. */
function allAgree(first: Found, findings: readonly RungFinding[]): boolean {
	for (const { finding } of findings) {
		if (finding.kind !== 'found' || finding.client.id !== first.finding.client.id) return false;
	}
	return true;
}

/** Every reason, other than rungs that disagree, why this customer is left to a person. */
function reasonsToAsk(
	findings: readonly RungFinding[],
	lead: RungFinding | undefined,
	namesContradict: boolean,
	{ customer, reading }: CustomerFacts,
	incomplete: readonly string[],
): string[] {
	const doubts = findings.filter(isUnsure);
	const whys = doubts
		.filter(({ rung, finding }) => rung.restsOn === 'record' && finding.kind === 'doubt')
		.map(whyOf);
	if (lead?.rung.restsOn === 'record') return whys;
	// One that points at several gives way to other evidence, but not to a weaker reading of the same.
	const comparison = doubts.find(
		({ rung, finding }) =>
			lead === undefined ||
			(finding.kind === 'doubt' ? finding.isWeak !== true : rung.evidence === lead.rung.evidence),
	);
	if (comparison !== undefined && isBefore(comparison, lead, findings)) {
		whys.push(whyOf(comparison));
	}
	const retired = reading?.retired ?? null;
	if (retired !== null) whys.push(`This Stellr customer is marked "${retired}".`);
	if (namesContradict) whys.push('This Stellr customer came in several times, and not alike.');
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
	if (lead === undefined) return true;
	const rank = findings.findIndex(({ rung }) => rung.level === lead.rung.level);
	return findings.indexOf(doubt) < rank;
}

/** Rungs that point at other clients than the one found: one sentence that names them all. */
function disagreement(
	lead: Found | undefined,
	findings: readonly RungFinding[],
	keysOutrankNames: boolean,
): string[] {
	if (lead === undefined) return [];
	const { client } = lead.finding;
	const isHeard = ({ rung }: RungFinding) =>
		!(keysOutrankNames && isKey(lead.rung.level) && isAboutNames(rung.level));
	const byClient = new Map([[client.id, `${named(client)}: ${lead.finding.reasons.join(', ')}`]]);
	for (const { finding } of findings.filter(isHeard).filter(isFound)) {
		if (byClient.has(finding.client.id)) continue;
		byClient.set(finding.client.id, `${named(finding.client)}: ${finding.reasons.join(', ')}`);
	}
	const elsewhere =
		lead.rung.restsOn === 'record'
			? []
			: findings.filter(isUnsure).filter(({ finding }) => pointsElsewhere(finding, client.id));
	if (byClient.size < 2 && elsewhere.length === 0) return [];
	const others = elsewhere.map(whyOf).join(' ');
	return [
		`Different Halo clients are found for this customer. ${[...byClient.values()].join('. ')}. ${others === '' ? '' : `${others} `}Choose one by hand.`,
	];
}

/** A rung that points at several, one of which was found, does not disagree; one that leaves it out does. */
function pointsElsewhere(finding: Unsure['finding'], clientId: number): boolean {
	if (finding.kind === 'doubt' && finding.isWeak === true) return false;
	const { candidates } = finding;
	return candidates.length > 0 && candidates.every(({ client }) => client.id !== clientId);
}

function isAboutNames(level: Rung['level']): boolean {
	return level === 'exactName' || level === 'normalForm';
}

function isKey(level: Rung['level']): boolean {
	return level === 'saved' || level === 'storedKey';
}

/** What other rungs say instead, for the reader of a decision that stands all the same. */
function mentions(lead: Found, findings: readonly RungFinding[]): string[] {
	const others = findings
		.filter(isFound)
		.filter(({ finding }) => finding.client.id !== lead.finding.client.id)
		.map(
			({ finding }) =>
				`another Halo client was seen: ${named(finding.client)}, ${finding.reasons.join(', ')}`,
		);
	const doubts = findings
		.filter(isUnsure)
		.filter(
			({ rung, finding }) =>
				rung.restsOn === 'record' &&
				(finding.kind === 'doubt' || pointsElsewhere(finding, lead.finding.client.id)),
		);
	return [...new Set([...others, ...doubts.map(whyOf)])];
}

export function isFound(of: RungFinding): of is Found {
	return of.finding.kind === 'found';
}

export function isUnsure(of: RungFinding): of is Unsure {
	return of.finding.kind === 'doubt' || of.finding.kind === 'among';
}

function whyOf({ finding }: Unsure): string {
	return finding.why;
}
