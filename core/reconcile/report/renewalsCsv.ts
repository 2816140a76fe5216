import type { Renewal, RenewalsResult } from '../renewals';
import { csvText, decimalOf, type CsvValue } from './csvText';

const columns: ReadonlyArray<readonly [name: string, valueOf: (renewal: Renewal) => CsvValue]> = [
	['key', ({ key }) => key],
	['account', ({ customer }) => customer.account],
	['customerNo', ({ customer }) => customer.customerNo],
	['customer', ({ customer }) => customer.name],
	['haloClientId', ({ haloClientId }) => haloClientId],
	['haloClient', ({ haloClientName }) => haloClientName],
	['product', ({ product }) => product],
	['vendor', ({ subscription }) => subscription.vendor],
	['skuNo', ({ subscription }) => subscription.skuNo],
	['subscriptionId', ({ subscription }) => subscription.subscriptionId],
	['vendorSubscriptionId', ({ subscription }) => subscription.vendorSubscriptionId],
	['contractNo', ({ subscription }) => subscription.contractNo],
	['seats', ({ seats }) => seats],
	['endDate', ({ endDate }) => endDate],
	['daysLeft', ({ daysLeft }) => daysLeft],
	['term', ({ term }) => term],
	['billingFrequency', ({ subscription }) => subscription.billingFrequency],
	['lastDayToReduce', ({ lastDayToReduce }) => lastDayToReduce],
	['reduceWhy', ({ reduceWhy }) => reduceWhy],
	['endsWith', ({ endsWith }) => endsWith.join(' ')],
	['costMonth', ({ cost }) => decimalOf(cost)],
	['costCurrency', ({ cost }) => cost?.currency ?? null],
	['listPriceMonth', ({ suggested }) => decimalOf(suggested)],
	['listPriceCurrency', ({ suggested }) => suggested?.currency ?? null],
	['text', ({ text }) => text],
];

/** A row for each term that ends soon; numbers and dates as machines write them. */
export function renewalsCsv({ customers }: Pick<RenewalsResult, 'customers'>): string {
	const renewals = customers.flatMap((customer) => customer.renewals);
	return csvText([
		columns.map(([name]) => name),
		...renewals.map((renewal) => columns.map(([, valueOf]) => valueOf(renewal))),
	]);
}
