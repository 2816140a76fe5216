import { escapeHtml } from '../../forms/html';
import { safeJson } from '../../forms/safeJson';
import { approvalWords as words } from '../../words/approvalWords';
import { moneyChangeSentence } from '../money';
import { writingActions, type PlanItem } from '../planItem';
import { approvalEffect, endsByItself, goesAgainstReason } from './approvalEffect';
import type { LicencePlanEntry } from './plan';
import { isSnoozed, reasonsWithoutAge } from './pending';
import type { LicenceKeyField } from './policy';
import { customerName, productName } from './summary';

/** More on one page nobody reads; the dearest come first, the others next time. */
const CHOICES = 25;

/** The names under which the page's answers come back. */
export const approvalFields = { approve: 'approve', lookTwice: 'lookTwice' } as const;

/**
 * The JSON for n8n's Form node, "Define Form: Using JSON": one choice for each held item that can be approved, which
 * begins with what its tick does and ends in the item's hash. Those that would make a second licence stand last, in a block
 * of their own. Choices are plain text, which the page escapes itself; only paragraphs are HTML.
 */
export function approvalForm(entries: LicencePlanEntry[], keyField: LicenceKeyField): string {
	const open = approvable(entries);
	const asked = open.filter((entry) => !endsByItself(entry));
	const shown = [...asked]
		.sort((a, b) => dearness(b.plan) - dearness(a.plan))
		.slice(0, CHOICES)
		// By client, so that what belongs together is decided together.
		.sort((a, b) => compareText(customerName(a), customerName(b)));
	const counts = {
		shown: shown.length,
		more: asked.length - shown.length,
		endByThemselves: open.length - asked.length,
		others: entries.length - open.length,
	};
	const about = {
		fieldType: 'html',
		fieldLabel: 'About',
		elementName: 'about',
		html: `<p>${escapeHtml(introduction(counts))}</p>`,
	};
	const plain = shown.filter(({ plan }) => !goesAgainstReason(plan));
	const risky = shown.filter(({ plan }) => goesAgainstReason(plan));
	return safeJson([
		about,
		...(plain.length === 0 ? [] : [choicesField('Approve', approvalFields.approve, plain)]),
		...(risky.length === 0 ? [] : lookTwiceFields(risky, keyField)),
	]);
}

function lookTwiceFields(risky: LicencePlanEntry[], keyField: LicenceKeyField): object[] {
	const because = escapeHtml(words.lookTwiceBecause(keyField));
	return [
		{
			fieldType: 'html',
			fieldLabel: 'About',
			html: `<h3>${escapeHtml(words.lookTwice)}</h3><p>${because}</p>`,
		},
		choicesField('Approve all the same', approvalFields.lookTwice, risky),
	];
}

function choicesField(label: string, name: string, shown: LicencePlanEntry[]): object {
	return {
		fieldType: 'checkbox',
		fieldLabel: label,
		fieldName: name,
		fieldOptions: { values: shown.map((entry) => ({ option: choiceText(entry) })) },
	};
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

interface Counts {
	shown: number;
	more: number;
	endByThemselves: number;
	others: number;
}

function introduction({ shown, more, endByThemselves, others }: Counts): string {
	return [
		shown === 0 ? words.nothingWaits : words.introduction,
		...(more > 0 ? [words.cut(shown, more)] : []),
		...(endByThemselves > 0 ? [words.endByThemselves(endByThemselves)] : []),
		...(shown === 0 && others > 0 ? [words.others(others)] : []),
	].join(' ');
}

function choiceText(entry: LicencePlanEntry): string {
	const { plan } = entry;
	const reasons = reasonsWithoutAge(plan)
		.map(({ text }) => text)
		.join(' ');
	const money = moneyChangeSentence(plan.moneyPerMonth, plan.currency);
	// Where the key may belong into a row in Halo, a person has to know it.
	const hasRow = plan.haloId !== null || !goesAgainstReason(plan);
	const key = hasRow ? '' : ` (${plan.key})`;
	const who = `${customerName(entry)}, ${productName(entry)}${key}`;
	const text = `${approvalEffect(entry)}: ${who}. ${reasons}${money}`;
	return `${text.replace(/\s+/g, ' ')} · ${plan.hash}`;
}

function dearness({ moneyPerMonth }: PlanItem): number {
	return Math.abs(moneyPerMonth ?? 0);
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
