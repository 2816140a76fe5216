import type { HaloLicence } from '../../halo/schemas';
import { foldKey, parseLicenceKey } from '../stellrKeys';
import { daysBetween } from '../days';
import { defaultGuardrails } from './guardrailPolicy';
import { keyPartOf } from './keyText';
import type { LicencePlanEntry } from './plan';
import type { LicenceKeyField } from './policy';
import { savedByRow, tellsMore, type SavedLicence } from './savedState';
import type { AppliedLicence } from './write';

/** What planning learned and the table does not know: rows in step with Stellr, and pairs without a key in Halo. */
export function rowsSeenByPlan(
	entries: LicencePlanEntry[],
	licences: HaloLicence[],
	saved: SavedLicence[],
	keyField: LicenceKeyField,
	now: string,
): SavedLicence[] {
	const byId = new Map(licences.map((row) => [row.id, row]));
	const known = new Map(saved.map((entry) => [foldKey(entry.key), entry]));
	const groups = new Map<string, LicencePlanEntry[]>();
	for (const entry of entries) {
		const key = foldKey(entry.plan.key);
		groups.set(key, [...(groups.get(key) ?? []), entry]);
	}
	const rows: SavedLicence[] = [];
	for (const [key, group] of groups) {
		const missing = group.find(({ plan }) => plan.reasons[0]?.code === 'missingAtStellr');
		if (missing !== undefined) {
			const counted = missedOnceMore(missing, known.get(key), byId, keyField, now);
			if (counted !== null) rows.push(counted);
			continue;
		}
		// What only the list of the whole reseller lacks neither counts as missed nor as listed.
		if (group.some(({ plan }) => plan.reasons[0]?.code === 'notInResellerList')) continue;
		const settled = group.find(({ plan }) => plan.action === 'unchanged' && plan.haloId !== null);
		const row = byId.get(settled?.plan.haloId ?? -1);
		if (settled === undefined || row === undefined) {
			rows.push(...listedAgain(group, known.get(key), now));
			continue;
		}
		const waits =
			group.some(({ plan }) => plan.action === 'held') || stillWaits(settled, row, known.get(key));
		const hasKey = parseLicenceKey(keyPartOf(keyField, row.texts[keyField] ?? null)) !== null;
		const next: SavedLicence = {
			key: settled.plan.key,
			haloLicenceId: row.id,
			haloClientId: row.clientId,
			lastCount: inStep(settled, row) ? row.count : (known.get(key)?.lastCount ?? null),
			adoptedAt: waits ? row.count : null,
			link: hasKey ? 'key' : 'map',
			changedAt: now,
			increaseSeats: known.get(key)?.increaseSeats ?? null,
			increasedAt: known.get(key)?.increasedAt ?? null,
			missingTimes: 0,
		};
		if (tellsMore(next, known.get(key))) rows.push(next);
	}
	return rows;
}

/** Three misses count in a row only: a line that waits for something else and is listed again starts anew. */
function listedAgain(
	group: LicencePlanEntry[],
	saved: SavedLicence | undefined,
	now: string,
): SavedLicence[] {
	if (saved === undefined || saved.missingTimes === 0) return [];
	const isSameRow = group.some(({ plan }) => plan.haloId === saved.haloLicenceId);
	return isSameRow ? [{ ...saved, missingTimes: 0, changedAt: now }] : [];
}

/** A count that is not Stellr's was written by somebody else, or waits: it is not the last one written. */
function inStep({ subscription }: LicencePlanEntry, row: HaloLicence): boolean {
	return subscription?.quantity === row.count;
}

/** Complete lists in a row that did not name the line; after the third a person may end it. */
export const MISSING_TIMES = 3;

function missedOnceMore(
	{ plan }: LicencePlanEntry,
	saved: SavedLicence | undefined,
	byId: ReadonlyMap<number, HaloLicence>,
	keyField: LicenceKeyField,
	now: string,
): SavedLicence | null {
	const row = byId.get(plan.haloId ?? -1);
	const times = saved?.missingTimes ?? 0;
	if (row === undefined || times >= MISSING_TIMES) return null;
	const hasKey = parseLicenceKey(keyPartOf(keyField, row.texts[keyField] ?? null)) !== null;
	const first: SavedLicence = {
		key: plan.key,
		haloLicenceId: row.id,
		haloClientId: row.clientId,
		lastCount: null,
		adoptedAt: null,
		link: hasKey ? 'key' : 'map',
		changedAt: null,
		increaseSeats: null,
		increasedAt: null,
		missingTimes: 0,
	};
	return { ...first, ...saved, missingTimes: times + 1, changedAt: now };
}

/** A difference of the day of adoption that today's plan does not touch, such as that of a suspended line. */
function stillWaits(
	{ subscription }: LicencePlanEntry,
	row: HaloLicence,
	saved: SavedLicence | undefined,
): boolean {
	return saved?.adoptedAt === row.count && subscription?.quantity !== row.count;
}

/** What applying changed: the last written count by row. */
export function rowsWrittenByApply(
	results: Array<{ applied: AppliedLicence; haloClientId: number | null }>,
	keyField: LicenceKeyField,
	now: string,
	saved: SavedLicence[] = [],
): SavedLicence[] {
	const known = new Map(saved.map((entry) => [foldKey(entry.key), entry]));
	const knownRows = savedByRow(saved);
	const rows = new Map<string, SavedLicence>();
	for (const { applied, haloClientId } of results) {
		const { plan, haloId, outcome, link } = applied;
		if (outcome === 'notWritten' || haloId === null) continue;
		const adoptedAt = markAfter(
			plan,
			keyField,
			(rows.get(foldKey(plan.key)) ?? known.get(foldKey(plan.key)))?.adoptedAt ?? null,
		);
		const count = Number(plan.after?.count ?? plan.before?.count);
		const earlier = known.get(foldKey(plan.key)) ?? knownRows.get(haloId);
		// What Halo had already was added on another day: a run that is repeated opens no new days of grace.
		const isNew = outcome === 'written';
		const rise = isNew ? Number(plan.after?.count) - Number(plan.before?.count) : 0;
		rows.set(foldKey(plan.key), {
			key: plan.key,
			haloLicenceId: haloId,
			haloClientId,
			lastCount:
				earlier !== undefined && leavesCount(plan)
					? earlier.lastCount
					: adoptedAt === null && Number.isFinite(count)
						? count
						: null,
			adoptedAt,
			link,
			changedAt: now,
			...increaseAfter(rise, now, rows.get(foldKey(plan.key)) ?? earlier),
			missingTimes: 0,
		});
	}
	return [...rows.values()];
}

/** One increase is remembered: the last one, unless a larger one is still young enough to be taken back. */
function increaseAfter(
	rise: number,
	now: string,
	earlier: SavedLicence | undefined,
): Pick<SavedLicence, 'increaseSeats' | 'increasedAt'> {
	const seats = earlier?.increaseSeats ?? null;
	const at = earlier?.increasedAt ?? null;
	const isYoung =
		at !== null &&
		daysBetween(at.slice(0, 10), now.slice(0, 10)) <= defaultGuardrails.commitmentGraceDays;
	// What went back already cannot go back once more.
	if (rise < 0 && seats !== null)
		return { increaseSeats: Math.max(0, seats + rise), increasedAt: at };
	if (!(rise > 0) || (isYoung && (seats ?? 0) > rise)) {
		return { increaseSeats: seats, increasedAt: at };
	}
	return { increaseSeats: rise, increasedAt: now };
}

/** A new key, the word of a suspension, or a date beside an edited count: nobody wrote the count that the row has. */
function leavesCount({ action, reasons }: AppliedLicence['plan']): boolean {
	const leaves = ({ code }: { code: string }) => code === 'stillCharged' || code === 'keptAsEdited';
	return action === 'succeed' || (action === 'update' && reasons.some(leaves));
}

/** The mark that stands after the write: the one that was written, none once billing changed, else the one before. */
function markAfter(
	plan: AppliedLicence['plan'],
	keyField: LicenceKeyField,
	before: number | null,
): number | null {
	const text = plan.after?.[keyField];
	// A pair that only the map knows: it has no other place for the count of the day of adoption.
	if (plan.action === 'adopt' && text === undefined && typeof plan.before?.count === 'number')
		return plan.before.count;
	if (typeof text === 'string')
		return parseLicenceKey(keyPartOf(keyField, text))?.adoptedAt ?? null;
	const settles = plan.after?.count !== undefined || plan.after?.is_active !== undefined;
	return settles ? null : before;
}
