import { asOfText, listsText, section, type RunFacts } from '../sync/runFacts';
import { moneyText } from '../sync/money';
import { majorOf } from './amounts';
import type { RenewalsResult } from './renewals';
import { sumsByCurrency } from './sums';

export type RenewalFacts = Pick<
	RunFacts,
	'asOf' | 'timeZone' | 'incompleteLists' | 'needsAttention'
> & {
	today: string;
	/** The window. */
	days: number;
};

export interface RenewalSummary {
	operation: 'renewals';
	verdict: string;
	text: string;
	counts: Record<string, number>;
	/** What the ending lines cost a month at Stellr, by currency, in major units. */
	costPerMonth: Array<{ currency: string; amount: number }>;
	asOf: string;
	timeZone: string;
}

/** The window in one line, then what can be reduced soonest, then the terms by customer. */
export function summariseRenewals(
	{ customers, endUnknown, monthly, kindUnknown, customersNotRead }: RenewalsResult,
	facts: RenewalFacts,
): RenewalSummary {
	const renewals = customers.flatMap((customer) => customer.renewals);
	const unknown = renewals.filter(({ lastDayToReduce }) => lastDayToReduce === null).length;
	const costs = sumsByCurrency(renewals.map(({ cost }) => cost)).map((sum) => ({
		currency: sum.currency,
		amount: majorOf(sum),
	}));
	const money = costs.map(({ currency, amount }) => moneyText(amount, currency)).join(' and ');
	const verdict = `Renewals: ${renewals.length} terms of ${customers.length} customers end in the next ${facts.days} days${money === '' ? '' : `, ${money} a month`}; ${listsText(facts.incompleteLists)}${asOfText(facts)}`;
	const counts = {
		terms: renewals.length,
		customers: customers.length,
		lastDayUnknown: unknown,
		endUnknown,
		monthlyLeftOut: monthly,
		kindUnknown,
		customersNotRead,
		needsAttention: facts.needsAttention,
	};
	const open = renewals
		.filter(({ lastDayToReduce }) => lastDayToReduce !== null && lastDayToReduce >= facts.today)
		.sort((a, b) => (a.lastDayToReduce ?? '').localeCompare(b.lastDayToReduce ?? ''));
	const others = renewals.filter((renewal) => !open.includes(renewal));
	return {
		operation: 'renewals',
		verdict,
		text: [
			verdict,
			...section(
				'Seats can still be reduced',
				open.map(({ text }) => text),
			),
			...section(
				'Too late, or not known',
				others.map(({ text }) => text),
			),
			...(endUnknown > 0 ? [`Of ${endUnknown} lines Stellr shows no end date.`] : []),
			...(kindUnknown > 0
				? [`Of ${kindUnknown} lines it is not known whether they are counted in seats.`]
				: []),
			...(customersNotRead > 0
				? [`The subscriptions of ${customersNotRead} customers did not come.`]
				: []),
			...(monthly > 0 ? [`Left out: ${monthly} lines that renew every month.`] : []),
		].join('\n'),
		counts,
		costPerMonth: costs,
		asOf: facts.asOf,
		timeZone: facts.timeZone,
	};
}
