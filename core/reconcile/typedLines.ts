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

/** The lines of one client, by what a typed line would mean for them. */
export interface TypedClaims {
	/** Charged, and on no running line by link. */
	charged: readonly Sought[];
	/** Charged, but not compared or unclear: what bills one of those is no other line's, and nothing is said of it. */
	uncompared: readonly Sought[];
	/** Charged and linked already: what may bill one of those bills no line that is over. */
	linked: readonly Sought[];
	/** Over, or without subscription. */
	others: readonly Sought[];
}

/** How a line is called on an invoice, surest first. */
const WAYS: ReadonlyArray<(sought: Sought, line: PlacedLine, nameOf: NameReader) => boolean> = [
	({ subscription }, { line }) => subscription !== null && namesItem(line, subscription),
	({ subscription, licenceName }, { line }) =>
		isWritten(line.itemName, subscription?.productName) || isWritten(line.itemName, licenceName),
	({ subscription, licenceName }, { line }, nameOf) =>
		isProduct(line.itemName, subscription?.productName, nameOf) ||
		isProduct(line.itemName, licenceName, nameOf),
];

/**
 * Typed lines of one client by key: those whose item names the line's SKU, part number or id, else those that
 * are written like the product or the licence, else those that mean the same product. What is found more surely is not
 * offered to others, and what bills a charged line bills no line that is over. A typed line that fits two of one kind
 * counts for neither.
 */
export function typedFindings(
	clientId: number,
	{ charged, uncompared, linked, others }: TypedClaims,
	index: InvoiceIndex,
	nameOf: NameReader,
): Map<string, TypedFinding> {
	const found = new Map<string, TypedFinding>();
	let lines = index.typedAt(clientId);
	const silent = new Set([...uncompared, ...linked].map(({ key }) => key));
	for (const group of [[...charged, ...uncompared], linked, others]) {
		WAYS.forEach((fits, way) => {
			if (lines.length === 0) return;
			const candidates = new Map<string, TypedCandidate[]>();
			for (const one of group) {
				if (found.has(one.key)) continue;
				const fitting = lines.filter((line) => fits(one, line, nameOf));
				const by = way === 0 ? 'item' : 'name';
				if (fitting.length > 0)
					candidates.set(
						one.key,
						fitting.map((place) => ({ place, by })),
					);
			}
			for (const [key, finding] of uniqueIn(candidates)) found.set(key, finding);
			const taken = new Set([...candidates.values()].flat().map(({ place }) => place));
			lines = lines.filter((place) => !taken.has(place));
		});
	}
	for (const key of silent) found.delete(key);
	return found;
}

function uniqueIn(candidates: Map<string, TypedCandidate[]>): Array<[string, TypedFinding]> {
	const claims = new Map<PlacedLine, number>();
	for (const { place } of [...candidates.values()].flat()) {
		claims.set(place, (claims.get(place) ?? 0) + 1);
	}
	return [...candidates].map(([key, all]) => [
		key,
		{ all, only: isOnly(all, claims) ? all[0] : null },
	]);
}

/** One that is nobody else's, and whose quantity is known. */
function isOnly(
	[first, ...more]: readonly TypedCandidate[],
	claims: ReadonlyMap<PlacedLine, number>,
): boolean {
	return more.length === 0 && claims.get(first.place) === 1 && first.place.line.quantity !== null;
}

function isWritten(itemName: string | null, name: string | null | undefined): boolean {
	if (itemName === null || !name) return false;
	return itemName === name || itemName.trim().toLowerCase() === name.trim().toLowerCase();
}

/** The same words but for those that change from list to list; Office 365 is not Microsoft 365. */
function isProduct(
	itemName: string | null,
	name: string | null | undefined,
	nameOf: NameReader,
): boolean {
	if (itemName === null || !name) return false;
	const [one, other] = [nameOf(itemName), nameOf(name)];
	if (one.words === '' || one.words !== other.words) return false;
	return one.suite === null || other.suite === null || one.suite === other.suite;
}

/** A product's name without what changes from list to list, and which of Microsoft's two suites it names. */
interface ProductName {
	words: string;
	suite: 'office' | 'microsoft' | null;
}

export type NameReader = (name: string) => ProductName;

/** Reads each name once: a few products make up most lines. */
export function nameReader(): NameReader {
	const known = new Map<string, ProductName>();
	return (name) => {
		const before = known.get(name);
		if (before !== undefined) return before;
		const read = { words: normalProductName(name).replace(/\b365 ?/, ''), suite: suiteOf(name) };
		known.set(name, read);
		return read;
	};
}

function suiteOf(name: string): ProductName['suite'] {
	if (/\b(?:office|o) ?365\b/i.test(name)) return 'office';
	return /\b(?:microsoft|ms|m) ?365\b/i.test(name) ? 'microsoft' : null;
}

function namesItem(
	{ itemCode, itemName }: PlacedLine['line'],
	{ skuNo, mfgPartNo, subscriptionId, vendorSubscriptionId }: StellrSubscription,
): boolean {
	// A long text may mention the lines of a bundle: it is no evidence of quantities.
	const words = [itemCode, itemName].flatMap((text) =>
		text === null ? [] : text.toLowerCase().split(/[^a-z0-9_.:#/-]+/),
	);
	return [skuNo, mfgPartNo, subscriptionId, vendorSubscriptionId].some(
		(id) => id !== null && id.length > 3 && words.includes(id.toLowerCase()),
	);
}
