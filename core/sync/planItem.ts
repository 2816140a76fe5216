import { hash } from 'crypto';
import { z } from 'zod';

/**
 * One intended change, or the reason why there is none. A plan is a pure function of the Stellr snapshot, the Halo
 * snapshot and the policy; Apply writes nothing that is not on it.
 */
export const planActions = [
	'create',
	'adopt',
	'succeed',
	'update',
	'end',
	'unchanged',
	'skipped',
	'held',
	'moved',
	'conflict',
] as const;
export type PlanAction = (typeof planActions)[number];

/** What Apply may write. */
export const writingActions: readonly PlanAction[] = [
	'create',
	'adopt',
	'succeed',
	'update',
	'end',
];

export const reasonSchema = z.object({
	/** Stable word for flows to branch on, such as `domainAsName`. */
	code: z.string(),
	/** One sentence a person reads. */
	text: z.string(),
});
export type Reason = z.infer<typeof reasonSchema>;

const fieldsSchema = z.record(z.string(), z.unknown());

export const planItemSchema = z.object({
	action: z.enum(planActions),
	target: z.enum(['client', 'site', 'licence']),
	/** The Stellr key: `<account>/<customerNo>` or `<account>/<subscriptionId>`. */
	key: z.string(),
	/** The row's id at Halo; null before it is created. */
	haloId: z.number().int().nullable(),
	/** Only fields that the item is about, by Halo's field names. */
	before: fieldsSchema.nullable(),
	after: fieldsSchema.nullable(),
	reasons: z.array(reasonSchema),
	/** For a held item: what would be done once approved. */
	wouldBe: z.enum(planActions).optional(),
	/** Change of the monthly price in major units, null when it cannot be costed. */
	moneyPerMonth: z.number().nullable().optional(),
	currency: z.string().nullable().optional(),
	/** How the row is recognised: by the key it holds, or by the saved licence map alone. */
	link: z.enum(['key', 'map']).optional(),
	hash: z.string(),
});
export type PlanItem = z.infer<typeof planItemSchema>;

/** JSON with sorted keys, so that equal plans have equal hashes whatever the order of fields. */
export function canonicalJson(value: unknown): string {
	return JSON.stringify(withSortedKeys(value) ?? null);
}

function withSortedKeys(value: unknown): unknown {
	if (value === null || typeof value !== 'object') return value;
	if (Array.isArray(value)) return value.map(withSortedKeys);
	const fields = value as Record<string, unknown>;
	const sorted: Record<string, unknown> = {};
	for (const field of Object.keys(fields).sort()) sorted[field] = withSortedKeys(fields[field]);
	return sorted;
}

/** SHA-256 over canonical JSON, shortened to 16 hex digits: enough to tell the items of a run apart. */
export function hashOf(value: unknown): string {
	return hashOfText(canonicalJson(value));
}

function hashOfText(canonical: string): string {
	return hash('sha256', canonical).slice(0, 16);
}

/** Why a creation waits, where that is something else in Halo or Stellr than the two states: an approval is of that too. */
const LOOKED_AT: readonly string[] = [
	'clientInactive',
	'continuesElsewhere',
	'labelChanged',
	'likeUnreadable',
	'mayContinueRow',
	'severalRows',
	'severalSubscriptions',
	'similarClient',
	'similarRow',
	'successionUnclear',
	'suspendedWithoutRow',
	'vendorIdLives',
	'vendorIdNewer',
];

/**
 * Completes a plan item with its hash over action, target, key, row and both states; for a creation that waits also over
 * what a person has to look at before.
 */
export function planItem(item: Omit<PlanItem, 'hash'>): PlanItem {
	const { action, wouldBe, target, key, haloId, before, after, reasons } = item;
	const seen = wouldBe === 'create' ? reasons.filter(({ code }) => LOOKED_AT.includes(code)) : [];
	const beside = seen.length === 0 ? undefined : seen.map(({ text }) => text).sort();
	// Canonical as it stands: the names here are in order, and every licence of a night gets a hash.
	const canonical = JSON.stringify({
		action: wouldBe ?? action,
		after: withSortedKeys(after),
		before: withSortedKeys(before),
		beside,
		haloId,
		key,
		target,
	});
	return { ...item, hash: hashOfText(canonical) };
}

/**
 * The items without those that say the same: two wires into one input bring every item twice, and each would be written.
 * A creation is told by its key alone, since two of them would make two rows.
 */
export function withoutRepeats(plans: PlanItem[]): {
	distinct: PlanItem[];
	firstOf: (plan: PlanItem) => PlanItem;
} {
	const idOf = ({ action, target, key, haloId, hash }: PlanItem) =>
		[action, target, key.trim().toLowerCase(), haloId, action === 'create' ? '' : hash].join(' ');
	const first = new Map<string, PlanItem>();
	for (const plan of plans) if (!first.has(idOf(plan))) first.set(idOf(plan), plan);
	return {
		distinct: [...first.values()],
		firstOf: (plan) => first.get(idOf(plan)) ?? plan,
	};
}
