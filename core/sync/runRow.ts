/** One row a flow in the Data table "stellr_halo_runs_v1": when it last went well, and when it last did not. */
export type RunRow =
	| { flow: string; lastGoodRun: string; lastGoodVerdict: string }
	| { flow: string; lastRefusal: string; lastRefusalVerdict: string };

export interface RunToNote {
	flow: string;
	at: string;
	verdict: string;
	/** Everything that should have come came, and everything that should have been written was. */
	good: boolean;
}

/** Only the columns that this run has something to say of: the other half of the row stays. */
export function runRow({ flow, at, verdict, good }: RunToNote): RunRow {
	return good
		? { flow, lastGoodRun: at, lastGoodVerdict: verdict }
		: { flow, lastRefusal: at, lastRefusalVerdict: verdict };
}
