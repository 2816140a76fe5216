import { z } from 'zod';

import { planItemSchema, writingActions } from '../planItem';

/** One change that was, or may have been, written: a row of the change log, or a plan item of a run. */
export interface LoggedChange {
	/** Place among the input items. */
	origin: number;
	run: string | null;
	at: string | null;
	target: string;
	key: string;
	/** Null for a creation whose id nobody wrote down: it is found by its key. */
	haloId: number | null;
	haloClientId: number | null;
	customer: string;
	what: string;
	action: string;
	before: Record<string, unknown>;
	after: Record<string, unknown>;
	proRata: boolean | null;
}

export type ReadChanges =
	| { kind: 'changes'; changes: LoggedChange[] }
	/** A plan item that no run writes, or that a run found done already. */
	| { kind: 'nothingWritten' }
	| { kind: 'notUnderstood'; field: string };

const text = z.preprocess(
	(value) => (value === null || value === undefined ? '' : String(value)),
	z.string(),
);
const textOrNull = text.transform((value) => (value.trim() === '' ? null : value.trim()));
const idOrNull = z.preprocess(
	(value) => (value === '' || value === undefined ? null : value === null ? null : Number(value)),
	z.number().int().nullable(),
);
const fields = z.preprocess(
	(value) => {
		if (value === null || value === undefined || value === '') return {};
		if (typeof value !== 'string') return value;
		try {
			return JSON.parse(value);
		} catch {
			return value;
		}
	},
	z.record(z.string(), z.unknown()),
);
const flag = z.preprocess((value) => {
	if (value === 1 || value === 'true') return true;
	if (value === 0 || value === 'false') return false;
	return typeof value === 'boolean' ? value : null;
}, z.boolean().nullable());

/** A row as a Data table gives it back: columns of its own beside ours, numbers at times as text. */
const rowSchema = z.object({
	run: textOrNull,
	at: textOrNull,
	target: text,
	key: z.string().min(1),
	haloId: idOrNull,
	haloClientId: idOrNull,
	customer: text,
	what: text,
	action: z.string().min(1),
	before: fields,
	after: fields,
	proRata: flag,
	outcome: text,
});

const planSchema = z.object({
	plan: planItemSchema,
	customer: z.object({ name: z.string().nullish(), customerNo: z.string().nullish() }).nullish(),
	haloClientId: z.number().int().nullish(),
	subscription: z.object({ productName: z.string().nullish() }).passthrough().nullish(),
	applied: z.object({ outcome: z.string(), haloId: z.number().int().nullable() }).nullish(),
	asOf: z.string().nullish(),
});

/** Reads one input item of Revert: a row of the change log, a Summary that holds such rows, or a plan item. */
export function readLoggedChanges(json: Record<string, unknown>, origin: number): ReadChanges {
	if (Array.isArray(json.changeLogRows)) {
		const read = json.changeLogRows.map((row) => readRow(row, origin));
		const wrong = read.find((entry) => entry.kind === 'notUnderstood');
		if (wrong !== undefined) return wrong;
		return {
			kind: 'changes',
			changes: read.flatMap((entry) => (entry.kind === 'changes' ? entry.changes : [])),
		};
	}
	return 'plan' in json ? readPlan(json, origin) : readRow(json, origin);
}

function readRow(row: unknown, origin: number): ReadChanges {
	const parsed = rowSchema.safeParse(row);
	if (!parsed.success) return { kind: 'notUnderstood', field: fieldOf(parsed.error) };
	const { outcome, ...change } = parsed.data;
	if (outcome !== '' && outcome !== 'written') return { kind: 'nothingWritten' };
	return { kind: 'changes', changes: [{ ...change, origin }] };
}

function readPlan(json: Record<string, unknown>, origin: number): ReadChanges {
	const parsed = planSchema.safeParse(json);
	if (!parsed.success) return { kind: 'notUnderstood', field: fieldOf(parsed.error) };
	const { plan, customer, haloClientId, subscription, applied, asOf } = parsed.data;
	// Without an outcome nobody knows: a run that was cut off may have written it.
	if (applied !== null && applied !== undefined && applied.outcome !== 'written')
		return { kind: 'nothingWritten' };
	if (!writingActions.includes(plan.action)) return { kind: 'nothingWritten' };
	const client = Number(plan.after?.client_id);
	const change: LoggedChange = {
		origin,
		run: null,
		at: asOf ?? null,
		target: plan.target,
		key: plan.key,
		haloId: applied?.haloId ?? plan.haloId,
		haloClientId: haloClientId ?? (Number.isInteger(client) ? client : null),
		customer: customer?.name ?? customer?.customerNo ?? '',
		what: subscription?.productName ?? plan.key,
		action: plan.action,
		before: plan.before ?? {},
		after: plan.after ?? {},
		proRata: null,
	};
	return { kind: 'changes', changes: [change] };
}

function fieldOf(error: z.ZodError): string {
	return error.issues[0]?.path.map(String).join('.') ?? '';
}

/** Which of the changes are to be taken back; empty takes all. */
export interface ChangeFilter {
	run: string;
	/** A client's id, or a part of the customer's name. */
	client: string;
	/** Calendar days or ISO times, both included. */
	from: string;
	to: string;
}

export function chosenChanges(changes: LoggedChange[], filter: ChangeFilter): LoggedChange[] {
	const run = filter.run.trim();
	const client = filter.client.trim().toLowerCase();
	return changes.filter((change) => {
		if (run !== '' && change.run !== run) return false;
		if (client !== '' && !isOfClient(change, client)) return false;
		return isWithin(change.at, filter);
	});
}

function isOfClient({ haloClientId, customer }: LoggedChange, client: string): boolean {
	if (/^\d+$/.test(client)) return haloClientId === Number(client);
	return customer.toLowerCase().includes(client);
}

function isWithin(at: string | null, { from, to }: ChangeFilter): boolean {
	if (from.trim() === '' && to.trim() === '') return true;
	const moment = Date.parse(at ?? '');
	// What has no time is in no range: it is not taken back by chance.
	if (Number.isNaN(moment)) return false;
	const start = Date.parse(from.trim());
	const end = endOf(to.trim());
	return !(moment < start) && !(moment > end);
}

/** A bare day means its whole length. */
function endOf(text: string): number {
	const moment = Date.parse(text);
	return /^\d{4}-\d{2}-\d{2}$/.test(text) ? moment + 86_399_999 : moment;
}
