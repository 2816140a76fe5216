import * as fc from 'fast-check';
import type { ReconciledLine, ReconcileResult } from '../../../../core/reconcile/result';
import { verdicts } from '../../../../core/reconcile/verdicts';
import { aLine } from '../../sync/records';
import { anInvoicedLine, aReconciledLine, aReconcileResult } from './lines';

/** Texts that somebody could put into a name, by mischief or by chance. */
const NASTY = [
	'<script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	"' onmouseover='alert(1)",
	'</style><script>x</script>',
	'</title></svg><b>',
	'<!--',
	']]>',
	'&lt;script&gt;',
	'=HYPERLINK("http://x.example")',
	"+1+cmd|' /C calc'!A0",
	'-2+3',
	'@SUM(A1)',
	'\t=1+1',
	'\r\n=1+1',
	' \u200B=1+1',
	'\uFEFF=1+1',
	'＝1+1',
	'Acorn;=1+1',
	'Acorn; "=1+1"',
	'Acorn|-1',
	"'=1",
	'"=1+1"',
	'שלום חברה',
	'\u202Eevil',
	'👩‍👩‍👧‍👦 Ltd',
	'\uD800',
	'\u0000=1',
	'w'.repeat(3_000),
	'${x} `y` {{z}}',
	'__proto__',
	'constructor',
];

export const nastyText: fc.Arbitrary<string> = fc.oneof(
	fc.constantFrom(...NASTY),
	fc.string({ unit: 'binary', maxLength: 30 }),
	fc.tuple(fc.constantFrom(...NASTY), fc.string({ maxLength: 12 })).map((parts) => parts.join('')),
);

const nullable = fc.option(nastyText);

/** A line all of whose texts are nasty, of any verdict. */
export const nastyLine: fc.Arbitrary<ReconciledLine> = fc
	.record({
		texts: fc.array(nastyText, { minLength: 14, maxLength: 14 }),
		customerName: nullable,
		clientName: nullable,
		verdict: fc.constantFrom(...verdicts),
		age: fc.constantFrom('timing' as const, 'drift' as const, 'unknown' as const, null),
		minor: fc.integer({ min: -5_000_000, max: 5_000_000 }),
		byHand: fc.boolean(),
	})
	.map(({ texts, customerName, clientName, verdict, age, minor, byHand }) => {
		const [
			key,
			account,
			customerNo,
			product,
			licence,
			person,
			why,
			text,
			a,
			b,
			c,
			word,
			currency,
			vendor,
		] = texts;
		const amount = { minor, currency: minor % 2 === 0 ? 'CAD' : currency };
		return aReconciledLine({
			key: `${account}/${key}`,
			customer: { account, customerNo, name: customerName },
			haloClientName: clientName,
			subscription: aLine({
				subscriptionId: key,
				customerNo,
				vendor,
				status: word,
				skuNo: word,
				endDate: word,
			}),
			product,
			licence: { id: 1, name: licence, count: 3, active: false, by: 'map' },
			otherLicences: [{ id: 2, name: licence, count: 1 }],
			invoiceLines: [anInvoicedLine({ period: word, currency, itemName: licence })],
			verdict,
			findings: verdict === 'inSync' ? [] : ['currencyMismatch'],
			age,
			changedBy: { who: 'person', name: person },
			money: {
				cost: amount,
				revenue: null,
				margin: null,
				difference: amount,
				differenceBy: 'invoiceLine',
				uncosted: [why],
			},
			byHand: byHand
				? {
						seats: 1,
						amount,
						from: word,
						fromBy: 'today',
						to: '2027-01-01',
						daysLeft: 30,
						daysInPeriod: 365,
					}
				: null,
			text,
			readBy: { stellr: a, licence: b, invoice: c },
		});
	});

export const nastyResult: fc.Arbitrary<ReconcileResult> = fc
	.record({
		lines: fc.array(nastyLine, { minLength: 1, maxLength: 12 }),
		name: nastyText,
		invoicesRead: fc.boolean(),
	})
	.map(({ lines, name, invoicesRead }) =>
		aReconcileResult(lines, {
			invoicesRead,
			customersNotRead: [{ account: name, customerNo: name, name }],
			attention: [
				{ key: name, issue: { code: 'x', message: name, remedy: name, requestId: name } },
			],
		}),
	);
