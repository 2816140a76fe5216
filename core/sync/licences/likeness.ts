import type { HaloLicence } from '../../halo/schemas';
import type { StellrSubscription } from '../../stellr/schemas';
import { productNameReader, type ProductName, type ReadProductName } from './productNames';

/**
 * Which rows without a key may be a subscription's, going by their names. Decides only what is held: while such a row
 * exists, no second one is made.
 */

export type Likeness = 'same' | 'kin' | 'none';

/** `same`: nothing in the names speaks against it; `kin`: the same family in another edition. */
export function likenessOf(a: string, b: string): Likeness {
	const read = productNameReader();
	return likenessOfNames(read(a), read(b));
}

function likenessOfNames(left: ProductName, right: ProductName): Likeness {
	const sharesFamily = overlaps(left.family, right.family);
	const sharesEdition = overlaps(left.editions, right.editions);
	const editionsFit = left.editions.size === 0 || right.editions.size === 0 || sharesEdition;
	if (sharesFamily) return editionsFit ? 'same' : 'kin';
	// "E3 licences": the edition is all there is.
	const onlyEdition = left.family.size === 0 || right.family.size === 0;
	return onlyEdition && sharesEdition ? 'same' : 'none';
}

/**
 * For each open subscription the active rows that may be its own. A row that another subscription of the client explains
 * better speaks against no one else; a row that nothing explains speaks against its family, and one typed under a private
 * name without any number against every line with its count.
 */
export function likeRows(
	open: readonly StellrSubscription[],
	all: readonly StellrSubscription[],
	rows: Iterable<HaloLicence>,
	read: ReadProductName,
): Map<StellrSubscription, HaloLicence[]> {
	const like = new Map<StellrSubscription, HaloLicence[]>();
	const known = new Set([...open, ...all]);
	for (const row of rows) {
		if (!row.active) continue;
		const { same, kin } = linesLike(read(row.name), known, read);
		// The row of a line that is over may go on under another edition: a plan change.
		const explained = same.some(({ state }) => state !== 'cancelled' && state !== 'expired');
		const claimed = explained ? same : [...same, ...kin];
		const suspects = claimed.length > 0 ? claimed : sameCount(row, open);
		for (const subscription of suspects) {
			const others = like.get(subscription);
			if (others === undefined) like.set(subscription, [row]);
			else others.push(row);
		}
	}
	return like;
}

function linesLike(
	name: ProductName,
	lines: Iterable<StellrSubscription>,
	read: ReadProductName,
): Record<'same' | 'kin', StellrSubscription[]> {
	const found: Record<'same' | 'kin', StellrSubscription[]> = { same: [], kin: [] };
	for (const line of lines) {
		const likeness = likenessOfNames(name, read(line.productName ?? ''));
		if (likeness !== 'none') found[likeness].push(line);
	}
	return found;
}

function sameCount(row: HaloLicence, open: readonly StellrSubscription[]): StellrSubscription[] {
	if (row.productSku !== null || row.vendorProductSku !== null || row.count <= 0) return [];
	return open.filter(({ quantity }) => quantity === row.count);
}

function overlaps(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	for (const word of a) if (b.has(word)) return true;
	return false;
}
