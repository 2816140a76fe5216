import type { Amount, ReconciledLine } from '../../../core/reconcile/result';
import type { LedgerRow } from './ledgerRows';

const shown = (amount: Amount | null) => amount?.minor ?? null;

function figures({ quantities, money, byHand, verdict }: ReconciledLine) {
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

/** The line that was found says what the ledger says, to the cent; where the ledger says nothing there is no line. */
export function expectAsInLedger(row: LedgerRow, line: ReconciledLine | undefined): void {
	if (row.expected === null) {
		expect(line).toBeUndefined();
		return;
	}
	const { expected } = row;
	const { revenueCurrency, differenceCurrency } = expected;
	if (revenueCurrency !== null && line?.money.revenue?.minor !== 0)
		expect(line?.money.revenue?.currency).toBe(revenueCurrency);
	if (differenceCurrency !== null)
		expect(line?.money.difference?.currency).toBe(differenceCurrency);
	expect(line === undefined ? null : figures(line)).toEqual({
		verdict: expected.verdict,
		stellr: expected.stellr,
		halo: expected.halo,
		invoiced: expected.invoiced,
		cost: expected.cost.minor,
		revenue: expected.stellr === null && revenueCurrency === null ? null : expected.revenue.minor,
		margin: expected.margin.minor,
		// Nothing in no currency is no amount.
		difference: differenceCurrency === null ? null : expected.difference.minor,
		byHand: expected.toInvoiceByHand.minor,
	});
}
