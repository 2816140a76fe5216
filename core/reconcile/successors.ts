import { calendarDay } from '../halo/dates';
import { daysBetween } from '../sync/days';
import { normalProductName } from '../sync/licences/productWords';
import { foldKey } from '../sync/stellrKeys';
import type { LineFacts } from './lineFacts';

/** Days between the end of a line and the start of the one that takes its place. */
const GAP_DAYS = 35;

/**
 * Renewals, plan changes and transfers may change a line's number: one line ends, another starts, and the Halo row is
 * still the old line's. Then nothing is billed too much and nothing too little. A pair equal by the vendor's id is one
 * line, with the old row; a pair guessed by part number and dates leaves the new line unclear. The old line is told no
 * more.
 */
export function withSuccessors(facts: LineFacts[], today: string): LineFacts[] {
	const starts = facts.filter(isStart);
	if (starts.length === 0) return facts;
	const byClient = endsByClient(facts);
	const gone = new Set<LineFacts>();
	const pairsBy = (fits: (start: LineFacts, end: LineFacts) => boolean) =>
		starts
			.filter((start) => start.row === null && !start.unclear)
			.map((start) => ({
				start,
				ends: (byClient.get(placeOf(start)) ?? []).filter(
					(end) => !gone.has(end) && fits(start, end),
				),
			}))
			.filter(({ ends }) => ends.length > 0);
	for (const { start, ends } of alone(pairsBy(sameVendorId))) {
		takeOver(start, ends[0]);
		gone.add(ends[0]);
	}
	for (const { start, ends } of pairsBy((one, end) => samePart(one, end, today))) {
		start.unclear = true;
		start.others = ends.flatMap(({ row }) => (row === null ? [] : [row]));
		for (const end of ends) gone.add(end);
	}
	return gone.size === 0 ? facts : facts.filter((line) => !gone.has(line));
}

interface Pair {
	start: LineFacts;
	ends: LineFacts[];
}

/** Pairs in which neither side has another choice. */
function alone(pairs: Pair[]): Pair[] {
	const claims = new Map<LineFacts, number>();
	for (const { ends } of pairs) for (const end of ends) claims.set(end, (claims.get(end) ?? 0) + 1);
	return pairs.filter(({ ends }) => ends.length === 1 && claims.get(ends[0]) === 1);
}

/** Charged, at a client, without a row of its own. */
function isStart({ seats, row, unclear, customer }: LineFacts): boolean {
	return seats > 0 && row === null && !unclear && customer.haloClientId !== null;
}

/** Over or not listed, with a row. */
function endsByClient(facts: readonly LineFacts[]): Map<string, LineFacts[]> {
	const byClient = new Map<string, LineFacts[]>();
	for (const line of facts) {
		const ends = line.row !== null && (line.over || line.subscription === null);
		if (!ends || line.customer.haloClientId === null) continue;
		const place = placeOf(line);
		const known = byClient.get(place);
		if (known === undefined) byClient.set(place, [line]);
		else known.push(line);
	}
	return byClient;
}

function placeOf({ customer }: LineFacts): string {
	return `${foldKey(customer.account)} ${customer.haloClientId}`;
}

function sameVendorId({ subscription }: LineFacts, end: LineFacts): boolean {
	const id = subscription?.vendorSubscriptionId?.trim().toLowerCase() ?? '';
	if (id === '') return false;
	if (end.subscription !== null) {
		return end.subscription.vendorSubscriptionId?.trim().toLowerCase() === id;
	}
	return Object.values(end.row?.texts ?? {}).some((text) => text.trim().toLowerCase() === id);
}

function samePart({ subscription }: LineFacts, end: LineFacts, today: string): boolean {
	if (end.subscription === null && sameName(subscription?.productName, end.row?.name)) return true;
	// A line that Stellr does not list any more ended by now at the latest.
	const day = end.subscription?.endDate ?? calendarDay(end.row?.endDate ?? null) ?? today;
	const start = subscription?.startDate ?? null;
	if (start === null || Math.abs(daysBetween(day, start)) > GAP_DAYS) return false;
	const own = [subscription?.mfgPartNo, subscription?.skuNo].filter((part) => part != null);
	const theirs =
		end.subscription === null
			? [end.row?.vendorProductSku, end.row?.productSku]
			: [end.subscription.mfgPartNo, end.subscription.skuNo];
	return own.some((part) => theirs.includes(part));
}

/** A line that is gone, and a new one of the same product: most likely the one took the other's place. */
function sameName(name: string | null | undefined, rowName: string | undefined): boolean {
	if (!name || !rowName) return false;
	const normal = normalProductName(name);
	return normal !== '' && normal === normalProductName(rowName);
}

function takeOver(start: LineFacts, end: LineFacts): void {
	start.row = end.row;
	start.by = 'evidence';
	start.others = end.others;
	start.uses = end.uses;
	start.saved = end.saved;
	start.lastCount = end.lastCount;
}
