import { driftReport } from '../../../../core/reconcile/report/driftReport';
import type { ReconciledLine, ReconcileResult } from '../../../../core/reconcile/result';
import { verdicts } from '../../../../core/reconcile/verdicts';
import { verdictWords } from '../../../../core/words/reconcileWords';
import { aReconciledLine, aReconcileResult, reportFacts } from './lines';
import { manyLines } from './manyLines';
import { readPage } from './pages';

const inSync = (own: Partial<ReconciledLine> = {}) =>
	differing(0, { verdict: 'inSync', age: null, since: null, changedBy: null, ...own });

const differing = (minor: number, own: Partial<ReconciledLine> = {}, currency = 'CAD') =>
	aReconciledLine({
		...own,
		money: { ...aReconciledLine().money, difference: { minor, currency } },
	});

/** The page as a person reads it. */
function read(result: ReconcileResult, own = {}): string {
	return readPage(driftReport(result, reportFacts(own)));
}

const page = (lines: ReconciledLine[], own: Partial<ReconcileResult> = {}) =>
	read(aReconcileResult(lines, own));

describe('the order of the drift report', () => {
	const text = page(
		[
			differing(-101_762),
			inSync(),
			differing(500, { age: 'timing', verdict: 'haloBehind' }),
			aReconciledLine({ verdict: 'typedQuantity' }),
		],
		{
			leftOut: { otherKinds: 4, bySettings: 0, over: 0, ignored: 0, inReview: 0 },
			licencesNotJudged: 2,
		},
	);

	it('is verdict, money, picture, lines for a person, timing, to know, left out, not judged, requests', () => {
		const order = [
			'1 of 4 lines needs a person, 1 only a matter of timing, 1 only to know, 1 in sync.',
			'Over-billed CAD 2,035.24',
			'CAD a month by customer',
			'Ask who changed it and why',
			'These are not older than the days of grace',
			'it was typed: nothing keeps it right',
			'4 No seats',
			'2 Active licences of which nothing can be said',
			'Ids of the requests',
		].map((words) => text.indexOf(words));
		expect(order).not.toContain(-1);
		expect(order).toEqual([...order].sort((a, b) => a - b));
	});

	it('begins with numbers that add up, whatever was found, and counts lines to invoice by hand beside them', () => {
		const { lines } = manyLines(20);
		const [, person, all, timing, toKnow, same] =
			/(\d+) of (\d+) lines need a person, (\d+) only a matter of timing, (\d+) only to know, (\d+) in sync\. To invoice by hand: \d+ lines\./.exec(
				page(lines),
			) ?? [];
		expect(Number(all)).toBe(lines.length);
		const parts = [person, timing, toKnow, same].map(Number);
		expect(parts.reduce((sum, one) => sum + one)).toBe(lines.length);
	});

	it('says that it shows cost, and how old the data is', () => {
		expect(text).toContain('Internal: shows cost');
		expect(text).toContain(
			'All lists complete · native module off · data as of Nov 25, 2026, 4:07 AM (America/Toronto)',
		);
	});
});

describe('lines of the drift report', () => {
	it('can be traced to the subscription, the licence, the invoice line and the requests', () => {
		const html = driftReport(aReconcileResult([differing(-101_762)]), reportFacts());
		const text = page([differing(-101_762)]);
		expect(text).toContain(
			'us/411833_1 · client 12 · licence 4711 · invoice 881 line 5567 · requests: Stellr 1 , licence 2 , invoice 3',
		);
		for (const [number, id] of ['stellr-1', 'halo-1', 'halo-2'].entries()) {
			expect(html).toContain(`<li id="r${number + 1}">${id}</li>`);
		}
	});

	it('show the three numbers, what should be billed, the money and who changed it since when', () => {
		expect(page([differing(-101_762)])).toContain(
			'8 42 42 due 8 CAD 176.00 CAD 1,257.06 CAD 1,017.62 over-billed Nov 3, 2026 true drift by Anna in Halo',
		);
	});

	it('stand dearest first within their kind, whichever way they differ', () => {
		const text = page([
			differing(100, { product: 'Cheap' }),
			differing(-90_000, { product: 'Dearest' }),
			differing(5_000, { product: 'Middle' }),
		]);
		const places = ['Dearest', 'Middle', 'Cheap'].map((name) =>
			text.indexOf(`Acorn Construction ${name}`),
		);
		expect(places).not.toContain(-1);
		expect(places).toEqual([...places].sort((a, b) => a - b));
	});

	it('in sync are counted and not listed', () => {
		const text = page([inSync({ product: 'Quiet product' })]);
		expect(text).not.toContain('Quiet product');
		expect(text).toContain('No line needs a person, 1 in sync.');
		expect(text).toContain('1 In sync: Stellr, the Halo licence and the recurring invoice agree.');
	});

	it('say what is missing where they cannot be costed', () => {
		const money = {
			...aReconciledLine().money,
			difference: null,
			uncosted: ['Line 7 shows no price.'],
		};
		const text = page([aReconciledLine({ money })]);
		expect(text).toContain('Line 7 shows no price.');
		expect(text).toContain('not known');
		expect(text).toContain('1 line that cannot be costed is in no sum');
	});

	it.each(verdicts.filter((verdict) => verdict !== 'inSync'))(
		'with the verdict %s say what it means and what to do',
		(verdict) => {
			const text = page([aReconciledLine({ verdict })]);
			const plain = (words: string) => words.replace(/'/g, '&#39;');
			expect(text).toContain(plain(verdictWords[verdict].title));
			expect(text).toContain(
				`${plain(verdictWords[verdict].meaning)} ${plain(verdictWords[verdict].remedy)}`,
			);
		},
	);

	it('beyond three hundred of a kind are counted, and said to be in the file', () => {
		const text = page(Array.from({ length: 323 }, (_, at) => differing(at + 1)));
		expect(text).toContain('The dearest 300 are shown. 23 more are in the CSV file.');
	});
});

describe('money of the drift report', () => {
	it('is shown for each currency by itself', () => {
		const text = page([
			differing(120_300),
			differing(4_000, {}, 'USD'),
			differing(-700, {}, 'JPY'),
		]);
		expect(text).toContain('CAD 1,203.00 and USD 40.00 under-billed, JPY 700 over-billed a month.');
	});

	it('in a currency in which nothing differs is short, and comes last', () => {
		const text = page([inSync(), differing(4_000, {}, 'USD')]);
		expect(text).toContain('USD Under-billed USD 40.00 a month');
		expect(text).toContain('CAD Cost a month CAD 352.00 Revenue a month CAD 2,514.12');
		expect(text).not.toContain('CAD 0.00 a month');
	});

	it('has no margin where no line has both cost and revenue in a currency', () => {
		const { money } = aReconciledLine();
		const revenue = { minor: 43_013, currency: 'USD' };
		const text = page([aReconciledLine({ money: { ...money, revenue, margin: null } })]);
		expect(text).toContain('Revenue a month USD 430.13 Margin a month –');
		expect(text).toContain('Cost a month CAD 176.00 Revenue a month CAD 0.00 Margin a month –');
	});

	it('says of how many lines each sum is, and of which sums the margin is the difference, where it is not of all', () => {
		const both = aReconciledLine();
		const { money } = both;
		const costOnly = aReconciledLine({ money: { ...money, revenue: null, margin: null } });
		const text = page([both, both, costOnly]);
		expect(text).toContain(
			'Cost a month CAD 528.00 of 3 lines Revenue a month CAD 2,514.12 of 2 lines Margin a month CAD 2,162.12 of 2 lines with both: revenue CAD 2,514.12 less cost CAD 352.00',
		);
	});

	it('says nothing of lines where all have both', () => {
		expect(page([aReconciledLine()])).toContain(
			'Cost a month CAD 176.00 Revenue a month CAD 1,257.06 Margin a month CAD 1,081.06 Net of tax',
		);
	});

	it('of an inactive client is what is paid', () => {
		const money = { ...aReconciledLine().money, difference: null, differenceBy: null };
		const text = page([aReconciledLine({ verdict: 'clientInactive', money })]);
		expect(text).toContain('Paid for inactive clients CAD 176.00 a month');
		expect(text).toContain('CAD 176.00 paid');
	});

	it('to invoice by hand shows how it is reckoned, also where all agrees', () => {
		const byHand = {
			seats: 3,
			amount: { minor: 45_000, currency: 'CAD' },
			from: '2026-11-20',
			fromBy: 'saved' as const,
			to: '2027-06-30',
			daysLeft: 222,
			daysInPeriod: 364,
		};
		expect(page([inSync({ byHand })])).toContain(
			'3 Nov 20, 2026 when it was written Jun 30, 2027 222 of 364 CAD 450.00',
		);
	});

	it('is written as the locale has it, in English words', () => {
		const text = read(aReconcileResult([differing(-101_762)]), { locale: 'de-DE' });
		expect(text).toContain('1.017,62 CAD over-billed 03.11.2026 true drift');
	});

	it('is drawn with words for who cannot see it', () => {
		const html = driftReport(aReconcileResult([differing(-101_762)]), reportFacts());
		expect(html).toMatch(/<svg role="img" aria-labelledby="t0 d0"/);
		expect(html.replace(/\u00A0/g, ' ')).toContain('Acorn Construction: CAD 1,017.62 over-billed.');
	});

	it('is drawn with the currency once, above, so that names have room', () => {
		const html = driftReport(aReconcileResult([differing(-101_762)]), reportFacts());
		expect(html).toContain('<tspan class="o">1,017.62</tspan>');
	});
});

describe('what a drift report could not tell', () => {
	it('begins with that invoices could not be read', () => {
		expect(page([aReconciledLine()], { invoicesRead: false })).toContain(
			'Recurring invoices could not be read. 1 of 1 line needs a person',
		);
	});

	it('names lines that could not be compared, and what to do about them', () => {
		const issue = {
			code: 'quantityMissing',
			message: 'Acorn, Visio: Stellr shows no quantity.',
			remedy: 'Look at it.',
			requestId: 'req-9',
		};
		const text = page([], { attention: [{ key: 'us/9_1', issue }] });
		expect(text).toContain('1 more could not be compared.');
		expect(text).toContain(
			'Acorn, Visio: Stellr shows no quantity. Look at it. us/9_1 · request req-9',
		);
	});

	it('names customers whose subscriptions were not read', () => {
		const customersNotRead = [{ account: 'us', customerNo: '7', name: 'Rowan' }];
		expect(page([], { customersNotRead })).toContain('were not read: Rowan (us/7).');
	});

	it('counts incomplete lists', () => {
		expect(read(aReconcileResult([]), { incompleteLists: 2 })).toContain(
			'2 lists incomplete: nothing was judged missing for their customers',
		);
	});
});

it('the report of 2,000 customers weighs less than 3 MB', () => {
	const result = manyLines(2_000);
	expect(result.lines).toHaveLength(16_000);
	expect(result.lines.length - result.counts.inSync).toBeGreaterThan(3_800);
	expect(Buffer.byteLength(driftReport(result, reportFacts()))).toBeLessThan(3_000_000);
});
