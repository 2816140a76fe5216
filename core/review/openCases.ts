import { matchLevels, type MatchLevel } from '../matching';
import { customerKey, foldKey } from '../sync/stellrKeys';
import type { MatchedCustomer } from './editLists';

/** Customers that were found by one kind of evidence and wait to be accepted together. */
export interface ProposalGroup {
	level: MatchLevel;
	members: MatchedCustomer[];
}

export interface OpenCases {
	/** Strongest evidence first. */
	groups: ProposalGroup[];
	/** Every customer that waits, in the order in which they are asked about: proposals come last. */
	cases: MatchedCustomer[];
	/** Customers that a person wants to be asked about on a later day. */
	waiting: MatchedCustomer[];
}

export interface CaseOptions {
	/** `yyyy-MM-dd`. */
	today: string;
	/** Whether customers for which no client was found are asked about too: they may need one, and its name. */
	withUnmapped: boolean;
}

/** What waits for a person among matched customers; those mapped, left out or decided already are no cases. */
export function openCases(
	customers: readonly MatchedCustomer[],
	{ today, withUnmapped }: CaseOptions,
): OpenCases {
	const all = distinct(customers);
	const review = all.filter(({ match }) => match.status === 'review');
	const isWaiting = ({ match }: MatchedCustomer) =>
		match.askAfter !== null && match.askAfter !== undefined && match.askAfter >= today;
	const unmapped = withUnmapped ? all.filter(mayNeedClient) : [];
	const open = [...review.filter((matched) => !isWaiting(matched)), ...unmapped].sort(byDoubt);
	return {
		groups: groupsOf(open.filter(isProposal)),
		cases: open,
		waiting: review.filter(isWaiting),
	};
}

/** For a discontinued customer no client is ever created, and for one that a person chose to create all is said. */
function mayNeedClient({ customer, match }: MatchedCustomer): boolean {
	return match.status === 'unmapped' && customer.active && (match.newClientName ?? '') === '';
}

/** Found by evidence, with its client as the first candidate. */
export function isProposal({ match }: MatchedCustomer): boolean {
	return match.proposed === true && match.candidates.length > 0;
}

export function keyOf({ customer }: MatchedCustomer): string {
	return foldKey(customerKey(customer));
}

/** A customer that came in twice is one case. */
function distinct(customers: readonly MatchedCustomer[]): MatchedCustomer[] {
	return [...new Map(customers.map((matched) => [keyOf(matched), matched])).values()];
}

function groupsOf(proposals: MatchedCustomer[]): ProposalGroup[] {
	return matchLevels
		.map((level) => ({ level, members: proposals.filter(({ match }) => match.level === level) }))
		.filter(({ members }) => members.length > 0);
}

/** Doubts, customers without a client, proposals. */
function kindOf(matched: MatchedCustomer): number {
	if (isProposal(matched)) return 2;
	return matched.match.status === 'unmapped' ? 1 : 0;
}

/**
 * What only a person can settle comes first, the likeliest answers leading; of the proposals, which a person may accept
 * as a group, those on the weakest evidence.
 */
function byDoubt(a: MatchedCustomer, b: MatchedCustomer): number {
	const kind = kindOf(a) - kindOf(b);
	if (kind !== 0) return kind;
	const strength = isProposal(a)
		? matchLevels.indexOf(b.match.level) - matchLevels.indexOf(a.match.level)
		: b.match.score - a.match.score || (b.match.margin ?? 0) - (a.match.margin ?? 0);
	if (strength !== 0) return strength;
	return compare(a.customer.name ?? '', b.customer.name ?? '') || compare(keyOf(a), keyOf(b));
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
