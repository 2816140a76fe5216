import { NO_DATE } from '../../halo/dates';
import type { HaloLicence } from '../../halo/schemas';
import type { Issue } from '../../items/issue';
import { revertIssues as why } from '../../words/revert';
import { planItem, type PlanItem } from '../planItem';
import { foldKey, parseLicenceKey } from '../stellrKeys';
import { fieldOf, sameField } from './compare';
import { keyPartOf } from './keyText';
import type { LoggedChange } from './loggedChange';
import type { LicenceKeyField } from './policy';

/** What one row of Halo needs so that it is as it was before the chosen changes. */
export interface RowRevert {
	row: HaloLicence;
	/** Newest first; what was so already or could not be taken back is not among them. */
	changes: LoggedChange[];
	plan: PlanItem;
	deactivates: boolean;
}

export interface RevertPlan {
	reverts: RowRevert[];
	/** Changes of which nothing is left to take back. */
	alreadySo: LoggedChange[];
	/** Changes whose row is neither as it was before nor as it was after: a person looks. */
	attention: Array<{ change: LoggedChange; issue: Issue }>;
	/** Changes of clients and sites: only licences are taken back. */
	notLicences: LoggedChange[];
}

/**
 * Takes changes back, newest first and row by row: a row that is as a change left it gets back what the change replaced,
 * only the fields it named; one that is as before is left; any other is reported. What was created becomes inactive,
 * never less. Pure: the same log and the same rows give the same plan.
 */
export function planRevert(
	changes: LoggedChange[],
	rows: HaloLicence[],
	keyField: LicenceKeyField,
): RevertPlan {
	const result: RevertPlan = { reverts: [], alreadySo: [], attention: [], notLicences: [] };
	const byId = new Map(rows.map((row) => [row.id, row]));
	const working = new Map<number, RowState>();
	for (const change of newestFirst(changes)) {
		if (change.target !== 'licence') {
			result.notLicences.push(change);
			continue;
		}
		const found = rowOf(change, byId, rows, keyField);
		if ('issue' in found) {
			result.attention.push({ change, issue: found.issue });
			continue;
		}
		if (found.row === null) {
			result.alreadySo.push(change);
			continue;
		}
		const state = working.get(found.row.id) ?? stateOf(found.row);
		working.set(found.row.id, state);
		takeBack(change, state, result, keyField);
	}
	for (const state of working.values()) {
		const revert = revertOf(state);
		if (revert !== null) result.reverts.push(revert);
	}
	return result;
}

interface RowState {
	/** As Halo has it. */
	row: HaloLicence;
	/** As it would be after what is taken back so far. */
	now: HaloLicence;
	fields: Record<string, unknown>;
	changes: LoggedChange[];
	/** A newer change could not be taken back: what is older lies under it. */
	blocked: boolean;
}

function stateOf(row: HaloLicence): RowState {
	return { row, now: row, fields: {}, changes: [], blocked: false };
}

function takeBack(
	change: LoggedChange,
	state: RowState,
	result: RevertPlan,
	keyField: LicenceKeyField,
): void {
	const report = (issue: Issue) => {
		state.blocked = true;
		result.attention.push({ change, issue });
	};
	if (state.blocked) return report(why.newerStands(change, state.row));
	if (state.row.deleted) return report(why.rowDeleted(change, state.row));
	if (change.haloClientId !== null && state.row.clientId !== change.haloClientId)
		return report(why.otherClient(change, state.row));
	const { before, after } = statesOf(change, keyField);
	const names = Object.keys(before);
	const isAs = (fields: Record<string, unknown>) =>
		Object.entries(fields).every(([name, value]) => sameField(state.now, name, value));
	if (isAs(before)) {
		result.alreadySo.push(change);
		return;
	}
	const moved = Object.keys(after).find((name) => !sameField(state.now, name, after[name]));
	if (moved !== undefined)
		return report(
			why.changedSince(change, state.row, moved, after[moved], fieldOf(state.now, moved)),
		);
	const otherKey = keyOf(state.now, keyField);
	if (!names.includes(keyField) && otherKey !== null && otherKey !== foldKey(change.key))
		return report(why.otherKey(change, state.row, otherKey));
	for (const name of names) {
		const value = writable(name, before[name]);
		state.fields[name] = value;
		state.now = withField(state.now, name, value);
	}
	state.changes.push(change);
}

interface States {
	/** What goes back. */
	before: Record<string, unknown>;
	/** What the row must look like for that. */
	after: Record<string, unknown>;
}

function statesOf(change: LoggedChange, keyField: LicenceKeyField): States {
	if (change.action !== 'create') {
		const names = Object.keys(change.after);
		return {
			before: Object.fromEntries(names.map((name) => [name, change.before[name] ?? null])),
			after: change.after,
		};
	}
	// Of a new row Halo fills and shortens much by itself; what bills and what names it must be as it was written.
	const told = ['count', 'status', keyField].filter((name) => change.after[name] !== undefined);
	const after = Object.fromEntries(told.map((name) => [name, change.after[name]]));
	return { before: { is_active: false }, after: { ...after, is_active: true } };
}

type FoundRow = { row: HaloLicence | null } | { issue: Issue };

function rowOf(
	change: LoggedChange,
	byId: ReadonlyMap<number, HaloLicence>,
	rows: HaloLicence[],
	keyField: LicenceKeyField,
): FoundRow {
	if (change.haloId !== null) {
		const row = byId.get(change.haloId);
		return row === undefined ? { issue: why.rowGone(change, change.haloId) } : { row };
	}
	const holders = rows.filter(
		(row) =>
			!row.deleted &&
			keyOf(row, keyField) === foldKey(change.key) &&
			(change.haloClientId === null || row.clientId === change.haloClientId),
	);
	if (holders.length > 1) return { issue: why.severalRows(change, holders) };
	// No row: the run was cut off before it was made.
	return { row: holders[0] ?? null };
}

function revertOf({ row, fields, changes }: RowState): RowRevert | null {
	// What two changes together left as it was needs no write.
	const after = Object.fromEntries(
		Object.entries(fields).filter(([name, value]) => !sameField(row, name, value)),
	);
	if (Object.keys(after).length === 0) return null;
	const before = Object.fromEntries(Object.keys(after).map((name) => [name, fieldOf(row, name)]));
	const deactivates = after.is_active === false;
	const plan = planItem({
		action: deactivates ? 'end' : 'update',
		target: 'licence',
		key: changes[changes.length - 1].key,
		haloId: row.id,
		before: { count: row.count, is_active: row.active, ...before },
		after,
		reasons: [why.reason(changes)],
		moneyPerMonth: null,
		currency: null,
	});
	return { row, changes, plan, deactivates };
}

function newestFirst(changes: LoggedChange[]): LoggedChange[] {
	const time = ({ at }: LoggedChange) => {
		const moment = Date.parse(at ?? '');
		return Number.isNaN(moment) ? 0 : moment;
	};
	return changes
		.map((change, index) => ({ change, index }))
		.sort((a, b) => time(b.change) - time(a.change) || b.index - a.index)
		.map(({ change }) => change);
}

/** Halo takes no null: an empty text, its own "no date" and a price of zero stand for none. */
function writable(name: string, value: unknown): unknown {
	if (name === 'end_date') {
		if (value === null || value === '') return NO_DATE;
		return typeof value === 'string' ? nearestMidnight(value) : value;
	}
	// A price that Halo did not show was none.
	if (name === 'price' || name === 'purchase_price') return value ?? 0;
	return value === null ? '' : value;
}

/** Halo may have shown the day shifted by a zone; written back as it was shown, it would be another day. */
function nearestMidnight(date: string): string {
	const moment = Date.parse(/Z|[+-]\d\d:?\d\d$/.test(date) ? date : `${date}Z`);
	if (Number.isNaN(moment)) return date;
	const day = Math.round(moment / 86_400_000) * 86_400_000;
	return new Date(day).toISOString().replace('.000Z', 'Z');
}

function withField(row: HaloLicence, name: string, value: unknown): HaloLicence {
	switch (name) {
		case 'count':
			return { ...row, count: Number(value) };
		case 'is_active':
			return { ...row, active: value === true };
		case 'price':
			return { ...row, price: Number(value) };
		case 'purchase_price':
			return { ...row, cost: Number(value) };
		case 'end_date':
			return { ...row, endDate: value === NO_DATE ? null : String(value) };
		default:
			return { ...row, texts: withText(row.texts, name, String(value)) };
	}
}

function withText(
	texts: Record<string, string>,
	name: string,
	value: string,
): Record<string, string> {
	const others = Object.entries(texts).filter(([field]) => field !== name);
	return Object.fromEntries(value === '' ? others : [...others, [name, value]]);
}

function keyOf(row: HaloLicence, keyField: LicenceKeyField): string | null {
	return parseLicenceKey(keyPartOf(keyField, row.texts[keyField] ?? null))?.key ?? null;
}
