import type { Check } from './check';

/** What all checks together come to. */
export interface CheckSummary {
	/** Every mandatory check that was to be made passed. */
	ok: boolean;
	verdict: string;
	/** Fit for a message. */
	text: string;
	counts: {
		checks: number;
		passed: number;
		failed: number;
		failedMandatory: number;
		notTold: number;
	};
	/** What to mend before anything else: later checks may hang on it. */
	first: Pick<Check, 'side' | 'check' | 'code' | 'seen' | 'remedy'> | null;
}

export interface CheckTally {
	failed: Check[];
	/** Failed ones without which the flows do not work. */
	mandatoryFailed: Check[];
	/** Mandatory ones that could not be told. */
	mandatoryOpen: Check[];
	first: Check | null;
	counts: CheckSummary['counts'];
}

/** Sorts the checks by what became of them; those of a side come in the order in which they hang on each other. */
export function tallyOf(checks: readonly Check[]): CheckTally {
	const failed = checks.filter(({ ok }) => ok === false);
	const mandatoryFailed = failed.filter(({ mandatory }) => mandatory);
	const mandatoryOpen = checks.filter(({ ok, mandatory }) => ok === null && mandatory);
	const passed = checks.filter(({ ok }) => ok === true).length;
	return {
		failed,
		mandatoryFailed,
		mandatoryOpen,
		first: mandatoryFailed[0] ?? mandatoryOpen[0] ?? failed[0] ?? null,
		counts: {
			checks: checks.length,
			passed,
			failed: failed.length,
			failedMandatory: mandatoryFailed.length,
			notTold: checks.length - passed - failed.length,
		},
	};
}
