/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
/** The ledger itself: calculated by hand from docs/reconcile.md, and compared with what the product makes of it. */
import { readdirSync } from 'node:fs';
import { haloLicenceSchema } from '../../../core/halo/schemas';
import { stellrSubscriptionSchema } from '../../../core/stellr/schemas';
import { savedLicenceSchema } from '../../../core/sync/licences/savedState';
import { csvTable } from './csvTable';
import { minorUnitsOf } from './formula';
import {
	ledgerCustomers,
	ledgerInvoices,
	ledgerLicences,
	ledgerRows,
	ledgerVerdicts,
	type LedgerExpected,
	type LedgerRow,
} from './ledgerRows';
import { readLedger } from './readLedger';

const rows = ledgerRows();
const judged = rows.flatMap((row) => (row.expected === null ? [] : [{ ...row, ...row.expected }]));
const lines = rows.filter(({ isOrphan }) => !isOrphan);
const files = readdirSync(__dirname).filter((name) => name.endsWith('.csv'));

const AMOUNTS = ['cost', 'revenue', 'margin', 'difference', 'toInvoiceByHand'] as const;

describe('its arithmetic', () => {
	test.each(judged.flatMap((row) => AMOUNTS.map((amount) => ({ id: row.id, amount, row }))))(
		'$id: the formula of $amount comes to its amount',
		({ row, amount }) => {
			expect(minorUnitsOf(row[amount].formula)).toBe(row[amount].minor);
		},
	);

	test('half a cent goes away from zero, above it and below', () => {
		expect(minorUnitsOf('round(1.005, 2)')).toBe(101);
		expect(minorUnitsOf('round(0-1.005, 2)')).toBe(-101);
		expect(minorUnitsOf('round(1.0049999, 2)')).toBe(100);
		expect(() => minorUnitsOf('1.005')).toThrow('not rounded');
	});

	test('each margin is the revenue less the cost, and known only in one currency', () => {
		for (const { id, cost, revenue, margin, revenueCurrency, cells } of judged) {
			const comparable =
				cost.minor !== null &&
				revenue.minor !== null &&
				(revenueCurrency ?? cells.currency) === cells.currency;
			const expected = comparable ? (revenue.minor ?? 0) - (cost.minor ?? 0) : null;
			expect({ id, margin: margin.minor }).toEqual({ id, margin: expected });
		}
	});

	test('what is invoiced is what its active lines show', () => {
		const today = readLedger().today;
		const within = (part: { inactive: boolean; start: string | null; end: string | null }) =>
			!part.inactive && (part.start ?? '') <= today && today <= (part.end ?? '9999');
		const active = ledgerInvoices()
			.filter(within)
			.flatMap((invoice) => invoice.lines.filter(within));
		const shared = active.filter((line) => line.ledgerRows.length > 1);
		for (const line of shared) {
			const parts = judged.filter(({ id }) => line.ledgerRows.includes(id));
			expect(parts.reduce((sum, { invoiced }) => sum + (invoiced ?? 0), 0)).toBe(line.quantity);
		}
		const inShared = new Set(shared.flatMap((line) => line.ledgerRows));
		for (const { id, invoiced } of judged) {
			if (inShared.has(id) || invoiced === null) continue;
			const own = active.filter((line) => line.ledgerRows.includes(id));
			const shown = own.reduce((sum, { quantity }) => sum + quantity, 0);
			expect({ id, invoiced }).toEqual({ id, invoiced: shown });
		}
	});
});

describe('what it covers', () => {
	test('60 subscriptions of 15 customers and more', () => {
		expect(lines.length).toBeGreaterThanOrEqual(60);
		const customers = new Set(lines.map(({ account, customerNo }) => `${account}/${customerNo}`));
		expect(customers.size).toBeGreaterThanOrEqual(15);
	});

	test.each(ledgerVerdicts.map((verdict) => [verdict]))(
		'%s stands at least three times',
		(verdict) => {
			expect(judged.filter((row) => row.verdict === verdict).length).toBeGreaterThanOrEqual(3);
		},
	);

	test('lines that nothing is to be said about are among them', () => {
		expect(rows.filter(({ expected }) => expected === null).map(({ id }) => id)).toEqual([
			'Z01',
			'Z02',
			'Z03',
		]);
	});

	test.each(
		['USD', 'CAD'].flatMap((currency) => ['cost', 'invoice'].map((side) => [currency, side])),
	)('%s stands on the side of the %s', (currency, side) => {
		const found =
			side === 'cost'
				? lines.filter(({ cells }) => cells.currency === currency)
				: ledgerInvoices().filter((invoice) => invoice.currency === currency);
		expect(found.length).toBeGreaterThanOrEqual(5);
	});

	test.each([
		['monthly', 'month', 'P1M'],
		['by the year, monthly', 'month', 'P1Y'],
		['quarterly', 'quarter', 'P1Y'],
		['yearly', 'annual', 'P1Y'],
		['for three years, monthly', 'month', 'P3Y'],
		['for three years, yearly', 'annual', 'P3Y'],
		['for three years, up front', 'one_time', 'P3Y'],
	])('a line bought %s', (_how, frequency, term) => {
		const found = lines.filter(
			({ cells }) => cells.billingFrequency === frequency && cells.term === term,
		);
		expect(found).not.toEqual([]);
	});

	test.each(['Monthly', 'Quarterly', 'Yearly'])('three lines invoiced %s', (period) => {
		const found = ledgerInvoices().filter((invoice) => invoice.period === period);
		expect(found.flatMap((invoice) => invoice.lines).length).toBeGreaterThanOrEqual(3);
	});

	test('minimum and free quantities, discounts, credits, linked prices and pro rata', () => {
		const invoiceLines = ledgerInvoices().flatMap((invoice) => invoice.lines);
		const links = invoiceLines.flatMap((line) => line.links);
		expect(links.filter(({ minimum }) => minimum > 0).length).toBeGreaterThanOrEqual(3);
		expect(links.filter(({ free }) => free > 0).length).toBeGreaterThanOrEqual(3);
		const discounted = invoiceLines.filter((line) => line.discountPercent > 0);
		expect(discounted.length).toBeGreaterThanOrEqual(3);
		const credits = invoiceLines.filter(({ price, quantity }) => price * quantity < 0);
		expect(credits.length).toBeGreaterThanOrEqual(3);
		expect(links.filter(({ licencePrice }) => licencePrice)).not.toEqual([]);
		expect(links.filter(({ proRata }) => proRata)).not.toEqual([]);
		expect(invoiceLines.filter((line) => line.links.length > 1)).not.toEqual([]);
	});
});

type Judged = LedgerRow & LedgerExpected;

/** What the numbers of a row must be for the name of their disagreement. */
const DISAGREEMENTS: Record<string, (row: Judged) => boolean> = {
	stellrAlone: ({ stellr, halo, invoiced }) => stellr !== halo && halo === invoiced,
	haloAlone: ({ stellr, halo, invoiced }) => stellr === invoiced && stellr !== halo,
	invoiceAlone: ({ stellr, halo, invoiced }) => stellr === halo && halo !== invoiced,
	allThree: ({ stellr, halo, invoiced }) => new Set([stellr, halo, invoiced]).size === 3,
	noLicence: ({ stellr, halo, invoiced }) => stellr !== null && halo === null && invoiced !== 0,
	noSubscription: ({ stellr, halo, invoiced }) =>
		stellr === null && halo !== null && invoiced !== 0,
	noInvoiceEqual: ({ stellr, halo, invoiced }) => stellr === halo && invoiced === 0,
	noInvoiceDifferent: ({ stellr, halo, invoiced }) => stellr !== halo && invoiced === 0,
};

describe('the ways in which the three numbers disagree', () => {
	test.each(
		Object.keys(DISAGREEMENTS).flatMap((name) =>
			[true, false].map((hasHistory) => ({ name, hasHistory })),
		),
	)('$name, with history: $hasHistory', ({ name, hasHistory }) => {
		const found = judged.filter((row) => row.disagreement === name);
		expect(found.filter((row) => row.hasHistory === hasHistory)).not.toEqual([]);
		for (const row of found) {
			expect({ id: row.id, fits: DISAGREEMENTS[name](row) }).toEqual({ id: row.id, fits: true });
		}
	});

	test('every name is known', () => {
		const names = new Set(rows.flatMap(({ disagreement }) => disagreement ?? []));
		expect([...names].sort()).toEqual(Object.keys(DISAGREEMENTS).sort());
	});
});

describe('its files', () => {
	test.each(files)('no cell of %s starts a formula', (file) => {
		const cells = csvTable(file).flatMap((record) => Object.values(record));
		expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
	});

	test('rows, licences, invoices and lines have numbers of their own', () => {
		const invoices = ledgerInvoices();
		const lists = [
			rows.map(({ id }) => id),
			rows.map(({ key }) => key),
			ledgerLicences().map(({ id }) => id),
			invoices.map(({ shownNumber }) => shownNumber),
			invoices.flatMap((invoice) => invoice.lines.map(({ id }) => id)),
		];
		for (const list of lists) expect(new Set<unknown>(list).size).toBe(list.length);
	});

	test('what a file names stands in the others', () => {
		const ids = new Set(rows.map(({ id }) => id));
		const licences = new Set(ledgerLicences().map(({ id }) => id));
		const customers = new Set(
			ledgerCustomers().map(({ account, customerNo }) => `${account}/${customerNo}`),
		);
		const invoices = ledgerInvoices();
		const shown = new Set(invoices.map(({ shownNumber }) => String(shownNumber)));
		expect(rows.filter((row) => !customers.has(`${row.account}/${row.customerNo}`))).toEqual([]);
		expect(csvTable('invoice-lines.csv').filter(({ invoice }) => !shown.has(invoice))).toEqual([]);
		for (const line of invoices.flatMap((invoice) => invoice.lines)) {
			expect(line.ledgerRows.filter((id) => !ids.has(id))).toEqual([]);
			expect(line.links.filter(({ licenceId }) => !licences.has(licenceId))).toEqual([]);
		}
	});

	test('no customer has a product twice, so that a name means one line', () => {
		const names = rows.map((row) => `${row.account}/${row.customerNo} ${row.cells.product}`);
		const products = names.filter((_name, index) => rows[index].cells.product !== '');
		expect(products.filter((name, index) => products.indexOf(name) !== index)).toEqual([]);
	});
});

test('what is built from it is what the product reads', () => {
	const ledger = readLedger();
	const subscriptions = ledger.customers.flatMap((customer) => customer.subscriptions);
	for (const line of subscriptions) expect(stellrSubscriptionSchema.parse(line)).toEqual(line);
	for (const row of ledger.licences) expect(haloLicenceSchema.parse(row)).toEqual(row);
	for (const entry of ledger.saved) expect(savedLicenceSchema.parse(entry)).toEqual(entry);
	expect(subscriptions).toHaveLength(lines.length);
});
