import type {
	LicenceLink,
	RecurringInvoice,
	RecurringInvoiceLine,
} from '../../../core/halo/recurringInvoices';
import { defaultReconcilePolicy, type ReconcileInput } from '../../../core/reconcile/input';
import { reconcileLicences } from '../../../core/reconcile/reconcile';
import { aCustomer, aKeyedRow, aLine, aSavedRow, PRODUCT, TODAY } from '../sync/records';

/** Where a hasty comparison would have an MSP credit, or bill, what is right already. */

const aLink = (fields: Partial<LicenceLink> = {}): LicenceLink => ({
	licenceId: 501,
	free: 0,
	minimum: 0,
	proRata: false,
	useLinkedPrice: false,
	useLinkedCost: false,
	...fields,
});

const anInvoiceLine = (fields: Partial<RecurringInvoiceLine> = {}): RecurringInvoiceLine => ({
	id: 901,
	itemId: null,
	itemName: PRODUCT,
	itemCode: null,
	itemText: null,
	quantity: 42,
	sellPrice: 30,
	unitCost: 24,
	discountPercent: 0,
	quantityFrom: 'licence',
	inactive: false,
	startDate: null,
	endDate: null,
	links: [aLink()],
	...fields,
});

const typed = (fields: Partial<RecurringInvoiceLine> = {}) =>
	anInvoiceLine({ quantityFrom: 'typed', links: [], ...fields });

const anInvoice = (lines: RecurringInvoiceLine[]): RecurringInvoice => ({
	id: -10,
	shownNumber: 1,
	clientId: 12,
	clientName: 'Acorn Construction',
	name: 'Monthly services',
	currency: 'CAD',
	period: 'Monthly',
	inAdvance: true,
	inactive: false,
	startDate: null,
	endDate: null,
	nextInvoiceDate: null,
	lines,
});

const compare = (input: Partial<ReconcileInput>) =>
	reconcileLicences({
		customers: [aCustomer()],
		licences: [aKeyedRow()],
		invoices: [anInvoice([anInvoiceLine()])],
		policy: { ...defaultReconcilePolicy, today: TODAY },
		...input,
	});

const told = (input: Partial<ReconcileInput>) =>
	compare(input).lines.map(({ key, verdict, money }) => [
		key,
		verdict,
		money.difference?.minor ?? null,
	]);

const OLD = {
	subscriptionId: '300_1',
	state: 'cancelled',
	status: 'Cancelled',
	startDate: '2024-10-02',
	endDate: '2025-10-01',
	vendorSubscriptionId: 'old',
	mfgPartNo: 'OLD',
	skuNo: 'old',
} as const;
const NEW = { startDate: '2026-10-02', endDate: '2027-10-01' };
const oldRow = (fields = {}) => aKeyedRow({ id: 502, snowid: 'us/300_1', ...fields });
const onOldRow = anInvoice([anInvoiceLine({ links: [aLink({ licenceId: 502 })] })]);

describe('a line that a renewal numbered anew', () => {
	it('is the one line that it was, with the row and the invoice of the old one', () => {
		const lines = [
			aLine({ ...NEW, vendorSubscriptionId: 'v' }),
			aLine({ ...OLD, vendorSubscriptionId: 'v' }),
		];
		const input = { customers: [aCustomer(lines)], licences: [oldRow()], invoices: [onOldRow] };
		expect(told(input)).toEqual([['us/411833_1', 'inSync', 0]]);
	});

	it('is unclear, and neither half is billed or credited, where only the product says so', () => {
		const input = {
			customers: [aCustomer([aLine(NEW)])],
			licences: [oldRow({ name: PRODUCT })],
			invoices: [onOldRow],
		};
		expect(told(input)).toEqual([['us/411833_1', 'licenceUnclear', null]]);
	});
});

describe('a typed line', () => {
	const licences = [aKeyedRow(), oldRow({ active: false })];
	const over = aLine(OLD);

	it('bills no line that is over when a line that cannot be compared may be meant', () => {
		const customers = [aCustomer([aLine({ quantity: null }), over])];
		expect(told({ customers, licences, invoices: [anInvoice([typed()])] })).toEqual([]);
	});

	it('bills no line that is over when a charged line of its name is linked', () => {
		const customers = [aCustomer([aLine(), over])];
		const invoices = [anInvoice([anInvoiceLine(), typed({ id: 902, quantity: 7 })])];
		expect(told({ customers, licences, invoices })).toEqual([['us/411833_1', 'inSync', 0]]);
	});

	it('leads to no figure when a line that cannot be compared may be meant instead', () => {
		const lines = [aLine({ kind: 'unknown' }), aLine({ subscriptionId: '300_1', quantity: 3 })];
		const invoices = [anInvoice([typed({ quantity: 45 })])];
		const input = { customers: [aCustomer(lines)], licences: [oldRow({ count: 3 })], invoices };
		expect(told(input)).toEqual([['us/300_1', 'typedQuantity', null]]);
	});

	it('leads to no figure without a quantity', () => {
		const invoices = [anInvoice([typed({ quantity: null })])];
		expect(told({ invoices })).toEqual([['us/411833_1', 'typedQuantity', null]]);
	});

	it('counts although a link to a row that is gone was left on it', () => {
		const invoices = [anInvoice([typed({ links: [aLink({ licenceId: 9999 })] })])];
		expect(told({ invoices })).toEqual([['us/411833_1', 'typedQuantity', 0]]);
	});

	it('is none for a bundle that only mentions the subscription', () => {
		const bundle = typed({ itemName: 'Everything', itemText: 'incl. 411833_1', quantity: 1 });
		expect(told({ invoices: [anInvoice([bundle])] })[0][1]).toBe('neverInvoiced');
	});
});

it('takes the shown quantity of a line that counts users, by its name or by the one row it links', () => {
	const users = anInvoiceLine({ quantityFrom: 'users', links: [] });
	expect(told({ invoices: [anInvoice([users])] })).toEqual([['us/411833_1', 'typedQuantity', 0]]);
	const linked = anInvoiceLine({ quantityFrom: 'users', quantity: 60 });
	expect(told({ invoices: [anInvoice([linked])] })).toEqual([
		['us/411833_1', 'invoiceBehind', -54_000],
	]);
});

describe('an inactive row that an invoice still counts', () => {
	it('is a second row of the key, not a licence that was never invoiced', () => {
		const licences = [aKeyedRow(), aKeyedRow({ id: 502, active: false })];
		expect(told({ licences, invoices: [onOldRow] })).toEqual([['us/411833_1', 'duplicateKey', 0]]);
	});

	it('is told when Stellr does not list its line any more', () => {
		const licences = [aKeyedRow(), oldRow({ active: false, name: 'Visio' })];
		const invoices = [
			anInvoice([anInvoiceLine(), anInvoiceLine({ id: 902, links: [aLink({ licenceId: 502 })] })]),
		];
		expect(told({ licences, invoices })).toEqual([
			['us/411833_1', 'inSync', 0],
			['us/300_1', 'licenceWithoutSubscription', -126_000],
		]);
	});
});

it('says nothing of rows whose line may be a customer’s that was not read', () => {
	const result = compare({
		licences: [aKeyedRow(), oldRow({ name: 'Visio' })],
		customersNotRead: [{ account: 'us', customerNo: '100501', name: 'Acorn Two' }],
	});
	expect(result.lines.map(({ key }) => key)).toEqual(['us/411833_1']);
	expect(result.licencesNotJudged).toBe(1);
});

it('stops at a line whose key the field cut', () => {
	const result = compare({ licences: [aKeyedRow({ snowid: 'us/41183' })] });
	expect(result.lines).toEqual([]);
	expect(result.attention.map(({ issue }) => issue.code)).toEqual(['keyCut']);
});

it('knows a currency in small letters', () => {
	const customers = [aCustomer([aLine({ currency: 'cad' })])];
	expect(told({ customers })).toEqual([['us/411833_1', 'inSync', 0]]);
});

it('never bills below nothing where a line shows less than its links add up to', () => {
	const customers = [
		aCustomer([aLine({ quantity: 2 }), aLine({ subscriptionId: '300_1', quantity: 20 })]),
	];
	const licences = [aKeyedRow({ count: 2 }), oldRow({ count: 20 })];
	const line = anInvoiceLine({ quantity: 5, links: [aLink(), aLink({ licenceId: 502 })] });
	const policy = {
		...defaultReconcilePolicy,
		today: TODAY,
		linkedQuantity: 'shown' as const,
	};
	const { lines } = compare({ customers, licences, invoices: [anInvoice([line])], policy });
	expect(lines.map(({ quantities }) => quantities.invoiced)).toEqual([3, 2]);
});

it('begins a prepaid term that ends with a February on the first of March, also after a leap year', () => {
	const line = {
		quantity: 43,
		billingFrequency: 'triennial',
		term: 'P3Y',
		suggestedPrice: 3_600,
		startDate: '2024-03-01',
		endDate: '2027-02-28',
	};
	const { lines } = compare({ customers: [aCustomer([aLine(line)])], invoices: [] });
	expect(lines[0].byHand).toMatchObject({ seats: 1, daysLeft: 97, daysInPeriod: 1_094 });
});

it('invoices seats by hand from the day on which they were added where the flow is at home', () => {
	const prepaid = { billingFrequency: 'annual', suggestedPrice: 365 };
	const from = (timeZone: string) =>
		compare({
			customers: [aCustomer([aLine(prepaid)])],
			invoices: [],
			saved: [aSavedRow({ increaseSeats: 2, increasedAt: '2026-11-10T02:00:00.000Z' })],
			policy: { ...defaultReconcilePolicy, today: TODAY, timeZone },
		}).lines[0].byHand?.from;
	expect([from('UTC'), from('America/Winnipeg')]).toEqual(['2026-11-10', '2026-11-09']);
});
