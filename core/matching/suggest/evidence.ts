/** One thing that speaks for a client being the customer. */
export interface Evidence {
	/** Only the strongest of one kind counts; mere letters count only where nothing is stronger. */
	about: 'name' | 'domain' | 'initials' | 'letters';
	/** 0 to 1, as if it stood alone. */
	strength: number;
	/** What a technician reads. */
	reason: string;
}

/** What a second independent piece of evidence takes off the doubt that is left. */
const SHARE_OF_SUPPORT = 0.35;
/** Weaker evidence than this supports nothing and is not told. */
const LEAST_SUPPORT = 0.45;
const HIGHEST_SCORE = 0.99;
/** Sets apart candidates of equal evidence by how alike they are written. */
const SHARE_OF_LIKENESS = 0.06;
/** An inactive client needs a little more evidence than an active one. */
const INACTIVE_LESS = 0.05;

export interface Weighed {
	score: number;
	reasons: string[];
}

/** Brings the evidence for one client together: the strongest counts in full, what is of another kind supports it. */
export function weigh(evidence: readonly Evidence[], likeness: number, inactive: boolean): Weighed {
	const kinds = strongestOfEachKind(evidence).filter(
		({ about }, at) => at === 0 || about !== 'letters',
	);
	let doubt = 1;
	kinds.forEach(({ strength }, at) => {
		if (at === 0) doubt -= strength;
		else if (strength >= LEAST_SUPPORT) doubt *= 1 - SHARE_OF_SUPPORT * strength;
	});
	const supported = (1 - doubt) * (1 - SHARE_OF_LIKENESS) + likeness * SHARE_OF_LIKENESS;
	const score = supported - (inactive ? INACTIVE_LESS : 0);
	const told = kinds.filter(({ strength }, at) => at === 0 || strength >= LEAST_SUPPORT);
	return {
		score: rounded(Math.max(0, Math.min(HIGHEST_SCORE, score))),
		reasons: [...new Set(told.map(({ reason }) => reason))],
	};
}

function strongestOfEachKind(evidence: readonly Evidence[]): Evidence[] {
	const byKind = new Map<Evidence['about'], Evidence>();
	for (const one of evidence) {
		const known = byKind.get(one.about);
		if (known === undefined || one.strength > known.strength) byKind.set(one.about, one);
	}
	return [...byKind.values()].sort((a, b) => b.strength - a.strength);
}

function rounded(score: number): number {
	return Math.round(score * 1000) / 1000;
}
