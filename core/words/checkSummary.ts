import type { Check, Side } from '../check/check';
import { tallyOf, type CheckSummary, type CheckTally } from '../check/summary';
import type { Issue } from '../items/issue';

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

/** A check that did not pass, for Needs Attention. */
export function checkIssue({ code, check, seen, remedy, requestId }: Check): Issue {
	return { code, message: `${check}: ${seen}`, remedy: remedy ?? '', requestId };
}

/** The verdict in one line, what to mend first, and the rest. */
export function summaryOf(checks: readonly Check[], missing: readonly Side[]): CheckSummary {
	const tally = tallyOf(checks);
	const { first, counts } = tally;
	const nothing = missing.length === 2;
	const ok = !nothing && tally.mandatoryFailed.length === 0 && tally.mandatoryOpen.length === 0;
	const verdict = nothing ? NOTHING_CHECKED : verdictOf(tally, missing, ok);
	return {
		ok,
		verdict,
		text: textOf(verdict, tally),
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

function verdictOf(tally: CheckTally, missing: readonly Side[], ok: boolean): string {
	if (ok) {
		const not = missing.map((side) => ` (${SIDES[side]} was not checked)`).join('');
		return `Test successful${not}`;
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

function textOf(verdict: string, tally: CheckTally): string {
	const { failed, first, mandatoryOpen } = tally;
	const lines = [`${verdict}.`.replace(/\.\.$/, '.')];
	if (first !== null) lines.push(`First: ${lineOf(first)}`);
	for (const check of [...failed, ...mandatoryOpen]) {
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

/** What the editor shows below the node; null when there is nothing to mend. */
export function hintOf(checks: readonly Check[], summary: CheckSummary): string | null {
	const failed = failedText(tallyOf(checks));
	if (failed === null) return summary.ok ? null : `${summary.verdict}.`.replace(/\.\.$/, '.');
	return `${failed}. Begin with ${summary.first?.check ?? ''}: ${summary.first?.remedy ?? ''}`;
}
