import type { MappingEntry } from '../../matching/schemas';
import { hashOf, writingActions, type PlanItem } from '../planItem';
import { asOfText, countedWords, listsText, section, type RunFacts } from '../runFacts';
import type { AppliedClient } from './apply';
import type { ClientPlanEntry, CustomerToPlan } from './plan';

/** A plan entry, and what became of its client and its address when they were applied. */
export interface ClientOutcome extends ClientPlanEntry {
	applied: AppliedClient | null;
	addressApplied: AppliedClient | null;
}

export interface ClientSummary {
	operation: 'plan' | 'apply';
	verdict: string;
	text: string;
	counts: Record<string, number>;
	held: Array<{ customer: string; what: string; hash: string }>;
	/** Customers for whom nothing is ever created, with the reason. */
	leftOut: Array<{ customer: string; what: string }>;
	requests: number;
	planHash: string;
	asOf: string;
	timeZone: string;
	rowsToSave: MappingEntry[];
}

export function summariseClients(
	outcomes: ClientOutcome[],
	facts: RunFacts,
	rowsToSave: MappingEntry[],
): ClientSummary {
	const counts = countOutcomes(outcomes, facts);
	const held = outcomes
		.filter(({ plan }) => plan.action === 'held')
		.map((outcome) => ({
			customer: nameOfCustomer(outcome.customer),
			what: outcome.plan.reasons.map((reason) => reason.text).join(' '),
			hash: outcome.plan.hash,
		}));
	const leftOut = outcomes
		.filter(({ plan }) => plan.action === 'skipped')
		.map((outcome) => ({
			customer: nameOfCustomer(outcome.customer),
			what: outcome.plan.reasons[0]?.text ?? '',
		}));
	const verdict = verdictOf(counts, facts);
	return {
		operation: facts.operation,
		verdict,
		text: textOf(verdict, outcomes, held, leftOut, counts),
		counts,
		held,
		leftOut,
		requests: facts.requests,
		planHash: hashOf(outcomes.flatMap(hashesOf).sort()),
		asOf: facts.asOf,
		timeZone: facts.timeZone,
		rowsToSave,
	};
}

function hashesOf({ plan, addressPlan }: ClientPlanEntry): string[] {
	return [plan, addressPlan]
		.filter((item): item is PlanItem => item !== null)
		.filter((item) => writingActions.includes(item.action) || item.action === 'held')
		.map((item) => item.hash);
}

function countOutcomes(outcomes: ClientOutcome[], facts: RunFacts): Record<string, number> {
	const failed = (applied: AppliedClient | null) => applied?.outcome === 'notWritten';
	const of = (action: PlanItem['action']) =>
		outcomes.filter(({ plan, applied }) => plan.action === action && !failed(applied)).length;
	return {
		created: of('create'),
		linked: of('update'),
		addressesUpdated: outcomes.filter(
			({ addressPlan, addressApplied }) =>
				addressPlan?.action === 'update' && !failed(addressApplied),
		).length,
		held: of('held'),
		unchanged: of('unchanged'),
		leftOut: of('skipped'),
		notWritten: outcomes.filter(
			({ applied, addressApplied }) => failed(applied) || failed(addressApplied),
		).length,
		needsAttention: facts.needsAttention,
	};
}

function verdictOf(counts: Record<string, number>, facts: RunFacts): string {
	const planned = facts.operation === 'plan' ? 'to be ' : '';
	const words = countedWords([
		[counts.created, `${planned}created`],
		[counts.linked, `${planned}linked`],
		[counts.addressesUpdated, `addresses ${planned}updated`],
		[counts.held, 'held'],
		[counts.notWritten, 'not written'],
		[counts.unchanged, 'unchanged'],
		[counts.leftOut, 'left out'],
		[counts.needsAttention, 'need attention'],
	]);
	return `Clients: ${words}; ${listsText(facts.incompleteLists)}${facts.nativeModule ?? ''}${asOfText(facts)}`;
}

/** What Halo needs before the first invoice of a new client; an import cannot know it. */
const BEFORE_FIRST_INVOICE =
	'Before their first invoice, set tax, currency, payment terms and the accounting link in Halo.';

function textOf(
	verdict: string,
	outcomes: ClientOutcome[],
	held: ClientSummary['held'],
	leftOut: ClientSummary['leftOut'],
	counts: Record<string, number>,
): string {
	const notWritten = outcomes
		.flatMap(({ applied, addressApplied }) => [applied?.issue, addressApplied?.issue])
		.map((issue) => issue?.message)
		.filter((message): message is string => message !== undefined);
	const created = outcomes
		.filter(
			({ plan, applied }) =>
				plan.action === 'create' && (applied === null || applied.outcome === 'written'),
		)
		.map((outcome) => `${String(outcome.plan.after?.name)} (${outcome.plan.key})`);
	return [
		verdict,
		...section('Not written', notWritten),
		...section(
			'Held',
			held.map((entry) => `${entry.customer}: ${entry.what}`),
		),
		...section('New clients', created),
		...(counts.created > 0 ? [BEFORE_FIRST_INVOICE] : []),
		...section(
			'Left out',
			leftOut.map((entry) => `${entry.customer}: ${entry.what}`),
		),
	].join('\n');
}

/** "Acorn Construction (us/100482)": how sentences name one customer. */
export function nameOfCustomer({ customer }: CustomerToPlan): string {
	const key = `${customer.account}/${customer.customerNo}`;
	return customer.name === null ? key : `${customer.name} (${key})`;
}
