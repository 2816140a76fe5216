import type { HaloLicence } from '../../halo/schemas';
import { foldKey, parseLicenceKey } from '../stellrKeys';
import { keyPartOf } from './keyText';
import type { LicencePlanEntry } from './plan';
import type { LicenceKeyField } from './policy';
import { tellsMore, type SavedLicence } from './savedState';
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
		const settled = group.find(({ plan }) => plan.action === 'unchanged' && plan.haloId !== null);
		const row = byId.get(settled?.plan.haloId ?? -1);
		if (settled === undefined || row === undefined) continue;
		const waits = group.some(({ plan }) => plan.action === 'held');
		const hasKey = parseLicenceKey(keyPartOf(keyField, row.texts[keyField] ?? null)) !== null;
		const next: SavedLicence = {
			key: settled.plan.key,
			haloLicenceId: row.id,
			haloClientId: row.clientId,
			lastCount: waits ? (known.get(key)?.lastCount ?? null) : row.count,
			adoptedAt: waits ? row.count : null,
			link: hasKey ? 'key' : 'map',
			changedAt: now,
		};
		if (tellsMore(next, known.get(key))) rows.push(next);
	}
	return rows;
}

/** What applying changed: the last written count by row. */
export function rowsWrittenByApply(
	results: Array<{ applied: AppliedLicence; haloClientId: number | null }>,
	keyField: LicenceKeyField,
	now: string,
): SavedLicence[] {
	const rows = new Map<string, SavedLicence>();
	for (const { applied, haloClientId } of results) {
		const { plan, haloId, outcome, link } = applied;
		if (outcome === 'notWritten' || haloId === null) continue;
		const text = plan.after?.[keyField];
		const adoptedAt =
			typeof text === 'string'
				? (parseLicenceKey(keyPartOf(keyField, text))?.adoptedAt ?? null)
				: null;
		const count = Number(plan.after?.count ?? plan.before?.count);
		rows.set(foldKey(plan.key), {
			key: plan.key,
			haloLicenceId: haloId,
			haloClientId,
			lastCount: adoptedAt === null && Number.isFinite(count) ? count : null,
			adoptedAt,
			link,
			changedAt: now,
		});
	}
	return [...rows.values()];
}
