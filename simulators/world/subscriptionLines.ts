/** The Stellr lines of one customer: what was bought, on which term, how many seats, in what state. */
import type { Random } from '../random';
import type { StellrSubscriptionRow } from '../stellr/state';
import { CATALOGUE, productNameOf, skuOf } from './catalogue';
import type { Product, Shelf, Term } from './catalogue';
import { addDays, addMonths, endOfMonth } from './days';
import type { AccountOptions, LineOptions } from './options';
import type { SubscriptionTruth } from './truth';

export interface DrawnLine {
	row: StellrSubscriptionRow;
	product: Product;
	shelf: Shelf;
	term: Term;
	life: SubscriptionTruth['life'];
}

export interface LineOrder {
	customerNo: number;
	account: AccountOptions;
	asOf: string;
	/** `ended`: none of the lines lives. */
	lines: 'drawn' | 'none' | 'ended';
	holdsTwice: boolean;
	nextContractNo: () => number;
}

const RATES: Readonly<Record<string, number>> = { USD: 1, CAD: 1.36, BRL: 5.4, MXN: 18.2 };
const TERM_MONTHS: Readonly<Record<Term, number>> = {
	annualMonthly: 12,
	monthly: 1,
	annualPrepaid: 12,
	threeYear: 36,
	none: 12,
};
/** Against the monthly price of an annual commitment. */
const TERM_FACTOR: Readonly<Record<Term, number>> = {
	annualMonthly: 1,
	monthly: 1.2,
	annualPrepaid: 0.95,
	threeYear: 0.9,
	none: 1,
};
const MARGIN = 1.24;

export function drawLines(order: LineOrder, options: LineOptions, random: Random): DrawnLine[] {
	if (order.lines === 'none') return [];
	const count = random.longTail(options.median, options.p95, 1, options.max);
	const lines: DrawnLine[] = [];
	const held = new Set<Product>();
	for (let index = 0; index < count; index += 1) {
		const shelf = random.weighted(options.shelves);
		const product = freshProduct(shelf, held, random);
		held.add(product);
		lines.push(drawLine(order, options, { shelf, product }, lines.at(-1), random));
	}
	const seat = lines.find(({ product }) => product.kind === 'seat');
	if (order.holdsTwice && seat) {
		const { shelf, product, term } = seat;
		lines.push(drawLine(order, options, { shelf, product, term }, undefined, random));
	}
	return lines;
}

/** One line of a given product, as nights and scenarios add them. */
export function drawLine(
	order: LineOrder,
	options: LineOptions,
	bought: { shelf: Shelf; product: Product; term?: Term },
	previous: DrawnLine | undefined,
	random: Random,
): DrawnLine {
	const { shelf, product } = bought;
	const term = bought.term ?? (product.kind === 'seat' ? random.weighted(options.terms) : 'none');
	const status = random.weighted(order.lines === 'ended' ? ENDED_STATUS : options.status);
	const life = LIFE_OF[status];
	const addOn =
		life === 'live' &&
		previous?.life === 'live' &&
		product.kind === 'seat' &&
		random.chance(options.coTermed);
	const dates = addOn
		? { startDate: previous.row.startDate, endDate: previous.row.endDate }
		: datesOf(life, term, order.asOf, options.endOfMonth, random);
	const contractNo = addOn ? previous.row.contractNo : order.nextContractNo();
	const lineNo = addOn ? previous.row.lineNo + 1 : 1;
	const row: StellrSubscriptionRow = {
		subscriptionId: `${contractNo}_${lineNo}`,
		contractNo,
		lineNo,
		customerNo: order.customerNo,
		vendorId: product.vendorId,
		vendorName: product.vendorName,
		vendorSubscriptionId: uuid(random),
		productId: product.productId,
		skuNo: skuOf(product, term),
		mfgPartNo: product.mfgPartNo,
		offerId: product.vendorId === 'MICROSOFT' ? product.mfgPartNo : null,
		quantity: quantityOf(product, options, random),
		currency: order.account.currency,
		...pricing(product, term, order.account.currency, random),
		...dates,
		status: wordFor(status, options, random),
	};
	return { row, product, shelf, term, life };
}

type StatusDraw = keyof LineOptions['status'];

const LIFE_OF: Readonly<Record<StatusDraw, SubscriptionTruth['life']>> = {
	Activated: 'live',
	none: 'live',
	unseen: 'live',
	Suspended: 'suspended',
	CancelledAhead: 'ending',
	Cancelled: 'ended',
	Expire: 'ended',
};
const ENDED_STATUS: Readonly<Record<StatusDraw, number>> = {
	Activated: 0,
	none: 0,
	unseen: 0,
	Suspended: 0,
	CancelledAhead: 0,
	Cancelled: 0.6,
	Expire: 0.4,
};

function wordFor(status: StatusDraw, options: LineOptions, random: Random): string | null {
	if (status === 'none') return null;
	if (status === 'unseen') return random.pick(options.unseenWords);
	return status === 'CancelledAhead' ? 'Cancelled' : status;
}

/** A product the customer does not have yet, as long as there is one. */
function freshProduct(shelf: Shelf, held: Set<Product>, random: Random): Product {
	const fresh = CATALOGUE[shelf].filter((product) => !held.has(product));
	return random.pick(fresh.length > 0 ? fresh : CATALOGUE[shelf]);
}

function quantityOf(product: Product, options: LineOptions, random: Random): number {
	if (product.kind === 'usage') return 1;
	if (product.kind === 'oneTime') return random.between(1, 4);
	if (product.kind === 'trial') return random.pick([5, 10, 25]);
	return random.longTail(options.seatsMedian, options.seatsP95, 1, options.seatsMax);
}

function datesOf(
	life: DrawnLine['life'],
	term: Term,
	asOf: string,
	endOfMonthShare: number,
	random: Random,
): { startDate: string; endDate: string } {
	const months = TERM_MONTHS[term];
	const isOver = life === 'ended';
	const reach = isOver ? random.between(2, 300) : random.between(0, Math.max(1, months * 30 - 10));
	let endDate = addDays(asOf, isOver ? -reach : reach);
	if (random.chance(endOfMonthShare)) {
		// The month before for what is over: its last day must not lie ahead.
		endDate = endOfMonth(isOver ? addMonths(endDate, -1) : endDate);
	}
	return { startDate: addDays(addMonths(endDate, -months), 1), endDate };
}

function pricing(
	product: Product,
	term: Term,
	currency: string,
	random: Random,
): Pick<StellrSubscriptionRow, 'unitPrice' | 'customerPrice' | 'billingFrequency' | 'productName'> {
	const prepaid = term === 'threeYear' && random.chance(0.5);
	const billingFrequency = frequencyOf(product, term, prepaid);
	// A price covers one billing cycle.
	const months = { month: 1, annual: 12, one_time: prepaid ? 36 : 1 }[billingFrequency];
	const unitPrice = cents(product.cost * TERM_FACTOR[term] * months * (RATES[currency] ?? 1));
	return {
		productName: productNameOf(product, term, prepaid),
		billingFrequency,
		unitPrice,
		customerPrice: cents(unitPrice * MARGIN),
	};
}

function frequencyOf(
	product: Product,
	term: Term,
	prepaid: boolean,
): 'month' | 'annual' | 'one_time' {
	if (product.kind === 'oneTime' || prepaid) return 'one_time';
	return term === 'annualPrepaid' || term === 'threeYear' ? 'annual' : 'month';
}

function cents(amount: number): number {
	return Math.round(amount * 100) / 100;
}

export function uuid(random: Random): string {
	const hex = () =>
		Math.floor(random.next() * 4_294_967_296)
			.toString(16)
			.padStart(8, '0');
	const [a, b, c, d] = [hex(), hex(), hex(), hex()];
	return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`;
}
