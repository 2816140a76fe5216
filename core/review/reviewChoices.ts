import type { Match } from '../matching';
import { hashOf } from '../sync/planItem';
import { reviewWords as words } from '../words/mappingReview';
import { cut, hashAtEnd } from './editChoices';
import type { MatchedCustomer } from './editLists';
import { keyOf, type ProposalGroup } from './openCases';

/** What a person can choose for one customer. */
export type Choice =
	| { kind: 'link'; client: Match['candidates'][number] }
	| { kind: 'create' }
	| { kind: 'later' }
	| { kind: 'ignore' };

/** More near clients than these nobody compares on one page. */
const MOST_CANDIDATES = 6;
const HASH_DIGITS = 12;

/** The candidates that the page shows; only these are ruled out by "none of these". */
export function shownCandidates({ match }: MatchedCustomer): Match['candidates'] {
	return match.candidates.slice(0, MOST_CANDIDATES);
}

export function choicesFor(matched: MatchedCustomer): Choice[] {
	return [
		...shownCandidates(matched).map((client): Choice => ({ kind: 'link', client })),
		{ kind: 'create' },
		{ kind: 'later' },
		{ kind: 'ignore' },
	];
}

/**
 * An option of a form has no value apart from its text: so each ends in a short hash of the customer, of everything that
 * was known about it and of the choice. When any of it changes, the choice fits no more.
 */
export function choiceText(matched: MatchedCustomer, choice: Choice): string {
	return `${wordsOf(matched, choice)} · ${choiceHash(matched, choice)}`;
}

/** The choice an answer means; null when it fits none of this customer's. */
export function chosen(answer: string, matched: MatchedCustomer): Choice | null {
	const hash = hashAtEnd(answer);
	if (hash === null) return null;
	return choicesFor(matched).find((choice) => choiceHash(matched, choice) === hash) ?? null;
}

export function groupText(group: ProposalGroup): string {
	return `${words.accept(group.level, group.members.length)} · ${groupHash(group)}`;
}

export function isGroupChoice(answer: string, group: ProposalGroup): boolean {
	return hashAtEnd(answer) === groupHash(group);
}

/** Names a customer's fields on the page, so that answers cannot be mixed up when the order changes. */
export function fieldHash(matched: MatchedCustomer): string {
	return short({ field: keyOf(matched) });
}

function wordsOf(matched: MatchedCustomer, choice: Choice): string {
	switch (choice.kind) {
		case 'link': {
			const { id, name, reasons } = choice.client;
			return words.link(cut(name, 120), id, cut(reasons.join(', '), 200));
		}
		case 'create':
			return words.create;
		case 'later':
			return words.later(shownCandidates(matched).length > 0);
		case 'ignore':
			return words.ignore;
	}
}

function choiceHash(matched: MatchedCustomer, choice: Choice): string {
	const { customer, match } = matched;
	const client = choice.kind === 'link' ? choice.client.id : null;
	return short({
		key: keyOf(matched),
		name: customer.name,
		level: match.level,
		proposed: match.proposed === true,
		conflicts: match.conflicts,
		// Scores move when any other client comes or goes; the order and the reasons are what was seen.
		candidates: match.candidates.map(({ id, name, reasons }) => ({ id, name, reasons })),
		choice: { kind: choice.kind, client },
	});
}

function groupHash({ level, members }: ProposalGroup): string {
	const pairs = members.map((matched) => {
		const [{ id, name }] = matched.match.candidates;
		return { key: keyOf(matched), customer: matched.customer.name, id, name };
	});
	return short({ level, pairs: pairs.sort((a, b) => (a.key < b.key ? -1 : 1)) });
}

function short(value: unknown): string {
	return hashOf(value).slice(0, HASH_DIGITS);
}
