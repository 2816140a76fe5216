import type { HaloLicence } from '../../halo/schemas';
import type { StellrSubscription } from '../../stellr/schemas';
import { licenceReasons } from '../../words/licenceReasons';
import type { Reason } from '../planItem';
import { FreeRows, fieldHolding } from './freeRows';
import { likeRows } from './likeness';
import { foldKey } from '../stellrKeys';
import { productNameReader, type ReadProductName } from './productNames';

/**
 * Which existing row of a client belongs to a subscription that no row names by key. A Halo that was fed by its own
 * module, by another tool or by hand holds rows for most subscriptions, and recurring invoice lines hang on them: making
 * a second row would freeze the invoice at the old count.
 */
export type Evidence =
	| { kind: 'row'; row: HaloLicence; reason: Reason }
	/** A person must look; `row` is the one that would be taken over if they agree. */
	| { kind: 'doubt'; row: HaloLicence | null; reason: Reason }
	| { kind: 'none' };

export interface EvidenceInput {
	/** Subscriptions of one client that have no row by key. */
	subscriptions: StellrSubscription[];
	/** All subscriptions of that client: a row that one of them explains speaks against no other. */
	allSubscriptions: StellrSubscription[];
	/** Rows of that client that carry no key of ours and are named by no saved map. */
	rows: HaloLicence[];
	ownSuppliers: string[];
	/** Rows on an active recurring line, when that was read; they are preferred among equals. */
	invoicedRowIds: ReadonlySet<number>;
}

/**
 * Evidence by `account/subscriptionId` folded to the subscription object itself; every input gets an entry.
 * @param read reads names of products; one for all clients reads each name once
 */
export function gatherEvidence(
	input: EvidenceInput,
	read: ReadProductName = productNameReader(),
): Map<StellrSubscription, Evidence> {
	const found = new Map<StellrSubscription, Evidence>();
	const free = new FreeRows(input.rows.filter((row) => !row.deleted));
	if (free.isEmpty()) return new Map(input.subscriptions.map((line) => [line, { kind: 'none' }]));
	byId(input, free, found);
	byProductNumber(input, free, found);
	if (free.isEmpty() || found.size === input.subscriptions.length) return withNone(input, found);
	const names = namesakes(input, free.all(), read);
	for (const subscription of input.subscriptions) {
		if (!found.has(subscription)) found.set(subscription, doubtFor(subscription, input, names));
	}
	return found;
}

/** No row is left that the others could be. */
function withNone(
	{ subscriptions }: EvidenceInput,
	found: Map<StellrSubscription, Evidence>,
): Map<StellrSubscription, Evidence> {
	for (const line of subscriptions) if (!found.has(line)) found.set(line, { kind: 'none' });
	return found;
}

function byId(
	input: EvidenceInput,
	free: FreeRows,
	found: Map<StellrSubscription, Evidence>,
): void {
	// The id of the line first: a vendor's id may be shared by the old and the new line of a renewal.
	for (const idOf of [lineId, vendorId]) {
		const claims = new Map<HaloLicence, StellrSubscription[]>();
		const hits = new Map<StellrSubscription, HaloLicence[]>();
		for (const subscription of input.subscriptions) {
			if (found.has(subscription)) continue;
			const id = idOf(subscription);
			const rows = id === null ? [] : free.holding(id);
			if (rows.length === 0) continue;
			hits.set(subscription, rows);
			for (const row of rows) addTo(claims, row, subscription);
		}
		for (const [subscription, rows] of hits) {
			const id = idOf(subscription) ?? '';
			const row = preferred(rows, input.invoicedRowIds);
			const claimants = row === null ? [] : (claims.get(row) ?? []);
			const living = claimants.filter(mayOwnRow);
			const rivals = living.length > 0 ? living : claimants;
			if (row === null) {
				found.set(subscription, {
					kind: 'doubt',
					row: null,
					reason: licenceReasons.severalRows(ids(rows)),
				});
			} else if (rivals.length > 1) {
				const names = rivals.map((rival) => rival.subscriptionId).sort();
				found.set(subscription, {
					kind: 'doubt',
					row: null,
					reason: licenceReasons.severalSubscriptions(id, names),
				});
			} else if (rivals[0] !== subscription) {
				continue;
			} else {
				found.set(
					subscription,
					seen(row, licenceReasons.adoptById(fieldHolding(row, id) ?? 'a field', id), input),
				);
			}
		}
		release(found, free);
	}
}

function byProductNumber(
	input: EvidenceInput,
	free: FreeRows,
	found: Map<StellrSubscription, Evidence>,
): void {
	const open = input.subscriptions.filter(
		(subscription) => !found.has(subscription) && mayOwnRow(subscription),
	);
	const bySku = linesBy(open, ({ skuNo }) => skuNo);
	const byPart = linesBy(open, ({ mfgPartNo }) => mfgPartNo);
	for (const subscription of open) {
		const { skuNo, mfgPartNo } = subscription;
		const numbers = [skuNo, mfgPartNo].filter((text): text is string => text !== null);
		const rows = free.holdingAny(numbers);
		if (rows.length === 0) continue;
		const number = numbers.find((text) => free.holding(text).length > 0) ?? '';
		const rivals = new Set([...(bySku.get(skuNo) ?? []), ...(byPart.get(mfgPartNo) ?? [])]);
		// Rows that may not be taken over unseen do not make an ordinary row ambiguous.
		const ordinary = rows.filter((row) => unseenDoubt(row, input.ownSuppliers) === null);
		const row = preferred(ordinary.length > 0 ? ordinary : rows, input.invoicedRowIds);
		if (rivals.size > 1) {
			const names = [...rivals].map((rival) => rival.subscriptionId).sort();
			found.set(subscription, {
				kind: 'doubt',
				row: null,
				reason: licenceReasons.severalSubscriptions(number, names),
			});
		} else if (row === null) {
			found.set(subscription, {
				kind: 'doubt',
				row: null,
				reason: licenceReasons.severalRows(ids(rows)),
			});
		} else {
			found.set(subscription, seen(row, licenceReasons.adoptBySku(number), input));
		}
	}
	severalClaimsAreDoubts(open, found);
	release(found, free);
}

/** One line may have named a row by its SKU and another by its part number. */
function severalClaimsAreDoubts(
	open: StellrSubscription[],
	found: Map<StellrSubscription, Evidence>,
): void {
	const claims = new Map<HaloLicence, StellrSubscription[]>();
	for (const subscription of open) {
		const evidence = found.get(subscription);
		if (evidence === undefined || evidence.kind === 'none' || evidence.row === null) continue;
		addTo(claims, evidence.row, subscription);
	}
	for (const [row, claimants] of claims) {
		if (claimants.length < 2) continue;
		const reason = licenceReasons.severalSubscriptions(
			`"${row.name}" (${row.id})`,
			claimants.map(({ subscriptionId }) => subscriptionId).sort(),
		);
		for (const claimant of claimants) found.set(claimant, { kind: 'doubt', row: null, reason });
	}
}

/** What names say of the rows that are left, and of the lines. */
interface Namesakes {
	read: ReadProductName;
	/** Rows and lines that may own one, by normal name. */
	rows: ReadonlyMap<string, HaloLicence[]>;
	lines: ReadonlyMap<string, StellrSubscription[]>;
	/** Rows that may be a line's own, going by their names. */
	like: ReadonlyMap<StellrSubscription, HaloLicence[]>;
}

function namesakes(
	{ subscriptions, allSubscriptions }: EvidenceInput,
	free: HaloLicence[],
	read: ReadProductName,
): Namesakes {
	const rows = new Map<string, HaloLicence[]>();
	for (const row of free) addTo(rows, read(row.name).normal, row);
	const lines = new Map<string, StellrSubscription[]>();
	for (const line of subscriptions.filter(mayOwnRow))
		addTo(lines, read(line.productName ?? '').normal, line);
	return { read, rows, lines, like: likeRows(subscriptions, allSubscriptions, free, read) };
}

/** No number fits: the same name, or a likeness, keeps a second row from being made. */
function doubtFor(
	subscription: StellrSubscription,
	input: EvidenceInput,
	names: Namesakes,
): Evidence {
	const name = subscription.productName;
	if (name === null) return { kind: 'none' };
	const { normal } = names.read(name);
	const sameName = names.rows.get(normal) ?? [];
	const ordinary = sameName.filter((row) => unseenDoubt(row, input.ownSuppliers) === null);
	if (ordinary.length === 1 && isOnly(subscription, names.lines.get(normal) ?? [])) {
		return {
			kind: 'doubt',
			row: ordinary[0],
			reason: licenceReasons.adoptByName(ordinary[0].name),
		};
	}
	if (ordinary.length === 0 && sameName.length === 1) {
		const reason = unseenDoubt(sameName[0], input.ownSuppliers);
		if (reason !== null) return { kind: 'doubt', row: sameName[0], reason };
	}
	const similar = names.like.get(subscription) ?? [];
	const rows = sameName.length > 0 ? sameName : similar;
	if (rows.length === 0) return { kind: 'none' };
	return {
		kind: 'doubt',
		row: null,
		reason: licenceReasons.similarRow(
			rows.map(({ id, name: rowName }) => ({ id, name: rowName })).sort((a, b) => a.id - b.id),
		),
	};
}

/** A row found by id or number: taken over, unless its maker or distributor asks for a person. */
function seen(row: HaloLicence, reason: Reason, input: EvidenceInput): Evidence {
	const doubt = unseenDoubt(row, input.ownSuppliers);
	return doubt === null ? { kind: 'row', row, reason } : { kind: 'doubt', row, reason: doubt };
}

function unseenDoubt(row: HaloLicence, ownSuppliers: string[]): Reason | null {
	if ((row.azureConnectionId ?? 0) > 0) return licenceReasons.microsoftRow(row.name);
	const distributor = row.distributor ?? row.supplierName;
	if (
		distributor !== null &&
		!ownSuppliers.some((own) => foldKey(distributor).includes(foldKey(own)))
	) {
		return licenceReasons.otherDistributor(row.name, distributor);
	}
	return null;
}

/** Lines that are over claim a row only when they are the only ones to name it. */
function mayOwnRow(subscription: StellrSubscription): boolean {
	return subscription.state !== 'cancelled' && subscription.state !== 'expired';
}

function preferred(rows: HaloLicence[], invoiced: ReadonlySet<number>): HaloLicence | null {
	if (rows.length === 1) return rows[0];
	const onInvoice = rows.filter((row) => invoiced.has(row.id));
	return onInvoice.length === 1 ? onInvoice[0] : null;
}

function release(found: Map<StellrSubscription, Evidence>, free: FreeRows): void {
	for (const evidence of found.values()) {
		if (evidence.kind !== 'none' && evidence.row !== null) free.take(evidence.row);
	}
}

/** By their number, null left out. */
function linesBy(
	lines: StellrSubscription[],
	numberOf: (line: StellrSubscription) => string | null,
): ReadonlyMap<string | null, StellrSubscription[]> {
	const found = new Map<string | null, StellrSubscription[]>();
	for (const line of lines) {
		const number = numberOf(line);
		if (number !== null) addTo(found, number, line);
	}
	return found;
}

function isOnly(subscription: StellrSubscription, named: readonly StellrSubscription[]): boolean {
	return named.every((other) => other === subscription);
}

function addTo<K, T>(lists: Map<K, T[]>, key: K, entry: T): void {
	const known = lists.get(key);
	if (known === undefined) lists.set(key, [entry]);
	else known.push(entry);
}

const lineId = (subscription: StellrSubscription): string | null => subscription.subscriptionId;
const vendorId = (subscription: StellrSubscription): string | null =>
	subscription.vendorSubscriptionId;
const ids = (rows: HaloLicence[]): number[] => rows.map((row) => row.id).sort((a, b) => a - b);
