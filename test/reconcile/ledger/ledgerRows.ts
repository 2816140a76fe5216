import { csvTable, givenNumber, isYes, numberOf, textOf, type CsvRecord } from './csvTable';

/** The files of the ledger, cell by cell. What they mean to the product is in `readLedger.ts`. */

/** The day on which the ledger was calculated. */
export const LEDGER_TODAY = '2026-11-25';

export const ledgerVerdicts = [
	'duplicateKey',
	'atAnotherClient',
	'clientInactive',
	'cancelledButInvoiced',
	'customerWithoutClient',
	'subscriptionWithoutLicence',
	'licenceUnclear',
	'licenceWithoutSubscription',
	'editedByHand',
	'haloBehind',
	'differsOriginUnknown',
	'invoicedTwice',
	'lineInactive',
	'neverInvoiced',
	'invoiceBehind',
	'typedQuantity',
	'currencyMismatch',
	'cannotBeCosted',
	'inSync',
] as const;
export type LedgerVerdict = (typeof ledgerVerdicts)[number];

/** An amount with its calculation; the amount is null where it is not known. */
export interface LedgerAmount {
	formula: string;
	minor: number | null;
}

export interface LedgerExpected {
	verdict: LedgerVerdict;
	/** Null where there is none, or where it cannot be known. */
	stellr: number | null;
	halo: number | null;
	invoiced: number | null;
	cost: LedgerAmount;
	revenue: LedgerAmount;
	revenueCurrency: string | null;
	margin: LedgerAmount;
	difference: LedgerAmount;
	differenceCurrency: string | null;
	toInvoiceByHand: LedgerAmount;
}

export interface LedgerRow {
	id: string;
	shows: string;
	account: string;
	customerNo: string;
	/** `<account>/<subscriptionId>`. */
	key: string;
	/** A licence row whose line Stellr does not list. */
	isOrphan: boolean;
	disagreement: string | null;
	/** A last count is saved. */
	hasHistory: boolean;
	/** Null for lines that nothing is to be said about. */
	expected: LedgerExpected | null;
	cells: CsvRecord;
}

export function ledgerRows(): LedgerRow[] {
	return csvTable('ledger.csv').map((cells) => ({
		id: cells.id,
		shows: cells.shows,
		account: cells.account,
		customerNo: cells.customerNo,
		key: `${cells.account}/${cells.line}`,
		isOrphan: cells.product === '',
		disagreement: textOf(cells.disagreement),
		hasHistory: cells.lastCount !== '',
		expected: expectedOf(cells),
		cells,
	}));
}

function expectedOf(cells: CsvRecord): LedgerExpected | null {
	if (cells.verdict === '') return null;
	const verdict = ledgerVerdicts.find((known) => known === cells.verdict);
	if (verdict === undefined) throw new Error(`${cells.id}: no verdict "${cells.verdict}"`);
	const amount = (formula: string, name: string): LedgerAmount => ({
		formula: cells[formula],
		minor: numberOf(cells[name]),
	});
	return {
		verdict,
		stellr: numberOf(cells.stellr),
		halo: numberOf(cells.halo),
		invoiced: numberOf(cells.invoiced),
		cost: amount('costFormula', 'cost'),
		revenue: amount('revenueFormula', 'revenue'),
		revenueCurrency: textOf(cells.revenueCurrency),
		margin: amount('marginFormula', 'margin'),
		difference: amount('differenceFormula', 'difference'),
		differenceCurrency: textOf(cells.differenceCurrency),
		toInvoiceByHand: amount('byHandFormula', 'toInvoiceByHand'),
	};
}

export interface LedgerCustomer {
	account: string;
	customerNo: string;
	name: string;
	clientId: number | null;
	clientName: string | null;
	clientInactive: boolean;
	/** Other keys on the same client; not all of them are customers that Stellr lists. */
	otherKeys: string[];
}

export function ledgerCustomers(): LedgerCustomer[] {
	return csvTable('customers.csv').map((cells) => ({
		account: cells.account,
		customerNo: cells.customerNo,
		name: cells.name,
		clientId: numberOf(cells.haloClientId),
		clientName: textOf(cells.haloClientName),
		clientInactive: isYes(cells.haloClientInactive),
		otherKeys: cells.otherKeysOnClient === '' ? [] : cells.otherKeysOnClient.split(';'),
	}));
}

export interface LedgerLicence {
	id: number;
	clientId: number;
	name: string;
	count: number;
	active: boolean;
	price: number;
	key: string | null;
	sku: string | null;
	notes: string | null;
	azureConnectionId: number | null;
	start: string | null;
	end: string | null;
}

/** The rows that belong to a ledger line, and those that only might or that have nothing to do with any. */
export function ledgerLicences(): LedgerLicence[] {
	const rows = ledgerRows();
	const clientOf = new Map(
		ledgerCustomers().map(({ account, customerNo, clientId }) => [
			`${account}/${customerNo}`,
			clientId,
		]),
	);
	const own = rows
		.filter(({ cells }) => cells.licence !== '')
		.map((row): LedgerLicence => {
			const { cells } = row;
			const clientId =
				numberOf(cells.licenceClientId) ?? clientOf.get(`${row.account}/${row.customerNo}`) ?? null;
			if (clientId === null) throw new Error(`${row.id}: its licence is at no client`);
			return {
				id: givenNumber(cells.licence),
				clientId,
				name: cells.licenceName,
				count: givenNumber(cells.licenceCount),
				active: isYes(cells.licenceActive),
				price: givenNumber(cells.licencePrice),
				key: cells.belongsBy === 'key' ? row.key : null,
				sku: cells.belongsBy === 'sku' ? cells.sku : null,
				notes: cells.belongsBy === 'vendorId' ? vendorIdOf(cells.line) : null,
				azureConnectionId: null,
				start: textOf(cells.start),
				end: textOf(cells.end),
			};
		});
	return [...own, ...csvTable('more-licences.csv').map(moreLicence)];
}

function moreLicence(cells: CsvRecord): LedgerLicence {
	return {
		id: givenNumber(cells.licence),
		clientId: givenNumber(cells.haloClientId),
		name: cells.name,
		count: givenNumber(cells.count),
		active: isYes(cells.active),
		price: givenNumber(cells.price),
		key: textOf(cells.key),
		sku: textOf(cells.sku),
		notes: null,
		azureConnectionId: numberOf(cells.azureConnectionId),
		start: null,
		end: null,
	};
}

/** The vendor's own id of a line. */
export function vendorIdOf(line: string): string {
	return `vendor-${line}`;
}

export interface LedgerLink {
	licenceId: number;
	free: number;
	minimum: number;
	proRata: boolean;
	licencePrice: boolean;
}

export interface LedgerInvoiceLine {
	/** The ledger rows that it bills. */
	ledgerRows: string[];
	id: number;
	item: string;
	typed: boolean;
	/** What the line shows: typed, or what its links add up to. */
	quantity: number;
	price: number;
	discountPercent: number;
	inactive: boolean;
	start: string | null;
	end: string | null;
	links: LedgerLink[];
}

export interface LedgerInvoice {
	shownNumber: number;
	clientId: number;
	clientName: string;
	currency: string | null;
	period: string;
	inactive: boolean;
	start: string;
	end: string | null;
	lines: LedgerInvoiceLine[];
}

export function ledgerInvoices(): LedgerInvoice[] {
	const lines = csvTable('invoice-lines.csv');
	return csvTable('invoices.csv').map((cells) => ({
		shownNumber: givenNumber(cells.invoice),
		clientId: givenNumber(cells.haloClientId),
		clientName: cells.haloClientName,
		currency: textOf(cells.currency),
		period: cells.period,
		inactive: isYes(cells.inactive),
		start: cells.start,
		end: textOf(cells.end),
		lines: linesOf(lines.filter(({ invoice }) => invoice === cells.invoice)),
	}));
}

/** A line that counts several licences stands once for each of them. */
function linesOf(records: CsvRecord[]): LedgerInvoiceLine[] {
	const ids = [...new Set(records.map(({ line }) => line))];
	return ids.map((id) => {
		const same = records.filter(({ line }) => line === id);
		const [cells] = same;
		return {
			ledgerRows: same.map(({ ledgerRow }) => ledgerRow),
			id: givenNumber(cells.line),
			item: cells.item,
			typed: cells.quantityFrom === 'typed',
			quantity: givenNumber(cells.quantity),
			price: givenNumber(cells.price),
			discountPercent: givenNumber(cells.discountPercent),
			inactive: isYes(cells.inactive),
			start: textOf(cells.start),
			end: textOf(cells.end),
			links: same.filter(({ quantityFrom }) => quantityFrom === 'linked').map(linkOf),
		};
	});
}

function linkOf(cells: CsvRecord): LedgerLink {
	return {
		licenceId: givenNumber(cells.licence),
		free: givenNumber(cells.free),
		minimum: givenNumber(cells.minimum),
		proRata: isYes(cells.proRata),
		licencePrice: isYes(cells.licencePrice),
	};
}
