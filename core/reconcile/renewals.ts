import type { StellrSubscription } from '../stellr/schemas';
import type { CustomerLines } from '../sync/licences/customerLines';
import { dayAfter, daysBetween } from '../sync/days';
import { leftOut } from '../sync/licences/leftOut';
import type { LicencePolicy } from '../sync/licences/policy';
import { gatherCustomers } from '../sync/licences/sameCustomer';
import { monthsOfTerm } from '../sync/month';
import { foldKey, subscriptionKey } from '../sync/stellrKeys';
import { renewalWords as words } from '../words/renewalWords';
import { perMonth } from './amounts';
import { stellrPeriod } from './money';
import type { Amount } from './result';

/** How many days before the term's end a vendor wants to hear of a change. */
export interface NoticeRule {
	/** A word of the vendor or product, compared without case. */
	word: string;
	days: number;
}

export interface RenewalPolicy
	extends Pick<LicencePolicy, 'kinds' | 'includeProducts' | 'excludeProducts' | 'today'> {
	/** Terms that end from today to so many days ahead. */
	days: number;
	/** Lines of a month's term end every month. */
	includeMonthly: boolean;
	/** Asked in order; before what is known of Microsoft. */
	notice: readonly NoticeRule[];
}

/** One line whose term ends soon. */
export interface Renewal {
	key: string;
	customer: { account: string; customerNo: string; name: string | null };
	haloClientId: number | null;
	haloClientName: string | null;
	subscription: StellrSubscription;
	product: string;
	seats: number | null;
	endDate: string;
	daysLeft: number;
	term: string | null;
	/** The last day on which seats can be taken back before the term ends; null when that is not known. */
	lastDayToReduce: string | null;
	/** Why that day, or why it is not known. */
	reduceWhy: string;
	/** Other lines of the customer that end with it under one contract. */
	endsWith: string[];
	/** At Stellr's prices, a month; null when it cannot be costed. */
	cost: Amount | null;
	suggested: Amount | null;
	text: string;
}

export interface RenewalsResult {
	/** By customer, soonest first. */
	customers: Array<{
		customer: Renewal['customer'];
		haloClientId: number | null;
		haloClientName: string | null;
		firstEnd: string;
		renewals: Renewal[];
	}>;
	/** Lines of a term whose end Stellr does not show. */
	endUnknown: number;
	/** Lines of a month's term that were left out. */
	monthly: number;
	/** Lines of which it is not known whether they are counted in seats. */
	kindUnknown: number;
	/** Customers whose subscriptions did not come. */
	customersNotRead: number;
}

const A_YEAR = 12;

/** Lines whose term ends within the window, by customer, with the last day to reduce where it can be known. */
export function renewalsOf(
	customers: readonly CustomerLines[],
	policy: RenewalPolicy,
	customersNotRead = 0,
): RenewalsResult {
	const result: RenewalsResult = {
		customers: [],
		endUnknown: 0,
		monthly: 0,
		kindUnknown: 0,
		customersNotRead,
	};
	const gathered = gatherCustomers([...customers]);
	const told = new Set<string>();
	for (const { customer } of gathered) {
		const lines = customer.subscriptions.filter((line) => {
			const key = foldKey(subscriptionKey(line));
			const again = told.has(key);
			told.add(key);
			if (again || !isCharged(line)) return false;
			const why = leftOut(line, policy, false);
			if (why?.action === 'held') result.kindUnknown += 1;
			return why === null;
		});
		result.endUnknown += lines.filter(
			({ endDate, term }) => endDate === null && term !== 'P1M',
		).length;
		const ending = lines.filter((line) => endsWithin(line, policy));
		const wanted = policy.includeMonthly ? ending : ending.filter((line) => !isMonthly(line));
		result.monthly += ending.length - wanted.length;
		if (wanted.length === 0) continue;
		const renewals = wanted
			.map((line) => renewalOf(line, customer, wanted, policy))
			.sort((a, b) => a.endDate.localeCompare(b.endDate) || a.key.localeCompare(b.key));
		const { account, customerNo, name, haloClientId, haloClientName } = customer;
		result.customers.push({
			customer: { account, customerNo, name },
			haloClientId,
			haloClientName,
			firstEnd: renewals[0].endDate,
			renewals,
		});
	}
	result.customers.sort(
		(a, b) =>
			a.firstEnd.localeCompare(b.firstEnd) ||
			(a.customer.name ?? '').localeCompare(b.customer.name ?? ''),
	);
	return result;
}

function isCharged({ state, quantity }: StellrSubscription): boolean {
	return state !== 'cancelled' && state !== 'expired' && quantity !== 0;
}

function endsWithin({ endDate }: StellrSubscription, { today, days }: RenewalPolicy): boolean {
	if (endDate === null) return false;
	const left = daysBetween(today, endDate);
	return left >= 0 && left <= days;
}

function isMonthly({ term }: StellrSubscription): boolean {
	const months = monthsOfTerm(term);
	return months !== null && months < A_YEAR;
}

function renewalOf(
	line: StellrSubscription,
	customer: CustomerLines,
	ending: readonly StellrSubscription[],
	policy: RenewalPolicy,
): Renewal {
	const { account, customerNo, name, haloClientId, haloClientName } = customer;
	const endDate = line.endDate ?? '';
	const reduce = lastDayToReduce(line, endDate, policy);
	const renewal: Omit<Renewal, 'text'> = {
		key: subscriptionKey(line),
		customer: { account, customerNo, name },
		haloClientId,
		haloClientName,
		subscription: line,
		product: line.productName ?? line.subscriptionId,
		seats: line.quantity,
		endDate,
		daysLeft: daysBetween(policy.today, endDate),
		term: line.term,
		lastDayToReduce: reduce.day,
		reduceWhy: reduce.why,
		endsWith: ending
			.filter(
				(other) =>
					other !== line &&
					line.contractNo !== null &&
					other.contractNo === line.contractNo &&
					other.endDate === endDate,
			)
			.map(subscriptionKey),
		cost: monthly(line.unitCost, line),
		suggested: monthly(line.suggestedPrice, line),
	};
	return { ...renewal, text: words.line(renewal, policy.today) };
}

function monthly(price: number | null, line: StellrSubscription): Amount | null {
	const { quantity, currency } = line;
	const period = stellrPeriod(line);
	if (price === null || quantity === null || currency === null || period === null) return null;
	return perMonth({ price, quantity, period, currency });
}

function lastDayToReduce(
	line: StellrSubscription,
	endDate: string,
	{ notice }: RenewalPolicy,
): { day: string | null; why: string } {
	if (line.term === null) return { day: null, why: words.termUnknown() };
	const text = `${line.vendor ?? ''} ${line.productName ?? ''}`.toLowerCase();
	const rule = notice.find(
		({ word }) => word.trim() !== '' && text.includes(word.trim().toLowerCase()),
	);
	if (rule !== undefined) {
		return { day: dayAfter(endDate, -1 - rule.days), why: words.byRule(rule.word, rule.days) };
	}
	if (isMicrosofts(line)) return { day: dayAfter(endDate, -1), why: words.microsoft() };
	return { day: null, why: words.vendorUnknown(line.vendor) };
}

/** By the vendor; where none is named by how its products begin, since others have products for Microsoft's. */
function isMicrosofts({ vendor, productName }: StellrSubscription): boolean {
	return vendor === null
		? /^(nce )?microsoft\b/i.test(productName ?? '')
		: /\bmicrosoft\b/i.test(vendor);
}
