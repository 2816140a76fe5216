import { domainIn } from '../matching/names/domainName';
import type { Issue } from '../items/issue';
import type { Match } from '../matching';
import { reviewIssues } from '../words/mappingReview';
import { cut } from './editChoices';
import type { MatchedCustomer } from './editLists';
import { LONGEST_CLIENT_NAME, offeredName, tidyName } from './newClientName';
import { isProposal, keyOf, type OpenCases } from './openCases';
import { chosen, fieldHash, isGroupChoice, type Choice } from './reviewChoices';
import { reviewFields } from './reviewForm';
import { shortCustomer } from './shortNames';

/** What a person decided about one customer. */
export type Decision = { matched: MatchedCustomer } & (
	| { kind: 'accept' | 'link'; client: Match['candidates'][number] }
	| { kind: 'create'; name: string }
	| { kind: 'later' }
	| { kind: 'ignore' }
);

export interface Unrecorded {
	issue: Issue;
	/** Null when it is about a group, or a customer that is gone. */
	matched: MatchedCustomer | null;
}

export interface AnswerRead {
	decisions: Decision[];
	unrecorded: Unrecorded[];
	reason: string | null;
}

type Answer = Record<string, unknown>;

/**
 * Reads a page's answer against the customers as they are now. A choice counts only if its hash fits: when what is known
 * about the customer changed since the page was made, it is reported and leads to nothing.
 */
export function readReviewAnswer(
	answer: Answer,
	open: OpenCases,
	customers: readonly MatchedCustomer[],
): AnswerRead {
	const read: AnswerRead = { decisions: [], unrecorded: [], reason: reasonIn(answer) };
	const openKeys = new Set(open.cases.map(keyOf));
	const answered = new Set<string>();
	const known = new Set<string>();
	for (const matched of new Map(customers.map((entry) => [keyOf(entry), entry])).values()) {
		const hash = fieldHash(matched);
		known.add(hash);
		const choice = textIn(answer, `${reviewFields.choice}${hash}`);
		const name = textIn(answer, `${reviewFields.name}${hash}`);
		if (choice !== '') {
			answered.add(keyOf(matched));
			const isOpen = openKeys.has(keyOf(matched));
			takeSingle(read, matched, isOpen ? chosen(choice, matched) : null, name);
		} else if (wasTyped(name, matched)) {
			take(read, matched, reviewIssues.nameWithoutChoice(shortCustomer(matched), cut(name)));
		}
	}
	takeGroups(read, answer, open, answered);
	const gone = Object.keys(answer).filter(
		(field) =>
			field.startsWith(reviewFields.choice) &&
			textIn(answer, field) !== '' &&
			!known.has(field.slice(reviewFields.choice.length)),
	);
	if (gone.length > 0) {
		read.unrecorded.push({ issue: reviewIssues.customerGone(gone.length), matched: null });
	}
	return read;
}

function takeSingle(
	read: AnswerRead,
	matched: MatchedCustomer,
	choice: Choice | null,
	typed: string,
): void {
	const who = shortCustomer(matched);
	if (choice === null) return take(read, matched, reviewIssues.lapsed(who));
	if (choice.kind === 'link') {
		read.decisions.push({ matched, kind: 'link', client: choice.client });
		return;
	}
	if (choice.kind !== 'create') {
		read.decisions.push({ matched, kind: choice.kind });
		return;
	}
	const name = tidyName(typed);
	if (name === '') return take(read, matched, reviewIssues.noName(who));
	if (domainIn(name) !== null) {
		return take(read, matched, reviewIssues.domainAsName(who, cut(name)));
	}
	if (name.length > LONGEST_CLIENT_NAME) {
		return take(read, matched, reviewIssues.nameTooLong(who, LONGEST_CLIENT_NAME));
	}
	read.decisions.push({ matched, kind: 'create', name });
}

/** A customer with a choice of its own is no part of its group, also when that choice came to nothing. */
function takeGroups(
	read: AnswerRead,
	answer: Answer,
	{ groups }: OpenCases,
	answered: ReadonlySet<string>,
): void {
	for (const text of new Set(textsIn(answer, reviewFields.accept))) {
		const group = groups.find((candidate) => isGroupChoice(text, candidate));
		if (group === undefined) {
			const shown = cut(text.replace(/ · [0-9a-f]+$/, ''));
			read.unrecorded.push({ issue: reviewIssues.groupLapsed(shown), matched: null });
			continue;
		}
		for (const matched of group.members) {
			if (answered.has(keyOf(matched)) || !isProposal(matched)) continue;
			read.decisions.push({ matched, kind: 'accept', client: matched.match.candidates[0] });
		}
	}
}

function take(read: AnswerRead, matched: MatchedCustomer, issue: Issue): void {
	read.unrecorded.push({ issue, matched });
}

/** The name that the page offered by itself is no person's word. */
function wasTyped(name: string, { customer }: MatchedCustomer): boolean {
	return tidyName(name) !== '' && tidyName(name) !== (offeredName(customer.name) ?? '');
}

const LONGEST_REASON = 500;

function reasonIn(answer: Answer): string | null {
	const reason = tidyName(textIn(answer, reviewFields.reason));
	return reason === '' ? null : cut(reason, LONGEST_REASON);
}

function textIn(answer: Answer, field: string): string {
	const value = answer[field];
	// A single choice comes as its text, or as a list of one where the page sent it so.
	const [only] = Array.isArray(value) ? value : [value];
	return typeof only === 'string' ? only.trim() : '';
}

function textsIn(answer: Answer, field: string): string[] {
	const value = answer[field];
	const list: unknown[] = Array.isArray(value) ? value : [value];
	return list.filter((text): text is string => typeof text === 'string' && text.trim() !== '');
}
