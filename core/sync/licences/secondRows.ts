import { calendarDay } from '../../halo/dates';
import type { HaloLicence } from '../../halo/schemas';
import type { StellrSubscription } from '../../stellr/schemas';
import { licenceReasons as why } from '../../words/licenceReasons';
import { planItem, type Reason } from '../planItem';
import { customerKey, foldKey } from '../stellrKeys';
import type { SubscriptionOverride } from './overrides';
import { clientOfEntry } from './placedAt';
import type { LicencePlanEntry } from './plan';
import type { LicenceIndex } from './rowIndex';
import { endingOf, isStart, waiting } from './succession';
import { samePart, sameVendorId, type EndingLine } from './successionEvidence';

export interface SecondRowContext {
	index: LicenceIndex;
	/** Decisions for single subscriptions, by folded key. */
	overrides: ReadonlyMap<string, SubscriptionOverride>;
	/** Folded keys of all subscriptions that came. */
	listed: ReadonlySet<string>;
}

/**
 * New rows wait where a row that bills may be theirs already, and it cannot be given to them: it sits at another client
 * by a person's decision, its line is not known to be over, or no list says what became of its line. One subscription
 * would be billed twice.
 */
export function withoutSecondRows(
	entries: LicencePlanEntry[],
	context: SecondRowContext,
): LicencePlanEntry[] {
	const starts = entries.filter(isOpenStart);
	if (starts.length === 0) return entries;
	const world = worldOf(entries, context);
	const settled = new Map<LicencePlanEntry, LicencePlanEntry>();
	for (const start of starts) {
		const away = endsElsewhere(start, world);
		for (const { entry } of away) settled.set(entry, waiting(entry));
		const row = away[0]?.row ?? unlistedElsewhere(start, world);
		const reason =
			row === undefined
				? (livingTwin(start, world) ?? unlistedHere(start, world))
				: why.continuesElsewhere(row.name, row.id, row.clientName);
		if (reason !== null) settled.set(start, held(start, reason));
	}
	return entries.map((entry) => settled.get(entry) ?? entry);
}

interface World extends SecondRowContext {
	/** Lines that end, by customer. */
	ends: ReadonlyMap<string, Array<EndingLine & { entry: LicencePlanEntry }>>;
	/** Lines that are not over and share a vendor's id, by that id. */
	living: ReadonlyMap<string, LicencePlanEntry[]>;
	/** Rows of a client that bill, that no list names and that no item is about. */
	straysAt: (clientId: number) => HaloLicence[];
	/** Rows of lines that a person put somewhere and that no list names. */
	orphans: HaloLicence[];
}

function worldOf(entries: LicencePlanEntry[], context: SecondRowContext): World {
	const { index, overrides, listed } = context;
	const ends = new Map<string, Array<EndingLine & { entry: LicencePlanEntry }>>();
	for (const entry of entries) {
		for (const end of endingOf(entry, index)) push(ends, foldKey(customerKey(entry.customer)), end);
	}
	const planned = new Set(entries.map(({ plan }) => plan.haloId));
	const isStray = (row: HaloLicence) => {
		const key = index.keyOf(row);
		return bills(row) && key !== null && !listed.has(key) && !planned.has(row.id);
	};
	const orphaned = [...overrides.keys()].filter((key) => !listed.has(key));
	return {
		...context,
		ends,
		living: livingTwins(entries),
		straysAt: onceForEach((clientId) => index.rowsOf(clientId).filter(isStray)),
		orphans: orphaned.flatMap((key) => index.rowsByKey(key)).filter(isStray),
	};
}

/** Nearly every line has its vendor's id for itself, and needs no list. */
function livingTwins(entries: LicencePlanEntry[]): ReadonlyMap<string, LicencePlanEntry[]> {
	const first = new Map<string, LicencePlanEntry>();
	const living = new Map<string, LicencePlanEntry[]>();
	for (const entry of entries) {
		const id = isLiving(entry.subscription) ? vendorIdOf(entry) : null;
		if (id === null) continue;
		const before = first.get(id);
		if (before === undefined) {
			first.set(id, entry);
			continue;
		}
		if (!living.has(id)) living.set(id, [before]);
		push(living, id, entry);
	}
	return living;
}

/** Many new lines ask for the rows of one client. */
function onceForEach(find: (clientId: number) => HaloLicence[]): World['straysAt'] {
	const found = new Map<number, HaloLicence[]>();
	return (clientId) => {
		const before = found.get(clientId);
		if (before !== undefined) return before;
		const rows = find(clientId);
		found.set(clientId, rows);
		return rows;
	};
}

/** What ends at another client, since a person put the old line there and not the new one. */
function endsElsewhere(start: LicencePlanEntry, { ends }: World) {
	const clientId = clientOfEntry(start);
	const own = ends.get(foldKey(customerKey(start.customer))) ?? [];
	return own.filter((end) => clientOfEntry(end.entry) !== clientId && continues(start, end));
}

function unlistedElsewhere(start: LicencePlanEntry, world: World): HaloLicence | undefined {
	const clientId = clientOfEntry(start);
	return world.orphans.find((row) => row.clientId !== clientId && mayBeOf(start, row, world.index));
}

/** A line with the vendor's id of this one that is not known to be over: most likely it ends in a moment. */
function livingTwin(start: LicencePlanEntry, { living, index }: World): Reason | null {
	const own = vendorIdOf(start);
	if (own === null) return null;
	const others = (living.get(own) ?? []).filter(
		(other) => other.plan.key !== start.plan.key && sharesPlace(start, other),
	);
	for (const other of others) {
		const id = other.subscription?.subscriptionId ?? '';
		const row = rowOf(other, index);
		if (row !== null && bills(row)) return why.vendorIdLives(id, row.name, row.id);
		// Of two new rows the one waits of which it is not known whether its line is over.
		const isDoubtful = start.subscription?.state === 'unknown';
		if (isDoubtful && isStart(other) && other.subscription?.state !== 'unknown')
			return why.vendorIdNewer(id);
	}
	return null;
}

/** A row of ours at the client whose line came in no list, so that nobody knows whether it ended. */
function unlistedHere(start: LicencePlanEntry, world: World): Reason | null {
	const clientId = clientOfEntry(start);
	if (clientId === null) return null;
	const row = world.straysAt(clientId).find((stray) => mayBeOf(start, stray, world.index));
	return row === undefined ? null : why.mayContinueRow(row.name, row.id);
}

/** Whether a row that nothing is planned for is of the account, and may be the new line's by id or number. */
function mayBeOf(start: LicencePlanEntry, row: HaloLicence, index: LicenceIndex): boolean {
	const isOfAccount = index.keyOf(row)?.startsWith(`${foldKey(start.customer.account)}/`) === true;
	return (
		isOfAccount && continues(start, { row, subscription: null, day: calendarDay(row.endDate) })
	);
}

function continues({ subscription }: LicencePlanEntry, end: EndingLine): boolean {
	return subscription !== null && (sameVendorId(subscription, end) || samePart(subscription, end));
}

function held(start: LicencePlanEntry, reason: Reason): LicencePlanEntry {
	const { plan } = start;
	const others = plan.action === 'held' ? plan.reasons : [];
	const waits = { ...plan, action: 'held' as const, wouldBe: 'create' as const };
	return { ...start, plan: planItem({ ...waits, reasons: [reason, ...others] }) };
}

function isOpenStart(entry: LicencePlanEntry): boolean {
	return isStart(entry) && entry.plan.reasons[0]?.code !== 'successionUnclear';
}

function isLiving(subscription: StellrSubscription | null): boolean {
	return subscription !== null && !['cancelled', 'expired'].includes(subscription.state);
}

function vendorIdOf({ subscription }: LicencePlanEntry): string | null {
	const id = subscription?.vendorSubscriptionId ?? '';
	return id === '' ? null : foldKey(id);
}

/** One account's, and at one client or of one customer. */
function sharesPlace(a: LicencePlanEntry, b: LicencePlanEntry): boolean {
	if (foldKey(a.customer.account) !== foldKey(b.customer.account)) return false;
	const isOneCustomer = foldKey(a.customer.customerNo) === foldKey(b.customer.customerNo);
	return isOneCustomer || clientOfEntry(a) === clientOfEntry(b);
}

function rowOf(entry: LicencePlanEntry, index: LicenceIndex): HaloLicence | null {
	const clientId = clientOfEntry(entry);
	if (clientId === null || entry.plan.haloId === null) return null;
	return index.rowsOf(clientId).find(({ id }) => id === entry.plan.haloId) ?? null;
}

function bills({ active, deleted }: HaloLicence): boolean {
	return active && !deleted;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
	const values = map.get(key);
	if (values === undefined) map.set(key, [value]);
	else values.push(value);
}
