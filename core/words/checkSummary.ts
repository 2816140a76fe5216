import type { Check, Side } from '../check/check';
import { tallyOf, type CheckSummary, type CheckTally } from '../check/summary';
import type { Issue } from '../items/issue';
import { lookAt, toLookAt } from './checkNotTold';

const SIDES: Record<Side, string> = { stellr: 'Stellr', halo: 'HaloPSA' };

/** Stands for a side whose credential was left empty. */
export function sideNotChecked(side: Side): Check {
	return {
		side,
		account: null,
		code: 'credential',
		check: 'Credential chosen',
		mandatory: false,
		ok: null,
		seen: `Not checked: no credential for ${SIDES[side]} is chosen in this node.`,
		remedy: 'Choose one to check this side too.',
		requestId: null,
	};
}

/** What a person has to mend, and after it what a person has to look at since nothing here can tell it. */
export function forPerson(checks: readonly Check[]): Check[] {
	return [...checks.filter(({ ok }) => ok === false), ...toLookAt(checks)];
}

/** A check that did not pass or could not be told, for Needs Attention. */
export function checkIssue({ code, check, seen, remedy, requestId }: Check): Issue {
	return { code, message: `${check}: ${seen}`, remedy: remedy ?? '', requestId };
}

/** The verdict in one line, what to mend first, and the rest. */
export function summaryOf(checks: readonly Check[], missing: readonly Side[]): CheckSummary {
	const tally = tallyOf(checks);
	const { first, counts } = tally;
	const nothing = missing.length === 2;
	const ok = !nothing && tally.mandatoryFailed.length === 0 && tally.mandatoryOpen.length === 0;
	const open = toLookAt(checks);
	const verdict = nothing ? NOTHING_CHECKED : verdictOf({ tally, missing, ok, open });
	return {
		ok,
		verdict,
		text: textOf(verdict, tally, open),
		counts,
		first:
			first === null
				? null
				: {
						side: first.side,
						check: first.check,
						code: first.code,
						seen: first.seen,
						remedy: first.remedy,
					},
	};
}

const NOTHING_CHECKED =
	'Nothing was checked: choose a credential for Stellr, for HaloPSA, or both.';

interface Outcome {
	tally: CheckTally;
	missing: readonly Side[];
	ok: boolean;
	/** What a person has to look at. */
	open: readonly Check[];
}

function verdictOf({ tally, missing, ok, open }: Outcome): string {
	if (ok) {
		const not = missing.map((side) => ` (${SIDES[side]} was not checked)`).join('');
		const look = open.length === 0 ? '' : `. Not told: ${open.map(lookAt).join('; ')}`;
		return `Test successful${not}${look}`;
	}
	return (
		failedText(tally) ??
		`Nothing failed, but not all could be told: ${namesOf(tally.mandatoryOpen)}`
	);
}

function failedText({ failed, counts }: CheckTally): string | null {
	if (failed.length === 0) return null;
	return `${failed.length} of ${counts.checks} checks failed: ${namesOf(failed)}`;
}

function textOf(verdict: string, tally: CheckTally, open: readonly Check[]): string {
	const { failed, first, mandatoryOpen } = tally;
	const lines = [`${verdict}.`.replace(/\.\.$/, '.')];
	if (first !== null) lines.push(`First: ${lineOf(first)}`);
	for (const check of new Set([...failed, ...mandatoryOpen, ...open])) {
		// What only waits for another check has nothing to say of its own.
		if (check !== first && (check.ok === false || check.remedy !== null)) lines.push(lineOf(check));
	}
	return lines.join('\n');
}

function lineOf({ side, check, mandatory, seen, remedy }: Check): string {
	const optional = mandatory ? '' : ' (needed only where used)';
	return `${SIDES[side]}, ${check}${optional}: ${seen}${remedy === null ? '' : ` ${remedy}`}`;
}

function namesOf(checks: readonly Check[]): string {
	const names = checks.slice(0, 3).map(({ side, check }) => `${SIDES[side]}, ${check}`);
	const more = checks.length > 3 ? `; and ${checks.length - 3} more` : '';
	return `${names.join('; ')}${more}`;
}

/** What the editor shows below the node; null when there is nothing to mend or to look at. */
export function hintOf(checks: readonly Check[], summary: CheckSummary): string | null {
	const failed = failedText(tallyOf(checks));
	if (failed === null) {
		const wellAndTold = summary.ok && toLookAt(checks).length === 0;
		return wellAndTold ? null : `${summary.verdict}.`.replace(/\.\.$/, '.');
	}
	return `${failed}. Begin with ${summary.first?.check ?? ''}: ${summary.first?.remedy ?? ''}`;
}
