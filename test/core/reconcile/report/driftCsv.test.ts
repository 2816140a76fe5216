import { driftCsv } from '../../../../core/reconcile/report/driftCsv';
import { harmlessText } from '../../../../core/reconcile/report/csvText';
import type { ReconciledLine } from '../../../../core/reconcile/result';
import { csvRecords } from './csvRecords';
import { anInvoicedLine, aReconciledLine, aReconcileResult } from './lines';

/** Rows of the file by the names of its columns. */
function rows(lines: ReconciledLine[], allLines = false): Array<Record<string, string>> {
	const text = driftCsv(aReconcileResult(lines), { allLines });
	const [names, ...records] = csvRecords(text.replace(/^\uFEFF/, ''));
	return records.map((record) => Object.fromEntries(record.map((cell, at) => [names[at], cell])));
}

describe('the drift file', () => {
	it('begins with the mark of UTF-8, and every line ends with CR LF', () => {
		const text = driftCsv(aReconcileResult([aReconciledLine()]));
		expect(text.startsWith('\uFEFFkey,account,')).toBe(true);
		expect(text.endsWith('\r\n')).toBe(true);
		expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
	});

	it('has amounts as plain numbers with a currency, also below zero', () => {
		const [row] = rows([aReconciledLine()]);
		expect(row).toMatchObject({
			differenceMonth: '-1017.62',
			differenceCurrency: 'CAD',
			costMonth: '176.00',
			costCurrency: 'CAD',
			stellr: '8',
			halo: '42',
			invoiced: '42',
			expected: '8',
		});
	});

	it('has amounts with all the decimals of their currency', () => {
		const of = (minor: number, currency: string) => ({
			...aReconciledLine().money,
			difference: { minor, currency },
		});
		const found = rows([
			aReconciledLine({ money: of(700, 'JPY') }),
			aReconciledLine({ money: of(-1_234, 'KWD') }),
			aReconciledLine({ money: of(-0, 'CAD') }),
		]);
		expect(found.map((row) => row.differenceMonth)).toEqual(['700.00', '-1.234', '0.00']);
	});

	it('has every id and every request', () => {
		const [row] = rows([
			aReconciledLine({
				otherLicences: [
					{ id: 8, name: 'x', count: 1 },
					{ id: 9, name: 'y', count: 2 },
				],
				invoiceLines: [
					anInvoicedLine(),
					anInvoicedLine({ invoiceNumber: 882, lineId: 7, active: false }),
				],
			}),
		]);
		expect(row).toMatchObject({
			key: 'us/411833_1',
			subscriptionId: '411833_1',
			licenceId: '4711',
			otherLicenceIds: '8 9',
			invoiceNumbers: '881 882',
			invoiceLineIds: '5567 7',
			activeInvoiceLineIds: '5567',
			stellrRequest: 'stellr-1',
			licenceRequest: 'halo-1',
			invoiceRequest: 'halo-2',
		});
	});

	it('leaves out what is in sync, unless all lines are asked for', () => {
		const lines = [aReconciledLine(), aReconciledLine({ verdict: 'inSync', age: null })];
		expect(rows(lines).map((row) => row.verdictCode)).toEqual(['editedByHand']);
		expect(rows(lines, true).map((row) => row.verdict)).toEqual(['Edited by hand', 'In sync']);
	});

	it('leaves empty what is not known', () => {
		const money = {
			cost: null,
			revenue: null,
			margin: null,
			difference: null,
			differenceBy: null,
			uncosted: ['No price.'],
		};
		const [row] = rows([
			aReconciledLine({ money, subscription: null, licence: null, invoiceLines: [] }),
		]);
		expect(row).toMatchObject({
			costMonth: '',
			costCurrency: '',
			licenceId: '',
			invoiceNumbers: '',
			notCosted: 'No price.',
		});
	});
});

describe('a text cell', () => {
	it.each([
		['Acorn & Sons, "Ltd"', 'Acorn & Sons, "Ltd"'],
		['=1+1', "'=1+1"],
		['-5', "'-5"],
		[' =1+1', "' =1+1"],
		['two\r\nlines', 'two lines'],
		['a;=1', "a;'=1"],
		['a; b', 'a; b'],
		['us/1-2', 'us/1-2'],
	])('of %j is written as %j', (text, cell) => {
		expect(harmlessText(text)).toBe(cell);
	});
});
