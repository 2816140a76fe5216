import { escapeHtml } from '../../forms/html';
import { safeJson } from '../../forms/safeJson';
import { moneyChangeSentence } from '../money';
import { writingActions, type PlanItem } from '../planItem';
import type { LicencePlanEntry } from './plan';
import { isSnoozed, reasonsWithoutAge } from './pending';
import { customerName, productName } from './summary';

/** More on one page nobody reads; the dearest come first, the others next time. */
const CHOICES = 25;

/** The name under which the page's answer comes back. */
export const APPROVAL_FIELD = 'approve';

/**
 * The JSON for n8n's Form node, "Define Form: Using JSON": one choice for each held item that can be approved, its text
 * ending in the item's hash. Choices are plain text, which the page escapes itself; only the paragraph is HTML.
 */
export function approvalForm(entries: LicencePlanEntry[]): string {
	const open = approvable(entries);
	const shown = [...open]
		.sort((a, b) => dearness(b.plan) - dearness(a.plan))
		.slice(0, CHOICES)
		// By client, so that what belongs together is decided together.
		.sort((a, b) => compareText(customerName(a), customerName(b)));
	const more = open.length - shown.length;
	const others = entries.length - open.length;
	const paragraph = {
		fieldType: 'html',
		fieldLabel: 'About',
		elementName: 'about',
		html: `<p>${escapeHtml(introduction(shown.length, more, others))}</p>`,
	};
	if (shown.length === 0) return safeJson([paragraph]);
	return safeJson([
		paragraph,
		{
			fieldType: 'checkbox',
			fieldLabel: 'Approve',
			fieldName: APPROVAL_FIELD,
			fieldOptions: { values: shown.map((entry) => ({ option: choiceText(entry) })) },
		},
	]);
}

/** Held items that become a write once approved; snoozed ones wait for their day. */
export function approvable(entries: LicencePlanEntry[]): LicencePlanEntry[] {
	const seen = new Set<string>();
	return entries.filter(({ plan }) => {
		const { action, wouldBe, after, hash, link } = plan;
		if (action !== 'held' || wouldBe === undefined || !writingActions.includes(wouldBe))
			return false;
		// A pair that the saved licence map alone is to know changes nothing in Halo.
		if (after === null || (Object.keys(after).length === 0 && link !== 'map')) return false;
		if (isSnoozed(plan) || seen.has(hash)) return false;
		seen.add(hash);
		return true;
	});
}

function introduction(shown: number, more: number, others: number): string {
	const rest = others > 0 ? ` ${others} more are held or planned and need no approval here.` : '';
	if (shown === 0) return `Nothing waits for an approval.${rest}`;
	const cut = more > 0 ? ` The ${shown} dearest are shown; ${more} more come next time.` : '';
	return `Tick what is to be written. What is not ticked stays as it is in Halo.${cut}`;
}

function choiceText(entry: LicencePlanEntry): string {
	const { plan } = entry;
	const reasons = reasonsWithoutAge(plan)
		.map(({ text }) => text)
		.join(' ');
	const money = moneyChangeSentence(plan.moneyPerMonth, plan.currency);
	const text = `${customerName(entry)}, ${productName(entry)}: ${reasons}${money}`;
	return `${text.replace(/\s+/g, ' ')} · ${plan.hash}`;
}

function dearness({ moneyPerMonth }: PlanItem): number {
	return Math.abs(moneyPerMonth ?? 0);
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
