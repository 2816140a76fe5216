/** How much planning reads, counted instead of timed: it grows with the number of customers and no faster. */
import type { HaloLicence } from '../../../../core/halo/schemas';
import type { CustomerLines } from '../../../../core/sync/licences/customerLines';
import { planLicences } from '../../../../core/sync/licences/plan';
import { defaultLicencePolicy } from '../../../../core/sync/licences/policy';
import { aCustomer, aLine, aRow, TODAY } from '../records';

/** Reads of any field of any record that planning was given. */
interface Reads {
	count: number;
}

function counted<Record extends object>(record: Record, reads: Reads): Record {
	return new Proxy(record, {
		get: (target, field) => {
			reads.count += 1;
			return Reflect.get(target, field) as unknown;
		},
	});
}

/** At each client a line of every kind: unchanged, changed, new, adopted, over, renewed, gone, and a row of nobody. */
function linesAndRows(at: number): { customer: CustomerLines; rows: HaloLicence[] } {
	const clientId = 12 + at;
	const customerNo = String(100_000 + at);
	const line = (name: string, fields: Parameters<typeof aLine>[0] = {}) =>
		aLine({
			customerNo,
			subscriptionId: `${name}${at}_1`,
			skuNo: `sku ${name}`,
			mfgPartNo: null,
			productName: `Product ${name}`,
			...fields,
		});
	const row = (place: number, name: string, fields: Parameters<typeof aRow>[0] = {}) =>
		aRow({
			id: 1_000 + at * 10 + place,
			clientId,
			name: `Product ${name}`,
			snowid: `us/${name}${at}_1`,
			...fields,
		});
	const vendorSubscriptionId = `renewed ${at}`;
	return {
		customer: aCustomer(
			[
				line('same'),
				line('more', { quantity: 43 }),
				line('new'),
				line('adopted'),
				line('over', { state: 'cancelled', endDate: '2026-11-01' }),
				line('before', { state: 'cancelled', endDate: '2026-11-01', vendorSubscriptionId }),
				line('after', { startDate: '2026-11-02', vendorSubscriptionId }),
			],
			{ customerNo, haloClientId: clientId, clientKeys: [`us/${customerNo}`] },
		),
		rows: [
			row(0, 'same'),
			row(1, 'more'),
			row(2, 'adopted', { snowid: null, productSku: 'sku adopted' }),
			row(3, 'over'),
			row(4, 'before'),
			row(5, 'gone'),
			row(6, 'nobody', { snowid: null }),
		],
	};
}

function readsFor(customers: number) {
	const reads: Reads = { count: 0 };
	const made = Array.from({ length: customers }, (_, at) => linesAndRows(at));
	const plan = planLicences({
		customers: made.map(({ customer }) => {
			const subscriptions = customer.subscriptions.map((line) => counted(line, reads));
			return counted({ ...customer, subscriptions }, reads);
		}),
		licences: made.flatMap(({ rows }) => rows.map((row) => counted(row, reads))),
		policy: { ...defaultLicencePolicy, today: TODAY },
	});
	const kinds = new Set(plan.map(({ plan: { action, wouldBe } }) => wouldBe ?? action));
	return { kinds, reads: reads.count };
}

describe('the work of planning licences', () => {
	it('grows no faster than the number of customers, whatever is to be done', () => {
		const small = readsFor(40);
		const large = readsFor(320);
		expect([...small.kinds].sort()).toEqual(
			expect.arrayContaining(['adopt', 'create', 'end', 'succeed', 'unchanged', 'update']),
		);
		expect(large.kinds).toEqual(small.kinds);
		expect(large.reads / small.reads).toBeLessThan(8.1);
	});
});
