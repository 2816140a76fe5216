/** What the distributor sells, as far as a reseller's lines show it. */
import { MICROSOFT_SEATS, ONE_TIME, OTHER_SEATS, TRIALS, USAGE } from './products';
import type { ProductLine } from './products';

export type ProductKind = 'seat' | 'usage' | 'oneTime' | 'trial';
export type Term = 'annualMonthly' | 'monthly' | 'annualPrepaid' | 'threeYear' | 'none';

export interface Product {
	/** As Microsoft or the maker calls it, without programme and term. */
	name: string;
	vendorId: string;
	vendorName: string;
	mfgPartNo: string;
	/** SKU of the monthly-billed annual term; the other terms count on from it. */
	baseSku: number;
	productId: number;
	/** US dollars a unit and month; one-time prices in full. */
	cost: number;
	kind: ProductKind;
	/** What people call it when they type it into Halo. */
	nicknames: readonly string[];
}

let position = 0;
function product(
	kind: ProductKind,
	vendorId: string,
	vendorName: string,
	line: ProductLine,
): Product {
	const [name, mfgPartNo, cost, ...nicknames] = line;
	position += 1;
	return {
		name,
		vendorId,
		vendorName,
		mfgPartNo,
		baseSku: 7_650_000 + position * 40,
		productId: 90_200 + position,
		cost,
		kind,
		nicknames,
	};
}

const microsoft = (kind: ProductKind) => (line: ProductLine) =>
	product(kind, 'MICROSOFT', 'Microsoft', line);

/** Shelves by the shares an operator sees. */
export const CATALOGUE = {
	microsoftSeats: MICROSOFT_SEATS.map(microsoft('seat')),
	azure: USAGE.map(microsoft('usage')),
	oneTime: ONE_TIME.map(microsoft('oneTime')),
	trial: TRIALS.map(microsoft('trial')),
	otherVendors: OTHER_SEATS.map(([vendorId, vendorName, ...line]) =>
		product('seat', vendorId, vendorName, line),
	),
} as const;

export type Shelf = keyof typeof CATALOGUE;

const TERM_ORDER: readonly Term[] = [
	'annualMonthly',
	'monthly',
	'annualPrepaid',
	'threeYear',
	'none',
];

/** A SKU belongs to product and term; the manufacturer's part number to the product alone. */
export function skuOf(item: Product, term: Term): number {
	return item.baseSku + TERM_ORDER.indexOf(term);
}

/** The term stands in the product's text and nowhere else. */
export function productNameOf(item: Product, term: Term, prepaid: boolean): string {
	if (item.kind !== 'seat' || term === 'none') return item.name;
	if (item.vendorId !== 'MICROSOFT') {
		const short = {
			annualMonthly: '1Y, Monthly',
			monthly: 'Monthly',
			annualPrepaid: '1Y, Prepaid',
			threeYear: '3Y, Prepaid',
		};
		return `${item.name} - ${short[term]}`;
	}
	const texts = {
		annualMonthly: 'Annual Commit, Monthly Billing',
		monthly: 'Monthly Commit, Monthly Billing',
		annualPrepaid: 'Annual Commit, Annual Billing',
		threeYear: prepaid ? '3 Year Commit, Upfront Billing' : '3 Year Commit, Annual Billing',
	};
	return `NCE ${item.name} - ${texts[term]}`;
}
