import { defaultReconcilePolicy, type ReconcileInput } from '../../../core/reconcile/input';
import { reconcileLicences } from '../../../core/reconcile/reconcile';
import { expectAsInLedger } from '../../reconcile/ledger/expectAsInLedger';
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

describe('the ledger', () => {
	it.each(ledger.rows.map((row) => [`${row.id} ${row.shows}`, row] as const))(
		'agrees to the cent: %s',
		(_name, row) => expectAsInLedger(row, found.get(row.key)),
	);

	it('finds nothing that is not in the ledger', () => {
		const known = new Set(ledger.rows.map(({ key }) => key));
		expect(result.lines.filter(({ key }) => !known.has(key)).map(({ key }) => key)).toEqual([]);
		expect(result.attention).toEqual([]);
	});
});
