import type { Label, LabelledWorld } from './labelledWorld';

/** What a method says of one customer. */
export interface Answer {
	/** The client it decided for by itself, null when it left the customer to a person. */
	decided: number | null;
	/** The clients it offers, best first. */
	offered: readonly number[];
}

export interface Score {
	customers: number;
	/** Decided by itself, right or wrong; customers that nobody could decide and that were guessed well are not counted. */
	decisions: number;
	right: number;
	/** Mapped to another client than the right one, mapped though there is none, or guessed where nobody can know. */
	wrong: number;
	/** Undecidable, and mapped to what the author holds likeliest: neither right nor wrong. */
	guessedWell: number;
	/** Customers that have a client and can be decided. */
	decidable: number;
	/** Of the decidable ones, those not decided by itself: left to a person. */
	rest: number;
	/** Of the rest, those whose right client is offered first, and among the first three. */
	first: number;
	firstThree: number;
}

/** One customer that the reader of a score wants to see. */
export interface Finding {
	customer: string;
	kind: string;
	/** What the author says, null when it is no client. */
	label: number | null;
	decided: number | null;
	offered: readonly number[];
}

export interface WorldScore {
	all: Score;
	byKind: ReadonlyMap<string, Score>;
	wrong: Finding[];
	guessedWell: Finding[];
	/** Left to a person, and the right client is not among the first three offered. */
	notOffered: Finding[];
}

const OFFERED_AT_A_GLANCE = 3;

/** Scores what a method says of every customer of a world; a customer it does not mention counts as left to a person. */
export function scoreWorld(
	world: Pick<LabelledWorld, 'labels'>,
	answers: ReadonlyMap<string, Answer>,
): WorldScore {
	const all = emptyScore();
	const byKind = new Map<string, Score>();
	const result: WorldScore = { all, byKind, wrong: [], guessedWell: [], notOffered: [] };
	for (const [customer, label] of world.labels) {
		const answer = answers.get(customer) ?? { decided: null, offered: [] };
		const ofKind = byKind.get(label.kind) ?? emptyScore();
		byKind.set(label.kind, ofKind);
		const outcome = outcomeOf(label, answer);
		for (const score of [all, ofKind]) count(score, outcome, label);
		const finding = { customer, kind: label.kind, label: label.clientId, ...answer };
		if (outcome === 'wrong') result.wrong.push(finding);
		if (outcome === 'guessedWell') result.guessedWell.push(finding);
		if (outcome === 'notOffered') result.notOffered.push(finding);
	}
	return result;
}

type Outcome =
	| 'right'
	| 'wrong'
	| 'guessedWell'
	| 'first'
	| 'amongThree'
	| 'notOffered'
	/** Not decided, and there is nothing to decide. */
	| 'leftAlone';

function outcomeOf({ clientId, undecidable }: Label, { decided, offered }: Answer): Outcome {
	if (decided !== null) {
		if (decided !== clientId) return 'wrong';
		return undecidable === true ? 'guessedWell' : 'right';
	}
	if (clientId === null || undecidable === true) return 'leftAlone';
	const place = offered.indexOf(clientId);
	if (place === 0) return 'first';
	return place > 0 && place < OFFERED_AT_A_GLANCE ? 'amongThree' : 'notOffered';
}

function count(score: Score, outcome: Outcome, { clientId, undecidable }: Label): void {
	score.customers += 1;
	if (clientId !== null && undecidable !== true) score.decidable += 1;
	switch (outcome) {
		case 'right':
		case 'wrong':
			score.decisions += 1;
			score[outcome] += 1;
			break;
		case 'guessedWell':
			score.guessedWell += 1;
			break;
		case 'first':
		case 'amongThree':
		case 'notOffered':
			score.rest += 1;
			if (outcome === 'first') score.first += 1;
			if (outcome !== 'notOffered') score.firstThree += 1;
			break;
		case 'leftAlone':
			break;
	}
}

function emptyScore(): Score {
	return {
		customers: 0,
		decisions: 0,
		right: 0,
		wrong: 0,
		guessedWell: 0,
		decidable: 0,
		rest: 0,
		first: 0,
		firstThree: 0,
	};
}

/** Of the decisions, the share that is right; null without any. */
export function precision({ right, decisions }: Score): number | null {
	return share(right, decisions);
}

/** Of the customers that have a client and can be decided, the share decided rightly without a person. */
export function recall({ right, decidable }: Score): number | null {
	return share(right, decidable);
}

/** Of those left to a person, the share whose right client is offered first; and among the first three. */
export function offeredFirst({ first, rest }: Score): number | null {
	return share(first, rest);
}

export function offeredInThree({ firstThree, rest }: Score): number | null {
	return share(firstThree, rest);
}

function share(part: number, whole: number): number | null {
	return whole === 0 ? null : part / whole;
}

/**
 * What not having seen a wrong decision says: with 95 % certainty the true share is below this (the rule of three).
 * Null when some were wrong or nothing was decided.
 */
export function boundOfNoneWrong({ wrong, decisions }: Score): number | null {
	return wrong > 0 || decisions === 0 ? null : Math.min(1, 3 / decisions);
}

/** The scores of several worlds together. */
export function addedUp(scores: readonly Score[]): Score {
	const sum = emptyScore();
	for (const score of scores) {
		for (const key of Object.keys(sum) as Array<keyof Score>) sum[key] += score[key];
	}
	return sum;
}
