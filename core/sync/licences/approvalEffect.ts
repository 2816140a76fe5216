import { approvalWords as words, isBesideCode } from '../../words/approvalWords';
import type { PlanItem } from '../planItem';
import type { LicencePlanEntry } from './plan';
import { licenceKeyFields } from './policy';

/**
 * What approving a held item does, in words: it stands first in the choice, since the reasons say what was seen, and a
 * person who reads "may be this one" takes a tick for a yes to that.
 */
export function approvalEffect({ plan, subscription }: LicencePlanEntry): string {
	switch (plan.wouldBe) {
		case 'create':
			return createWords(plan);
		case 'adopt':
		case 'succeed':
			return keyWords(plan, subscription?.quantity ?? null);
		case 'end':
			return endWords(plan);
		default:
			return updateWords(plan);
	}
}

/**
 * Whether approving does the very thing that the reason warns of: a second licence beside a row that may be the
 * subscription's, or the end of a row that another line may take over.
 */
export function goesAgainstReason({ wouldBe, reasons }: PlanItem): boolean {
	return wouldBe === 'create'
		? reasons.some(({ code }) => isBesideCode(code))
		: reasons.some(({ code }) => code === 'endWaits');
}

/** A cancelled line whose day is known: after it, a later run ends the row unasked. */
export function endsByItself({ plan, subscription }: LicencePlanEntry): boolean {
	const isCancelled = plan.reasons.some(({ code }) => code === 'endsLater');
	return isCancelled && subscription?.endDate != null;
}

function createWords({ after, reasons }: PlanItem): string {
	const beside = reasons.map(({ code }) => code).find(isBesideCode);
	const creates = words.creates(words.seats(Number(after?.count)));
	return beside === undefined ? creates : `${creates}, ${words.beside(beside)}`;
}

function keyWords(plan: PlanItem, atStellr: number | null): string {
	const row = rowOf(plan);
	const count = Number(plan.before?.count);
	const does =
		plan.link === 'map'
			? words.remembers(row)
			: plan.wouldBe === 'succeed'
				? words.givesNewKey(row)
				: words.givesKey(row);
	const isSame = atStellr === null || atStellr === count;
	const seats = words.seats(count);
	return `${does}; ${isSame ? words.keepsCount(seats) : words.keepsOtherCount(seats, atStellr)}`;
}

function endWords(plan: PlanItem): string {
	const ends = words.ends(rowOf(plan), words.seats(Number(plan.before?.count)));
	const codes = plan.reasons.map(({ code }) => code);
	if (codes.includes('endWaits')) return `${ends}, ${words.endsUnclear}`;
	return codes.includes('endsLater') ? `${ends}, ${words.endsUndated}` : ends;
}

function updateWords(plan: PlanItem): string {
	const { before, after } = plan;
	const { count, is_active: isActive, ...rest } = after ?? {};
	const wasCount = Number(before?.count);
	const changes = Object.entries(rest)
		.filter(([field]) => !licenceKeyFields.some((keyField) => keyField === field))
		.map(([field, value]) =>
			words.changesField(field, valueText(before?.[field]), valueText(value)),
		);
	const seats = words.seats(Number(count ?? wasCount));
	if (isActive === true) return [words.activates(rowOf(plan), seats), ...changes].join(', ');
	if (count !== undefined) return [words.changesCount(wasCount, seats), ...changes].join(', ');
	const text = changes.length === 0 ? words.changesKey : changes.join(', ');
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function rowOf({ haloId }: PlanItem): string {
	return String(haloId);
}

function valueText(value: unknown): string {
	if (value === null || value === undefined || value === '') return 'nothing';
	// Halo's days have a time that says nothing.
	return String(value).replace(/T00:00:00(\.0+)?Z?$/, '');
}
