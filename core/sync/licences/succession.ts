import { calendarDay } from '../../halo/dates';
import type { HaloLicence } from '../../halo/schemas';
import type { StellrSubscription } from '../../stellr/schemas';
import { licenceReasons as why } from '../../words/licenceReasons';
import { planItem, type PlanItem, type Reason } from '../planItem';
import { licenceKeyText } from '../stellrKeys';
import { textWithKey } from './keyText';
import { clientOfEntry } from './placedAt';
import type { LicencePlanEntry } from './plan';
import type { LicencePolicy } from './policy';
import type { LicenceIndex } from './rowIndex';
import { samePart, sameVendorId, type EndingLine } from './successionEvidence';

export interface SuccessionContext {
	index: LicenceIndex;
	policy: LicencePolicy;
	/** What would differ on the row once it is the new line's. */
	planRow: (start: LicencePlanEntry, row: HaloLicence) => PlanItem;
}

/**
 * Renewals, plan changes and transfers may change a line's number: one line ends and another starts. Both are one item
 * then: the Halo row gets the new key and keeps its id, since invoice lines hang on it. Pairs equal by the vendor's id
 * apply alone; pairs guessed from part number and dates wait for a person, and until then neither half is done.
 */
export function withSuccession(
	entries: LicencePlanEntry[],
	context: SuccessionContext,
): LicencePlanEntry[] {
	const starts = entries.filter(isStart);
	const ends = entries.flatMap((entry) => endingOf(entry, context.index));
	const settled = new Map<LicencePlanEntry, LicencePlanEntry[]>();
	settle(pairsBy(sameVendorId, starts, ends), true, context, settled);
	// What the vendor's id has settled is no candidate for a guess.
	const openStarts = starts.filter((start) => !settled.has(start));
	const openEnds = ends.filter(({ entry }) => !settled.has(entry));
	settle(pairsBy(samePart, openStarts, openEnds), false, context, settled);
	if (settled.size === 0) return entries;
	return entries.flatMap((entry) => settled.get(entry) ?? [entry]);
}

function settle(
	pairs: Pair[],
	sameId: boolean,
	context: SuccessionContext,
	settled: Map<LicencePlanEntry, LicencePlanEntry[]>,
): void {
	const contested = severalTimes(pairs.flatMap(({ candidates }) => candidates));
	for (const { start, candidates } of pairs) {
		if (candidates.length > 1 || contested.has(candidates[0])) {
			settled.set(start, [unclear(start, candidates)]);
			// Neither half is done: what ends waits with what starts.
			for (const { entry } of candidates) settled.set(entry, [waiting(entry)]);
			continue;
		}
		settled.set(start, succeeded(start, candidates[0], sameId, context));
		settled.set(candidates[0].entry, []);
	}
}

function severalTimes(endings: readonly Ending[]): ReadonlySet<Ending> {
	const once = new Set<Ending>();
	return new Set(endings.filter((ending) => once.size === once.add(ending).size));
}

/** The entry that ends, with what tells its successor. */
interface Ending extends EndingLine {
	entry: LicencePlanEntry;
	/** That it is over is known from the list of the whole reseller only. */
	unproven: boolean;
}

interface Pair {
	start: LicencePlanEntry;
	candidates: Ending[];
}

/** A line without a row that would get a new one. */
export function isStart({ subscription, plan }: LicencePlanEntry): boolean {
	const creates = plan.action === 'create' || (plan.action === 'held' && plan.wouldBe === 'create');
	return creates && subscription !== null && subscription.state !== 'suspended';
}

/** The line as one that ends, with its row; none where it goes on or has no row. */
export function endingOf(entry: LicencePlanEntry, index: LicenceIndex): Ending[] {
	const { subscription, plan } = entry;
	const clientId = clientOfEntry(entry);
	const missing = subscription === null;
	const over = subscription?.state === 'cancelled' || subscription?.state === 'expired';
	if (plan.haloId === null || clientId === null || (!missing && !over)) return [];
	const row = index.rowsOf(clientId).find(({ id }) => id === plan.haloId);
	if (row === undefined || row.deleted || index.keyOf(row) === null) return [];
	const unproven = plan.reasons[0]?.code === 'notInResellerList';
	const day = subscription?.endDate ?? calendarDay(row.endDate);
	return [{ entry, row, subscription, day, unproven }];
}

function pairsBy(
	fits: (start: StellrSubscription, end: Ending) => boolean,
	starts: LicencePlanEntry[],
	ends: Ending[],
): Pair[] {
	const endsAt = new Map<string, Ending[]>();
	for (const end of ends) {
		const place = placeOf(end.entry);
		const others = endsAt.get(place);
		if (others === undefined) endsAt.set(place, [end]);
		else others.push(end);
	}
	return starts.flatMap((start) => {
		const { subscription } = start;
		if (subscription === null) return [];
		const candidates = (endsAt.get(placeOf(start)) ?? []).filter((end) => fits(subscription, end));
		return candidates.length === 0 ? [] : [{ start, candidates }];
	});
}

/** One line takes another's place at the same client and account only. */
function placeOf(entry: LicencePlanEntry): string {
	return `${clientOfEntry(entry)} ${entry.customer.account}`;
}

function succeeded(
	start: LicencePlanEntry,
	{ row, entry, subscription, unproven }: Ending,
	sameId: boolean,
	context: SuccessionContext,
): LicencePlanEntry[] {
	const before =
		subscription?.subscriptionId ?? entry.plan.key.slice(entry.plan.key.indexOf('/') + 1);
	const after = start.subscription?.subscriptionId ?? '';
	const key = start.plan.key;
	const change = context.planRow(start, row);
	const meets = start.subscription?.quantity === row.count;
	const rekey = rekeyItem(row, { key, meets }, context, [
		!sameId
			? why.succeedsByPart(before, after)
			: unproven
				? why.succeedsUnproven(before, after)
				: why.succeedsById(before, after),
	]);
	if (!sameId || unproven)
		return [{ ...start, plan: planItem({ ...rekey, action: 'held', wouldBe: 'succeed' }) }];
	const { keyed, rest } = liveAgain(rekey, change);
	// Until the new key is written the row is the old line's: the second item is not tied to the key.
	const items = [keyed, planItem({ ...rest, link: rekey.link })];
	return items.filter(({ action }) => action !== 'unchanged').map((plan) => ({ ...start, plan }));
}

/**
 * The row of a certain successor was ended for the old line only: with the new one it is live again. Both go in one
 * write, since a run that dies in between would leave the new line on a row that looks as if a person had ended it.
 */
function liveAgain(rekey: PlanItem, change: PlanItem): { keyed: PlanItem; rest: PlanItem } {
	if (change.reasons[0]?.code !== 'rowInactive') return { keyed: rekey, rest: change };
	const { is_active: wasActive, ...before } = change.before ?? {};
	const { is_active: isActive, ...after } = change.after ?? {};
	if (isActive !== true) return { keyed: rekey, rest: change };
	const isAll = Object.keys(after).length === 0;
	const keyed = planItem({
		...rekey,
		before: { ...rekey.before, is_active: wasActive },
		after: { ...rekey.after, is_active: true },
		reasons: [...rekey.reasons, why.activeAgain()],
		...(isAll ? { moneyPerMonth: change.moneyPerMonth, currency: change.currency } : {}),
	});
	const rest = planItem({
		...change,
		action: isAll ? 'unchanged' : 'update',
		wouldBe: undefined,
		before,
		after,
		reasons: [why.activeAgain(), ...change.reasons.slice(1)],
	});
	return { keyed, rest };
}

function rekeyItem(
	row: HaloLicence,
	{ key, meets }: { key: string; meets: boolean },
	{ index, policy }: SuccessionContext,
	reasons: Reason[],
): PlanItem {
	const { keyField } = policy;
	const text = row.texts[keyField] ?? null;
	const base = {
		action: 'succeed' as const,
		target: 'licence' as const,
		key,
		haloId: row.id,
		reasons,
	};
	const held = index.keyTextOf(row);
	if (held === null) {
		// The pair is known from the saved licence map only, and so is its successor.
		return planItem({ ...base, before: { count: row.count }, after: {}, link: 'map' });
	}
	// The difference of the day of adoption goes on waiting, also where somebody changed the count since.
	const mark = meets ? null : held.adoptedAt;
	return planItem({
		...base,
		before: { [keyField]: text, count: row.count },
		after: { [keyField]: textWithKey(keyField, text, licenceKeyText(key, mark)) },
	});
}

function unclear(start: LicencePlanEntry, candidates: Ending[]): LicencePlanEntry {
	const rows = candidates.map(({ row }) => ({ id: row.id, name: row.name }));
	const { plan } = start;
	const held = { ...plan, action: 'held' as const, wouldBe: 'create' as const };
	return { ...start, plan: planItem({ ...held, reasons: [why.successionUnclear(rows)] }) };
}

/** It does not end before it is clear whether another line takes its place. */
export function waiting(entry: LicencePlanEntry): LicencePlanEntry {
	const { plan } = entry;
	if (plan.action !== 'end') return entry;
	const held = { ...plan, action: 'held' as const, wouldBe: 'end' as const };
	return { ...entry, plan: planItem({ ...held, reasons: [why.endWaits(), ...plan.reasons] }) };
}
