import type { HaloLicence } from '../../halo/schemas';
import type { StellrSubscription } from '../../stellr/schemas';
import { productWords } from './productWords';

/**
 * Which rows without a key may be a subscription's, going by their names. Decides only what is held: while such a row
 * exists, no second one is made.
 */

/** Words that tell editions of one product apart; two different ones are two products. */
const EDITION =
	/^(premium|standard|basic|pro|plus|starter|essentials|advanced|enterprise|foundation|lite|free|[aefgp]\d|plan\d|\d+gb|\d+tb)$/;

export type Likeness = 'same' | 'kin' | 'none';

/** `same`: nothing in the names speaks against it; `kin`: the same family in another edition. */
export function likenessOf(a: string, b: string): Likeness {
	const left = partsOf(a);
	const right = partsOf(b);
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
): Map<StellrSubscription, HaloLicence[]> {
	const like = new Map<StellrSubscription, HaloLicence[]>();
	for (const row of rows) {
		if (!row.active) continue;
		const known = new Set([...open, ...all]);
		const of = (wanted: Likeness) =>
			[...known].filter(({ productName }) => likenessOf(row.name, productName ?? '') === wanted);
		const same = of('same');
		// The row of a line that is over may go on under another edition: a plan change.
		const explained = same.some(({ state }) => state !== 'cancelled' && state !== 'expired');
		const claimed = explained ? same : [...same, ...of('kin')];
		const suspects = claimed.length > 0 ? claimed : sameCount(row, open);
		for (const subscription of suspects) {
			like.set(subscription, [...(like.get(subscription) ?? []), row]);
		}
	}
	return like;
}

function sameCount(row: HaloLicence, open: readonly StellrSubscription[]): StellrSubscription[] {
	if (row.productSku !== null || row.vendorProductSku !== null || row.count <= 0) return [];
	return open.filter(({ quantity }) => quantity === row.count);
}

function partsOf(name: string): { family: Set<string>; editions: Set<string> } {
	const family = new Set<string>();
	const editions = new Set<string>();
	for (const word of productWords(name)) {
		if (EDITION.test(word)) editions.add(word);
		else if (word.length > 1 && !/^\d+$/.test(word)) family.add(word);
	}
	return { family, editions };
}

function overlaps(a: Set<string>, b: Set<string>): boolean {
	for (const word of a) if (b.has(word)) return true;
	return false;
}
