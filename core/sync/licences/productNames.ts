import { productWords } from './productWords';

/** What the name of a product says, for comparing it with others. */
export interface ProductName {
	/** Without what changes from list to list. */
	normal: string;
	/** Words of the product's family, and those that tell its editions apart. */
	family: ReadonlySet<string>;
	editions: ReadonlySet<string>;
}

export type ReadProductName = (name: string) => ProductName;

/** Words that tell editions of one product apart; two different ones are two products. */
const EDITION =
	/^(premium|standard|basic|pro|plus|starter|essentials|advanced|enterprise|foundation|lite|free|[aefgp]\d|plan\d|\d+gb|\d+tb)$/;

/** Reads each name once: the lines and rows of a tenant are very many, and of few products. */
export function productNameReader(): ReadProductName {
	const known = new Map<string, ProductName>();
	return (name) => {
		const before = known.get(name);
		if (before !== undefined) return before;
		const read = readProductName(name);
		known.set(name, read);
		return read;
	};
}

function readProductName(name: string): ProductName {
	const words = productWords(name);
	const family = new Set<string>();
	const editions = new Set<string>();
	for (const word of words) {
		if (EDITION.test(word)) editions.add(word);
		else if (word.length > 1 && !/^\d+$/.test(word)) family.add(word);
	}
	return { normal: words.join(' '), family, editions };
}
