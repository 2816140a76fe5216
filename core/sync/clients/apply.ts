import type { KeyField } from '../../halo/keyField';
import type { Runtime } from '../../http/types';
import type { Issue } from '../../items/issue';
import { applyIssues } from '../../words/applyIssues';
import { issueOfFailure } from '../../words/failures';
import type { BatchSize } from '../batchSize';
import type { RowToWrite, WriteOutcome, WriteRun } from '../batchWrite';
import { notSentIssue } from '../notSent';
import { withoutRepeats, type PlanItem } from '../planItem';
import { createClients } from './applyCreates';
import { updateClientFields } from './applyFields';
import { linkClients } from './applyLinks';
import { keyFieldName } from './keyFieldText';
import { updateAddresses } from './applyAddresses';

/** What became of one planned client or address. */
export interface AppliedClient {
	plan: PlanItem;
	outcome: 'written' | 'alreadySo' | 'notWritten';
	/** The client's id for links and creations, the site's for addresses. */
	haloId: number | null;
	requestId: string | null;
	issue: Issue | null;
}

export interface ClientApplyOptions extends BatchSize {
	keyField: KeyField | null;
	/** Approved in spite of a near name. */
	approved?: ReadonlySet<string>;
	/** Clients that a person said the plan's customer is not. */
	rejectedIdsOf?: (plan: PlanItem) => readonly number[];
	nameOf: (plan: PlanItem) => string;
}

export interface ClientRow extends RowToWrite {
	plans: PlanItem[];
}

/**
 * Carries out planned clients: links first, since they are the memory of who is who; then new clients, one alone before
 * the rest; then addresses. Each reads what it is about to change and leaves alone what moved.
 */
export async function applyClientPlan(
	runtime: Runtime,
	plans: PlanItem[],
	options: ClientApplyOptions,
): Promise<AppliedClient[]> {
	// An item that came twice, by two wires into one input, is written once.
	const { distinct, firstOf } = withoutRepeats(plans);
	const of = (target: PlanItem['target'], action: PlanItem['action']) =>
		distinct.filter((plan) => plan.target === target && plan.action === action);
	const run: WriteRun = { stop: null };
	const updates = of('client', 'update');
	const keyName = options.keyField === null ? null : keyFieldName(options.keyField);
	const writesKey = (plan: PlanItem) => keyName !== null && keyName in (plan.after ?? {});
	const results = [
		...(await linkClients(runtime, updates.filter(writesKey), options, run)),
		...(await createClients(runtime, of('client', 'create'), options, run)),
		...(await updateClientFields(
			runtime,
			updates.filter((plan) => !writesKey(plan)),
			options,
			run,
		)),
		...(await updateAddresses(runtime, of('site', 'update'), options, run)),
	];
	const byPlan = new Map(results.map((result) => [result.plan, result]));
	return plans.map((plan) => {
		const result = byPlan.get(firstOf(plan));
		if (result === undefined) return notWritten(plan, applyIssues.notSent(options.nameOf(plan)));
		return result.plan === plan ? result : repeated(plan, result);
	});
}

export function resultsOf(
	row: ClientRow,
	outcome: WriteOutcome | undefined,
	options: ClientApplyOptions,
): AppliedClient[] {
	return row.plans.map((plan) => {
		const name = options.nameOf(plan);
		switch (outcome?.kind) {
			case 'written': {
				const haloId = plan.haloId ?? outcome.id;
				const issue =
					haloId === null ? applyIssues.writtenWithoutId(name, outcome.requestId) : null;
				return { plan, outcome: 'written', haloId, requestId: outcome.requestId, issue };
			}
			case 'refused':
				return notWritten(plan, issueOfFailure(outcome.failure, name));
			case 'unknown':
				return notWritten(plan, applyIssues.answerLost(name, outcome.failure.requestId));
			case 'notSent':
			case undefined:
				return notWritten(plan, notSentIssue(name, outcome?.failure ?? null));
		}
	});
}

/** What a repeated item came to: nothing was written for it beside what was written for the first. */
function repeated(plan: PlanItem, first: AppliedClient): AppliedClient {
	const outcome = first.outcome === 'written' ? 'alreadySo' : first.outcome;
	return { ...first, plan, outcome, issue: null };
}

export function alreadySo(plan: PlanItem, haloId: number): AppliedClient {
	return { plan, outcome: 'alreadySo', haloId, requestId: null, issue: null };
}

export function notWritten(plan: PlanItem, issue: Issue): AppliedClient {
	return { plan, outcome: 'notWritten', haloId: plan.haloId, requestId: issue.requestId, issue };
}

/** What is not sent behind another, by what stopped the run, or because nobody knows yet what became of the other. */
export function notFollowing(
	plan: PlanItem,
	run: WriteRun,
	options: ClientApplyOptions,
): AppliedClient {
	return notWritten(plan, notSentIssue(options.nameOf(plan), run.stop));
}
