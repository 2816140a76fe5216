import type { Renewal, RenewalsResult } from '../../../../core/reconcile/renewals';
import { aLine } from '../../sync/records';

export function aRenewal(own: Partial<Renewal> = {}): Renewal {
	return {
		key: 'us/411833_1',
		customer: { account: 'us', customerNo: '100482', name: 'Acorn Construction' },
		haloClientId: 12,
		haloClientName: 'Acorn Construction',
		subscription: aLine({ subscriptionId: '411833_1', customerNo: '100482' }),
		product: 'Business Premium',
		seats: 8,
		endDate: '2026-12-31',
		daysLeft: 36,
		term: 'P1Y',
		lastDayToReduce: '2026-12-30',
		reduceWhy: 'Microsoft takes changes until the day before the term ends',
		endsWith: [],
		cost: { minor: 17_600, currency: 'CAD' },
		suggested: { minor: 23_944, currency: 'CAD' },
		text: 'Acorn Construction, Business Premium: 8 seats, the term ends in 36 days.',
		...own,
	};
}

/** Renewals as they come, by customer number. */
export function aRenewalsResult(
	renewals: Renewal[],
	own: Partial<RenewalsResult> = {},
): RenewalsResult {
	const customers = new Map<string, RenewalsResult['customers'][number]>();
	for (const renewal of renewals) {
		const { customer, haloClientId, haloClientName, endDate } = renewal;
		const known = customers.get(customer.customerNo);
		if (known !== undefined) known.renewals.push(renewal);
		else {
			const group = {
				customer,
				haloClientId,
				haloClientName,
				firstEnd: endDate,
				renewals: [renewal],
			};
			customers.set(customer.customerNo, group);
		}
	}
	return {
		customers: [...customers.values()],
		endUnknown: 0,
		monthly: 0,
		kindUnknown: 0,
		customersNotRead: 0,
		...own,
	};
}
