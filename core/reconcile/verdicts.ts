/** What is said of a line, in the order in which the first that applies becomes its verdict. */
export const verdicts = [
	'duplicateKey',
	'atAnotherClient',
	'clientInactive',
	'cancelledButInvoiced',
	'customerWithoutClient',
	'subscriptionWithoutLicence',
	'licenceUnclear',
	'licenceWithoutSubscription',
	'editedByHand',
	'haloBehind',
	'differsOriginUnknown',
	'invoicedTwice',
	'lineInactive',
	'neverInvoiced',
	'invoiceBehind',
	'typedQuantity',
	'currencyMismatch',
	'cannotBeCosted',
	'inSync',
] as const;

export type Verdict = (typeof verdicts)[number];

const RANK: ReadonlyMap<Verdict, number> = new Map(
	verdicts.map((verdict, rank) => [verdict, rank]),
);

/** The one that stands for the line, and the others in their order. */
export function ranked(found: readonly Verdict[]): { verdict: Verdict; findings: Verdict[] } {
	if (found.length < 2) return { verdict: found[0] ?? 'inSync', findings: [] };
	const [verdict = 'inSync', ...findings] = [...new Set(found)].sort(
		(a, b) => (RANK.get(a) ?? 0) - (RANK.get(b) ?? 0),
	);
	return { verdict, findings };
}

/** What the next run settles, or what only wants to be known. */
const FOR_NOBODY: ReadonlySet<Verdict> = new Set<Verdict>([
	'haloBehind',
	'typedQuantity',
	'cannotBeCosted',
	'inSync',
]);

/** Verdicts that a person must look at. */
export const needsPerson: ReadonlySet<Verdict> = new Set(
	verdicts.filter((verdict) => !FOR_NOBODY.has(verdict)),
);
