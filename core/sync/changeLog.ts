import type { PlanItem } from './planItem';

/** Who the rows name; a Data table may hold rows of other tools beside ours. */
export const CHANGE_LOG_BY = 'n8n-nodes-stellr-halo';

/** One written change, flat, as a row of the Data table "stellr_halo_changes_v1". */
export interface ChangeLogRow {
	/** The execution that wrote it. */
	run: string;
	at: string;
	by: string;
	target: PlanItem['target'];
	key: string;
	haloId: number | null;
	haloClientId: number | null;
	action: string;
	customer: string;
	/** A person reads this. */
	what: string;
	/** JSON of the fields by Halo's names; empty for what did not exist. */
	before: string;
	after: string;
	requestId: string | null;
	outcome: string;
	hash: string;
	/** Whether the row hangs on a pro-rata line; null where that was not looked up. */
	proRata: boolean | null;
}

/** What became of one planned item, as far as the log is concerned. */
export interface LoggableChange {
	plan: PlanItem;
	outcome: 'written' | 'alreadySo' | 'notWritten';
	haloId: number | null;
	requestId: string | null;
	haloClientId: number | null;
	customer: string;
	what: string;
	proRata?: boolean | null;
	/** Another word than the plan's own, such as `revert`. */
	action?: string;
}

/** Rows for what was written, in the order of writing; what was so already or was not written leaves none. */
export function changeLogRows(
	changes: LoggableChange[],
	run: { id: string; at: string },
): ChangeLogRow[] {
	return changes
		.filter(({ outcome }) => outcome === 'written')
		.map(({ plan, ...change }) => ({
			run: run.id,
			at: run.at,
			by: CHANGE_LOG_BY,
			target: plan.target,
			key: plan.key,
			haloId: change.haloId ?? plan.haloId,
			haloClientId: change.haloClientId,
			action: change.action ?? plan.action,
			customer: change.customer,
			what: change.what,
			before: plan.before === null ? '' : JSON.stringify(plan.before),
			after: plan.after === null ? '' : JSON.stringify(plan.after),
			requestId: change.requestId,
			outcome: change.outcome,
			hash: plan.hash,
			proRata: change.proRata ?? null,
		}));
}
