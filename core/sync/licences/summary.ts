import {
	moneyChangeSentence,
	moneyChangeText,
	moneyText,
	sumMoney,
	type MoneyByCurrency,
} from '../money';
import { monthsOfPrice } from '../month';
import { hashOf, writingActions, type PlanItem } from '../planItem';
import { asOfText, countedWords, listsText, section, type RunFacts } from '../runFacts';
import { isHeld, isSnoozed, reasonsWithoutAge, type PendingRow } from './pending';
import type { LicencePlanEntry } from './plan';
import type { SavedLicence } from './savedState';
import type { AppliedLicence } from './write';

/** A plan entry, and what became of it when it was applied. */
export interface LicenceOutcome extends LicencePlanEntry {
	applied: AppliedLicence | null;
}

export interface LicenceSummary {
	operation: 'plan' | 'apply';
	/** The run in one line. */
	verdict: string;
	/** The text for a message: verdict, what was not written, held, on no invoice, changes by client, left out. */
	text: string;
	counts: Record<string, number>;
	/** Change of what customers pay a month at Stellr's suggested prices, by currency. */
	moneyPerMonth: MoneyByCurrency[];
	held: Array<{
		customer: string;
		what: string;
		moneyPerMonth: number | null;
		currency: string | null;
		hash: string;
	}>;
	/** New licences hang on no recurring invoice until somebody puts them on one. */
	onNoInvoice: Array<{ client: string; product: string; seats: number; listPrice: string }>;
	requests: number;
	planHash: string;
	asOf: string;
	timeZone: string;
	rowsToSave: SavedLicence[];
}

export function summariseLicences(
	outcomes: LicenceOutcome[],
	facts: RunFacts,
	rowsToSave: SavedLicence[],
): LicenceSummary {
	const counts = countOutcomes(outcomes, facts);
	const held = heldLines(outcomes);
	const onNoInvoice = newOnNoInvoice(outcomes, facts.operation);
	const changed = outcomes.filter(isChange);
	const verdict = verdictOf(counts, facts);
	return {
		operation: facts.operation,
		verdict,
		text: textOf(verdict, outcomes, held, onNoInvoice, counts),
		counts,
		moneyPerMonth: sumMoney(changed.map((outcome) => outcome.plan)),
		held,
		onNoInvoice,
		requests: facts.requests,
		planHash: planHashOf(outcomes.map((outcome) => outcome.plan)),
		asOf: facts.asOf,
		timeZone: facts.timeZone,
		rowsToSave,
	};
}

/** One hash over everything the plan would write or hold: equal hashes mean an equal plan. */
export function planHashOf(plans: PlanItem[]): string {
	return hashOf(
		plans
			.filter((plan) => writingActions.includes(plan.action) || plan.action === 'held')
			.map((plan) => plan.hash)
			.sort(),
	);
}

function countOutcomes(outcomes: LicenceOutcome[], facts: RunFacts): Record<string, number> {
	const count = (test: (outcome: LicenceOutcome) => boolean) => outcomes.filter(test).length;
	const of = (action: PlanItem['action']) =>
		count(
			(outcome) =>
				outcome.plan.action === action &&
				(outcome.applied === null || outcome.applied.outcome !== 'notWritten'),
		);
	return {
		adopted: of('adopt'),
		created: of('create'),
		updated: of('update') + of('succeed'),
		ended: of('end'),
		held: count(({ plan }) => isHeld(plan) && !isSnoozed(plan)),
		snoozed: count(({ plan }) => isHeld(plan) && isSnoozed(plan)),
		unchanged: of('unchanged'),
		leftOut: of('skipped'),
		notWritten: count((outcome) => outcome.applied?.outcome === 'notWritten'),
		needsAttention: facts.needsAttention,
		customersLeftOut: facts.customersLeftOut ?? 0,
	};
}

function verdictOf(counts: Record<string, number>, facts: RunFacts): string {
	const planned = facts.operation === 'plan' ? 'to be ' : '';
	const words = countedWords([
		[counts.adopted, `${planned}adopted`],
		[counts.created, `${planned}created`],
		[counts.updated, `${planned}updated`],
		[counts.ended, `${planned}ended`],
		[counts.held, 'held'],
		[counts.snoozed, 'snoozed'],
		[counts.notWritten, 'not written'],
		[counts.unchanged, 'unchanged'],
		[counts.needsAttention, 'need attention'],
	]);
	return `Licences: ${words}; ${listsText(facts.incompleteLists)}${facts.nativeModule ?? ''}${asOfText(facts)}`;
}

function textOf(
	verdict: string,
	outcomes: LicenceOutcome[],
	held: LicenceSummary['held'],
	onNoInvoice: LicenceSummary['onNoInvoice'],
	counts: Record<string, number>,
): string {
	const notWritten = outcomes
		.filter((outcome) => outcome.applied?.outcome === 'notWritten')
		.map((outcome) => outcome.applied?.issue?.message ?? nameOf(outcome));
	const changes = outcomes.filter(isChange).map(changeLine).sort();
	return [
		verdict,
		...section('Not written', notWritten),
		...section(
			'Held',
			held.map((entry) => `${entry.customer}: ${entry.what}`),
		),
		...section(
			`${onNoInvoice.length} new licences are on no recurring invoice`,
			onNoInvoice.map(
				(entry) => `${entry.client}, ${entry.product}: ${entry.seats} seats, ${entry.listPrice}`,
			),
		),
		...section('Changes by client', changes),
		...(counts.leftOut > 0
			? [`Left out: ${counts.leftOut} lines (${leftOutWords(outcomes)}).`]
			: []),
	].join('\n');
}

/** Dearest first: what costs most is read first. */
function heldLines(outcomes: LicenceOutcome[]): LicenceSummary['held'] {
	return outcomes
		.filter(({ plan }) => isHeld(plan) && !isSnoozed(plan))
		.map((outcome) => ({
			customer: customerName(outcome),
			what: `${productName(outcome)}: ${reasonsText(outcome.plan)}${moneyChangeSentence(outcome.plan.moneyPerMonth, outcome.plan.currency)}`,
			moneyPerMonth: outcome.plan.moneyPerMonth ?? null,
			currency: outcome.plan.currency ?? null,
			hash: outcome.plan.hash,
		}))
		.sort((a, b) => Math.abs(b.moneyPerMonth ?? 0) - Math.abs(a.moneyPerMonth ?? 0));
}

/** Held items as rows of the pending table, dearest first, one row a hash; snoozed ones included. */
export function pendingRowsOf(entries: LicencePlanEntry[], today: string): PendingRow[] {
	const rows = entries
		.filter(({ plan }) => isHeld(plan))
		.map((entry) => ({
			hash: entry.plan.hash,
			key: entry.plan.key,
			customer: customerName(entry),
			product: productName(entry),
			what: reasonsWithoutAge(entry.plan)
				.map((reason) => reason.text)
				.join(' '),
			wouldBe: entry.plan.wouldBe ?? '',
			moneyPerMonth: entry.plan.moneyPerMonth ?? null,
			currency: entry.plan.currency ?? null,
			heldSince: today,
		}))
		.sort((a, b) => Math.abs(b.moneyPerMonth ?? 0) - Math.abs(a.moneyPerMonth ?? 0));
	return [...new Map(rows.map((row) => [row.hash, row])).values()];
}

/** What was done, as the change log says it: "Business Premium: 42 to 8 seats". */
export function changeText(entry: LicencePlanEntry): string {
	return `${productName(entry)}: ${changeWords(entry.plan)}`;
}

function newOnNoInvoice(
	outcomes: LicenceOutcome[],
	operation: 'plan' | 'apply',
): LicenceSummary['onNoInvoice'] {
	return outcomes
		.filter(
			({ plan, applied }) =>
				plan.action === 'create' && (operation === 'plan' || applied?.outcome === 'written'),
		)
		.map((outcome) => ({
			client: outcome.customer.haloClientName ?? customerName(outcome),
			product: productName(outcome),
			seats: outcome.subscription?.quantity ?? 0,
			listPrice: listPrice(outcome),
		}));
}

function listPrice({ subscription }: LicenceOutcome): string {
	if (
		subscription === null ||
		subscription.suggestedPrice === null ||
		subscription.currency === null
	) {
		return 'list price unknown';
	}
	const months = monthsOfPrice(subscription);
	const period =
		months === null
			? 'a period'
			: months === 1
				? 'a month'
				: months === 12
					? 'a year'
					: `every ${months} months`;
	return `list price ${moneyText(subscription.suggestedPrice, subscription.currency)} a seat ${period}`;
}

function isChange({ plan, applied }: LicenceOutcome): boolean {
	return (
		writingActions.includes(plan.action) && (applied === null || applied.outcome === 'written')
	);
}

function changeLine(outcome: LicenceOutcome): string {
	const { plan } = outcome;
	return `${customerName(outcome)}, ${productName(outcome)}: ${changeWords(plan)}${moneyWords(plan)}`;
}

function changeWords(plan: PlanItem): string {
	switch (plan.action) {
		case 'adopt':
			return 'the existing row gets its key';
		case 'create':
			return `new, ${String(plan.after?.count)} seats`;
		case 'end':
			return 'becomes inactive';
		default:
			if (plan.after?.count !== undefined)
				return `${String(plan.before?.count)} to ${String(plan.after.count)} seats`;
			return plan.reasons.map((reason) => reason.text).join(' ');
	}
}

function reasonsText(plan: PlanItem): string {
	return plan.reasons.map((reason) => reason.text).join(' ');
}

function moneyWords(plan: PlanItem): string {
	return moneyChangeText(plan.moneyPerMonth, plan.currency);
}

function leftOutWords(outcomes: LicenceOutcome[]): string {
	const counts = new Map<string, number>();
	for (const { plan } of outcomes) {
		if (plan.action !== 'skipped') continue;
		const code = plan.reasons[0]?.code ?? 'skipped';
		counts.set(code, (counts.get(code) ?? 0) + 1);
	}
	const words: Record<string, string> = {
		kindLeftOut: 'other kinds than seats',
		productLeftOut: 'by the product filter',
		notCreatedEnded: 'over, without a row',
		notCreatedUnknown: 'over, of unknown status',
	};
	return [...counts].map(([code, count]) => `${count} ${words[code] ?? code}`).join(', ');
}

/** "Acorn Construction, Business Premium (411833_1)": how sentences name one line. */
export function nameOf(entry: LicencePlanEntry): string {
	const id = entry.subscription?.subscriptionId ?? entry.plan.key;
	return `${customerName(entry)}, ${productName(entry)} (${id})`;
}

export function customerName({ customer }: LicencePlanEntry): string {
	return customer.name ?? customer.haloClientName ?? customer.customerNo;
}

export function productName({ subscription, plan }: LicencePlanEntry): string {
	return subscription?.productName ?? subscription?.subscriptionId ?? plan.key;
}
