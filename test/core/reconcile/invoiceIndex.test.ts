import type {
	LicenceLink,
	RecurringInvoice,
	RecurringInvoiceLine,
} from '../../../core/halo/recurringInvoices';
import { defaultReconcilePolicy, type ReconcilePolicy } from '../../../core/reconcile/input';
import { indexInvoices } from '../../../core/reconcile/invoiceIndex';
import { aRow } from '../sync/records';

/** Rows 1 and 2 count 10 and 4. */
const licences = new Map([
	[1, aRow({ id: 1, count: 10 })],
	[2, aRow({ id: 2, count: 4 })],
]);

const link = (own: Partial<LicenceLink> = {}): LicenceLink => ({
	licenceId: 1,
	free: 0,
	minimum: 0,
	proRata: false,
	useLinkedPrice: false,
	useLinkedCost: false,
	...own,
});

const line = (own: Partial<RecurringInvoiceLine> = {}): RecurringInvoiceLine => ({
	id: 901,
	itemId: null,
	itemName: 'Business Premium',
	itemCode: null,
	itemText: null,
	quantity: null,
	sellPrice: 30,
	unitCost: null,
	discountPercent: null,
	quantityFrom: 'subscription',
	inactive: false,
	startDate: null,
	endDate: null,
	links: [link()],
	...own,
});

const invoice = (own: Partial<RecurringInvoice> = {}): RecurringInvoice => ({
	id: -10,
	shownNumber: 1,
	clientId: 12,
	clientName: 'Acorn Construction',
	name: 'Services',
	currency: 'CAD',
	period: 'Monthly',
	inAdvance: null,
	inactive: false,
	startDate: null,
	endDate: null,
	nextInvoiceDate: null,
	lines: [line()],
	...own,
});

const index = (of: RecurringInvoice, policy: Partial<ReconcilePolicy> = {}) =>
	indexInvoices([of], licences, { ...defaultReconcilePolicy, today: '2026-11-25', ...policy });
const quantities = (links: LicenceLink[], policy: Partial<ReconcilePolicy> = {}, shown = 14) => {
	const { usesOf } = index(invoice({ lines: [line({ links, quantity: shown })] }), policy);
	return [1, 2].map((id) => usesOf(id).map(({ quantity }) => quantity));
};

describe('what a linked line bills for each licence', () => {
	it('is its count without the free ones, and not less than the minimum', () => {
		expect(quantities([link({ free: 3 }), link({ licenceId: 2, minimum: 5 })])).toEqual([[7], [5]]);
		expect(quantities([link({ free: 12 })])).toEqual([[0], []]);
	});

	it('is made up by the last licence where a minimum counts for the whole line', () => {
		const both = [link({ minimum: 20 }), link({ licenceId: 2, minimum: 20 })];
		expect(quantities(both, { minimum: 'line' })).toEqual([[10], [10]]);
		expect(quantities(both, { minimum: 'link' })).toEqual([[20], [20]]);
	});

	it('takes in what the line shows beyond its links, where that is what counts', () => {
		const both = [link(), link({ licenceId: 2 })];
		expect(quantities(both, { linkedQuantity: 'shown' }, 15)).toEqual([[11], [4]]);
		expect(quantities(both, { linkedQuantity: 'counted' }, 15)).toEqual([[10], [4]]);
	});

	it('would be another at another count', () => {
		const { usesOf } = index(
			invoice({ lines: [line({ links: [link({ free: 2, minimum: 5 })] })] }),
		);
		const [use] = usesOf(1);
		expect([12, 7, 1].map(use.quantityAt)).toEqual([10, 5, 5]);
	});
});

describe('a line', () => {
	it.each<[string, Partial<RecurringInvoice>, Partial<RecurringInvoiceLine>, boolean]>([
		['bills', {}, {}, true],
		['bills on the last day', { endDate: '2026-11-25T00:00:00' }, {}, true],
		['bills nothing on an inactive invoice', { inactive: true }, {}, false],
		['bills nothing when it is inactive', {}, { inactive: true }, false],
		['bills nothing before it begins', {}, { startDate: '2026-11-26T00:00:00' }, false],
		['bills nothing after its invoice ended', { endDate: '2026-11-24T00:00:00' }, {}, false],
	])('%s', (_what, ofInvoice, ofLine, active) => {
		const { usesOf } = index(invoice({ ...ofInvoice, lines: [line(ofLine)] }));
		expect(usesOf(1).map(({ place }) => place.active)).toEqual([active]);
	});

	it('has the period and the currency of its invoice, or those that were set', () => {
		const place = (own: Partial<RecurringInvoice>, policy: Partial<ReconcilePolicy> = {}) =>
			index(invoice(own), policy).usesOf(1)[0].place;
		expect(place({})).toMatchObject({ period: { months: 1, times: 1 }, currency: 'CAD' });
		expect(place({ period: '7', currency: null })).toMatchObject({ period: null, currency: null });
		expect(
			place(
				{ period: '7', currency: null },
				{ periods: new Map([['7', 3]]), invoiceCurrency: 'USD' },
			),
		).toMatchObject({ period: { months: 3, times: 1 }, currency: 'USD' });
	});

	it('that was typed is found by its client, while it is active', () => {
		const typed = line({ quantityFrom: 'typed', quantity: 9, links: [] });
		expect(index(invoice({ lines: [typed] })).typedAt(12)).toHaveLength(1);
		expect(index(invoice({ lines: [typed] })).typedAt(13)).toEqual([]);
		expect(index(invoice({ inactive: true, lines: [typed] })).typedAt(12)).toEqual([]);
	});

	it('that was typed bills what was typed, also where a link was left on it', () => {
		const typed = line({ quantityFrom: 'typed', quantity: 9, links: [link({ free: 3 })] });
		const [use] = index(invoice({ lines: [typed] })).usesOf(1);
		expect([use.quantity, use.quantityAt(12)]).toEqual([9, 12]);
	});
});

it('lines of one licence stand by their number', () => {
	const lines = [line({ id: 905 }), line({ id: 902 })];
	const { usesOf } = index(invoice({ lines }));
	expect(usesOf(1).map(({ place }) => place.line.id)).toEqual([902, 905]);
});

it('counts linked lines that show another quantity than their links add up to, however a minimum is meant', () => {
	const shows = (quantity: number, links = [link()]) =>
		index(invoice({ lines: [line({ quantity, links })] })).shownQuantityDiffers;
	const both = [link({ minimum: 12 }), link({ licenceId: 2, minimum: 12 })];
	expect([shows(10), shows(11)]).toEqual([0, 1]);
	expect([shows(14, both), shows(24, both), shows(20, both)]).toEqual([0, 0, 1]);
});
