import { guardReasons as why } from '../../words/guardReasons';
import { suggestedPerMonth } from '../month';
import { planItem, type PlanItem, type Reason } from '../planItem';
import { foldKey } from '../stellrKeys';
import { commitmentOf } from './commitment';
import { inFreeze, type GuardrailPolicy } from './guardrailPolicy';
import type { CustomerLines } from './customerLines';
import type { LicencePlanEntry } from './plan';
import { clientOfEntry } from './placedAt';
import type { SavedLicence } from './savedState';

export interface GuardFacts {
	guardrails: GuardrailPolicy;
	/** Saved state by folded key. */
	saved: ReadonlyMap<string, SavedLicence>;
	/** Live rows by client, those that are not ours included. */
	liveRowsOf: (clientId: number) => number;
	/** Whether the row is live: one that was ended bills nothing. */
	isLive: (haloId: number) => boolean;
	/** Whether a list of this customer's client and account came incomplete. */
	cameShort: (customer: CustomerLines) => boolean;
	/** The same, or a line on it could not be read: there may be lines that nobody sees. */
	mayLackLines: (customer: CustomerLines) => boolean;
	/** Keys of Stellr customers that a client is known to hold and that did not come. */
	absentAt: (clientId: number | null) => string[];
	today: string;
	timeZone: string;
}

/**
 * Turns what goes too far into held items that say why and what they would do. Looks at each item first, then at the
 * run: one night in which much goes down is one big mistake more often than many small truths.
 */
export function guard(entries: LicencePlanEntry[], facts: GuardFacts): LicencePlanEntry[] {
	const ends = endsByClient(entries);
	const guessed = guessedKeys(entries);
	const each = entries.map((entry) => {
		const short = shortListReasons(entry, guessed, facts);
		const others = reasonsToHold(entry, ends, facts);
		const isFree = short.length === 0 && others.length === 0;
		return isFree ? entry : held(entry, [...short, ...others]);
	});
	const limit = runLimit(each, facts);
	if (limit === null) return each;
	return each.map((entry) => (goesDown(entry.plan) ? held(entry, [limit]) : entry));
}

/** Keys of lines that take over a row since no other line and no other row has their product's number. */
function guessedKeys(entries: LicencePlanEntry[]): ReadonlySet<string> {
	const adopted = entries.filter(
		({ plan }) =>
			(plan.action === 'adopt' || plan.action === 'unchanged') &&
			plan.reasons.some(({ code }) => code === 'adoptBySku'),
	);
	return new Set(adopted.map(({ plan }) => foldKey(plan.key)));
}

/** How many rows of each client the plan ends. */
function endsByClient(entries: LicencePlanEntry[]): ReadonlyMap<number | null, number> {
	const ends = new Map<number | null, number>();
	for (const entry of entries) {
		if (entry.plan.action !== 'end') continue;
		const clientId = clientOfEntry(entry);
		ends.set(clientId, (ends.get(clientId) ?? 0) + 1);
	}
	return ends;
}

/** Whether an item lowers what is billed: a lower count, or a row that becomes inactive. */
export function goesDown({ action, before, after }: PlanItem): boolean {
	if (action === 'end') return true;
	if (action !== 'update' || after?.count === undefined) return false;
	return seats(after.count) < seats(before?.count);
}

function reasonsToHold(
	entry: LicencePlanEntry,
	ends: ReadonlyMap<number | null, number>,
	facts: GuardFacts,
): Reason[] {
	const { plan } = entry;
	if (plan.action === 'end') return endReasons(entry, ends, facts);
	if (plan.action !== 'update' || plan.after?.count === undefined) return [];
	const before = seats(plan.before?.count);
	const after = seats(plan.after.count);
	return after < before
		? decreaseReasons(entry, before, after, facts)
		: increaseReasons(before, after, facts.guardrails);
}

/**
 * An incomplete list lowers and ends nothing. It creates nothing either: it may lack the ending line whose row a new
 * line takes over, and the row would be lost to the invoice. Nor does it give a row to the only line with its number,
 * since that need not be the only one; nor do complete lists while another customer of the client is not looked at.
 */
function shortListReasons(
	entry: LicencePlanEntry,
	guessed: ReadonlySet<string>,
	facts: GuardFacts,
): Reason[] {
	const { customer, plan } = entry;
	const isGuess = plan.action !== 'held' && guessed.has(foldKey(plan.key));
	const isRisky = plan.action === 'create' || goesDown(plan);
	const waits = (isRisky && facts.cameShort(customer)) || (isGuess && facts.mayLackLines(customer));
	const absent = isGuess ? facts.absentAt(clientOfEntry(entry)) : [];
	return [
		...(waits ? [why.listCameShort()] : []),
		...(absent.length === 0 ? [] : [why.sharedClient(absent)]),
	];
}

function decreaseReasons(
	{ subscription, plan }: LicencePlanEntry,
	before: number,
	after: number,
	facts: GuardFacts,
): Reason[] {
	const { guardrails, today, timeZone } = facts;
	const drop = before - after;
	const percent = (drop / before) * 100;
	const reasons: Reason[] = [];
	if (drop > guardrails.decreaseSeats && percent > guardrails.decreasePercent) {
		reasons.push(why.bigDecrease(before, after, Math.round(percent)));
	}
	const saved = facts.saved.get(foldKey(plan.key)) ?? null;
	const options = { today, timeZone, graceDays: guardrails.commitmentGraceDays };
	const commitment =
		subscription === null ? null : commitmentOf(subscription, drop, saved, options);
	if (commitment?.kind === 'committed' && commitment.open === null) {
		reasons.push(why.insideCommitment(commitment.until));
	}
	if (reasons.length > 0 && commitment?.kind === 'unknown') reasons.push(why.commitmentUnknown());
	if (inFreeze(guardrails.freeze, today)) reasons.push(why.billingFreeze());
	return reasons;
}

function increaseReasons(before: number, after: number, guardrails: GuardrailPolicy): Reason[] {
	const rise = after - before;
	const percent = before === 0 ? Infinity : (rise / before) * 100;
	if (rise <= guardrails.increaseSeats || percent <= guardrails.increasePercent) return [];
	return [why.bigIncrease(before, after)];
}

function endReasons(
	entry: LicencePlanEntry,
	ends: ReadonlyMap<number | null, number>,
	facts: GuardFacts,
): Reason[] {
	const { plan } = entry;
	const reasons: Reason[] = [];
	const clientId = clientOfEntry(entry);
	if (clientId !== null && facts.guardrails.holdLastLiveRow) {
		const count = ends.get(clientId) ?? 0;
		if (facts.liveRowsOf(clientId) <= count) reasons.push(why.lastLiveRow(count));
	}
	if (inFreeze(facts.guardrails.freeze, facts.today)) reasons.push(why.billingFreeze());
	return plan.haloId === null ? [] : reasons;
}

/** Why all decreases and ends of the run wait, or null. */
function runLimit(entries: LicencePlanEntry[], facts: GuardFacts): Reason | null {
	const { guardrails } = facts;
	const down = entries.filter(({ plan }) => goesDown(plan));
	const known = new Set<number>();
	for (const { plan } of entries) if (plan.haloId !== null) known.add(plan.haloId);
	const allowed = Math.max(guardrails.runRows, (known.size * guardrails.runPercentOfRows) / 100);
	if (down.length > allowed) return why.manyDecreases(down.length, known.size);
	const values = valueByCurrency(entries, facts);
	for (const [currency, lost] of lostByCurrency(down)) {
		const value = values.get(currency) ?? 0;
		const percent = value === 0 ? 0 : (lost / value) * 100;
		if (percent > guardrails.runPercentOfValue) {
			return why.muchValue(Math.round(percent), currency);
		}
	}
	return null;
}

/** What the rows of this run bill a month at suggested prices, in minor units. */
function valueByCurrency(entries: LicencePlanEntry[], facts: GuardFacts): Map<string, number> {
	const values = new Map<string, number>();
	const counted = new Set<number>();
	for (const { subscription, plan } of entries) {
		if (subscription === null || subscription.currency === null || plan.haloId === null) continue;
		if (counted.has(plan.haloId) || !facts.isLive(plan.haloId)) continue;
		counted.add(plan.haloId);
		const count = seats(plan.before?.count) || (subscription.quantity ?? 0);
		const month = Math.round((suggestedPerMonth(subscription, count) ?? 0) * 100);
		values.set(subscription.currency, (values.get(subscription.currency) ?? 0) + month);
	}
	return values;
}

function lostByCurrency(down: LicencePlanEntry[]): Map<string, number> {
	const lost = new Map<string, number>();
	for (const { plan } of down) {
		if (!plan.currency || plan.moneyPerMonth === null || plan.moneyPerMonth === undefined) continue;
		const minor = Math.round(-plan.moneyPerMonth * 100);
		lost.set(plan.currency, (lost.get(plan.currency) ?? 0) + minor);
	}
	return lost;
}

function held(entry: LicencePlanEntry, reasons: Reason[]): LicencePlanEntry {
	const { plan } = entry;
	const waiting = { ...plan, action: 'held' as const, wouldBe: plan.action };
	return { ...entry, plan: planItem({ ...waiting, reasons: [...reasons, ...plan.reasons] }) };
}

function seats(count: unknown): number {
	return typeof count === 'number' ? count : 0;
}
