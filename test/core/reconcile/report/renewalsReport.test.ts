import * as fc from 'fast-check';
import { renewalsCsv } from '../../../../core/reconcile/report/renewalsCsv';
import { renewalsReport } from '../../../../core/reconcile/report/renewalsReport';
import type { RenewalsResult } from '../../../../core/reconcile/renewals';
import { cases } from '../../../property/cases';
import { csvRecords } from './csvRecords';
import { nastyText } from './hostile';
import { reportFacts } from './lines';
import { pageStrangers, readPage } from './pages';
import { aRenewal, aRenewalsResult } from './renewalLines';

const page = (result: RenewalsResult) =>
	readPage(
		renewalsReport(result, reportFacts({ title: 'Renewals', nativeModule: null, requests: 0 })),
	);

describe('the renewals report', () => {
	it('says in one line how many terms end, and for how many the last day is over or not known', () => {
		const text = page(
			aRenewalsResult([
				aRenewal(),
				aRenewal({ lastDayToReduce: '2026-11-24' }),
				aRenewal({
					lastDayToReduce: null,
					reduceWhy: 'How early Cisco wants to hear of a change is not known',
				}),
			]),
		);
		expect(text).toContain(
			'3 subscriptions of 1 customer come to the end of the term, first on Dec 31, 2026. For 1 the last day to reduce is over. For 1 the last day to reduce is not known.',
		);
	});

	it('has the lines of a customer together, with the days and the money', () => {
		const text = page(
			aRenewalsResult([
				aRenewal(),
				aRenewal({
					product: 'Visio',
					seats: null,
					cost: null,
					suggested: null,
					endsWith: ['us/1_2'],
				}),
			]),
		);
		expect(text.match(/Acorn Construction/g)).toHaveLength(1);
		expect(text).toContain(
			'Business Premium term of one year us/411833_1 · client 12 8 Dec 31, 2026 in 36 days Dec 30, 2026 Microsoft takes changes until the day before the term ends CAD 176.00 CAD 239.44',
		);
		expect(text).toContain(
			'Visio term of one year us/411833_1 · client 12 · ends with us/1_2 – Dec 31, 2026',
		);
	});

	it('says nothing of the Halo client of a line for which nobody has looked', () => {
		const text = page(aRenewalsResult([aRenewal({ haloClientId: null, haloClientName: null })]));
		expect(text).toContain('us/411833_1 8 Dec 31, 2026');
	});

	it('says that the last day to reduce is not known, and why', () => {
		const text = page(
			aRenewalsResult([aRenewal({ lastDayToReduce: null, reduceWhy: 'Nobody says' })]),
		);
		expect(text).toContain('not known Nobody says');
	});

	it('sums what renews by currency, and says what is in no sum', () => {
		const usd = (minor: number) => ({ minor, currency: 'USD' });
		const text = page(
			aRenewalsResult([
				aRenewal(),
				aRenewal({ cost: usd(1_000), suggested: usd(2_000) }),
				aRenewal({ cost: null, suggested: null }),
			]),
		);
		expect(text).toContain('CAD Cost CAD 176.00 a month List price CAD 239.44 a month');
		expect(text).toContain('USD Cost USD 10.00 a month List price USD 20.00 a month');
		expect(text).toContain('1 without a known cost are in no sum');
	});

	it('counts what is not listed', () => {
		const text = page(aRenewalsResult([], { monthly: 5, endUnknown: 2 }));
		expect(text).toContain('No term ends in the days that were looked at.');
		expect(text).toContain('5 Lines of a monthly term');
		expect(text).toContain('2 Lines whose end Stellr does not show');
	});

	it('counts what is too long for the page, and keeps it in the file', () => {
		const many = aRenewalsResult(Array.from({ length: 1_502 }, () => aRenewal()));
		expect(page(many)).toContain('The first 1,500 are shown. 2 more are in the CSV file.');
		expect(csvRecords(renewalsCsv(many))).toHaveLength(1_503);
	});

	it('stays a report and a file without formulas, whatever names say', () => {
		fc.assert(
			fc.property(nastyText, nastyText, nastyText, (a, b, c) => {
				const customer = { account: a, customerNo: b, name: c };
				const line = {
					key: a,
					product: b,
					reduceWhy: c,
					term: a,
					endsWith: [b],
					text: c,
					haloClientName: a,
				};
				const result = aRenewalsResult([aRenewal({ ...line, customer })]);
				expect(pageStrangers(renewalsReport(result, reportFacts({ title: a })))).toEqual([]);
				const cells = csvRecords(renewalsCsv(result).replace(/^\uFEFF/, '')).flat();
				expect(cells.filter((cell) => /^[\s\p{Cf}"]*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
			}),
			cases(150),
		);
	});
});
