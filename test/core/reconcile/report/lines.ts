import { countsOf, totalsOf } from '../../../../core/reconcile/totals';
import type {
	InvoicedLine,
	ReconciledLine,
	ReconcileResult,
} from '../../../../core/reconcile/result';
import type { ReportFacts } from '../../../../core/reconcile/report/reportFacts';
import { aLine } from '../../sync/records';

/** Small builders of what the reports are made from. */

export function aReconciledLine(own: Partial<ReconciledLine> = {}): ReconciledLine {
	return {
		key: 'us/411833_1',
		customer: { account: 'us', customerNo: '100482', name: 'Acorn Construction' },
		haloClientId: 12,
		haloClientName: 'Acorn Construction',
		subscription: aLine({ subscriptionId: '411833_1', customerNo: '100482' }),
		product: 'Business Premium',
		licence: { id: 4711, name: 'Business Premium', count: 42, active: true, by: 'key' },
		otherLicences: [],
		invoiceLines: [anInvoicedLine()],
		quantities: { stellr: 8, halo: 42, invoiced: 42 },
		expected: 8,
		lastCount: 8,
		verdict: 'editedByHand',
		findings: [],
		since: { day: '2026-11-03', by: 'changeHistory' },
		age: 'drift',
		changedBy: { who: 'person', name: 'Anna' },
		money: {
			cost: { minor: 17_600, currency: 'CAD' },
			revenue: { minor: 125_706, currency: 'CAD' },
			margin: { minor: 108_106, currency: 'CAD' },
			difference: { minor: -101_762, currency: 'CAD' },
			differenceBy: 'invoiceLine',
			uncosted: [],
		},
		byHand: null,
		text: 'Acorn Construction, Business Premium: Stellr 8 seats, Halo 42, invoiced 42.',
		readBy: { stellr: 'stellr-1', licence: 'halo-1', invoice: 'halo-2' },
		...own,
	};
}

export function anInvoicedLine(own: Partial<InvoicedLine> = {}): InvoicedLine {
	return {
		invoiceId: 301,
		invoiceNumber: 881,
		invoiceName: 'Monthly services',
		lineId: 5567,
		itemName: 'Business Premium',
		by: 'link',
		active: true,
		quantity: 42,
		free: 0,
		minimum: 0,
		proRata: false,
		price: 29.93,
		discountPercent: 0,
		period: 'Monthly',
		currency: 'CAD',
		revenue: { minor: 125_706, currency: 'CAD' },
		...own,
	};
}

export function aReconcileResult(
	lines: ReconciledLine[],
	own: Partial<ReconcileResult> = {},
): ReconcileResult {
	return {
		lines,
		counts: countsOf(lines),
		leftOut: { otherKinds: 0, bySettings: 0, over: 0, ignored: 0, inReview: 0 },
		customersNotRead: [],
		attention: [],
		licencesNotJudged: 0,
		shownQuantityDiffers: 0,
		totals: totalsOf(lines),
		uncosted: lines.filter(({ money }) => money.uncosted.length > 0).length,
		invoicesRead: true,
		...own,
	};
}

export function reportFacts(own: Partial<ReportFacts> = {}): ReportFacts {
	return {
		title: 'Drift report',
		asOf: '2026-11-25T09:07:00.000Z',
		timeZone: 'America/Toronto',
		incompleteLists: 0,
		nativeModule: 'native module off',
		requests: 2_311,
		...own,
	};
}
