import { issueText } from '../items/issue';
import type { MappingEntry, MatchLevel } from '../matching';
import { matchLevels } from '../matching';
import { matchedWords, recordedWords, reviewWords } from '../words/mappingReview';
import type { MatchedCustomer } from './editLists';
import { list, paragraph, strongParagraph } from './editPage';
import { cut } from './editChoices';
import { isProposal, keyOf, type OpenCases } from './openCases';
import type { Decision, Unrecorded } from './reviewAnswer';
import { casesShown, MOST_CASES, reviewForm } from './reviewForm';
import { shortCustomer } from './shortNames';

export interface FormSummary {
	verdict: string;
	text: string;
	form: string;
	counts: { cases: number; shown: number; proposals: number; waiting: number };
	proposals: Partial<Record<MatchLevel, number>>;
}

/** The page, and how much waits. */
export function summariseForm(open: OpenCases): FormSummary {
	const shown = casesShown(open).length;
	const proposals = Object.fromEntries(
		open.groups.map(({ level, members }) => [level, members.length]),
	);
	const verdict =
		shown === 0
			? reviewWords.nothingOpen
			: reviewWords.introduction(open.cases.length, open.cases.length - shown);
	const lines = [
		verdict,
		...open.groups.map(({ level, members }) => reviewWords.accept(level, members.length)),
		...(open.waiting.length > 0 ? [reviewWords.waiting(open.waiting.length)] : []),
	];
	return {
		verdict,
		text: lines.join('\n'),
		form: reviewForm(open),
		counts: {
			cases: open.cases.length,
			shown,
			proposals: open.groups.reduce((sum, { members }) => sum + members.length, 0),
			waiting: open.waiting.length,
		},
		proposals,
	};
}

export interface RecordedSummary {
	title: string;
	verdict: string;
	text: string;
	/** For the closing page; every text in it is escaped. */
	html: string;
	counts: Record<string, number>;
}

/** What a page's answer came to, and how many customers still wait. */
export function summariseRecorded(
	decisions: readonly Decision[],
	unrecorded: readonly Unrecorded[],
	open: OpenCases,
	rejected: number,
	by: string,
): RecordedSummary {
	const of = (kind: Decision['kind']) => decisions.filter((entry) => entry.kind === kind).length;
	const decided = new Set(decisions.map(({ matched }) => keyOf(matched)));
	const left = open.cases.filter((matched) => !decided.has(keyOf(matched))).length;
	const counts = {
		decided: decisions.length,
		accepted: of('accept'),
		linked: of('link'),
		toCreate: of('create'),
		ignored: of('ignore'),
		later: of('later'),
		rejected,
		notRecorded: unrecorded.length,
		left,
	};
	const parts = [
		...(counts.accepted > 0 ? [recordedWords.accepted(counts.accepted)] : []),
		...(counts.linked > 0 ? [recordedWords.linked(counts.linked)] : []),
		...(counts.toCreate > 0 ? [recordedWords.toCreate(counts.toCreate)] : []),
		...(counts.ignored > 0 ? [recordedWords.ignored(counts.ignored)] : []),
		...(counts.later > 0 ? [recordedWords.later(counts.later)] : []),
	];
	const title = recordedWords.title(decisions.length);
	const what = parts.length > 0 ? `${title}: ${parts.join(', ')}.` : `${title}.`;
	const nothing = decisions.length === 0 && unrecorded.length === 0;
	const issues = unrecorded.map(({ issue }) => issueText(issue));
	const after = [
		...(nothing ? [recordedWords.nothingChosen] : []),
		...(decisions.length > 0 ? [recordedWords.obeyed(by)] : []),
		recordedWords.left(left, MOST_CASES),
	];
	const heading = issues.length > 0 ? [`${recordedWords.notRecorded}:`] : [];
	return {
		title,
		verdict: what,
		text: [what, ...heading, ...issues, ...after].join('\n'),
		html: [
			strongParagraph(what),
			list(recordedWords.notRecorded, issues),
			...after.map(paragraph),
		].join(''),
		counts,
	};
}

/** What a matching brought into the saved mapping, by kind of evidence, and where to go next. */
export function summariseMatches(
	customers: readonly MatchedCustomer[],
	rows: readonly MappingEntry[],
	open: OpenCases,
): {
	verdict: string;
	text: string;
	counts: Record<string, number>;
	levels: Record<string, number>;
} {
	const distinct = [...new Map(customers.map((matched) => [keyOf(matched), matched])).values()];
	const proposed = rows.filter(({ decision }) => decision === 'proposed').length;
	const known = distinct.filter(
		({ match }) => match.savedDecision !== null || match.level === 'saved',
	).length;
	const without = distinct.filter(({ match }) => match.status === 'unmapped').length;
	const levels = matchLevels
		.map((level) => ({ level, count: rows.filter((row) => row.level === level).length }))
		.filter(({ count }) => count > 0);
	const verdict = matchedWords.recorded(rows.length, proposed);
	const text = [
		verdict,
		...levels.map(({ level, count }) => `- ${matchedWords.byLevel(level, count)}`),
		...(known > 0 ? [matchedWords.known(known)] : []),
		matchedWords.open(open.cases.length),
		...(open.waiting.length > 0 ? [reviewWords.waiting(open.waiting.length)] : []),
		...(without > 0 ? [matchedWords.without(without)] : []),
		...unclearLines(open),
	].join('\n');
	return {
		verdict,
		text,
		counts: {
			recorded: rows.length,
			proposed,
			decided: rows.length - proposed,
			known,
			open: open.cases.length,
			waiting: open.waiting.length,
			withoutClient: without,
		},
		levels: Object.fromEntries(levels.map(({ level, count }) => [level, count])),
	};
}

const MOST_UNCLEAR = 20;

/** Who cannot be told by evidence, and why; proposals are no such cases. */
function unclearLines({ cases }: OpenCases): string[] {
	const unclear = cases.filter((matched) => !isProposal(matched));
	if (unclear.length === 0) return [];
	const lines = unclear.slice(0, MOST_UNCLEAR).map((matched) => {
		const why = cut(matched.match.conflicts.at(0) ?? '', 300);
		return `- ${shortCustomer(matched)}: ${why}`;
	});
	const more = unclear.length - lines.length;
	const rest = more > 0 ? [`- ${reviewWords.andMore(more)}`] : [];
	return [`${matchedWords.unclear}:`, ...lines, ...rest];
}
