import type { Candidate, EvidenceKind, Finding } from './rung';
import { isUnsure, type RungFinding } from './weigh';

/**
 * Two clients of one name, two of one domain, and only one of them is both: evidence of different kinds that cannot
 * tell by itself decides together when exactly one client in use is left. Any doubt about a pair forbids it.
 */
export function agreement(
	findings: readonly RungFinding[],
): (RungFinding & { finding: Extract<Finding, { kind: 'found' }> }) | undefined {
	const unsure = findings.filter(isUnsure);
	if (unsure.some(({ finding }) => finding.kind === 'doubt')) return undefined;
	const byKind = new Map<EvidenceKind, RungFinding[]>();
	for (const entry of unsure) {
		byKind.set(entry.rung.evidence, [...(byKind.get(entry.rung.evidence) ?? []), entry]);
	}
	if (byKind.size < 2) return undefined;
	const common = unsure
		.map(({ finding }) => finding.candidates.filter(({ client }) => !client.inactive))
		.reduce((left, right) => left.filter((one) => right.some((other) => isSame(one, other))));
	if (common.length !== 1) return undefined;
	const [{ client }] = common;
	const reasons = unsure.flatMap(
		({ finding }) => finding.candidates.find((other) => isSame(common[0], other))?.reasons ?? [],
	);
	return {
		rung: unsure[0].rung,
		finding: {
			kind: 'found',
			client,
			reasons: [...new Set(reasons), 'together they leave only this client'],
		},
	};
}

function isSame(one: Candidate, other: Candidate): boolean {
	return one.client.id === other.client.id;
}
