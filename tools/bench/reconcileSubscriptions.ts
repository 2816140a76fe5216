import type { StellrSubscription } from '../../core/stellr/schemas';
import type { CustomerLines } from '../../core/sync/licences/customerLines';
import type { Random } from '../../simulators/random';
import { CATALOGUE, productNameOf, skuOf, type Term } from '../../simulators/world/catalogue';
import { addDays, addMonths } from '../../simulators/world/days';

const PRODUCTS = [...CATALOGUE.microsoftSeats, ...CATALOGUE.otherVendors];
const TERMS: Record<Exclude<Term, 'none'>, number> = {
	annualMonthly: 67,
	monthly: 17,
	annualPrepaid: 14,
	threeYear: 2,
};
const MONTHS: Readonly<
	Record<Exclude<Term, 'none'>, { term: number; billed: number; iso: string }>
> = {
	annualMonthly: { term: 12, billed: 1, iso: 'P1Y' },
	monthly: { term: 1, billed: 1, iso: 'P1M' },
	annualPrepaid: { term: 12, billed: 12, iso: 'P1Y' },
	threeYear: { term: 36, billed: 12, iso: 'P3Y' },
};
const STATES: Record<'active' | 'suspended' | 'cancelled' | 'unknown', number> = {
	active: 92,
	suspended: 2,
	cancelled: 2,
	unknown: 4,
};
const WORDS = {
	active: 'Activated',
	suspended: 'Suspended',
	cancelled: 'Cancelled',
	unknown: null,
};
const MARGIN = 1.24;

export interface LinesOrder {
	count: number;
	firstContract: number;
	currency: string;
	today: string;
	random: Random;
}

/** So many lines of a customer, as the reader of Stellr's list hands them on; of different products as long as there are some. */
export function subscriptionsOf(
	{ account, customerNo }: CustomerLines,
	{ count, firstContract, currency, today, random }: LinesOrder,
): StellrSubscription[] {
	const first = random.between(0, PRODUCTS.length - 1);
	return Array.from({ length: count }, (_, index) => {
		const product = PRODUCTS[(first + index) % PRODUCTS.length];
		const term = random.weighted(TERMS);
		const months = MONTHS[term];
		const state = random.weighted(STATES);
		const reach = random.between(0, months.term * 30 - 15);
		const endDate = addDays(today, state === 'cancelled' ? -1 - (reach % 200) : reach);
		const unitCost = cents(product.cost * months.billed);
		const contractNo = String(firstContract + index);
		const billingFrequency = months.billed === 1 ? 'month' : 'annual';
		return {
			account,
			customerNo,
			subscriptionId: `${contractNo}_1`,
			contractNo,
			lineNo: '1',
			vendorSubscriptionId: `3f1c0000-0000-4000-8000-${contractNo.padStart(12, '0')}`,
			productName: productNameOf(product, term, false),
			vendor: product.vendorName,
			skuNo: String(skuOf(product, term)),
			mfgPartNo: product.mfgPartNo,
			offerId: product.vendorId === 'MICROSOFT' ? product.mfgPartNo : null,
			quantity: random.longTail(6, 60, 1, 900),
			unitCost,
			suggestedPrice: cents(unitCost * MARGIN),
			currency,
			billingFrequency,
			term: months.iso,
			startDate: addDays(addMonths(endDate, -months.term), 1),
			endDate,
			status: WORDS[state],
			state,
			kind: 'seat' as const,
			kindReason: `billed by the seat each "${billingFrequency}"`,
		};
	});
}

function cents(amount: number): number {
	return Math.round(amount * 100) / 100;
}
