import { defaultReconcilePolicy, type ReconcileInput } from '../../../core/reconcile/input';
import { reconcileLicences } from '../../../core/reconcile/reconcile';
import type { Amount, ReconciledLine } from '../../../core/reconcile/result';
import { readLedger } from '../../reconcile/ledger/readLedger';

/** What the ledger says by hand, and what reconcile finds in the same records, to the cent. */

const ledger = readLedger();
const input: ReconcileInput = {
	customers: ledger.customers,
	licences: ledger.licences,
	invoices: ledger.invoices,
	saved: ledger.saved,
	// The ledger lists seats by hand that were added within a year.
	policy: { ...defaultReconcilePolicy, today: ledger.today, byHandDays: 365 },
};
const result = reconcileLicences(input);
const found = new Map(result.lines.map((line) => [line.key, line]));

const shown = (amount: Amount | null) => amount?.minor ?? null;

function figures(line: ReconciledLine) {
	const { quantities, money, byHand, verdict } = line;
	return {
		verdict,
		stellr: quantities.stellr,
		halo: quantities.halo,
		invoiced: quantities.invoiced,
		cost: shown(money.cost),
		revenue: shown(money.revenue),
		margin: shown(money.margin),
		difference: shown(money.difference),
		byHand: byHand === null ? 0 : shown(byHand.amount),
	};
}

describe('the ledger', () => {
	it.each(ledger.rows.map((row) => [`${row.id} ${row.shows}`, row] as const))(
		'agrees to the cent: %s',
		(_name, row) => {
			const line = found.get(row.key);
			if (row.expected === null) {
				expect(line).toBeUndefined();
				return;
			}
			const { revenueCurrency, differenceCurrency } = row.expected;
			if (revenueCurrency !== null && line?.money.revenue?.minor !== 0)
				expect(line?.money.revenue?.currency).toBe(revenueCurrency);
			if (differenceCurrency !== null)
				expect(line?.money.difference?.currency).toBe(differenceCurrency);
			const {
				verdict,
				stellr,
				halo,
				invoiced,
				cost,
				revenue,
				margin,
				difference,
				toInvoiceByHand,
			} = row.expected;
			expect(line === undefined ? null : figures(line)).toEqual({
				verdict,
				stellr,
				halo,
				invoiced,
				cost: cost.minor,
				revenue: stellr === null && revenueCurrency === null ? null : revenue.minor,
				margin: margin.minor,
				// Nothing in no currency is no amount.
				difference: differenceCurrency === null ? null : difference.minor,
				byHand: toInvoiceByHand.minor,
			});
		},
	);

	it('finds nothing that is not in the ledger', () => {
		const known = new Set(ledger.rows.map(({ key }) => key));
		expect(result.lines.filter(({ key }) => !known.has(key)).map(({ key }) => key)).toEqual([]);
		expect(result.attention).toEqual([]);
	});
});
