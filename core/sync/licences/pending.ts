import { z } from 'zod';

import { daysBetween } from '../days';
import type { PlanItem } from '../planItem';
import { foldKey } from '../stellrKeys';
import type { CustomerLines } from './customerLines';
import type { LicencePlanEntry } from './plan';

/** One held item as a row of the Data table "stellr_halo_pending_v1", where people see it and may snooze it. */
export interface PendingRow {
	hash: string;
	key: string;
	customer: string;
	product: string;
	what: string;
	/** What approving it would do; empty where a person has to settle it otherwise. */
	wouldBe: string;
	moneyPerMonth: number | null;
	currency: string | null;
	/** The day on which it was held first, `yyyy-MM-dd`. */
	heldSince: string;
}

/** A row of the table with the two columns that only people fill. */
export interface SavedPending extends PendingRow {
	snoozedUntil: string | null;
	snoozeReason: string | null;
}

const text = z.preprocess(
	(value) => (value === null || value === undefined ? '' : String(value)),
	z.string(),
);
const textOrNull = text.transform((value) => (value.trim() === '' ? null : value.trim()));
const day = textOrNull.transform((value) =>
	value !== null && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : null,
);
const money = z.preprocess(
	(value) => (value === '' || value === undefined || value === null ? null : Number(value)),
	z.number().nullable().catch(null),
);

/** As a Data table gives it back: columns of its own beside ours, numbers at times as text. */
export const savedPendingSchema = z.object({
	hash: z.string().min(1),
	key: text,
	customer: text,
	product: text,
	what: text,
	wouldBe: text,
	moneyPerMonth: money,
	currency: textOrNull,
	heldSince: day.transform((value) => value ?? ''),
	snoozedUntil: day,
	snoozeReason: textOrNull,
});

const HELD: ReadonlyArray<PlanItem['action']> = ['held', 'moved', 'conflict'];
/** Reasons that say how long, not why. */
const AGE_CODES: readonly string[] = ['stillHeld', 'snoozed'];

export function isHeld({ action }: PlanItem): boolean {
	return HELD.includes(action);
}

export function isSnoozed({ reasons }: PlanItem): boolean {
	return reasons.some(({ code }) => code === 'snoozed');
}

/** Why it is held, without how long. */
export function reasonsWithoutAge({ reasons }: PlanItem): PlanItem['reasons'] {
	return reasons.filter(({ code }) => !AGE_CODES.includes(code));
}

/** Says on held items how long they wait, or until when a person does not want to hear of them. */
export function withAges(
	entries: LicencePlanEntry[],
	saved: SavedPending[],
	today: string,
): LicencePlanEntry[] {
	const byHash = new Map(saved.map((row) => [row.hash, row]));
	return entries.map((entry) => {
		const row = byHash.get(entry.plan.hash);
		if (row === undefined || !isHeld(entry.plan)) return entry;
		const age = ageOf(row, today);
		if (age === null) return entry;
		return { ...entry, plan: { ...entry.plan, reasons: [...entry.plan.reasons, age] } };
	});
}

function ageOf(row: SavedPending, today: string): PlanItem['reasons'][number] | null {
	if (row.snoozedUntil !== null && row.snoozedUntil >= today) {
		const because = row.snoozeReason === null ? '' : `: ${row.snoozeReason}`;
		return { code: 'snoozed', text: `Snoozed until ${row.snoozedUntil}${because}.` };
	}
	if (row.heldSince === '' || row.heldSince >= today) return null;
	return {
		code: 'stillHeld',
		text: `Still held, day ${daysBetween(row.heldSince, today) + 1}.`,
	};
}

export interface PendingChanges {
	/** Rows that are new or say something else than the saved ones. */
	pendingRows: PendingRow[];
	/** Rows that are held no longer, to be deleted. */
	pendingGone: Array<{ hash: string; key: string }>;
}

/** What a run knows about what it has judged. */
export interface Judged {
	/** Folded keys of everything on the plan. */
	keys: ReadonlySet<string>;
	/** Customers whose complete list came, as `customerOfRow` names them; rows of all others are not this run's. */
	wholeCustomers: ReadonlySet<string>;
}

/**
 * The table's next state as the difference to the last one, so that an unchanged night writes nothing. A row is gone
 * only if this run judged its subscription: a list that did not come settles nothing.
 */
export function pendingChanges(
	held: PendingRow[],
	saved: SavedPending[],
	judged: Judged,
): PendingChanges {
	const byHash = new Map(saved.map((row) => [row.hash, row]));
	const now = new Map(held.map((row) => [row.hash, row]));
	const pendingRows = [...now.values()]
		.map((row) => {
			const since = byHash.get(row.hash)?.heldSince;
			return since === undefined || since === '' ? row : { ...row, heldSince: since };
		})
		.filter((row) => tellsMore(row, byHash.get(row.hash)));
	const pendingGone = saved
		.filter(({ hash, key, customer }) => {
			if (now.has(hash)) return false;
			return (
				judged.keys.has(foldKey(key)) ||
				judged.wholeCustomers.has(customerOfRow(accountOfKey(key), customer))
			);
		})
		.map(({ hash, key }) => ({ hash, key }));
	return { pendingRows, pendingGone };
}

function tellsMore(next: PendingRow, saved: SavedPending | undefined): boolean {
	if (saved === undefined) return true;
	return (Object.keys(next) as Array<keyof PendingRow>).some(
		(column) => (next[column] ?? null) !== (saved[column] ?? null),
	);
}

/** A row knows its customer by name only, and two accounts may each have a customer of that name. */
function customerOfRow(account: string, name: string): string {
	return `${foldKey(account)}/${name}`;
}

function accountOfKey(key: string): string {
	return key.slice(0, Math.max(0, key.indexOf('/')));
}

/** What this run may say of rows that are not on its plan. */
export function judgedBy(
	entries: LicencePlanEntry[],
	customers: Array<
		Pick<CustomerLines, 'account' | 'name' | 'haloClientName' | 'customerNo' | 'complete'>
	>,
): Judged {
	const nameOf = ({ account, name, haloClientName, customerNo }: (typeof customers)[number]) =>
		customerOfRow(account, name ?? haloClientName ?? customerNo);
	const partial = new Set(customers.filter(({ complete }) => !complete).map(nameOf));
	return {
		keys: new Set(entries.map(({ plan }) => foldKey(plan.key))),
		wholeCustomers: new Set(customers.map(nameOf).filter((name) => !partial.has(name))),
	};
}
