import type { StellrSubscription } from '../stellr/schemas';
import { normalProductName } from '../sync/licences/productWords';
import type { InvoiceIndex, PlacedLine } from './invoiceIndex';

/** A typed line that may bill a subscription. */
export interface TypedCandidate {
	place: PlacedLine;
	by: 'item' | 'name';
}

/** What is looked for on the typed lines of one client. */
export interface Sought {
	/** The line's key. */
	key: string;
	/** Null for a licence without subscription. */
	subscription: StellrSubscription | null;
	/** The row's name, which people also put on invoices. */
	licenceName: string | null;
}

/** What typed lines say of one line. */
export interface TypedFinding {
	all: TypedCandidate[];
	/** The one, where there is only one and it fits no other. */
	only: TypedCandidate | null;
}

/**
 * Typed lines of one client by key. Lines that are charged come first: what bills one of those bills no line that is
 * over. One that fits two counts for neither.
 */
export function typedFindings(
	clientId: number,
	charged: readonly Sought[],
	others: readonly Sought[],
	index: InvoiceIndex,
	nameOf: NameReader,
): Map<string, TypedFinding> {
	const lines = index.typedAt(clientId).filter(({ line }) => line.links.length !== 1);
	const first = typedCandidates(charged, lines, nameOf);
	const taken = new Set([...first.values()].flat().map(({ place }) => place));
	const second = typedCandidates(
		others,
		lines.filter((place) => !taken.has(place)),
		nameOf,
	);
	return new Map([...uniqueIn(first), ...uniqueIn(second)]);
}

function uniqueIn(candidates: Map<string, TypedCandidate[]>): Array<[string, TypedFinding]> {
	const claims = new Map<PlacedLine, number>();
	for (const { place } of [...candidates.values()].flat()) {
		claims.set(place, (claims.get(place) ?? 0) + 1);
	}
	return [...candidates].map(([key, all]) => [
		key,
		{ all, only: all.length === 1 && claims.get(all[0].place) === 1 ? all[0] : null },
	]);
}

/**
 * Typed lines by key: those whose item or text names the line's SKU, part number or id, else those that are
 * called like the product or the licence. A line that fits several subscriptions is a candidate of each.
 */
function typedCandidates(
	sought: readonly Sought[],
	lines: readonly PlacedLine[],
	nameOf: NameReader,
): Map<string, TypedCandidate[]> {
	const found = new Map<string, TypedCandidate[]>();
	if (lines.length === 0) return found;
	const names = lines.map(({ line }) => nameOf(line.itemName));
	for (const { key, subscription, licenceName } of sought) {
		const byItem =
			subscription === null ? [] : lines.filter(({ line }) => namesItem(line, subscription));
		if (byItem.length > 0) {
			found.set(
				key,
				byItem.map((place) => ({ place, by: 'item' })),
			);
			continue;
		}
		const own = new Set([nameOf(subscription?.productName ?? null), nameOf(licenceName)]);
		own.delete('');
		const byName = lines.filter((_line, at) => own.has(names[at]));
		if (byName.length > 0) {
			found.set(
				key,
				byName.map((place) => ({ place, by: 'name' })),
			);
		}
	}
	return found;
}

/** A product's name without what changes from list to list. */
export type NameReader = (name: string | null) => string;

/** Reads each name once: a few products make up most lines. */
export function nameReader(): NameReader {
	const known = new Map<string, string>();
	return (name) => {
		if (name === null) return '';
		const before = known.get(name);
		if (before !== undefined) return before;
		const normal = normalProductName(name);
		known.set(name, normal);
		return normal;
	};
}

function namesItem(
	{ itemCode, itemText, itemName }: PlacedLine['line'],
	{ skuNo, mfgPartNo, subscriptionId, vendorSubscriptionId }: StellrSubscription,
): boolean {
	const words = [itemCode, itemText, itemName].flatMap((text) =>
		text === null ? [] : text.toLowerCase().split(/[^a-z0-9_.:#/-]+/),
	);
	return [skuNo, mfgPartNo, subscriptionId, vendorSubscriptionId].some(
		(id) => id !== null && id.length > 3 && words.includes(id.toLowerCase()),
	);
}
