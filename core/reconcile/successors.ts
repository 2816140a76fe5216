import { calendarDay } from '../halo/dates';
import type { StellrSubscription } from '../stellr/schemas';
import { normalProductName } from '../sync/licences/productWords';
import { samePart, sameVendorId, type EndingLine } from '../sync/licences/successionEvidence';
import { foldKey } from '../sync/stellrKeys';
import type { LineFacts } from './lineFacts';

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
	const pairsBy = (fits: (start: StellrSubscription, end: EndingLine) => boolean) =>
		starts
			.filter((start) => start.row === null && !start.unclear)
			.map((start) => ({
				start,
				ends: (byClient.get(placeOf(start)) ?? []).filter(
					(end) =>
						!gone.has(end) &&
						end.row !== null &&
						start.subscription !== null &&
						fits(start.subscription, { ...endOf(end, today), row: end.row }),
				),
			}))
			.filter(({ ends }) => ends.length > 0);
	for (const { start, ends } of alone(pairsBy(sameVendorId))) {
		takeOver(start, ends[0]);
		gone.add(ends[0]);
	}
	for (const { start, ends } of pairsBy((one, end) => samePart(one, end) || sameName(one, end))) {
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

/** A line that Stellr does not list any more ended by now at the latest. */
function endOf(
	{ subscription, row }: LineFacts,
	today: string,
): Pick<EndingLine, 'subscription' | 'day'> {
	return {
		subscription,
		day: subscription?.endDate ?? calendarDay(row?.endDate ?? null) ?? today,
	};
}

/** A line that is gone, and a new one of the same product: most likely the one took the other's place. */
function sameName({ productName }: StellrSubscription, { subscription, row }: EndingLine): boolean {
	if (subscription !== null || productName === null) return false;
	const normal = normalProductName(productName);
	return normal !== '' && normal === normalProductName(row.name);
}

function takeOver(start: LineFacts, end: LineFacts): void {
	start.row = end.row;
	start.by = 'evidence';
	start.others = end.others;
	start.uses = end.uses;
	start.saved = end.saved;
	start.lastCount = end.lastCount;
}
